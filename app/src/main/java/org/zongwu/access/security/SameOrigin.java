package org.zongwu.access.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a change that another site asks for. The browser says who asks; a client that says nothing still needs the form's token. */
final class SameOrigin extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final AccessDeniedHandler refusals;

    SameOrigin(AccessDeniedHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || comesFromHere(request)) {
            chain.doFilter(request, response);
            return;
        }
        refusals.handle(request, response, new OtherSite());
    }

    private static boolean comesFromHere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) return false;
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) return true;
        var host = request.getHeader(HttpHeaders.HOST);
        var own = host != null ? host : hostAndPort(request);
        if (origin.equals("https://" + own)) return true;
        return !request.isSecure() && origin.equals("http://" + own);
    }

    private static String hostAndPort(HttpServletRequest request) {
        var port = request.getServerPort();
        var usual = port == (request.isSecure() ? 443 : 80);
        return usual ? request.getServerName() : request.getServerName() + ":" + port;
    }

    /** The request came from another site. */
    static final class OtherSite extends AccessDeniedException {
        OtherSite() {
            super("asked for by another site");
        }
    }
}
