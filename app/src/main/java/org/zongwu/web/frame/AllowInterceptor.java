package org.zongwu.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.NotFound;

/** Denies by default: a handler without {@link Allow} is called by nobody, and fails closed on anything unexpected. */
final class AllowInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler) return true;
        if (!(handler instanceof HandlerMethod method)) throw new NotFound();
        if (method.getBeanType().getName().startsWith("org.springframework.boot")) return true; // the error page
        var allow = allow(method);
        if (allow == null) throw new NotFound();
        if (allow.open()) return true;
        var actor = WebConfiguration.actor().orElseThrow(NotFound::new);
        if (!may(actor, allow)) throw new Forbidden(allow);
        return true;
    }

    static @Nullable Allow allow(HandlerMethod method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allow.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allow.class);
    }

    static boolean may(Actor actor, Allow allow) {
        return allow.open() || allow.everyone() || actor.holdsAny(allow.value());
    }

    /** The page is there, but for other duties. */
    static final class Forbidden extends RuntimeException {
        final transient Allow allow;

        Forbidden(Allow allow) {
            super("forbidden", null, false, false);
            this.allow = allow;
        }
    }
}
