package org.zongwu.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.engine.Tables.JOB;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.TestClock;
import org.zongwu.engine.JobHandler;
import org.zongwu.engine.Jobs;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;

@Office
class JobIT {
    private static final String KIND = "test.note";

    @Autowired
    Schools schools;

    @Autowired
    Tenancy tenancy;

    @Autowired
    Jobs jobs;

    @Autowired
    JobRepository repository;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private long school;

    @BeforeEach
    void open() {
        school = schools.open("t-" + UUID.randomUUID().toString().substring(0, 20), "试验学校", false).id();
    }

    @AfterEach
    void giveTheTimeBack() {
        clock.reset();
    }

    @Test
    void a_job_is_done_once_after_the_commit() {
        leave("\"a\"");
        var runner = runner(done::add);
        runner.round(school);
        runner.round(school);
        assertThat(done).containsExactly("\"a\"");
        assertThat(states()).containsExactly("DONE");
    }

    @Test
    void a_job_of_later_waits_for_its_time() {
        tenancy.write(school, () -> jobs.enqueue(KIND, "\"later\"", clock.instant().plus(Duration.ofHours(2))));
        runner(done::add).round(school);
        assertThat(done).isEmpty();
        clock.advance(Duration.ofHours(2));
        runner(done::add).round(school);
        assertThat(done).containsExactly("\"later\"");
    }

    @Test
    void a_job_left_in_a_transaction_that_failed_is_never_done() {
        assertThatThrownBy(() -> tenancy.write(school, () -> {
            jobs.enqueue(KIND, "1");
            throw new IllegalStateException("no");
        })).hasMessage("no");
        runner(done::add).round(school);
        assertThat(done).isEmpty();
    }

    @Test
    void a_job_that_fails_comes_again_later_and_is_given_up_with_its_reason_after_five_times() {
        leave("1");
        var runner = runner(payload -> {
            done.add(payload);
            throw new IllegalStateException("the printer is on fire");
        });
        runner.round(school);
        runner.round(school);
        assertThat(done).as("it rests first").hasSize(1);
        for (var i = 0; i < 10; i++) {
            clock.advance(Duration.ofHours(1));
            runner.round(school);
        }
        assertThat(done).hasSize(JobRunner.ATTEMPTS);
        assertThat(states()).containsExactly("FAILED");
        assertThat(tenancy.read(school, () -> db.select(JOB.LAST_ERROR).from(JOB).where(JOB.SCHOOL_ID.eq(school)).fetchSingle().value1()))
                .contains("the printer is on fire");
    }

    @Test
    void what_a_failed_job_wrote_is_undone() {
        leave("1");
        runner(payload -> {
            repository.add(UUID.randomUUID(), "test.other", "2", clock.instant(), clock.instant());
            throw new IllegalStateException("after writing");
        }).round(school);
        assertThat(states()).containsExactly("WAITING");
    }

    @Test
    void a_kind_that_this_server_does_not_know_waits_for_one_that_does() {
        tenancy.write(school, () -> jobs.enqueue("test.later-version", "1"));
        runner(done::add).round(school);
        assertThat(states()).containsExactly("WAITING");
    }

    @Test
    void four_runners_share_the_jobs_and_do_each_once() throws Exception {
        for (var i = 0; i < 40; i++) leave(Integer.toString(i));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var rounds = threads.invokeAll(Collections.nCopies(4, (Callable<Boolean>) () -> {
                runner(done::add).round(school);
                return true;
            }));
            for (var round : rounds) assertThat(round.get()).isTrue();
        }
        assertThat(done).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void a_long_job_runs_beside_the_others_outside_of_a_transaction_and_the_next_waits_for_it() throws Exception {
        var free = new CountDownLatch(1);
        var runner = new JobRunner(repository, tenancy, schools, clock, List.of(handler("test.long", true, payload -> {
            assertThatThrownBy(tenancy::current).isInstanceOf(IllegalStateException.class);
            await(free);
            done.add(payload);
        }), handler(KIND, false, done::add)));
        tenancy.write(school, () -> jobs.enqueue("test.long", "\"long 1\""));
        tenancy.write(school, () -> jobs.enqueue("test.long", "\"long 2\""));
        leave("\"short\"");
        runner.round(school);
        assertThat(done).containsExactly("\"short\"");
        assertThat(states()).containsExactlyInAnyOrder("RUNNING", "WAITING", "DONE");
        free.countDown();
        for (var i = 0; i < 200 && done.size() < 3; i++) {
            Thread.sleep(50);
            runner.round(school);
        }
        for (var i = 0; i < 200 && !states().equals(List.of("DONE", "DONE", "DONE")); i++) Thread.sleep(50);
        assertThat(done).containsExactly("\"short\"", "\"long 1\"", "\"long 2\"");
        assertThat(states()).containsOnly("DONE");
    }

    @Test
    void a_long_job_that_fails_is_noted_and_one_that_a_stop_broke_off_begins_anew() throws Exception {
        tenancy.write(school, () -> jobs.enqueue("test.long", "1"));
        var failing = new JobRunner(repository, tenancy, schools, clock, List.of(handler("test.long", true, payload -> {
            throw new IllegalStateException("no");
        })));
        failing.round(school);
        for (var i = 0; i < 200 && !states().equals(List.of("WAITING")); i++) Thread.sleep(20);
        clock.advance(Duration.ofHours(1));
        tenancy.write(school, () -> repository.begin(repository.claim(List.of("test.long"), clock.instant()).orElseThrow().id()));
        tenancy.write(school, repository::beginAnew);
        assertThat(states()).containsExactly("WAITING");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void leave(String payload) {
        tenancy.write(school, () -> jobs.enqueue(KIND, payload));
    }

    private List<String> states() {
        return tenancy.read(school, () -> db.select(JOB.STATE).from(JOB).where(JOB.SCHOOL_ID.eq(school)).fetch(JOB.STATE));
    }

    private JobRunner runner(Consumer<String> work) {
        return new JobRunner(repository, tenancy, schools, clock, List.of(handler(KIND, false, work)));
    }

    private static JobHandler handler(String kind, boolean isLong, Consumer<String> work) {
        return new JobHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public boolean isLong() {
                return isLong;
            }

            @Override
            public void run(String payloadJson) {
                work.accept(payloadJson);
            }
        };
    }
}
