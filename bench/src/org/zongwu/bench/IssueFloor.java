package org.zongwu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Posts a signed 领物单 as a careful programmer would by hand: the same rows in the same tables under the same row-level security,
 * one statement a table, prepared, everything that does not change looked up beforehand. The counter comes before the rows that
 * carry the number, as in the product (docs/decisions/0001).
 */
final class IssueFloor {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String TAKE = """
            with wanted as (select (l ->> 'item')::uuid item, sum((l ->> 'quantity')::numeric) q from jsonb_array_elements(?::jsonb) l group by 1),
              held as (select b.item_id, w.q from stores.balance b join wanted w on w.item = b.item_id where b.school_id = ? and b.warehouse_id = ? order by b.item_id for update of b)
            update stores.balance b set amount = b.amount - case when b.quantity = h.q then b.amount else round(b.amount::numeric * h.q / b.quantity)::bigint end,
              quantity = b.quantity - h.q, lotted = greatest(b.lotted - h.q, 0), version = b.version + 1, moved_on = greatest(b.moved_on, ?) from held h
            where b.school_id = ? and b.warehouse_id = ? and b.item_id = h.item_id and b.quantity - b.lent >= h.q and b.received_on <= ?
            returning b.item_id, b.version, h.q, old.amount - new.amount, b.quantity, b.amount""";
    private static final String TRAIL = """
            insert into trail.record (school_id, id, at, actor_id, actor_name, action, object_type, object_id, object_no, images)
            select ?, ?, now(), ?, ?, 'posted', 'stores.issue', ?, ?, jsonb_agg(jsonb_build_object('t', i.t, 'r', i.r) order by i.place, i.r) from (
              select 0 place, 'stores.issue' t, trail.image(x.*) r from stores.issue x where school_id = ? and id = ?
              union all select 1, 'stores.issue_line', trail.image(x.*) from stores.issue_line x where school_id = ? and issue_id = ?
              union all select 2, 'stores.move', trail.image(x.*) from stores.move x where school_id = ? and object_id = ?
              union all select 3, 'stores.balance', trail.image(x.*) from stores.balance x where school_id = ? and warehouse_id = ? and item_id = any (?)
              union all select 4, 'ledger.entry', trail.image(x.*) from ledger.entry x where school_id = ? and id = ?
              union all select 5, 'ledger.entry_line', trail.image(x.*) from ledger.entry_line x where school_id = ? and entry_id = ?) i""";

    private final Connection db;
    private final UUID rule;
    private final BenchSchool school;

    IssueFloor(Connection db, BenchSchool school) throws SQLException {
        this.db = db;
        this.school = school;
        db.setAutoCommit(false);
        tenant();
        try (var r = db.createStatement().executeQuery("select id from ledger.booking_rule where school_id = " + school.id() + " and event = 'STORES_ISSUE' and variant = 'TEACHING'")) {
            r.next();
            rule = r.getObject(1, UUID.class);
        }
        db.commit();
    }

    /** @return the number of the document */
    String post(UUID draft) throws SQLException {
        try {
            var no = work(draft);
            db.commit();
            return no;
        } catch (SQLException e) {
            db.rollback();
            throw e;
        }
    }

