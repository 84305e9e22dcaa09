package org.zongwu.access.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.zongwu.access.session.SessionCookie;
import org.zongwu.access.token.Token;

/**
 * Binds every form to the session it was drawn for: the form's token follows from the session's by HMAC, so nothing is
 * stored and nobody who does not hold the cookie can make one. Before log-in a cookie of its own stands for the session.
 */
@Component
final class FormTokens implements CsrfTokenRepository {
    static final String HEADER = "X-CSRF-Token";
    static final String FIELD = "_csrf";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return new FormToken(Token.next(0));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token instanceof FormToken form) SessionCookie.FORM.write(request, response, form.secret);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Optional<Token> secret = SessionCookie.SESSION.read(request).or(() -> SessionCookie.FORM.read(request));
        return secret.map(FormToken::new).orElse(null);
    }

    /** Not a record: its secret must not show itself. */
    private static final class FormToken implements CsrfToken {
        private final transient Token secret;
        private final String text;

        FormToken(Token secret) {
            this.secret = secret;
            this.text = secret.derive("form");
        }

        @Override
        public String getHeaderName() {
            return HEADER;
        }

        @Override
        public String getParameterName() {
            return FIELD;
        }

        @Override
        public String getToken() {
            return text;
        }
    }
}
