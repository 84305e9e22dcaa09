package org.zongwu.engine.data;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Failures that say "try the whole transaction again": deadlock and serialisation failure, nothing else. */
final class Collisions {
    private static final Set<String> STATES = Set.of("40001", "40P01");

    private Collisions() {}

    static boolean mayBeTriedAgain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) return STATES.contains(sql.getSQLState());
        }
        return false;
    }

    /** A little longer each time, and never the same for two writers. */
    static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(10, 40) * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