    private String work(UUID draft) throws SQLException {
        tenant();
        run("insert into engine.idempotency (school_id, actor_id, key, body_hash, location) values (?, ?, ?, ?, ?) on conflict do nothing",
                school.id(), school.keeper().employeeId(), UUID.randomUUID(), new byte[32], "/stores/issues/" + draft);
        String lines;
        try (var s = prepared("select lines::text from stores.issue_draft where school_id = ? and id = ? and receiver_at is not null for update", school.id(), draft); var r = s.executeQuery()) {
            r.next();
            lines = r.getString(1);
        }
        var items = new UUID[3];
        var versions = new long[3];
        var quantities = new java.math.BigDecimal[3];
        var amounts = new long[3];
        var left = new java.math.BigDecimal[3];
        var worth = new long[3];
        var n = 0;
        try (var s = prepared(TAKE, lines, school.id(), school.warehouse(), DAY, school.id(), school.warehouse(), DAY); var r = s.executeQuery()) {
            for (; r.next(); n++) {
                items[n] = r.getObject(1, UUID.class);
                versions[n] = r.getLong(2);
                quantities[n] = r.getBigDecimal(3);
                amounts[n] = r.getLong(4);
                left[n] = r.getBigDecimal(5);
                worth[n] = r.getLong(6);
            }
        }
        if (n < 3) throw new SQLException("not enough");
        var total = amounts[0] + amounts[1] + amounts[2];
        run("select 1 from ledger.period where school_id = ? and fiscal_year = 2026 and month = 11 and closed_at is null for share", school.id());
        String no;
        try (var s = prepared("""
                insert into engine.series (school_id, series, period, last) values (?, 'LW', '2026', 1)
                on conflict (school_id, series, period) do update set last = engine.series.last + 1 returning last""", school.id()); var r = s.executeQuery()) {
            r.next();
            no = "LW-2026-%05d".formatted(r.getLong(1));
        }
        var entry = UUID.randomUUID();
        run("insert into ledger.entry (school_id, id, event, rule_id, business_date, fiscal_year, month, object_type, object_id, object_no, memo, posted_at) values (?, ?, 'STORES_ISSUE', ?, ?, 2026, 11, 'stores.issue', ?, ?, '总务处 刘洋', now())",
                school.id(), entry, rule, DAY, draft, no);
        run("insert into ledger.entry_line (school_id, id, entry_id, line_no, book, account, debit, credit) values (?, ?, ?, 1, 'FIN', '5001', ?, 0), (?, ?, ?, 2, 'FIN', '1302', 0, ?)",
                school.id(), UUID.randomUUID(), entry, total, school.id(), UUID.randomUUID(), entry, total);
        run("""
                insert into stores.issue (school_id, id, no, warehouse_id, receiver_id, department_id, business_date, purpose, receiver_at, promised_hours, keeper_id, amount, line_count, grade, posted_at, made_by, made_at)
                select school_id, id, ?, warehouse_id, receiver_id, ?, ?, purpose, receiver_at, 48, ?, ?, 3, 'WORKED', now(), made_by, made_at from stores.issue_draft where school_id = ? and id = ?""",
                no, school.department(), DAY, school.keeper().employeeId(), total, school.id(), draft);
        try (var s = db.prepareStatement("insert into stores.issue_line (school_id, id, issue_id, line_no, item_id, entered_unit, entered_quantity, quantity, amount) values (?, ?, ?, 1, ?, '盒', ?, ?, ?), (?, ?, ?, 2, ?, '盒', ?, ?, ?), (?, ?, ?, 3, ?, '盒', ?, ?, ?)")) {
            for (var i = 0; i < 3; i++) set(s, i * 7, school.id(), UUID.randomUUID(), draft, items[i], quantities[i], quantities[i], amounts[i]);
            s.executeUpdate();
        }
        try (var s = db.prepareStatement("""
                insert into stores.move (school_id, id, warehouse_id, item_id, seq, kind, grade, object_id, object_no, line_no, business_date, quantity, amount, quantity_after, amount_after, posted_at)
                values (?, ?, ?, ?, ?, 'ISSUE', 'WORKED', ?, ?, 1, ?, ?, ?, ?, ?, now()), (?, ?, ?, ?, ?, 'ISSUE', 'WORKED', ?, ?, 2, ?, ?, ?, ?, ?, now()), (?, ?, ?, ?, ?, 'ISSUE', 'WORKED', ?, ?, 3, ?, ?, ?, ?, ?, now())""")) {
            for (var i = 0; i < 3; i++) set(s, i * 12, school.id(), UUID.randomUUID(), school.warehouse(), items[i], versions[i], draft, no, DAY, quantities[i].negate(), -amounts[i], left[i], worth[i]);
            s.executeUpdate();
        }
        run("delete from stores.issue_draft where school_id = ? and id = ?", school.id(), draft);
        run(TRAIL, school.id(), UUID.randomUUID(), school.keeper().employeeId(), school.keeper().name(), draft, no, school.id(), draft, school.id(), draft, school.id(), draft,
                school.id(), school.warehouse(), db.createArrayOf("uuid", items), school.id(), entry, school.id(), entry);
        return no;
    }

    private void tenant() throws SQLException {
        try (var s = db.createStatement()) {
            s.execute("set local app.school = '" + school.id() + "'");
        }
    }

    private void run(String sql, Object... values) throws SQLException {
        try (var s = prepared(sql, values)) {
            s.execute();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        var s = db.prepareStatement(sql);
        set(s, 0, values);
        return s;
    }

    private static void set(PreparedStatement s, int before, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) s.setObject(before + i + 1, values[i]);
    }
}
