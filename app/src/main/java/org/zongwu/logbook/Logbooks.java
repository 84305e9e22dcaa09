package org.zongwu.logbook;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Table;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.WorkRef;

/** Writes records into logbooks: the same way for the screens, the example school and other rooms. */
public interface Logbooks {
    List<Logbook> all();

    /** The book of a table. @throws java.util.NoSuchElementException when no room has declared it */
    Logbook of(Table<?> table);

    /**
     * Writes a record down, with its lines, in the transaction of the actor's school.
     *
     * @throws org.zongwu.kernel.RuleBroken when a rule of the book refuses it
     */
    WorkRef enter(Actor actor, Logbook book, Draft draft);

    /**
     * Takes a record one step on.
     *
     * @param filled what the step fills in
     * @throws org.zongwu.kernel.RuleBroken when the step is not this person's, not due, or a rule refuses it
     */
    void step(Actor actor, Logbook book, UUID id, String step, Draft filled);

    /** The steps that are this person's to take now, within the caller's transaction. */
    Set<String> open(Actor actor, Logbook book, UUID id);

    /** Makes a record void, for a reason; it stays to be seen. */
    void cancel(Actor actor, Logbook book, UUID id, String reason);
}
