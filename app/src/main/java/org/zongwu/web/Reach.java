package org.zongwu.web;

import org.zongwu.kernel.Actor;

/** Which pages somebody may open: a page offers no link that would be refused. */
public interface Reach {
    /** By {@link Allow} alone: a page that everybody may open may still hide what is not one's own. */
    boolean mayOpen(Actor actor, String path);
}
