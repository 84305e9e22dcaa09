package org.zongwu.imports.run;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.engine.Tenancy;

/** Writes beside the work, in transactions of its own, how far it is, and ends it when somebody has cancelled it. */
final class TaskWatch implements Steps, AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final long school;
    private final UUID task;
    private final TaskRepository tasks;
    private final Tenancy tenancy;
    private final Thread writer;
    private volatile @Nullable Phase phase;
    private volatile int done;
    private volatile int total;
    private volatile boolean cancelled;
    private volatile boolean over;

    TaskWatch(long school, UUID task, TaskRepository tasks, Tenancy tenancy) {
        this.school = school;
        this.task = task;
        this.tasks = tasks;
        this.tenancy = tenancy;
        this.writer = Thread.ofVirtual().name("watch " + task).start(this::write);
    }

    /** Somebody wants it no more, or the server stops. */
    static final class Stopped extends RuntimeException {
        private Stopped() {
            super(null, null, false, false);
        }
    }

    @Override
    public void at(Phase at, int doneNow, int of) {
        phase = at;
        done = doneNow;
        total = of;
        if (cancelled || Thread.currentThread().isInterrupted()) throw new Stopped();
    }

    boolean isCancelled() {
        return cancelled;
    }

    private void write() {
        while (!over) {
            try {
                cancelled = tenancy.<Boolean>write(school, () -> tasks.note(task, phase, done, total));
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!pause()) return; // the database is busy; the next note tells as much
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Before the work ends its transaction: from here on nobody else touches the task. */
    @Override
    public void close() {
        over = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
