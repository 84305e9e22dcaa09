package org.zongwu.stocktaking.campaign;

import java.util.EnumSet;
import java.util.Set;

/** How far a stocktake is (domain.md §3.6). Its word is message {@code stocktake.state.NAME}. */
public enum CampaignState {
    PLANNED,
    /** The list is written down; nobody has counted yet. */
    FROZEN,
    COUNTING,
    /** Everything was counted once; others count again. */
    SECOND_COUNT,
    /** Counting is over; differences are explained, disputed lines counted a third time or decided. */
    DIFFERENCES,
    /** Every difference lies in a document that waits to be approved. */
    RESOLVED, CLOSED, CANCELLED;

    private static final Set<CampaignState> RUNNING = EnumSet.of(FROZEN, COUNTING, SECOND_COUNT, DIFFERENCES, RESOLVED);
    private static final Set<CampaignState> BLIND = EnumSet.of(PLANNED, FROZEN, COUNTING, SECOND_COUNT);

    public boolean isRunning() {
        return RUNNING.contains(this);
    }

    /** Nobody is shown what the book says, so that nobody counts towards it. */
    public boolean isBlind() {
        return BLIND.contains(this);
    }

    /** Which count a phone makes now: first, second, or the third that settles a dispute; 0 when none is made. */
    public int round() {
        return switch (this) {
            case FROZEN, COUNTING -> 1;
            case SECOND_COUNT -> 2;
            case DIFFERENCES -> 3;
            default -> 0;
        };
    }
}
