package org.zongwu.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** A refusal for a program (RFC 9457): what a person reads on the page of errors, with the same words, from the same model. */
public final class Problem implements View {
    /** Where programs ask. */
    public static final String API = "/api/";
    private static final String BEARER = "Bearer ";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether a program asks: at an address for programs, or with a token wherever it may be. */
    public static boolean isForProgram(HttpServletRequest request) {
        return path(request).startsWith(API) || token(request) != null;
    }

    /** The token that the request brings, as text; null when it brings none. */
    public static @Nullable String token(HttpServletRequest request) {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && given.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? given.substring(BEARER.length()).strip() : null;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
        var said = new LinkedHashMap<String, Object>();
        said.put("type", "about:blank");
        if (model != null) {
            for (var name : new String[] {"title", "status"}) said.put(name, model.get(name));
            said.put("detail", model.get("text"));
            if (model.get("incident") != null) said.put("incident", model.get("incident"));
        }
        said.put("instance", path(request));
        var bytes = JSON.writeValueAsString(said).getBytes(StandardCharsets.UTF_8);
        response.setContentType(getContentType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    }

    /** The one that was asked for, also while its failure is shown. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : request.getRequestURI();
    }
}
