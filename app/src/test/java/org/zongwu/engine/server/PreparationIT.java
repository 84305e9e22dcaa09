package org.zongwu.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.zongwu.engine.CannotStart;

class PreparationIT {
    private final ExternalServer server = TestServer.newDatabase("prepared").server();

    @Test
    void migrations_run_once_and_are_then_skipped() throws SQLException {
        var first = ask("select at::text from engine.migrated");
        Preparation.of(server);
        assertThat(ask("select at::text from engine.migrated")).isEqualTo(first);
        assertThat(ask("select string_agg(distinct tableowner, ',') from pg_tables where schemaname = 'engine'")).isEqualTo("zw_owner");
    }

    @Test
    void a_database_of_a_newer_version_is_refused_and_not_touched() throws SQLException {
        ask("""
                insert into engine.migration (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (99, '999901010000', 'later', 'SQL', 'V999901010000__later.sql', 1, 'x', 1, true);
                update engine.migrated set fingerprint = 'later'""");
        assertThatThrownBy(() -> Preparation.of(server)).isInstanceOf(CannotStart.class).hasMessageContaining("V999901010000__later.sql");
        assertThat(ask("select fingerprint from engine.migrated")).isEqualTo("later");
    }

    @Test
    void a_setting_that_would_lose_records_for_one_role_is_refused() throws SQLException {
        ask("do $$ begin execute format('alter role zw_app in database %I set synchronous_commit = off', current_database()); end $$");
        assertThatThrownBy(() -> Preparation.of(server)).isInstanceOf(CannotStart.class).hasMessageContaining("synchronous_commit=off");
    }

    @Test
    void an_application_role_that_may_do_too_much_is_refused() throws SQLException {
        ask("alter role zw_app bypassrls");
        try {
            assertThatThrownBy(() -> Preparation.of(server)).isInstanceOf(CannotStart.class).hasMessageContaining("zw_app");
        } finally {
            ask("alter role zw_app nobypassrls");
        }
    }

    private String ask(String sql) throws SQLException {
        try (var connection = server.admin().open(); var statement = connection.createStatement()) {
            if (!statement.execute(sql)) return "";
            var rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
