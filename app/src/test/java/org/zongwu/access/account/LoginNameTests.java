package org.zongwu.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LoginNameTests {
    @Test
    void names_that_look_alike_are_one_name() {
        assertThat(LoginName.fold(" Zhang.San ")).isEqualTo("zhang.san");
        assertThat(LoginName.fold("ＺＨＡＮＧ．ＳＡＮ")).isEqualTo("zhang.san");
        assertThat(LoginName.fold("１０２１７")).isEqualTo("10217");
        assertThat(LoginName.fold("STRASSE")).isEqualTo(LoginName.fold("straße"));
        assertThat(LoginName.fold("ﬁnance")).isEqualTo("finance");
    }

    @Test
    void folding_twice_changes_nothing() {
        for (var name : new String[] {"Σίσυφος", "İstanbul", "ǅ", "李秀兰", "ﬀ"}) {
            assertThat(LoginName.fold(LoginName.fold(name))).isEqualTo(LoginName.fold(name));
        }
    }

    @Test
    void a_name_is_letters_and_digits_with_a_few_signs_between() {
        assertThat(LoginName.of("李秀兰")).isEqualTo("李秀兰");
        assertThat(LoginName.of("10217")).isEqualTo("10217");
        for (var wrong : new String[] {"", "a", "a b", "-ab", "a/b", "<b>", "a".repeat(33), "a\u200bb"}) {
            assertThatThrownBy(() -> LoginName.of(wrong)).as(wrong).hasMessageContaining("rule.access.login.form");
        }
    }
}
