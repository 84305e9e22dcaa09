package org.zongwu.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.zongwu.kernel.Duty;

/**
 * Who may call a handler. A handler without it is called by nobody: the house denies by default. Held against the matrix
 * of domain.md §8.2 by {@code AuthorisationMatrixTests}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {
    /** Holders of any of these duties. */
    Duty[] value() default {};

    /** Everybody who is logged in; the service narrows it to what is one's own. */
    boolean everyone() default false;

    /** Even without a log-in. */
    boolean open() default false;

    /** A {@link org.zongwu.kernel.Program} with a token, which reads; no person, whatever his duties. */
    boolean programs() default false;
}
