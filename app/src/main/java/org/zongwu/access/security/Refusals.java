package org.zongwu.access.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.zongwu.web.Messages;
import org.zongwu.web.Problem;
import org.zongwu.web.Shown;

/** What the filter chain answers when it lets nobody through: the way to the door, or a page that says why. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private final ViewResolver views;
    private final LocaleResolver locales;
    private final Messages messages;
    private final Clock clock;

    Refusals(@Qualifier("jteViewResolver") ViewResolver views, LocaleResolver locales, Messages messages, Clock clock) {
        this.views = views;
        this.locales = locales;
        this.messages = messages;
        this.clock = clock;
    }

    /** A stranger is sent to log in, and from there to where he wanted to go; a program is told that it needs a token. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        if (Problem.isForProgram(request)) {
            var shown = Problem.token(request) != null;
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"zongwu\"" + (shown ? ", error=\"invalid_token\"" : ""));
            page(request, response, HttpServletResponse.SC_UNAUTHORIZED, "access.refused.token", shown ? "rule.access.api_token.unknown" : "rule.access.api_token.none");
            return;
        }
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
        page(request, response, HttpServletResponse.SC_FORBIDDEN, "access.refused.title", Problem.isForProgram(request) ? "rule.access.api_token.reads" : reason(denial));
    }

    /** What the firewall refused never reached the chain, so the headers are written here. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejection) throws IOException {
        Headers.BARE.forEach(response::setHeader);
        page(request, response, HttpServletResponse.SC_BAD_REQUEST, "error.400.title", "error.400.text");
    }

    private void page(HttpServletRequest request, HttpServletResponse response, int status, String titleKey, String textKey) throws IOException {
        response.setStatus(status);
        LocaleContextHolder.setLocale(locales.resolveLocale(request)); // the dispatcher, which does this, is never reached
        try {
            var model = new HashMap<String, Object>();
            model.put("status", status);
            model.put("title", messages.say(titleKey));
            model.put("text", messages.say(textKey));
            model.put("incident", null);
            model.put("at", Shown.fullTime(clock.instant()));
            var view = Problem.isForProgram(request) ? new Problem() : views.resolveViewName("web/error", LocaleContextHolder.getLocale());
            if (view != null) view.render(model, request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static String reason(AccessDeniedException denial) {
        if (denial instanceof SameOrigin.OtherSite) return "rule.access.other-site";
        return denial instanceof CsrfException ? "rule.access.form-expired" : "rule.access.denied";
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
