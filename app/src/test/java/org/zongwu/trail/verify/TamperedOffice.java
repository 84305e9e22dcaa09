package org.zongwu.trail.verify;

import static zongwu.db.school.Tables.DEPARTMENT;
import static zongwu.db.school.Tables.DUTY_HELD;
import static zongwu.db.school.Tables.EMPLOYEE;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.CATEGORY;
import static zongwu.db.stores.Tables.ISSUE;
import static zongwu.db.stores.Tables.ISSUE_LINE;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.MOVE;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Controller;
import org.zongwu.TestDatabases;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.engine.server.TestServer;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.FiscalPeriod;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.TodoSource;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Ledger;
import org.zongwu.ledger.Ledgers;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.trail.seal.Anchors;
import org.zongwu.trail.seal.Resealing;

/** A database of its own with two schools at work, sealed and anchored, to be tampered with. */
final class TamperedOffice implements AutoCloseable {
    final TestServer.Database database = TestDatabases.fresh();
    final Anchors anchors;
    final long school;
    final List<UUID> issues = new ArrayList<>();
    final Actor keeper;
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final Tenancy tenancy;
    private final DSLContext db;
    private final Trail trail;
    private final Ledger ledger;
    private final UUID department = Ids.next();
    private final UUID warehouse = Ids.next();
    private final UUID item = Ids.next();

