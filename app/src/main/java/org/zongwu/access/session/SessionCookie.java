package org.zongwu.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.zongwu.access.token.Token;

/**
 * The cookies that carry a token: the session's, and the one that an anonymous form is bound to. Over https they are
 * {@code __Host-} cookies, which no other site and no plain connection can set.
 */
public enum SessionCookie {
    SESSION("zw"), FORM("zw-form");

    private final String name;

    SessionCookie(String name) {
        this.name = name;
    }

    public Optional<Token> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (var cookie : cookies) {
            if (cookie.getName().equals(name(request))) return Token.parse(cookie.getValue());
        }
        return Optional.empty();
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Token token) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, token.text()).build().toString());
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "").maxAge(0).build().toString());
    }

    private String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }

    private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(name(request), value).path("/").secure(request.isSecure()).httpOnly(true).sameSite("Lax");
    }
}
