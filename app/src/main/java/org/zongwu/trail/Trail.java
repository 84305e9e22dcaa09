package org.zongwu.trail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.kernel.WorkRef;

/** The append-only log of every change. Written in the transaction of the change, so that neither exists alone. */
public interface Trail {
    /**
     * Writes down one change, within the caller's transaction.
     *
     * @param action message key suffix of what was done, as {@code posted}; said on timelines as {@code trail.ACTION}
     * @param reason why, in the person's own words, where a rule asks for it
     * @param images the rows that the change wrote, as they stand now; the verifier holds them against the tables
     */
    void write(Actor actor, String action, WorkRef object, @Nullable String reason, Images images);

    /**
     * The same for many records of one table that one act wrote, each with its own image, in one statement.
     *
     * @param table whose key is {@code school_id, id}
     */
    void write(Actor actor, String action, List<WorkRef> objects, Table<?> table);

    /** The same for many objects with rows of more than one table, some thousand rows in one statement. */
    void write(Actor actor, String action, List<Written> objects);

    /**
     * Takes rows away that nobody refers to, and keeps how they stood: the only way in which a row of a kept table can go.
     * What is posted never goes.
     *
     * @param rows in the order in which they can go: what belongs to a row before the row
     * @return what refers to the rows and is not among them; when there is anything, nothing was taken away
     */
    List<Dependent> remove(Actor actor, String action, WorkRef object, @Nullable String reason, List<Removal> rows);

    /** What happened to one thing, newest first. */
    List<Step> steps(UUID objectId);

    /** In which link of the school's chain the newest change of a thing is sealed; none for the few seconds before it is. */
    Optional<Sealed> sealed(UUID objectId);

    /**
     * @param n     counts the links from 1
     * @param chain its value, hexadecimal: what is anchored outside of the database
     */
    record Sealed(long n, String chain, Instant at) {}

    record Step(Instant at, @Nullable UUID actorId, @Nullable String actorName, String action, @Nullable String reason) {}
}