    TamperedOffice(Path folder) {
        anchors = new Anchors(folder.resolve("heads.log"));
        beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("clone", Map.of("zongwu.db.url", database.url(),
                "zongwu.db.user", database.adminUser(), "zongwu.db.password", database.adminPassword(), "zongwu.data", folder.toString())));
        // The machine room, the trail and the ledger, without their screens and without the sealer's thread
        var scanner = new ClassPathBeanDefinitionScanner(beans);
        scanner.setEnvironment(beans.getEnvironment());
        scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.addExcludeFilter(new AssignableTypeFilter(TodoSource.class));
        scanner.scan("org.zongwu.engine", "org.zongwu.trail.record", "org.zongwu.ledger.entry", "org.zongwu.ledger.books");
        beans.refresh();
        tenancy = beans.getBean(Tenancy.class);
        db = beans.getBean(DSLContext.class);
        trail = beans.getBean(Trail.class);
        ledger = beans.getBean(Ledger.class);
        school = beans.getBean(Schools.class).open("tampered", "某某小学", false).id();
        keeper = new Actor(school, Ids.next(), "周保管", Set.of(Duty.STOREKEEPER));
        var other = beans.getBean(Schools.class).open("other", "另一小学", false).id();
        beans.getBean(Ledgers.class).open(new Actor(other, Ids.next(), "李会计", Set.of(Duty.ACCOUNTANT)), 2026, 2026);
        beans.getBean(Ledgers.class).open(keeper, 2026, 2026);
        for (var month = 1; month <= 8; month++) beans.getBean(Ledgers.class).close(keeper, new FiscalPeriod(2026, month));
        tenancy.write(school, this::furnish);
        seal();
        for (var n = 1; n <= 6; n++) {
            issue(n);
            if (n % 2 == 0) seal();
        }
    }

    static String no(int n) {
        return "LW-2026-%05d".formatted(n);
    }

    void seal() {
        Resealing.seal(database.as("zw_sealer"), anchors);
    }

    Connection superuser() throws SQLException {
        var connection = database.superuser().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    List<String> findings(Connection connection, String check) throws SQLException {
        return new Verifier(connection, school, "tampered", anchors, anchors.read(), Instant.now(), Locale.ENGLISH).check(check).findings();
    }

    private void furnish() {
        var receiver = Ids.next();
        var category = Ids.next();
        var day = LocalDate.of(2026, 1, 1);
        db.insertInto(DEPARTMENT, DEPARTMENT.SCHOOL_ID, DEPARTMENT.ID, DEPARTMENT.NAME, DEPARTMENT.TEACHING, DEPARTMENT.VALID_FROM)
                .values(school, department, "总务处", false, day).execute();
        for (var person : List.of(keeper.employeeId(), receiver)) {
            db.insertInto(EMPLOYEE, EMPLOYEE.SCHOOL_ID, EMPLOYEE.ID, EMPLOYEE.STAFF_NO, EMPLOYEE.NAME, EMPLOYEE.PINYIN, EMPLOYEE.DEPARTMENT_ID)
                    .values(school, person, person.toString(), "某人", "mr", department).execute();
        }
        db.insertInto(DUTY_HELD, DUTY_HELD.SCHOOL_ID, DUTY_HELD.ID, DUTY_HELD.EMPLOYEE_ID, DUTY_HELD.DUTY, DUTY_HELD.VALID_FROM)
                .values(school, Ids.next(), keeper.employeeId(), "STOREKEEPER", day).execute();
        db.insertInto(CATEGORY, CATEGORY.SCHOOL_ID, CATEGORY.ID, CATEGORY.CODE, CATEGORY.NAME).values(school, category, "01", "办公用品").execute();
        db.insertInto(ITEM, ITEM.SCHOOL_ID, ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.UNIT, ITEM.CATEGORY_ID, ITEM.PINYIN)
                .values(school, item, "0101", "A4 纸", "包", category, "A4z").execute();
        db.insertInto(WAREHOUSE, WAREHOUSE.SCHOOL_ID, WAREHOUSE.ID, WAREHOUSE.CODE, WAREHOUSE.NAME).values(school, warehouse, "01", "总务库").execute();
        db.insertInto(BALANCE, BALANCE.SCHOOL_ID, BALANCE.WAREHOUSE_ID, BALANCE.ITEM_ID, BALANCE.QUANTITY, BALANCE.AMOUNT)
                .values(school, warehouse, item, new BigDecimal("1000"), 2_000_000L).execute();
        trail.write(keeper, "furnished", new WorkRef("school.department", department, "总务处"), null,
                Images.of(DEPARTMENT, DEPARTMENT.SCHOOL_ID.eq(school)).and(EMPLOYEE, EMPLOYEE.SCHOOL_ID.eq(school))
                        .and(DUTY_HELD, DUTY_HELD.SCHOOL_ID.eq(school)).and(CATEGORY, CATEGORY.SCHOOL_ID.eq(school))
                        .and(ITEM, ITEM.SCHOOL_ID.eq(school)).and(WAREHOUSE, WAREHOUSE.SCHOOL_ID.eq(school)).and(BALANCE, BALANCE.SCHOOL_ID.eq(school)));
    }

    /** Two bundles of paper leave the store: the document, its line, the shelf, the move, the entry, the trail. */
    void issue(int n) {
        var id = Ids.next();
        issues.add(id);
        tenancy.write(school, () -> {
            var day = LocalDate.of(2026, 9, n);
            var receiver = db.select(EMPLOYEE.ID).from(EMPLOYEE).where(EMPLOYEE.SCHOOL_ID.eq(school), EMPLOYEE.ID.ne(keeper.employeeId())).fetchSingle().value1();
            db.insertInto(ISSUE).set(ISSUE.SCHOOL_ID, school).set(ISSUE.ID, id).set(ISSUE.NO, no(n)).set(ISSUE.WAREHOUSE_ID, warehouse)
                    .set(ISSUE.RECEIVER_ID, receiver).set(ISSUE.DEPARTMENT_ID, department).set(ISSUE.BUSINESS_DATE, day).set(ISSUE.PURPOSE, "TEACHING")
                    .set(ISSUE.MADE_BY, receiver).set(ISSUE.MADE_AT, Instant.now()).set(ISSUE.RECEIVER_AT, Instant.now()).set(ISSUE.KEEPER_ID, keeper.employeeId()).set(ISSUE.AMOUNT, 4_000L).set(ISSUE.LINE_COUNT, 1)
                    .set(ISSUE.GRADE, "WORKED").set(ISSUE.POSTED_AT, Instant.now()).execute();
            db.insertInto(ISSUE_LINE).set(ISSUE_LINE.SCHOOL_ID, school).set(ISSUE_LINE.ID, Ids.next()).set(ISSUE_LINE.ISSUE_ID, id).set(ISSUE_LINE.LINE_NO, 1)
                    .set(ISSUE_LINE.ITEM_ID, item).set(ISSUE_LINE.ENTERED_UNIT, "包").set(ISSUE_LINE.ENTERED_QUANTITY, new BigDecimal("2"))
                    .set(ISSUE_LINE.QUANTITY, new BigDecimal("2")).set(ISSUE_LINE.AMOUNT, 4_000L).execute();
            db.update(BALANCE).set(BALANCE.QUANTITY, BALANCE.QUANTITY.minus(2)).set(BALANCE.AMOUNT, BALANCE.AMOUNT.minus(4_000L)).set(BALANCE.VERSION, BALANCE.VERSION.plus(1))
                    .where(BALANCE.SCHOOL_ID.eq(school), BALANCE.WAREHOUSE_ID.eq(warehouse), BALANCE.ITEM_ID.eq(item)).execute();
            db.insertInto(MOVE).set(MOVE.SCHOOL_ID, school).set(MOVE.ID, Ids.next()).set(MOVE.WAREHOUSE_ID, warehouse).set(MOVE.ITEM_ID, item).set(MOVE.SEQ, (long) n)
                    .set(MOVE.KIND, "ISSUE").set(MOVE.OBJECT_ID, id).set(MOVE.OBJECT_NO, no(n)).set(MOVE.LINE_NO, 1).set(MOVE.BUSINESS_DATE, day)
                    .set(MOVE.QUANTITY, new BigDecimal("-2")).set(MOVE.AMOUNT, -4_000L).set(MOVE.QUANTITY_AFTER, new BigDecimal(1000 - 2 * n))
                    .set(MOVE.AMOUNT_AFTER, 2_000_000L - 4_000L * n).set(MOVE.GRADE, "WORKED").set(MOVE.POSTED_AT, Instant.now()).execute();
            var document = new WorkRef("stores.issue", id, no(n));
            trail.write(keeper, "posted", document, null, Images.of(ISSUE, ISSUE.SCHOOL_ID.eq(school).and(ISSUE.ID.eq(id)))
                    .and(ISSUE_LINE, ISSUE_LINE.SCHOOL_ID.eq(school).and(ISSUE_LINE.ISSUE_ID.eq(id)))
                    .and(MOVE, MOVE.SCHOOL_ID.eq(school).and(MOVE.OBJECT_ID.eq(id)))
                    .and(BALANCE, BALANCE.SCHOOL_ID.eq(school).and(BALANCE.ITEM_ID.eq(item)))
                    .and(ledger.post("STORES_ISSUE", "TEACHING", day, document, "领用 " + no(n), new Money(4_000))));
        });
    }

    @Override
    public void close() {
        beans.close();
    }
}
