package org.zongwu.engine.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server again on its port when it dies under us: a school has nobody at hand who would. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private Watch() {}

    /** @param launch waits through the recovery, and fails while processes of the dead server still hold the cluster */
    static void over(Path cluster, Programs programs, Runnable launch, BooleanSupplier closing) {
        Thread.ofPlatform().daemon().name("database-watch").start(() -> {
            while (!closing.getAsBoolean()) {
                try {
                    Thread.sleep(EVERY);
                    if (closing.getAsBoolean() || Leftover.isRunning(cluster)) continue;
                    LOG.error("the database server has ended; starting it again");
                    Leftover.clear(cluster, programs);
                    launch.run();
                    LOG.info("the database server is back");
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("not yet: {}", e.getMessage());
                }
            }
        });
    }
}
