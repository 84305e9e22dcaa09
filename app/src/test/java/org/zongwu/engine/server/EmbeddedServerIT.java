package org.zongwu.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zongwu.engine.CannotStart;
import org.zongwu.engine.Home;

/** Starts, stops and kills real servers on a data folder of their own. */
@Tag("slow")
class EmbeddedServerIT {
    private static final Path CACHE = Path.of("target/postgres-programs").toAbsolutePath();

    private Home home;
    private EmbeddedServer server;

    @BeforeEach
    void emptyFolder() throws IOException {
        home = new Home(Files.createTempDirectory(Files.createDirectories(Path.of("target/server-homes").toAbsolutePath()), "h"));
        server = start();
    }

    @AfterEach
    void stop() {
        server.close();
        Binaries.delete(home.root());
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(home, CACHE, 0, "zongwu");
    }

    @Test
    void everything_that_keeps_a_committed_record_is_on_and_only_this_machine_can_connect() throws SQLException {
        for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) assertThat(ask("show " + setting)).isEqualTo("on");
        assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask("show unix_socket_directories")).isEmpty();
        assertThat(ask("select string_agg(distinct auth_method, ',') from pg_hba_file_rules")).isEqualTo("scram-sha-256");
        assertThat(ask("show server_encoding")).isEqualTo("UTF8");
        assertThat(ask("select datlocprovider::text from pg_database where datname = 'zongwu'")).isEqualTo("i");
    }

    @Test
    void passwords_are_readable_by_the_owner_only() throws IOException {
        server.password("zw_app");
        try (var files = Files.walk(home.secrets())) {
            assertThat(files).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file)).noneMatch(right -> !right.name().startsWith("OWNER")));
        }
    }

    @Test
    void a_record_survives_the_death_of_the_program_and_of_the_server() throws Exception {
        ask("create table kept as select 42 as answer");
        var postmaster = postmaster();
        postmaster.destroyForcibly();
        postmaster.onExit().get(20, TimeUnit.SECONDS);
        server.close();
        server = start();
        assertThat(ask("select answer from kept")).isEqualTo("42");
    }

    @Test
    void a_server_that_was_left_behind_is_stopped_and_started_afresh() throws Exception {
        ask("create table kept as select 42 as answer");
        var left = postmaster();
        server.abandon();
        server = start();
        left.onExit().get(20, TimeUnit.SECONDS);
        assertThat(postmaster().pid()).isNotEqualTo(left.pid());
        assertThat(ask("select answer from kept")).isEqualTo("42");
    }

    @Test
    void a_pid_file_whose_number_belongs_to_another_program_does_not_keep_it_from_starting() throws Exception {
        server.close();
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(home.postgres().resolve("postmaster.pid"), other.pid() + "\n" + home.postgres() + "\n0\n5432\n\n127.0.0.1\n\n");
            server = start();
            assertThat(other.isAlive()).isTrue();
            assertThat(ask("select 1")).isEqualTo("1");
        } finally {
            other.destroy();
        }
    }

    @Test
    void a_second_command_connects_to_the_server_that_runs_and_leaves_it_running() throws SQLException {
        Preparation.of(server);
        server.ready();
        var second = start();
        Preparation.of(second);
        assertThat(second.borrowed()).isTrue();
        assertThat(second.admin().url()).isEqualTo(server.admin().url());
        second.close();
        assertThat(ask("select 1")).isEqualTo("1");
    }

    @Test
    void a_password_file_that_is_lost_is_said_and_nothing_is_overwritten() throws IOException {
        server.close();
        var password = home.secrets().resolve("zw_super.password");
        var kept = Files.readString(password);
        Files.delete(password);
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining(home.secrets().toString());
        Files.writeString(password, kept);
        server = start();
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Long.parseLong(Files.readAllLines(home.postgres().resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private String ask(String sql) throws SQLException {
        try (var connection = server.admin().open(); var statement = connection.createStatement()) {
            if (!statement.execute(sql)) return "";
            var rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
