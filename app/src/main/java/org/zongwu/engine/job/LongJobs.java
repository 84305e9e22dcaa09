package org.zongwu.engine.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zongwu.engine.JobHandler;
import org.zongwu.engine.job.JobRepository.Job;

/** Does one long job at a time, beside the others. */
final class LongJobs {
    private static final Logger LOG = LoggerFactory.getLogger(LongJobs.class);
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();

    /** How a job ended. */
    interface End {
        void done();

        void failed(RuntimeException failure);
    }

    boolean isFree() {
        return running.get() == null;
    }

    /** Begins a job that was claimed while this was free. */
    void begin(Job job, JobHandler handler, End end) {
        var thread = Thread.ofPlatform().name("job " + job.kind()).daemon().unstarted(() -> run(job, handler, end));
        if (!running.compareAndSet(null, thread)) throw new IllegalStateException("two long jobs at once");
        thread.start();
    }

    private void run(Job job, JobHandler handler, End end) {
        try {
            handler.run(job.payload());
            if (!Thread.currentThread().isInterrupted()) end.done();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) LOG.info("job {} {} is broken off, it begins anew after the next start", job.kind(), job.id());
            else end.failed(e);
        } finally {
            running.set(null);
        }
    }

    /** Breaks off what is running: its transaction is undone, and the job is not done. */
    void stop() throws InterruptedException {
        var thread = running.get();
        if (thread == null) return;
        thread.interrupt();
        thread.join(FAREWELL);
    }
}
