package org.zongwu.web;

import java.util.Optional;
import org.zongwu.kernel.Actor;

/** The line at the top of every page, as the term and its week. Contributed by the module that knows. */
public interface FrameNote {
    /** Within a reading transaction of the school. */
    Optional<String> note(Actor actor);
}
