package org.zongwu.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReturnPathTests {
    @Test
    void a_page_of_ours_is_kept_with_what_was_asked() {
        for (var path : new String[] {"/", "/stores/issues", "/stores/issues?q=%E7%B2%89%E7%AC%94&page=2", "/x#y"}) {
            assertThat(ReturnPath.safe(path)).isEqualTo(path);
        }
    }

    @Test
    void nothing_leads_to_another_site() {
        for (var path : new String[] {"https://evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
                "/\n/evil.example", " /x", "javascript:alert(1)", "/../..//evil.example", "/.//evil.example", "/x\\..\\y", "/%5Cevil.example", "http:/evil.example",
                "evil.example", "/ok\r\nSet-Cookie: a=b", "/%", ""}) {
            assertThat(ReturnPath.safe(path)).as(path).isEqualTo("/");
        }
        assertThat(ReturnPath.safe(null)).isEqualTo("/");
    }

    @Test
    void nothing_leads_in_a_circle() {
        for (var path : new String[] {"/login", "/login?to=/x", "/logout", "/set-up/abc", "/error", "/x/../login"}) {
            assertThat(ReturnPath.safe(path)).as(path).isEqualTo("/");
        }
    }

    @Test
    void a_path_too_long_to_be_one_is_the_desk() {
        assertThat(ReturnPath.safe("/" + "a".repeat(1000))).isEqualTo("/");
    }
}
