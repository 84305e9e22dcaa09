package org.zongwu.trail.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The database still refuses what it must refuse: no role that works may change a posted table or delete from a kept one,
 * and row-level security stands. Whoever takes this away can work past the rules without touching a row.
 */
final class RightsCheck {
    private static final List<String> ROLES = List.of("zw_app", "zw_ro", "zw_audit", "zw_sealer");

    private RightsCheck() {}

    static void run(Connection db, Findings findings) throws SQLException {
        for (var table : Kinds.all().entrySet()) {
            findings.looked(1);
            if (!exists(db, table.getKey())) {
                findings.add("table-gone", table.getKey());
                continue;
            }
            var forbidden = switch (table.getValue()) {
                case "posted" -> List.of("UPDATE", "DELETE", "TRUNCATE");
                case "kept" -> List.of("DELETE", "TRUNCATE");
                default -> List.of("TRUNCATE");
            };
            for (var role : ROLES) rights(db, role, table.getKey(), forbidden, findings);
            if (!ask(db, "select relrowsecurity and relforcerowsecurity from pg_class where oid = ?::regclass", table.getKey())) findings.add("no-row-security", table.getKey());
        }
        for (var role : ROLES) {
            findings.looked(1);
            if (ask(db, "select rolsuper or rolbypassrls or pg_has_role(oid, 'zw_owner', 'MEMBER') from pg_roles where rolname = ?", role)) findings.add("role-too-strong", role);
        }
    }

    private static void rights(Connection db, String role, String table, List<String> forbidden, Findings findings) throws SQLException {
        var held = new ArrayList<String>();
        for (var right : forbidden) if (ask(db, "select has_table_privilege(?, ?, ?)", role, table, right)) held.add(right);
        if (!held.isEmpty()) findings.add("right-too-much", role, table, String.join(", ", held));
    }

    private static boolean exists(Connection db, String table) throws SQLException {
        return ask(db, "select to_regclass(?) is not null", table);
    }

    private static boolean ask(Connection db, String sql, String... parameters) throws SQLException {
        try (var query = db.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) query.setString(i + 1, parameters[i]);
            try (var r = query.executeQuery()) {
                return r.next() && r.getBoolean(1);
            }
        }
    }
}
