package org.zongwu.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zongwu.engine.DemoLogins;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.ledger.Ledgers;
import org.zongwu.school.SetUp;
import org.zongwu.stores.warehouse.WarehouseService;

/** Opens schools as the product does, and fills them by SQL as their owner, because a million moves by hand would take a day. */
@Component
class BenchSchools {
    static final String PASSWORD = "bench-2026-pass";

    private final Schools schools;
    private final Tenancy tenancy;
    private final SetUp setUp;
    private final Ledgers ledgers;
    private final WarehouseService warehouses;
    private final DemoLogins logins;
    private final String url;
    private final String user;
    private final String password;

    BenchSchools(Schools schools, Tenancy tenancy, SetUp setUp, Ledgers ledgers, WarehouseService warehouses, DemoLogins logins, @Value("${zongwu.db.url}") String url,
            @Value("${zongwu.db.user}") String user, @Value("${zongwu.db.password}") String password) {
        this.schools = schools;
        this.tenancy = tenancy;
        this.setUp = setUp;
        this.ledgers = ledgers;
        this.warehouses = warehouses;
        this.logins = logins;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** As the product connects: row-level security is on. */
    Connection application() throws SQLException {
        var db = owner();
        try (var s = db.createStatement()) {
            s.execute("set role zw_app");
        }
        return db;
    }

    /**
     * @param items kinds of things, each with plenty on the shelf
     * @param moves that stand on the cards already, three of them an issue, spread over two years
     */
    BenchSchool open(int items, int moves) throws SQLException {
        var code = "b-" + UUID.randomUUID().toString().substring(0, 13);
        var id = schools.open(code, "测速学校", true).id();
        var keeper = person(id, "1002", "李秀兰", Duty.STOREKEEPER);
        var receiver = person(id, "1003", "刘洋", Duty.TEACHER);
        var warehouse = tenancy.<UUID>write(id, () -> {
            ledgers.open(keeper, 2026, 2026);
            logins.open(id, keeper.employeeId(), code, PASSWORD);
            return warehouses.open(keeper, "01", "总务一库", null, keeper.employeeId(), LocalDate.of(2024, 1, 1));
        });
        try (var db = owner()) {
            var all = fill(db, id, warehouse, items);
            if (moves > 0) history(db, id, warehouse, keeper, receiver, items, moves);
            return new BenchSchool(id, code, keeper, receiver, department(db, id), warehouse, all);
        }
    }

    /** So many signed slips of three lines each, as they wait for the keeper. */
    List<UUID> signedSlips(BenchSchool school, int count) throws SQLException {
        var all = new ArrayList<UUID>();
        try (var db = owner(); var s = db.prepareStatement("""
                insert into stores.issue_draft (school_id, id, warehouse_id, receiver_id, needed_on, purpose, receiver_at, made_by, made_at, submitted_at, version, lines)
                select ?, gen_random_uuid(), ?, ?, '2026-11-23', 'TEACHING', now(), ?, now(), now(), 3,
                  (select jsonb_agg(jsonb_build_object('item', (?::uuid[])[1 + (g * 7919 + k * 31) % ?], 'unit', '盒', 'quantity', 1 + (g + k) % 5)) from generate_series(0, 2) k)
                from generate_series(1, ?) g returning id""")) {
            var n = 0;
            for (var value : new Object[] {school.id(), school.warehouse(), school.receiver().employeeId(), school.receiver().employeeId(), db.createArrayOf("uuid", school.items().toArray()), school.items().size(), count}) {
                s.setObject(++n, value);
            }
            for (var r = s.executeQuery(); r.next(); ) all.add(r.getObject(1, UUID.class));
        }
        return all;
    }

    /** So many jobs of two years, a hundred of them open; the dispatcher's log-in is the school's with a d behind it. @return one of them */
    UUID jobs(BenchSchool school, int count) throws SQLException {
        var dispatcher = person(school.id(), "1004", "林菲佳", Duty.DISPATCHER);
        var worker = person(school.id(), "1005", "马强", Duty.WORKER);
        tenancy.write(school.id(), () -> logins.open(school.id(), dispatcher.employeeId(), school.login() + "d", PASSWORD));
        try (var db = owner(); var s = db.createStatement()) {
            s.execute("""
                    insert into repairs.ticket (school_id, id, same, day, reported_at, reporter, place, trade, content, channel, promises, promised_from, dispatch_by, respond_by, finish_by, worker_id, worker, dispatched_at,
                      accepted_at, arrived_at, done_day, done_at, cause, solution, minutes, vendor_cost, confirmed_by, confirmed_at, rating, no, state, version, grade, made_by, made_by_name, made_at)
                    select %1$d, gen_random_uuid(), 'bench/' || g, began::date, began, '刘洋', (array['教学楼', '实验楼', '宿舍楼'])[1 + g %% 3] || ' ' || (101 + g %% 5 * 100 + g %% 7), (array['WATER', 'ELECTRIC', 'LOCK', 'FURNITURE'])[1 + g %% 4],
                      (array['水龙头滴水', '灯管不亮', '门锁坏了', '课桌腿松', '窗户关不上'])[1 + g %% 5] || g, 'DESK', '30wm 2h 24h', began, began + interval '30 min', began + interval '2 h', began + interval '24 h',
                      case when open is distinct from 'REPORTED' then '%2$s'::uuid end, case when open is distinct from 'REPORTED' then '马强' end, case when open is distinct from 'REPORTED' then began + interval '5 min' end,
                      case when open is null or open <> 'REPORTED' then began + interval '9 min' end, case when open is null then began + interval '1 h' end,
                      case when open is null then (began + g %% 30 * interval '1 h')::date end, case when open is null then began + interval '2 h' + g %% 30 * interval '1 h' end, case when open is null then 'AGE' end, case when open is null then '换新' end,
                      case when open is null then 30 end, case when g %% 9 = 0 then 4500 end, case when open is null then '%3$s'::uuid end, case when open is null then began + interval '50 h' end, case when open is null then 'SATISFIED' end,
                      'BX-' || extract(year from began) || '-' || lpad(g::text, 6, '0'), coalesce(open, 'CONFIRMED'), 6, 'WORKED', '%3$s', '刘洋', began
                    from (select g, timestamptz '2024-09-01 08:00+08' + g::bigint * interval '800 days' / %4$d began, case when g > %4$d - 100 then (array['REPORTED', 'ACCEPTED'])[1 + g %% 2] end open from generate_series(1, %4$d) g) x"""
                    .formatted(school.id(), worker.employeeId(), school.receiver().employeeId(), count));
            try (var r = s.executeQuery("select id from repairs.ticket where school_id = %d order by no limit 1".formatted(school.id()))) {
                r.next();
                return r.getObject(1, UUID.class);
            }
        }
    }

    /**
     * What the server does by itself within a minute of the first documents. Until then it has no idea of how many there are, and the
     * plans that it keeps, of both sides, go through all rows of the school for each key.
     */
    void settle() throws SQLException {
        try (var db = owner(); var s = db.createStatement()) {
            s.execute("vacuum (analyze)");
        }
    }

    private Actor person(long school, String staffNo, String name, Duty duty) {
        var id = tenancy.<UUID>write(school, () -> {
            var person = setUp.firstEmployee(staffNo, name, "总务处");
            setUp.firstDuty(person, duty);
            return person;
        });
        return new Actor(school, id, name, Set.of(duty));
    }

    private static UUID department(Connection db, long school) throws SQLException {
        try (var r = db.createStatement().executeQuery("select id from school.department where school_id = " + school + " limit 1")) {
            r.next();
            return r.getObject(1, UUID.class);
        }
    }

    private static List<UUID> fill(Connection db, long school, UUID warehouse, int items) throws SQLException {
        try (var s = db.createStatement()) {
            s.execute("insert into stores.category (school_id, id, code, name) select %d, gen_random_uuid(), lpad(g::text, 2, '0'), '类别' || g from generate_series(1, 20) g".formatted(school));
            s.execute("""
                    insert into stores.item (school_id, id, code, name, spec, unit, category_id, pinyin)
                    select %1$d, gen_random_uuid(), lpad(g::text, 6, '0'), w.name || g, '规格' || g %% 97, '盒', (select id from stores.category c where c.school_id = %1$d and c.code = lpad((1 + g %% 20)::text, 2, '0')), w.pinyin || g
                    from generate_series(1, %2$d) g join (values (0, '彩色粉笔', 'csfb'), (1, '中性笔', 'zxb'), (2, '打印纸', 'dyz'), (3, '灯管', 'dg'), (4, '拖把', 'tb'), (5, '墨盒', 'mh'), (6, '作业本', 'zyb'), (7, '洗手液', 'xsy'), (8, '合页', 'hy'), (9, '水龙头', 'slt')) w (k, name, pinyin) on w.k = g %% 10""".formatted(school, items));
            s.execute("insert into stores.balance (school_id, warehouse_id, item_id, quantity, amount, version, moved_on, received_on) select school_id, '%s', id, 100000, 52345678, 1, '2024-01-02', '2024-01-02' from stores.item where school_id = %d".formatted(warehouse, school));
            var all = new ArrayList<UUID>();
            for (var r = s.executeQuery("select id from stores.item where school_id = " + school + " order by code"); r.next(); ) all.add(r.getObject(1, UUID.class));
            return all;
        }
    }

    /** Issues of three lines with the moves that they made; the cards go on where these end. */
    private static void history(Connection db, long school, UUID warehouse, Actor keeper, Actor receiver, int items, int moves) throws SQLException {
        try (var s = db.createStatement()) {
            s.execute("set session_replication_role = replica"); // what these rows refer to was written a moment ago
            s.execute("create temp table made as select g n, gen_random_uuid() id, date '2024-09-01' + (g::bigint * 800 / %d)::int d from generate_series(1, %d) g".formatted(Math.max(1, moves / 3), Math.max(1, moves / 3)));
            s.execute("""
                    insert into stores.issue (school_id, id, no, warehouse_id, receiver_id, department_id, business_date, purpose, receiver_at, keeper_id, amount, line_count, grade, posted_at, made_by, made_at)
                    select %1$d, id, 'LW-' || extract(year from d) || '-' || lpad(n::text, 6, '0'), '%2$s', '%3$s', (select id from school.department where school_id = %1$d limit 1), d, 'TEACHING', d, '%4$s', 3000, 3, 'WORKED', d, '%3$s', d from made"""
                    .formatted(school, warehouse, receiver.employeeId(), keeper.employeeId()));
            s.execute("create temp table kinds as select row_number() over (order by code) - 1 k, id from stores.item where school_id = " + school);
            s.execute("create unique index on kinds (k)");
            s.execute("analyze kinds");
            s.execute("""
                    insert into stores.move (school_id, id, warehouse_id, item_id, seq, kind, grade, object_id, object_no, line_no, business_date, quantity, amount, quantity_after, amount_after, posted_at)
                    select %1$d, gen_random_uuid(), '%2$s', k.id, 1 + row_number() over (partition by k.id order by m.n, l), 'ISSUE', 'WORKED', m.id, 'LW-' || extract(year from m.d) || '-' || lpad(m.n::text, 6, '0'), l + 1, m.d, -1, -1000, 1000, 1000000, m.d
                    from made m cross join generate_series(0, 2) l join kinds k on k.k = (m.n::bigint * 7919 + l * 104729) %% %3$d""".formatted(school, warehouse, items));
            s.execute("update stores.balance b set version = 1 + coalesce((select max(seq) from stores.move m where m.school_id = b.school_id and m.warehouse_id = b.warehouse_id and m.item_id = b.item_id), 0) where school_id = " + school);
            s.execute("drop table made, kinds");
            s.execute("reset session_replication_role");
            s.execute("vacuum analyze stores.issue, stores.move, stores.item, stores.balance");
        }
    }
}
