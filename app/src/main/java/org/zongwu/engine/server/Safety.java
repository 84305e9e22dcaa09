package org.zongwu.engine.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.zongwu.engine.CannotStart;

/** Refuses a database that could lose a committed record or show one school's records to another. */
final class Safety {
    private static final int OLDEST = 180_000;
    private static final List<String> SWITCHES = List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums");

    private Safety() {}

    static void check(Connection connection) throws SQLException {
        var faults = new ArrayList<String>();
        if (Integer.parseInt(show(connection, "server_version_num")) < OLDEST) faults.add("server_version = " + show(connection, "server_version"));
        for (var name : SWITCHES) if (show(connection, name).equals("off")) faults.add(name + " = off");
        faults.addAll(overrides(connection));
        faults.addAll(powersOfTheApplication(connection));
        if (faults.isEmpty()) return;
        throw new CannotStart("数据库的设置不能保证记录不丢、各校互不可见，总务拒绝启动：" + String.join("；", faults) + "。请改正这些设置后再启动。",
                "The database's settings do not guarantee that records are kept and schools kept apart, so Zongwu does not start: "
                + String.join("; ", faults) + ". Correct these settings and start again.");
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement()) {
            var shown = statement.executeQuery("show " + setting);
            shown.next();
            return shown.getString(1);
        }
    }

    /** Settings put on a role or a database win over the server's own, and only for those who log in that way. */
    private static List<String> overrides(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery("""
                    select coalesce(r.rolname, '*') || '@' || coalesce(d.datname, '*') || ' ' || setting
                    from pg_db_role_setting s
                    left join pg_roles r on r.oid = s.setrole left join pg_database d on d.oid = s.setdatabase,
                    unnest(s.setconfig) setting
                    where (s.setdatabase = 0 or d.datname = current_database())
                    and split_part(setting, '=', 1) in ('fsync', 'full_page_writes', 'synchronous_commit', 'row_security',
                        'session_replication_role', 'app.school', 'role', 'search_path')""");
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }

    private static List<String> powersOfTheApplication(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery("""
                    select rolname, rolsuper or rolbypassrls or rolcreaterole or pg_has_role(rolname, 'zw_owner', 'member') as too_much
                    from pg_roles where rolname in ('zw_app', 'zw_ro', 'zw_sealer', 'zw_audit')""");
            while (rows.next()) if (rows.getBoolean("too_much")) found.add(rows.getString("rolname") + " > zw_owner, superuser, bypassrls, createrole");
            var owned = statement.executeQuery("""
                    select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner
                    where r.rolname in ('zw_app', 'zw_ro', 'zw_sealer', 'zw_audit') and c.relpersistence <> 't' limit 5""");
            while (owned.next()) found.add(owned.getString(1) + " owner zw_*");
        }
        return found;
    }
}
