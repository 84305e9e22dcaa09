package org.zongwu.trail.verify;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * A table that is held against the trail: every one that the migrations call posted or kept, but for the exceptions of
 * {@code uncovered.properties}, each with its reason.
 *
 * @param name    with its schema
 * @param key     columns of the primary key without the school
 * @param ignored columns that change without a record
 */
record CoveredTable(String name, List<String> key, List<String> ignored) {
    static List<CoveredTable> all(Connection db) throws SQLException {
        var exceptions = exceptions();
        var tables = new ArrayList<CoveredTable>();
        for (var kind : Kinds.all().entrySet()) {
            var name = kind.getKey();
            if (kind.getValue().equals("draft") || exceptions.containsKey(name)) continue;
            var key = key(db, name);
            if (key.isEmpty()) continue; // the table is gone, which TRAIL-RIGHTS says
            var ignored = exceptions.stringPropertyNames().stream().filter(e -> e.startsWith(name + ".")).map(e -> e.substring(name.length() + 1)).sorted().toList();
            tables.add(new CoveredTable(name, key, ignored));
        }
        return tables;
    }

    private static List<String> key(Connection db, String table) throws SQLException {
        var sql = """
                select a.attname from pg_index i cross join lateral unnest(i.indkey) with ordinality k(attnum, place)
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                where i.indrelid = to_regclass(?) and i.indisprimary and a.attname <> 'school_id' order by k.place""";
        try (var query = db.prepareStatement(sql)) {
            query.setString(1, table);
            var key = new ArrayList<String>();
            try (var r = query.executeQuery()) {
                while (r.next()) key.add(r.getString(1));
            }
            return key;
        }
    }

    private static Properties exceptions() {
        try (var in = new InputStreamReader(Objects.requireNonNull(CoveredTable.class.getResourceAsStream("uncovered.properties")), StandardCharsets.UTF_8)) {
            var all = new Properties();
            all.load(in);
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
