package org.zongwu.stores.issue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a 领物单 has come.
 *
 * @param requestedAt when it was first asked for; a back-order waits since its first slip was submitted
 * @param stamped     the director's stamp on what is over a quota (R-ISS-3)
 * @param receiverAt  when the receiver signed
 * @param paperId     the signed paper that stands for his log-in
 */
record Progress(@Nullable Instant submittedAt, @Nullable Instant requestedAt, @Nullable Sign picked, @Nullable Sign stamped, @Nullable Instant receiverAt, @Nullable UUID paperId,
        @Nullable Closing closed) {
    static final Progress NONE = new Progress(null, null, null, null, null, null, null);

    IssueState state() {
        if (closed != null) return IssueState.CLOSED;
        if (receiverAt != null) return IssueState.SIGNED;
        if (picked != null) return IssueState.PICKED;
        return submittedAt != null ? IssueState.SUBMITTED : IssueState.DRAFT;
    }

    Progress submitted(Instant at) {
        return new Progress(at, requestedAt == null ? at : requestedAt, null, null, null, null, null);
    }

    Progress picked(Sign keeper) {
        return new Progress(submittedAt, requestedAt, keeper, stamped, receiverAt, paperId, null);
    }

    Progress stamped(Sign director) {
        return new Progress(submittedAt, requestedAt, picked, director, receiverAt, paperId, null);
    }

    Progress signed(Instant at, @Nullable UUID paper) {
        return new Progress(submittedAt, requestedAt, picked, stamped, at, paper, null);
    }

    Progress unsigned() {
        return new Progress(submittedAt, requestedAt, picked, stamped, null, null, null);
    }

    Progress closed(Closing closing) {
        return new Progress(submittedAt, requestedAt, picked, stamped, receiverAt, paperId, closing);
    }

    /** Waiting goes on since it was first asked for. */
    Progress backOrder(Instant at) {
        return new Progress(at, requestedAt, null, stamped, null, null, null);
    }

    /** The lines were changed: what was laid ready and allowed was something else. */
    Progress changed() {
        return new Progress(submittedAt, requestedAt, null, null, null, null, null);
    }

    /** Nobody waits for it any more. */
    record Closing(UUID by, Instant at, String why) {}
}
