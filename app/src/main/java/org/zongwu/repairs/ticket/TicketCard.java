package org.zongwu.repairs.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as the board, the door and the worker see it.
 *
 * @param reporter  who reported it, as he is called
 * @param finishBy  null while the clock stands, and for what came from a file without a limit
 * @param promises  allowances for dispatch, arrival and repair; null for what came from a file
 * @param madeBy    whoever wrote it down, and so confirms it
 */
public record TicketCard(UUID id, String no, TicketState state, Trade trade, String place, @Nullable UUID roomId, String content, boolean danger, boolean urgent, String channel, String reporter,
        @Nullable String phone, LocalDate day, @Nullable Instant reportedAt, @Nullable UUID workerId, @Nullable String worker, @Nullable Instant dispatchBy, @Nullable Instant respondBy, @Nullable Instant finishBy,
        @Nullable Instant promisedFrom, @Nullable String promises, @Nullable String stops, @Nullable Instant pausedAt, @Nullable String pauseReason, @Nullable LocalDate pauseUntil, @Nullable Instant arrivedAt,
        @Nullable Instant doneAt, long materialCost, @Nullable Long vendorCost, @Nullable String rating, @Nullable UUID mergedId, UUID madeBy) {
    /** By when the next thing is due: that somebody is sent, that he comes, that it is mended. */
    public @Nullable Instant nextDue() {
        return switch (state) {
            case REPORTED -> dispatchBy;
            case DISPATCHED, ACCEPTED -> respondBy;
            case ON_SITE -> finishBy;
            default -> null;
        };
    }

    /** Whether what it waits for now, or the repair itself, should have been done already. */
    public boolean isLate(Instant now) {
        var next = nextDue();
        return next != null && next.isBefore(now) || finishBy != null && doneAt == null && TicketState.OPEN.contains(state) && finishBy.isBefore(now);
    }
}
