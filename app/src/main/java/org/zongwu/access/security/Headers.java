package org.zongwu.access.security;

import java.util.Map;

/** The headers of every answer (house.md, Web). The filter chain writes them; refusals from before it take them from here. */
final class Headers {
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static final Map<String, String> BARE = Map.of("Content-Security-Policy", CONTENT_SECURITY_POLICY, "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY", "Referrer-Policy", "same-origin", "Cross-Origin-Opener-Policy", "same-origin", "Cache-Control", "no-store");

    private Headers() {}
}
