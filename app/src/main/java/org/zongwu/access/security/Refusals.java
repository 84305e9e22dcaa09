package org.zongwu.access.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What the filter chain answers when it lets nobody through. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** Request attribute with the message key of the sentence, for the error page. */
    static final String REASON = "zw.refusal";

    /** A stranger is sent to log in, and from there to where he wanted to go. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        var page = loginPage(wanted(request));
        if (request.getHeader("HX-Request") != null) {
            // a fragment cannot show a log-in page, so the whole page goes there
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setStatus("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod()) ? HttpServletResponse.SC_FOUND : HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, page);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial) throws IOException {
        refuse(request, response, denial instanceof CsrfException ? "rule.access.form-expired" : "rule.access.denied");
    }

    static void refuse(HttpServletRequest request, HttpServletResponse response, String reasonKey) throws IOException {
        request.setAttribute(REASON, reasonKey);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    static String loginPage(String wanted) {
        return wanted.equals(ReturnPath.DESK) ? "/login" : "/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /** The page that was asked for, or for a form and a fragment the page it stands on. */
    private static String wanted(HttpServletRequest request) {
        var page = request.getHeader("HX-Current-URL");
        if (page != null) return pathOf(page, request);
        if (!"GET".equals(request.getMethod())) return pathOf(request.getHeader(HttpHeaders.REFERER), request);
        var query = request.getQueryString();
        return ReturnPath.safe(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
    }

    private static String pathOf(@Nullable String url, HttpServletRequest request) {
        if (url == null) return ReturnPath.DESK;
        try {
            var uri = new URI(url);
            if (!request.getServerName().equals(uri.getHost())) return ReturnPath.DESK;
            return ReturnPath.safe(uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            return ReturnPath.DESK;
        }
    }
}
