package org.zongwu.kernel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A module that knows what somebody must do. Shown on the desk, oldest first. */
public interface TodoSource {
    List<Todo> todos(Actor actor);

    /**
     * @param kindKey message key of the kind, as {@code todo.sign-receipt}
     * @param title   what it is about, in the data's own words
     * @param detail  number, person, context
     * @param due     the day it is due, if it has one
     * @param amount  the money it is about, if any
     */
    record Todo(String kindKey, String title, String detail, @Nullable LocalDate due, @Nullable Money amount, String link) {}
}
