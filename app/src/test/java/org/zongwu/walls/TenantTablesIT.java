package org.zongwu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zongwu.Office;
import org.zongwu.TestDatabases;
import org.zongwu.engine.Databases;

/** Every table against the catalogue: whose it is, and that one school can never point into another. */
@Office
class TenantTablesIT {
    /** Tables of no tenant: which schools there are, and which migrations have run. */
    private static final Set<String> NO_TENANT = Set.of("engine.school", "engine.migrated");
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String OURS = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', 'ext') and n.nspname not like 'pg_%'";

    @Autowired
    private Databases databases;

    @Autowired
    private DataSource application;

    private List<String> ask(String sql) {
        return new JdbcTemplate(databases.auditor()).queryForList(sql, String.class);
    }

    @Test
    void every_tenant_tables_keys_begin_with_the_school() {
        assertThat(ask("""
                select c.conrelid::regclass || ' ' || c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
                where %s and c.contype in ('p', 'u', 'f', 'x') and t.relname <> 'migration'
                and (select attname from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) <> 'school_id'
                and c.conrelid::regclass::text not in ('engine.school', 'engine.migrated')""".formatted(OURS))).as("a key that does not begin with school_id cannot be distributed, and lets one school point into another").isEmpty();
    }

    @Test
    void every_unique_index_has_the_school() {
        assertThat(ask("""
                select i.indexrelid::regclass::text from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
                where %s and i.indisunique and t.relname <> 'migration' and i.indrelid::regclass::text not in ('engine.school', 'engine.migrated')
                and not exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'school_id' and a.attnum = any(i.indkey))""".formatted(OURS))).isEmpty();
    }

    @Test
    void row_level_security_is_forced_on_every_tenant_table() {
        assertThat(ask("""
                select t.oid::regclass::text from pg_class t join pg_namespace n on n.oid = t.relnamespace
                where %s and t.relkind = 'r' and t.relname <> 'migration' and not (t.relrowsecurity and t.relforcerowsecurity)""".formatted(OURS)))
                .containsExactlyInAnyOrderElementsOf(NO_TENANT);
    }

    @Test
    void the_application_owns_nothing_and_has_no_way_around_the_policies() {
        assertThat(ask("select t.oid::regclass::text from pg_class t join pg_namespace n on n.oid = t.relnamespace where %s and t.relkind in ('r', 'v') and pg_get_userbyid(t.relowner) <> 'zw_owner'".formatted(OURS))).isEmpty();
        assertThat(ask("select rolname from pg_roles where rolname in ('zw_app', 'zw_ro', 'zw_sealer', 'zw_audit') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)")).isEmpty();
    }

    @Test
    void what_is_posted_can_only_be_added_to() {
        assertThat(ask("""
                select t.oid::regclass || ' ' || p.privilege_type from pg_class t join pg_namespace n on n.oid = t.relnamespace
                cross join lateral aclexplode(t.relacl) p
                where %s and obj_description(t.oid) = 'posted' and pg_get_userbyid(p.grantee) = 'zw_app' and p.privilege_type not in ('SELECT', 'INSERT')""".formatted(OURS))).isEmpty();
    }

    @Test
    void every_table_says_whether_it_is_draft_kept_or_posted() {
        assertThat(ask("select t.oid::regclass::text from pg_class t join pg_namespace n on n.oid = t.relnamespace where %s and t.relkind = 'r' and t.relname <> 'migration' and coalesce(obj_description(t.oid), '') not in ('draft', 'kept', 'posted')".formatted(OURS)))
                .containsExactlyInAnyOrderElementsOf(NO_TENANT);
    }

    @Test
    void views_see_the_school_of_their_reader() {
        assertThat(ask("select t.oid::regclass::text from pg_class t join pg_namespace n on n.oid = t.relnamespace where %s and t.relkind = 'v' and not coalesce('security_invoker=true' = any(t.reloptions), false)".formatted(OURS))).isEmpty();
    }

    @Test
    void without_a_school_the_application_sees_nothing() throws SQLException {
        var seen = new ArrayList<String>();
        try (var connection = application.getConnection(); var statement = connection.createStatement()) {
            for (var table : ask("select t.oid::regclass::text from pg_class t join pg_namespace n on n.oid = t.relnamespace where %s and t.relkind = 'r' and t.relrowsecurity".formatted(OURS))) {
                try (var rows = statement.executeQuery("select exists (select from " + table + ")")) {
                    rows.next();
                    if (rows.getBoolean(1)) seen.add(table);
                } catch (SQLException refused) {
                    // A ballot is not to be read by anybody: not even whether there is one.
                    if (!INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) throw refused;
                }
            }
        }
        assertThat(seen).isEmpty();
    }

    /** The walls above ask the catalogue; this table, made and taken back by the superuser, is what they must find. */
    @Test
    void a_table_that_breaks_the_walls_is_found() throws SQLException {
        try (var connection = TestDatabases.fresh().superuser().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create table engine.broken_wall (id uuid primary key, school_id bigint)");
            try (var rows = statement.executeQuery("""
                    select not (t.relrowsecurity and t.relforcerowsecurity), (select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = c.conkey[1]), pg_get_userbyid(t.relowner)
                    from pg_class t join pg_constraint c on c.conrelid = t.oid where t.relname = 'broken_wall' and c.contype = 'p'""")) {
                rows.next();
                assertThat(rows.getBoolean(1)).isTrue();
                assertThat(rows.getString(2)).isNotEqualTo("school_id");
                assertThat(rows.getString(3)).isNotEqualTo("zw_owner");
            }
        }
    }
}
