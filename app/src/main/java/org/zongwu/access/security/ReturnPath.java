package org.zongwu.access.security;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** Where the browser is sent next: a path of this server, or the desk. */
public final class ReturnPath {
    public static final String DESK = "/";
    private static final int LONGEST = 1000;

    private ReturnPath() {}

    /** After a change the browser is led on to a page, which it may load again without changing anything. */
    public static RedirectView seeOther(String path) {
        var view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }

    /** The path, if it is one of ours; whatever could lead away, or in a circle, becomes the desk. */
    public static String safe(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !wanted.startsWith("/") || wanted.startsWith("//")) return DESK;
        for (var i = 0; i < wanted.length(); i++) {
            var c = wanted.charAt(i);
            if (c <= ' ' || c == '\\' || c == 0x7F) return DESK;
        }
        try {
            var uri = new URI(wanted);
            if (uri.isAbsolute() || uri.getRawAuthority() != null || uri.getPath() == null) return DESK;
            var path = uri.getPath();
            if (path.contains("//") || path.contains("/.") || path.contains("\\") || leadsInACircle(path)) return DESK;
            return wanted;
        } catch (URISyntaxException e) {
            return DESK;
        }
    }

    private static boolean leadsInACircle(String path) {
        return path.equals("/login") || path.equals("/logout") || path.startsWith("/set-up") || path.equals("/error");
    }
}
