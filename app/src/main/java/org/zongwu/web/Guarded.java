package org.zongwu.web;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.zongwu.kernel.Duty;

/** A controller whose addresses come from a declaration rather than from annotations: it says itself who may call them. */
public interface Guarded {
    Access access(Method handler);

    /** Who may call a handler, however that is said; null when nobody said it, and then nobody may. */
    static @Nullable Access of(HandlerMethod handler) {
        if (handler.getBean() instanceof Guarded guarded) return guarded.access(handler.getMethod());
        var allow = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allow.class);
        if (allow == null) allow = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allow.class);
        return allow == null ? null : new Access(allow.open(), allow.everyone(), allow.programs(), Set.of(allow.value()));
    }

    /**
     * @param open     even without a log-in
     * @param everyone who is logged in; the service narrows it to what is one's own
     * @param programs with a token, and no person unless one of the others says so
     * @param duties   holders of any of these
     */
    record Access(boolean open, boolean everyone, boolean programs, Set<Duty> duties) {
        public static final Access EVERYONE = new Access(false, true, false, Set.of());

        public static Access of(Set<Duty> duties) {
            return new Access(false, false, false, EnumSet.copyOf(duties));
        }
    }
}
