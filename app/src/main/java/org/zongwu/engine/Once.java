package org.zongwu.engine;

import java.util.UUID;
import org.zongwu.kernel.Actor;

/** A rendered form is accepted once: the key stands in the form, the answer in the same transaction as the work. */
public interface Once {
    /**
     * Does the work in a transaction of the actor's school and answers where to go next. The same key again answers the
     * same without working; the same key with another body is refused.
     *
     * @param body     everything that was typed, in a canonical order
     * @param location where the answer leads; known before the work, because ids are made by the application
     * @throws org.zongwu.kernel.RuleBroken {@code R-ONCE} when the key was used with another body
     */
    String post(Actor actor, UUID key, byte[] body, String location, Runnable work);
}
