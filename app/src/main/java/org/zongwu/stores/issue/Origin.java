package org.zongwu.stores.issue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.WorkRef;

/**
 * Where a 领物单 comes from.
 *
 * @param madeBy    who wrote it; null only on one that was posted before this was kept
 * @param corrects  the posted issue that this one puts right
 * @param continues the issue that could not give all that was asked for: this is its back-order
 * @param work      what the goods are used up for, as a repair (R-ISS-5)
 * @param handoutId the handing out of a class kit that it belongs to (R-ISS-4)
 */
record Origin(@Nullable UUID madeBy, @Nullable Instant madeAt, @Nullable UUID corrects, @Nullable UUID continues, @Nullable WorkRef work, @Nullable UUID handoutId) {
    static Origin of(UUID madeBy, Instant at) {
        return new Origin(madeBy, at, null, null, null, null);
    }

    Origin correcting(UUID issue, UUID by, Instant at) {
        return new Origin(by, at, issue, continues, work, handoutId);
    }

    Origin continuing(UUID issue) {
        return new Origin(madeBy, madeAt, null, issue, work, handoutId);
    }

    /** Of the red document. */
    Origin reversedBy(UUID keeper, Instant at) {
        return new Origin(keeper, at, null, null, work, handoutId);
    }

    Origin working(WorkRef reference) {
        return new Origin(madeBy, madeAt, corrects, continues, reference, handoutId);
    }

    Origin handedOut(UUID handout) {
        return new Origin(madeBy, madeAt, corrects, continues, work, handout);
    }

    /** Whether what it gives counts towards anybody's quota: repairs and what all classes are handed do not. */
    boolean isRationed() {
        return work == null && handoutId == null;
    }
}
