package org.zongwu.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static zongwu.db.ledger.Tables.BOOKING_RULE;
import static zongwu.db.ledger.Tables.ENTRY;
import static zongwu.db.ledger.Tables.ENTRY_LINE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.FiscalPeriod;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Balances;
import org.zongwu.ledger.Ledger;
import org.zongwu.ledger.Ledgers;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

@Office
class EntryIT {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Autowired
    private Ledger ledger;

    @Autowired
    private Ledgers ledgers;

    @Autowired
    private Balances balances;

    @Autowired
    private Trail trail;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private Schools schools;

    @Autowired
    private DSLContext db;

    @Autowired
    private EntryControl control;

    private long school;
    private Actor accountant;

    @BeforeEach
    void books() {
        school = schools.open("s" + Long.toString(System.nanoTime(), 36), "某某小学", false).id();
        accountant = new Actor(school, Ids.next(), "李会计", Set.of(Duty.ACCOUNTANT));
        ledgers.open(accountant, 2026, 2026);
    }

    @Test
    void goods_paid_from_the_treasury_are_booked_in_both_books() {
        post("STORES_RECEIPT", "FISCAL", document(1), 100_000);
        assertThat(standing("1302", "4001", "7201", "6001")).containsOnly(new Money(100_000));
    }

    @Test
    void goods_on_credit_touch_no_budget() {
        post("STORES_RECEIPT", "CREDIT", document(1), 100_000);
        assertThat(standing("1302", "2302")).containsOnly(new Money(100_000));
        assertThat(standing("7201", "6001", "8001")).containsOnly(Money.ZERO);
    }

    @Test
    void goods_issued_leave_the_stock_account() {
        post("STORES_RECEIPT", "OWN", document(1), 100_000);
        post("STORES_ISSUE", "TEACHING", document(2), 30_000);
        post("STORES_ISSUE", "ADMIN", document(3), 20_000);
        assertThat(standing("1302", "5001", "5101")).containsExactly(new Money(50_000), new Money(30_000), new Money(20_000));
    }

    @Test
    void a_reversal_takes_back_both_turnover_and_balance() {
        var receipt = document(1);
        post("STORES_RECEIPT", "FISCAL", receipt, 100_000);
        write(() -> ledger.reverse(receipt.id(), document(2), DAY.plusDays(3), "冲销"));
        assertThat(standing("1302", "4001", "7201", "6001")).containsOnly(Money.ZERO);
        var turnover = tenancy.read(school, () -> db.select(sum(ENTRY_LINE.DEBIT)).from(ENTRY_LINE).where(ENTRY_LINE.SCHOOL_ID.eq(school)).fetchSingle().value1());
        assertThat(turnover).isZero();
    }

