package org.zongwu.trail.verify;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Every row is as the trail last saw it, no row lacks its image, and no image lacks its row. One statement compares all
 * tables of a school within the server; only what differs comes out.
 */
final class RowCheck {
    private RowCheck() {}

    static void run(Connection db, long school, Findings findings) throws SQLException {
        var tables = CoveredTable.all(db);
        if (tables.isEmpty()) return;
        // Written here as the trail writes them, in UTC, without asking its function, which a tamperer could replace
        set(db, "timezone = 'UTC'", "work_mem = '128MB'", "jit = off", "statement_timeout = 0");
        try {
            compare(db, school, tables, findings);
        } finally {
            set(db, "timezone to default", "work_mem to default", "jit to default", "statement_timeout to default");
        }
    }

    private static void set(Connection db, String... settings) throws SQLException {
        try (var statement = db.createStatement()) {
            for (var setting : settings) statement.execute("set local " + setting);
        }
    }

    private static void compare(Connection db, long school, List<CoveredTable> tables, Findings findings) throws SQLException {
        try (var query = Queries.streaming(db, sql(tables))) {
            for (var i = 1; i <= tables.size() + 2; i++) query.setLong(i, school);
            try (var r = query.executeQuery()) {
                while (r.next()) {
                    if (r.getString("t") == null) findings.looked(r.getLong("total"));
                    else found(r, findings);
                }
            }
        }
    }

    private static void found(ResultSet r, Findings findings) throws SQLException {
        var no = r.getString("no") == null ? "—" : r.getString("no");
        var kind = r.getBoolean("gone") ? "row-gone" : r.getBoolean("unknown") ? "row-unknown" : "row-changed";
        findings.add(kind, r.getString("t"), r.getString("key"), no, r.getString("changes"));
    }

    private static String sql(List<CoveredTable> tables) {
        var keys = tables.stream().map(t -> "when '%s' then %s".formatted(t.name(), key(t, "i.r"))).collect(joining("\n      "));
        var present = tables.stream().map(RowCheck::present).collect(joining("\n    union all "));
        var ignored = tables.stream().filter(t -> !t.ignored().isEmpty())
                .map(t -> "when '%s' then array['%s']".formatted(t.name(), String.join("','", t.ignored()))).collect(joining(" "));
        var ignoring = ignored.isEmpty() ? "array[]::text[]" : "case coalesce(p.t, n.t) " + ignored + " else array[]::text[] end";
        return """
                with image as materialized (
                  select i.t, rec.seq, rec.object_no, i.r, coalesce(i.gone, false) as gone, case i.t %s end as key
                  from trail.record rec cross join lateral jsonb_to_recordset(rec.images) as i(t text, r jsonb, gone boolean)
                  where rec.school_id = ?
                ), last as materialized (
                  select distinct on (t, key) t, key, r, object_no, gone from image where key is not null order by t, key, seq desc
                ), newest as (
                  -- what was taken away by the rules must be away; where it stands all the same, nobody knows it
                  select t, key, r, object_no from last where not gone
                ), present as materialized (
                  %s
                ), differing as (
                  select coalesce(p.t, n.t) as t, coalesce(p.key, n.key) as key, p.r as p, n.r as n, n.object_no, %s as ignored
                  from present p full join newest n on n.t = p.t and n.key = p.key where p.r is distinct from n.r
                )
                select d.t, d.key, d.p is null as gone, d.n is null as unknown, null::bigint as total,
                  coalesce(d.p ->> 'no', d.p ->> 'object_no', d.object_no,
                    (select rec.object_no from trail.record rec where rec.school_id = ? and rec.object_no is not null
                       and rec.object_id::text in (select value from jsonb_each_text(d.p)) order by rec.seq desc limit 1)) as no,
                  c.changes
                from differing d
                -- a column that one of the two does not know was added or dropped by a migration since
                cross join lateral (
                  select string_agg(k || ': ' || coalesce(d.n ->> k, '') || ' → ' || coalesce(d.p ->> k, ''), '; ' order by k) as changes
                  from jsonb_object_keys(d.n) k where d.p ?? k and d.p -> k is distinct from d.n -> k and k <> all (d.ignored)
                ) c
                where d.p is null or d.n is null or c.changes is not null
                union all select null, null, null, null, (select count(*) from present), null, null
                order by 1 nulls first, 2""".formatted(keys, present, ignoring);
    }

    private static String present(CoveredTable table) {
        return "select '%s' as t, %s as key, z.r from (select to_jsonb(x.*) as r from %s x where x.school_id = ?) z"
                .formatted(table.name(), key(table, "z.r"), table.name());
    }

    private static String key(CoveredTable table, String image) {
        return table.key().stream().map(c -> image + " ->> '" + c + "'").collect(joining(", ", "concat_ws('/', ", ")"));
    }
}
