package org.zongwu.repairs.ticket;

import java.util.EnumSet;
import java.util.Set;
import org.zongwu.logbook.BookState;
import org.zongwu.web.Column.Mark;

/** Where a report stands. */
public enum TicketState implements BookState {
    /** Came without a log-in and is looked at first. */
    HELD,
    REPORTED, DISPATCHED, ACCEPTED, ON_SITE,
    /** The clock stands: it waits for goods, for somebody else, for the end of a lesson. */
    PAUSED,
    /** Mended, as the worker says. */
    DONE,
    CONFIRMED,
    /** Too dear for a repair: it becomes a request (R-REP-8). */
    NEED,
    /** Put off to the holidays. */
    DEFERRED,
    /** Not the office's to mend. */
    REJECTED,
    /** The same as another. */
    MERGED, CANCELLED;

    /** Still to be done by somebody. */
    public static final Set<TicketState> OPEN = EnumSet.of(HELD, REPORTED, DISPATCHED, ACCEPTED, ON_SITE, PAUSED, NEED, DEFERRED);
    /** Counted by no figure: nothing of the office's was broken. */
    public static final Set<TicketState> UNCOUNTED = EnumSet.of(HELD, REJECTED, MERGED, CANCELLED);

    @Override
    public Mark mark() {
        return switch (this) {
            case HELD, REPORTED, NEED -> Mark.GO;
            case DISPATCHED, ACCEPTED, ON_SITE, PAUSED, DONE, DEFERRED -> Mark.WAIT;
            default -> Mark.END;
        };
    }
}