    @Test
    void an_entry_is_reversed_once_only_F19() {
        var receipt = document(1);
        post("STORES_RECEIPT", "FISCAL", receipt, 100_000);
        write(() -> ledger.reverse(receipt.id(), document(2), DAY, "冲销"));
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> write(() -> ledger.reverse(receipt.id(), document(3), DAY, "冲销")))
                .satisfies(e -> assertThat(e.ruleId()).isEqualTo("F19"));
    }

    @Test
    void nothing_is_written_for_a_document_worth_nothing() {
        assertThat(write(() -> ledger.post("STORES_RECEIPT", "FISCAL", DAY, document(1), "memo", Money.ZERO)).rows()).isEmpty();
        assertThat(write(() -> ledger.reverse(document(1).id(), document(2), DAY, "memo")).rows()).isEmpty();
    }

    @Test
    void a_closed_month_takes_no_entry_R_STK_3() {
        for (var month = 1; month <= 9; month++) ledgers.close(accountant, new FiscalPeriod(2026, month));
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> post("STORES_RECEIPT", "FISCAL", document(1), 100))
                .satisfies(e -> assertThat(e.ruleId()).isEqualTo("R-STK-3"));
    }

    @Test
    void a_year_without_books_takes_no_entry_R_STK_3() {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> write(() -> ledger.post("STORES_RECEIPT", "FISCAL", LocalDate.of(2027, 1, 1), document(1), "memo", new Money(1))))
                .satisfies(e -> assertThat(e.key()).isEqualTo("rule.ledger.never-opened"));
    }

    @Test
    void months_are_closed_in_order_R_STK_3() {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> ledgers.close(accountant, new FiscalPeriod(2026, 2)))
                .satisfies(e -> assertThat(e.key()).isEqualTo("rule.ledger.earlier-open"));
    }

    @Test
    void who_closes_a_month_waits_for_who_is_booking_in_it() throws Exception {
        for (var month = 1; month <= 8; month++) ledgers.close(accountant, new FiscalPeriod(2026, month));
        var booked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var booking = CompletableFuture.runAsync(() -> tenancy.write(school, () -> {
            ledger.post("STORES_RECEIPT", "FISCAL", DAY, document(1), "memo", new Money(100));
            booked.countDown();
            await(go);
        }));
        await(booked);
        var closing = CompletableFuture.runAsync(() -> ledgers.close(accountant, new FiscalPeriod(2026, 9)));
        Thread.sleep(300);
        assertThat(closing).isNotDone();
        go.countDown();
        CompletableFuture.allOf(booking, closing).get(10, TimeUnit.SECONDS);
    }

    @Test
    void an_event_without_a_rule_is_refused_R_GL_2() {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> post("STORES_RECEIPT", "DONATED", document(1), 100))
                .satisfies(e -> assertThat(e.ruleId()).isEqualTo("R-GL-2"));
    }

    @Test
    void a_rule_holds_from_its_day_on() {
        tenancy.write(school, () -> {
            var id = Ids.next();
            db.insertInto(BOOKING_RULE, BOOKING_RULE.SCHOOL_ID, BOOKING_RULE.ID, BOOKING_RULE.EVENT, BOOKING_RULE.VARIANT, BOOKING_RULE.VALID_FROM, BOOKING_RULE.SOURCE)
                    .values(school, id, "STORES_ISSUE", "TEACHING", DAY.plusDays(1), "test").execute();
            db.execute("insert into ledger.booking_rule_line (school_id, rule_id, line_no, account, debit) values ({0}, {1}, 1, '5101', true), ({0}, {1}, 2, '1302', false)",
                    val(school), val(id));
        });
        post("STORES_ISSUE", "TEACHING", document(1), 100);
        assertThat(standing("5001", "5101")).containsExactly(new Money(100), Money.ZERO);
        write(() -> ledger.post("STORES_ISSUE", "TEACHING", DAY.plusDays(1), document(2), "memo", new Money(100)));
        assertThat(standing("5001", "5101")).containsOnly(new Money(100));
    }

    @Test
    void the_database_refuses_what_does_not_balance_R_GL_1() {
        var receipt = document(1);
        assertThatThrownBy(() -> tenancy.write(school, () -> {
            ledger.post("STORES_RECEIPT", "CREDIT", DAY, receipt, "memo", new Money(100));
            var entry = db.select(ENTRY.ID).from(ENTRY).where(ENTRY.SCHOOL_ID.eq(school), ENTRY.OBJECT_ID.eq(receipt.id())).fetchSingle().value1();
            db.insertInto(ENTRY_LINE, ENTRY_LINE.SCHOOL_ID, ENTRY_LINE.ID, ENTRY_LINE.ENTRY_ID, ENTRY_LINE.LINE_NO, ENTRY_LINE.BOOK, ENTRY_LINE.ACCOUNT, ENTRY_LINE.DEBIT, ENTRY_LINE.CREDIT)
                    .values(school, Ids.next(), entry, 9, "FIN", "1302", 1L, 0L).execute();
        })).rootCause().hasMessageContaining("does not balance");
    }

    @Test
    void the_control_finds_a_line_added_later_R_GL_1() {
        var receipt = document(1);
        post("STORES_RECEIPT", "CREDIT", receipt, 100);
        assertThat(tenancy.read(school, control::check)).satisfies(r -> assertThat(r.findings()).isEmpty()).satisfies(r -> assertThat(r.rows()).isEqualTo(1));
        tenancy.write(school, () -> {
            var entry = db.select(ENTRY.ID).from(ENTRY).where(ENTRY.SCHOOL_ID.eq(school), ENTRY.OBJECT_ID.eq(receipt.id())).fetchSingle().value1();
            db.insertInto(ENTRY_LINE, ENTRY_LINE.SCHOOL_ID, ENTRY_LINE.ID, ENTRY_LINE.ENTRY_ID, ENTRY_LINE.LINE_NO, ENTRY_LINE.BOOK, ENTRY_LINE.ACCOUNT, ENTRY_LINE.DEBIT, ENTRY_LINE.CREDIT)
                    .values(school, Ids.next(), entry, 9, "FIN", "1302", 1L, 0L).execute();
        });
        assertThat(tenancy.read(school, control::check).findings()).hasSize(2).first().asString().contains(receipt.no(), "0.01");
    }

    @Test
    void opening_books_again_adds_only_what_is_missing() {
        ledgers.open(accountant, 2026, 2027);
        ledgers.open(accountant, 2026, 2027);
        assertThat(tenancy.read(school, () -> trail.steps(new UUID(0, school)))).hasSize(2);
    }

    private void post(String event, String variant, WorkRef document, long fen) {
        write(() -> ledger.post(event, variant, DAY, document, "memo", new Money(fen)));
    }

    private Images write(Supplier<Images> work) {
        return tenancy.write(school, work);
    }

    private List<Money> standing(String... accounts) {
        return tenancy.read(school, () -> List.of(accounts).stream().map(a -> balances.balance(a, LocalDate.of(2026, 12, 31))).toList());
    }

    private WorkRef document(int n) {
        return new WorkRef("stores.receipt", new UUID(school, n), "RK-2026-%05d".formatted(n));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
