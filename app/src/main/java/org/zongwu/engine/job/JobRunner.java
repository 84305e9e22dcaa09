package org.zongwu.engine.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.zongwu.engine.JobHandler;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.engine.job.JobRepository.Job;

/**
 * Does the jobs of every school, one at a time. A school is looked at when a job was left in it, when one is due again,
 * and once a minute for what another server left behind.
 */
@Component
class JobRunner implements SmartLifecycle {
    static final int ATTEMPTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final JobRepository jobs;
    private final Tenancy tenancy;
    private final Schools schools;
    private final Clock clock;
    private final Map<String, JobHandler> handlers;
    private final Map<Long, Instant> due = new ConcurrentHashMap<>();
    private final Semaphore bell = new Semaphore(0);
    private final LongJobs longJobs = new LongJobs();
    private volatile @Nullable Thread thread;

    JobRunner(JobRepository jobs, Tenancy tenancy, Schools schools, Clock clock, List<JobHandler> handlers) {
        this.jobs = jobs;
        this.tenancy = tenancy;
        this.schools = schools;
        this.clock = clock;
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    }

    void wake(long school) {
        due.put(school, Instant.MIN);
        bell.release();
    }

    /** Does everything of the school that is due. */
    void round(long school) {
        if (handlers.isEmpty()) return;
        while (one(school)) {
            if (Thread.currentThread().isInterrupted()) return;
        }
        tenancy.read(school, () -> jobs.nextDue(handlers.keySet())).ifPresent(next -> due.merge(school, next, (a, b) -> a.isBefore(b) ? a : b));
    }

    /** Answers whether there was a job to do, well or not. */
    private boolean one(long school) {
        var claimed = new AtomicReference<Job>();
        try {
            var begun = tenancy.<Optional<Job>>write(school, () -> {
                var job = jobs.claim(kinds(), clock.instant());
                if (job.isEmpty()) return job;
                claimed.set(job.get());
                var handler = handlers.get(job.get().kind());
                if (handler.isLong()) {
                    jobs.begin(job.get().id());
                    return job;
                }
                handler.run(job.get().payload());
                jobs.done(job.get().id());
                return job;
            });
            begun.filter(j -> handlers.get(j.kind()).isLong()).ifPresent(j -> longJobs.begin(j, handlers.get(j.kind()), end(school, j)));
            return begun.isPresent();
        } catch (RuntimeException e) {
            var job = claimed.get();
            if (job == null) throw e;
            note(school, job, e);
            return true;
        }
    }

    /** Long ones only while none is under way. */
    private Set<String> kinds() {
        return longJobs.isFree() ? handlers.keySet() : handlers.values().stream().filter(h -> !h.isLong()).map(JobHandler::kind).collect(Collectors.toSet());
    }

    private LongJobs.End end(long school, Job job) {
        return new LongJobs.End() {
            @Override
            public void done() {
                tenancy.write(school, () -> jobs.done(job.id()));
                wake(school);
            }

            @Override
            public void failed(RuntimeException failure) {
                note(school, job, failure);
                wake(school);
            }
        };
    }

    private void note(long school, Job job, RuntimeException failure) {
        var last = job.attempts() + 1 >= ATTEMPTS;
        // 10 s, 40 s, 160 s, 640 s: a disk that is full or a mail server that restarts is given its time
        var again = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << 2 * job.attempts()));
        tenancy.write(school, () -> jobs.failed(job, last ? "FAILED" : "WAITING", again, failure.toString()));
        if (last) LOG.error("job {} {} of school {} is given up", job.kind(), job.id(), school, failure);
        else LOG.warn("job {} {} of school {} is tried again at {}: {}", job.kind(), job.id(), school, again, failure.toString());
    }

    @Override
    public synchronized void start() {
        if (thread != null) return;
        // Named before it starts: it asks whether it is still wanted, and must not find that nobody knows it yet
        var starting = Thread.ofVirtual().name("jobs").unstarted(this::run);
        thread = starting;
        starting.start();
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        if (running == null) return;
        thread = null;
        bell.release();
        try {
            longJobs.stop();
            running.join(Duration.ofSeconds(20)); // the job at hand comes to its end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        var all = 0L;
        var begun = false;
        while (isRunning()) {
            try {
                if (!begun) schools.all().forEach(s -> tenancy.write(s.id(), jobs::beginAnew));
                begun = true;
                if (System.nanoTime() - all >= 0) {
                    schools.all().forEach(s -> due.put(s.id(), Instant.MIN));
                    all = System.nanoTime() + ROUND.toNanos();
                }
                var now = clock.instant();
                for (var school : due.keySet()) {
                    if (!isRunning()) return;
                    if (due.getOrDefault(school, Instant.MAX).isAfter(now)) continue;
                    due.remove(school);
                    round(school);
                }
            } catch (RuntimeException e) {
                LOG.error("jobs cannot be done now; tried again in a moment", e);
            }
            try {
                bell.tryAcquire(1, TimeUnit.SECONDS);
                bell.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
