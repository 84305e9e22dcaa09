package org.zongwu.walls;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Schools that have the rows of another, and longer histories of one: for tests that want many records without the work of making them. As the
 * superuser and beside all triggers, so only checks of a single row hold.
 */
final class SchoolCopies implements AutoCloseable {
    /** Who and what the records are about: it is there once, however long the history. */
    private static final Set<String> MASTERS = Set.of("stores.item", "stores.warehouse", "stores.category", "stores.balance", "stores.kit", "stores.kit_line", "stores.quota", "stores.handover");
    private static final Set<String> MASTER_SCHEMAS = Set.of("school", "parties");
    /** Logs, log-ins, versions of reports and originals belong to the school that made them. */
    private static final Set<String> LEFT_OUT = Set.of("engine", "trail", "access", "imports", "files", "termreport", "approvals");
    private static final Set<String> SOFT_LINKS = Set.of("object_id", "document_id", "slip_id", "reversal_of");
    private static final int HALF_A_YEAR = 183;

    /** @param master uuid that names a person, a place or a thing; {@code unique} stands in a unique key */
    private record Col(String name, String type, boolean master, boolean unique) {}

    private final Connection db;
    private final Map<String, List<Col>> tables;

    SchoolCopies(String url, String user, String password) throws SQLException {
        db = DriverManager.getConnection(url, user, password);
        run("set session_replication_role = replica");
        tables = tables();
    }

    /** All rows of a school for another one, which has none. */
    void copy(long from, long to) throws SQLException {
        for (var t : tables.entrySet()) insert(t.getKey(), t.getValue(), String.valueOf(to), Col::name, from);
    }

    /**
     * The records of a school once more, half a year earlier for each time.
     *
     * @param which schemas
     * @return tables whose checks refuse such rows
     */
    List<String> earlier(long school, int from, int times, Function<String, Boolean> which) throws SQLException {
        var refused = new ArrayList<String>();
        for (var t : tables.entrySet()) {
            var schema = t.getKey().split("\\.")[0];
            if (MASTERS.contains(t.getKey()) || MASTER_SCHEMAS.contains(schema) || !which.apply(schema)) continue;
            try {
                // every copy is one of the rows that were there first
                run("create temporary table first_rows as select * from " + t.getKey() + " where school_id = " + school);
                for (var k = from; k < from + times; k++) earlier(t.getKey(), t.getValue(), school, k);
            } catch (SQLException e) {
                refused.add(t.getKey() + ": " + e.getMessage().lines().findFirst().orElse(""));
            } finally {
                run("drop table if exists first_rows");
            }
        }
        return refused;
    }

    private void earlier(String table, List<Col> columns, long school, int k) throws SQLException {
        run("insert into " + table + " (school_id, " + names(columns) + ") select " + school + ", "
                + columns.stream().map(c -> shifted(c, k)).collect(Collectors.joining(", ")) + " from first_rows on conflict do nothing");
    }

    private static String shifted(Col c, int k) {
        var name = c.name();
        return switch (c.type()) {
            case "uuid" -> c.master() ? name : "md5(" + name + "::text || '-" + k + "')::uuid";
            case "date" -> name + " - " + k * HALF_A_YEAR;
            case "timestamp with time zone" -> name + " - interval '" + k * HALF_A_YEAR + " days'";
            // numbers of documents go on counting, as WX-2026-00007 → WX-2026-100007
            case "text" -> c.unique() ? "case when " + name + " ~ '[0-9]{1,9}$' then regexp_replace(" + name + ", '[0-9]+$', '') || (substring(" + name + " from '[0-9]+$')::bigint + " + k
                    + "00000)::text else " + name + " || '/" + k + "' end" : name;
            default -> name;
        };
    }

    /** Takes a copy away. */
    void remove(long school) throws SQLException {
        for (var table : tables.keySet()) run("delete from " + table + " where school_id = " + school);
    }

    /** How many rows of each schema a school has. */
    Map<String, Long> rows(long school) throws SQLException {
        var rows = new LinkedHashMap<String, Long>();
        for (var table : tables.keySet()) {
            try (var s = db.createStatement(); var r = s.executeQuery("select count(*) from " + table + " where school_id = " + school)) {
                r.next();
                rows.merge(table.split("\\.")[0], r.getLong(1), Long::sum);
            }
        }
        return rows;
    }

    /** Tables with all these columns. */
    List<String> with(String... columns) {
        return tables.entrySet().stream().filter(t -> t.getValue().stream().map(Col::name).toList().containsAll(List.of(columns))).map(Map.Entry::getKey).toList();
    }

    List<String> columns(String table, String type) {
        return tables.get(table).stream().filter(c -> c.type().equals(type)).map(Col::name).toList();
    }

    int run(String sql) throws SQLException {
        try (var s = db.createStatement()) {
            s.execute(sql);
            return Math.max(0, s.getUpdateCount());
        }
    }

    private void insert(String table, List<Col> columns, String school, Function<Col, String> value, long from) throws SQLException {
        run("insert into " + table + " (school_id, " + names(columns) + ") select " + school + ", " + columns.stream().map(value).collect(Collectors.joining(", ")) + " from " + table + " where school_id = " + from);
    }

    private static String names(List<Col> columns) {
        return columns.stream().map(Col::name).collect(Collectors.joining(", "));
    }

    /** Every tenant table with the columns that a statement may write. */
    private Map<String, List<Col>> tables() throws SQLException {
        var all = new LinkedHashMap<String, List<Col>>();
        try (var s = db.createStatement(); var r = s.executeQuery("""
                select n.nspname, t.relname, quote_ident(a.attname), format_type(a.atttypid, null), coalesce(f.confrelid::regclass::text, ''),
                  exists (select from pg_index i where i.indrelid = t.oid and i.indisunique and a.attnum = any(i.indkey))
                from pg_class t join pg_namespace n on n.oid = t.relnamespace
                join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '' and a.attname <> 'school_id'
                left join lateral (select confrelid from pg_constraint c where c.conrelid = t.oid and c.contype = 'f' and a.attnum = any(c.conkey) limit 1) f on true
                where t.relkind = 'r' and obj_description(t.oid) in ('draft', 'kept', 'posted') order by 1, 2, a.attnum""")) {
            while (r.next()) {
                var schema = r.getString(1);
                if (LEFT_OUT.contains(schema)) continue;
                var name = r.getString(3);
                var refers = r.getString(5);
                var own = name.equals("id") || SOFT_LINKS.contains(name) || !refers.isEmpty() && !MASTERS.contains(refers) && !MASTER_SCHEMAS.contains(refers.split("\\.")[0]);
                all.computeIfAbsent(schema + "." + r.getString(2), k -> new ArrayList<>()).add(new Col(name, r.getString(4), !own, r.getBoolean(6)));
            }
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        db.close();
    }
}
