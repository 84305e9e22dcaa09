package org.zongwu.termreport.summary;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.approvals.StampStrip;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Paper;

/** What versions know of their stamps. Within a transaction of the school. */
public interface Signatures {
    Standing standing(UUID summaryId);

    /** How each of them stands; a version that nobody has sent yet is WRITTEN. */
    Map<UUID, State> states(List<UUID> summaryIds);

    /** What has become of a version. RETURNED: sent, and not stamped; a mended version is another one. */
    enum State { WRITTEN, WAITING, RETURNED, APPROVED, PUBLISHED }

    /** The stamps that were given, for the paper. */
    List<Paper.Stamp> onPaper(UUID summaryId);

    /** A newer version was written: what is on its way to be stamped is taken back, for a stamp is on one text only (R-EXP-7). */
    void superseded(Actor actor, UUID olderId);

    /**
     * @param strip       the stamps; null before it was ever submitted
     * @param published   who published it and when; null while nobody has
     * @param submittable whether it may be sent for its stamps
     * @param publishable whether it has them all and is not published
     */
    record Standing(java.util.Optional<StampStrip> strip, @Nullable String published, boolean submittable, boolean publishable) {}
}
