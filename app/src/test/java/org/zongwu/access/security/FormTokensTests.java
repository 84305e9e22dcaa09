package org.zongwu.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.zongwu.access.token.Token;

class FormTokensTests {
    private final FormTokens tokens = new FormTokens();

    @Test
    void the_forms_of_one_session_have_one_token_that_does_not_show_the_cookie() {
        var session = Token.next(3);
        var token = tokens.loadToken(with("zw", session));
        assertThat(token.getToken()).isEqualTo(tokens.loadToken(with("zw", session)).getToken()).doesNotContain(session.text());
        assertThat(token.getHeaderName()).isEqualTo("X-CSRF-Token");
        assertThat(token.getParameterName()).isEqualTo("_csrf");
    }

    @Test
    void another_session_has_another_token() {
        assertThat(tokens.loadToken(with("zw", Token.next(3))).getToken()).isNotEqualTo(tokens.loadToken(with("zw", Token.next(3))).getToken());
    }

    @Test
    void before_log_in_a_cookie_of_its_own_stands_for_the_session() {
        var request = new MockHttpServletRequest();
        assertThat(tokens.loadToken(request)).isNull();
        var token = tokens.generateToken(request);
        var response = new MockHttpServletResponse();
        tokens.saveToken(token, request, response);
        var cookie = response.getCookie("zw-form");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getValue()).isNotEqualTo(token.getToken());
        request.setCookies(cookie);
        assertThat(tokens.loadToken(request).getToken()).isEqualTo(token.getToken());
    }

    @Test
    void over_https_only_cookies_that_no_other_site_could_set_are_read() {
        var request = with("zw", Token.next(3));
        request.setSecure(true);
        assertThat(tokens.loadToken(request)).isNull();
        var host = with("__Host-zw", Token.next(3));
        host.setSecure(true);
        assertThat(tokens.loadToken(host)).isNotNull();
    }

    @Test
    void a_cookie_that_is_no_token_stands_for_nothing() {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie("zw", "x"), new Cookie("zw-form", ""));
        assertThat(tokens.loadToken(request)).isNull();
    }

    private static MockHttpServletRequest with(String name, Token token) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(name, token.text()));
        return request;
    }
}
