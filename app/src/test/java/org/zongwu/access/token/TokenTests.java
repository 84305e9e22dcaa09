package org.zongwu.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenTests {
    @Test
    void a_token_is_read_back_from_its_text() {
        var token = Token.next(7);
        assertThat(Token.parse(token.text())).contains(token);
        assertThat(token.schoolId()).isEqualTo(7);
    }

    @Test
    void no_two_tokens_are_the_same() {
        assertThat(Token.next(1).text()).isNotEqualTo(Token.next(1).text());
    }

    @Test
    void a_token_pointed_at_another_school_has_another_hash() {
        var mine = Token.next(1);
        var text = mine.text();
        var bytes = java.util.Base64.getUrlDecoder().decode(text);
        bytes[7] = 2;
        var theirs = Token.parse(java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)).orElseThrow();
        assertThat(theirs.schoolId()).isEqualTo(2);
        assertThat(theirs.hash()).isNotEqualTo(mine.hash());
    }

    @Test
    void anything_else_is_no_token() {
        var text = Token.next(1).text();
        for (var wrong : new String[] {"", "x", text + "A", text.substring(1), text + "=", text.replace(text.charAt(5), '!'), "A".repeat(10_000)}) {
            assertThat(Token.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void what_is_derived_depends_on_secret_and_purpose_and_does_not_show_the_secret() {
        var token = Token.next(1);
        assertThat(token.derive("form")).isEqualTo(token.derive("form")).isNotEqualTo(token.derive("other"))
                .isNotEqualTo(Token.next(1).derive("form")).doesNotContain(token.text());
        assertThat(token.toString()).doesNotContain(token.text());
    }
}
