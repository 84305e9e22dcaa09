package org.zongwu.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.TestClock;
import org.zongwu.TestDatabases;
import org.zongwu.engine.server.TestServer;

class SealingIT {
    @TempDir
    private Path folder;
    private final TestServer.Database database = TestDatabases.fresh();
    private final TestClock clock = new TestClock();
    private Sealing sealing;

    @BeforeEach
    void school() throws SQLException {
        sealing = new Sealing(database.as("zw_sealer"), new Anchors(folder.resolve("heads.log")), clock);
        superuser("insert into engine.school (school_id, code, name) values (1, 'a', 'A'), (2, 'b', 'B')");
    }

    @Test
    void what_is_committed_is_sealed_once_and_each_school_has_its_own_chain() throws SQLException {
        record(1);
        record(1);
        record(2);
        assertThat(sealing.seal()).isEqualTo(3);
        assertThat(sealing.seal()).isZero();
        record(1);
        assertThat(sealing.seal()).isEqualTo(1);
        assertThat(superuser("select string_agg(school_id || ':' || n || ':' || cnt, ' ' order by school_id, n) from trail.seal")).isEqualTo("1:1:2 1:2:1 2:1:1");
    }

    @Test
    void what_commits_late_is_sealed_late() throws SQLException {
        try (var open = database.superuser().getConnection()) {
            open.setAutoCommit(false);
            record(open, 1);
            record(1);
            assertThat(sealing.seal()).isEqualTo(1);
            clock.advance(Duration.ofMinutes(2));
            sealing.seal();
            clock.advance(Duration.ofMinutes(2));
            sealing.seal();
            open.commit();
        }
        assertThat(sealing.seal()).isEqualTo(1);
    }

    @Test
    void only_one_instance_seals_at_a_time() throws SQLException {
        record(1);
        try (var other = database.as("zw_sealer").getConnection(); var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + 0x5A57_5345_414CL + ")");
            assertThat(sealing.seal()).isZero();
        }
        assertThat(sealing.seal()).isEqualTo(1);
    }

    @Test
    void many_writers_and_the_sealer_leave_nothing_unsealed() throws Exception {
        var writers = 6;
        var go = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(writers)) {
            for (var w = 0; w < writers; w++) {
                var school = w % 2 + 1;
                pool.submit(() -> {
                    go.await();
                    for (var i = 0; i < 40; i++) record(school);
                    return null;
                });
            }
            go.countDown();
            pool.shutdown();
            while (!pool.awaitTermination(20, TimeUnit.MILLISECONDS)) sealing.seal();
        }
        sealing.seal();
        assertThat(superuser("select count(*) from trail.sealed")).isEqualTo(Integer.toString(writers * 40));
        assertThat(superuser("select sum(cnt) from trail.seal")).isEqualTo(Integer.toString(writers * 40));
    }

    @Test
    void an_anchored_head_is_not_anchored_again_even_after_a_restart() throws Exception {
        record(1);
        sealing.seal();
        sealing.anchor();
        sealing.anchor();
        record(2);
        sealing.seal();
        var restarted = new Sealing(database.as("zw_sealer"), new Anchors(folder.resolve("heads.log")), clock);
        restarted.anchor();
        assertThat(new Anchors(folder.resolve("heads.log")).read()).extracting(l -> l.head().schoolId()).containsExactly(1L, 2L);
    }

    @Test
    void the_sealer_may_add_seals_and_nothing_else() throws SQLException {
        record(1);
        sealing.seal();
        try (var sealer = database.as("zw_sealer").getConnection(); var statement = sealer.createStatement()) {
            for (var sql : new String[] {"update trail.seal set cnt = 2", "delete from trail.sealed", "delete from trail.record", "insert into trail.record (school_id) values (1)", "select * from ledger.entry"}) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void the_thread_seals_while_it_runs_and_once_more_when_it_stops() throws Exception {
        var sealer = new Sealer(sealing);
        sealer.start();
        record(1);
        var deadline = Instant.now().plusSeconds(10);
        while (superuser("select count(*) from trail.sealed").equals("0") && Instant.now().isBefore(deadline)) Thread.sleep(50);
        assertThat(superuser("select count(*) from trail.sealed")).isEqualTo("1");
        record(2);
        sealer.stop();
        assertThat(superuser("select count(*) from trail.sealed")).isEqualTo("2");
        assertThat(new Anchors(folder.resolve("heads.log")).read()).extracting(l -> l.head().schoolId()).contains(1L, 2L);
        assertThat(sealer.isRunning()).isFalse();
    }

    private void record(long school) throws SQLException {
        try (var connection = database.superuser().getConnection()) {
            record(connection, school);
        }
    }

    private static void record(Connection connection, long school) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into trail.record (school_id, id, at, action, object_type, object_id, images)
                    values (%d, gen_random_uuid(), now(), 'posted', 'stores.issue', gen_random_uuid(), '[]')""".formatted(school));
        }
    }

    private String superuser(String sql) throws SQLException {
        try (var connection = database.superuser().getConnection(); var statement = connection.createStatement()) {
            if (!statement.execute(sql)) return "";
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }
}
