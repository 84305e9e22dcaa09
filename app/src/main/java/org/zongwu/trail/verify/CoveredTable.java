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
 * The tables that are held against the trail: every table which the catalogue calls posted or kept, but for the
 * exceptions of {@code uncovered.properties}, each with its reason.
 *
 * @param name    with its schema
 * @param key     columns of the primary key without the school
 * @param ignored columns that change without a record
 */
record CoveredTable(String name, List<String> key, List<String> ignored) {
    static List<CoveredTable> all(Connection db) throws SQLException {
        var exceptions = exceptions();
        var sql = """
                select n.nspname || '.' || c.relname as name,
                       array(select a.attname::text from unnest(i.indkey) with ordinality k(attnum, place)
                             join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                             where a.attname <> 'school_id' order by k.place) as key
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_index i on i.indrelid = c.oid and i.indisprimary
                where c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') in ('posted', 'kept')
                order by 1""";
        var tables = new ArrayList<CoveredTable>();
        try (var query = db.prepareStatement(sql); var r = query.executeQuery()) {
            while (r.next()) {
                var name = r.getString("name");
                if (exceptions.containsKey(name)) continue;
                var ignored = exceptions.stringPropertyNames().stream().filter(e -> e.startsWith(name + ".")).map(e -> e.substring(name.length() + 1)).sorted().toList();
                tables.add(new CoveredTable(name, List.of((String[]) r.getArray("key").getArray()), ignored));
            }
        }
        return tables;
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
