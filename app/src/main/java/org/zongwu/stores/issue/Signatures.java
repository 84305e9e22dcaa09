package org.zongwu.stores.issue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who let a posted issue go out, and how long it was waited for.
 *
 * @param requestedAt   null when it was posted before this was kept, or comes from a file
 * @param promisedHours within how many hours it should have been given, as the policy said on the day it was asked for
 * @param paperId       the signed paper that stands for the receiver's log-in
 */
record Signatures(@Nullable Instant requestedAt, @Nullable Integer promisedHours, @Nullable Sign stamped, Instant receiverAt, @Nullable UUID paperId) {
    static Signatures of(Progress progress, int promisedHours) {
        return new Signatures(progress.requestedAt(), promisedHours, progress.stamped(), progress.receiverAt(), progress.paperId());
    }

    /** A reversal keeps the receiver's signature; nobody waited for it. */
    Signatures reversed() {
        return new Signatures(null, null, null, receiverAt, paperId);
    }
}
