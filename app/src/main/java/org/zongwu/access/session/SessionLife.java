package org.zongwu.access.session;

import java.time.Duration;
import java.time.Instant;

/** How long a session lives. */
final class SessionLife {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration ABSOLUTE = Duration.ofHours(12);
    /** A request is written down no oftener than this. */
    static final Duration NOTED = Duration.ofMinutes(1);

    private SessionLife() {}

    static Instant ends(Instant begins) {
        return begins.plus(ABSOLUTE);
    }

    /** Sessions last seen before this have gone idle. */
    static Instant idleBefore(Instant now) {
        return now.minus(IDLE);
    }

    static boolean worthNoting(Instant lastSeen, Instant now) {
        return !lastSeen.plus(NOTED).isAfter(now);
    }
}
