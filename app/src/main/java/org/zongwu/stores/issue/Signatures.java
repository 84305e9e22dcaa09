package org.zongwu.stores.issue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who let a posted issue go out, and how long it was waited for.
 *
 * @param requestedAt   null when it was posted before this was kept, or comes from a file
 * @param promisedHours within how many hours it should have been given, as the policy said on the day it was asked for
 * @param receiverAt    when the receiver signed; null only for one that came in from an old ledger
 * @param paperId       the signed paper that stands for the receiver's log-in
 * @param receiverName  as the old ledger has it, when nobody in the records is called so
 */
record Signatures(@Nullable Instant requestedAt, @Nullable Integer promisedHours, @Nullable Sign stamped, @Nullable Instant receiverAt, @Nullable UUID paperId,
        @Nullable String receiverName) {
    /** Of a slip that came in from an old ledger: it was signed at no hour that anybody wrote down. */
    static Signatures onPaper(@Nullable String receiverName) {
        return new Signatures(null, null, null, null, null, receiverName);
    }

    static Signatures of(Progress progress, int promisedHours) {
        return new Signatures(progress.requestedAt(), promisedHours, progress.stamped(), progress.receiverAt(), progress.paperId(), null);
    }

    /** A reversal keeps the receiver's signature; nobody waited for it. */
    Signatures reversed() {
        return new Signatures(null, null, null, receiverAt, paperId, receiverName);
    }
}
