package org.zongwu.trail.seal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The thread that seals, a little behind the writers. When it cannot, work goes on and the controls say so. */
final class Sealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration EVERY = Duration.ofMillis(700);
    private static final Duration BETWEEN_ANCHORS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_FULL_LOOKS = Duration.ofHours(1);

    private final Sealing sealing;
    private volatile @Nullable Thread thread;
    private volatile long lastGoodRound = System.nanoTime();

    Sealer(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public synchronized void start() {
        if (thread != null) return;
        // Named before it starts: it asks whether it is still wanted, and must not find that nobody knows it yet
        var starting = Thread.ofPlatform().name("sealer").daemon().unstarted(this::run);
        thread = starting;
        lastGoodRound = System.nanoTime();
        starting.start();
    }

    /** Seals and anchors a last time. */
    @Override
    public synchronized void stop() {
        var running = thread;
        if (running == null) return;
        thread = null;
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stops after the web server, so that the last request is sealed too. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** How long it has not been able to seal. */
    Duration behind() {
        return isRunning() ? Duration.ofNanos(System.nanoTime() - lastGoodRound) : Duration.ZERO;
    }

    private void run() {
        var anchorsDue = 0L;
        var fullLookDue = System.nanoTime() + BETWEEN_FULL_LOOKS.toNanos();
        while (isRunning()) {
            var now = System.nanoTime();
            if (now - fullLookDue >= 0) {
                sealing.lookAtEverythingAgain();
                fullLookDue = now + BETWEEN_FULL_LOOKS.toNanos();
            }
            var anchor = anchorsDue == 0 || now - anchorsDue >= 0;
            round(anchor);
            if (anchor) anchorsDue = now + BETWEEN_ANCHORS.toNanos();
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                break; // stop() woke us
            }
        }
        Thread.interrupted(); // so that the last round can talk to the database
        round(true);
    }

    private void round(boolean anchor) {
        try {
            sealing.seal();
            if (anchor) sealing.anchor();
            lastGoodRound = System.nanoTime();
        } catch (RuntimeException e) {
            LOG.error("The trail could not be sealed; tried again in a moment.", e);
        }
    }
}
