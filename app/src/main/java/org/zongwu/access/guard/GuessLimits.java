package org.zongwu.access.guard;

import java.time.Duration;
import java.time.Instant;

/** The numbers of the guard and what follows from them. */
final class GuessLimits {
    /** Wrong passwords for one login name before it is locked. */
    static final int FAILURES = 10;
    static final Duration LOCK = Duration.ofMinutes(15);
    /** Wrong guesses from one network within the window. */
    static final int FROM_ONE_NETWORK = 60;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration SLOT = Duration.ofMinutes(5);

    private GuessLimits() {}

    /** The beginning of the five minutes that this instant lies in. */
    static Instant slot(Instant at) {
        var seconds = SLOT.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }

    /** Guesses in slots that began after this still count; the window is therefore never shorter than {@link #WINDOW}. */
    static Instant oldestSlot(Instant at) {
        return slot(at).minus(WINDOW);
    }

    /** Whole minutes to wait, never 0. */
    static long minutes(Instant now, Instant until) {
        return Math.max(1, (Duration.between(now, until).toSeconds() + 59) / 60);
    }
}
