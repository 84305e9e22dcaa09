package org.zongwu.kernel;

import java.util.List;
import java.util.UUID;

/** A module that knows what a person still holds: nobody leaves or is moved before it is handed over (R-CUS-2). */
public interface LeavingCheck {
    /** Everything that the person must hand over first, within the caller's transaction; empty when nothing is left. */
    List<Held> held(UUID employeeId);

    /**
     * @param textKey message key of what is held, said with {@code args}
     * @param link    path of the page where it is handed over
     */
    record Held(String textKey, List<Object> args, String link) {}
}
