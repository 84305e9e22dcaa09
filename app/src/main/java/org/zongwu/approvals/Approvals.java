package org.zongwu.approvals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zongwu.kernel.Actor;

/**
 * Stamps on documents of any module. A document is named by the kind of its {@link org.zongwu.kernel.Approvable} and its id. Every call joins
 * the caller's transaction, or opens one.
 */
public interface Approvals {
    /**
     * Opens a course (流程) by the rule in force today, for the amount of the whole. Whoever submits may not stamp.
     *
     * @return the course
     * @throws org.zongwu.kernel.RuleBroken {@code R-1P-1} when it already waits or is approved; {@code R-1P-2} when nobody may give one
     *         of the stamps it needs; {@code R-EXP-1} when there are fewer different people than stamps
     */
    UUID submit(Actor actor, String kind, UUID id);

    /**
     * The document has changed: if it is no longer what was signed, every stamp given so far is void and the course begins again, by the
     * rule under which it was opened and the amount of now (R-EXP-7). Nothing happens when it is not on its way.
     *
     * @throws org.zongwu.kernel.RuleBroken {@code R-EXP-7} when it is approved: what was approved does not change
     */
    void changed(Actor actor, String kind, UUID id);

    /**
     * Takes the document back before it is decided; the module hears it as {@code withdrawn}.
     *
     * @throws org.zongwu.kernel.RuleBroken {@code R-1P-1} when it does not wait
     */
    void withdraw(Actor actor, String kind, UUID id, String reason);

    /** Where the document stands: its newest course; none when it was never submitted. */
    Optional<Standing> standing(String kind, UUID id);

    /** The same for many documents of one kind, as a register needs it; without those that were never submitted. */
    List<Standing> standings(String kind, List<UUID> ids);

    /** The newest course for the document's own page: template {@code approvals/stamps}, or {@link StampStrip#onPaper} for a sign strip. */
    Optional<StampStrip> strip(String kind, UUID id);

    /**
     * How a document stands.
     *
     * @param path of the course's page
     */
    record Standing(UUID documentId, UUID courseId, CourseState state, String path) {}
}
