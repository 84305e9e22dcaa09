package org.zongwu.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Guarded;
import org.zongwu.web.NotFound;

/** Denies by default: a handler without {@link Allow} is called by nobody, and fails closed on anything unexpected. */
final class AllowInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler) return true;
        if (!(handler instanceof HandlerMethod method)) throw new NotFound();
        if (method.getBeanType().getName().startsWith("org.springframework.boot")) return true; // the error page
        var access = Guarded.of(method);
        if (access == null) throw new NotFound();
        if (access.open() || access.programs() && WebConfiguration.program().isPresent()) return true;
        var actor = WebConfiguration.actor().orElseThrow(NotFound::new);
        if (!may(actor, access)) throw new Forbidden(access);
        return true;
    }

    static boolean may(Actor actor, Guarded.Access access) {
        return access.open() || access.everyone() || access.duties().stream().anyMatch(actor::holds);
    }

    /** The page is there, but for other duties. */
    static final class Forbidden extends RuntimeException {
        final transient Guarded.Access access;

        Forbidden(Guarded.Access access) {
            super("forbidden", null, false, false);
            this.access = access;
        }
    }
}
