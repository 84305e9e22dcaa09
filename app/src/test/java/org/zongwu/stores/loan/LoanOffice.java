package org.zongwu.stores.loan;

import static zongwu.db.stores.Tables.BALANCE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.TestClock;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Policies;
import org.zongwu.stores.StoresOffice;

/** A warehouse with tents at 100.00 and cables at 3.33, and the school's rules about loans. */
abstract class LoanOffice extends StoresOffice {
    static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

    @Autowired LoanService loans;
    @Autowired LoanReturns returns;
    @Autowired Policies policies;
    @Autowired DSLContext db;
    @Autowired TestClock clock;

    Actor assets;
    UUID tents;
    UUID cables;

    @BeforeEach
    void tentsAndCables() {
        openSchool();
        assets = person("1006", "何静", Duty.ASSET_ADMIN);
        tents = item("9001", "帐篷", "顶");
        cables = item("9002", "插线盘", "个");
        receive(FIRST, at(tents, "顶", 10, "100"), at(cables, "个", 7, "3.33"));
        tenancy.write(school, () -> {
            policies.set(director, "loan.overdue.blocks", "YES", FIRST, "测试");
            policies.set(director, "loan.renewals.max", "2", FIRST, "测试");
            policies.set(director, "loan.approval.amount", "500.00", FIRST, "测试");
        });
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    static LoanContent.Line line(UUID item, String unit, long quantity) {
        return new LoanContent.Line(item, unit, Quantity.of(quantity), null);
    }

    LoanContent content(Actor borrower, @Nullable UUID party, LocalDate due, LoanContent.Line... lines) {
        return new LoanContent(warehouse, borrower.employeeId(), party, TODAY, due, "运动会", null, List.of(lines));
    }

    /** Signed by its borrower, and not handed out. */
    UUID signed(Actor borrower, LoanContent.Line... lines) {
        var id = Ids.next();
        loans.request(borrower, id, content(borrower, null, TODAY.plusDays(7), lines));
        loans.sign(borrower, id, 1);
        return id;
    }

    UUID lent(Actor borrower, LoanContent.Line... lines) {
        var id = signed(borrower, lines);
        loans.handOut(keeper, id, TODAY);
        return id;
    }

    static LoanReturns.Part part(int line, long quantity) {
        return new LoanReturns.Part(line, Quantity.of(quantity), null);
    }

    LoanSlip slip(UUID id) {
        return tenancy.<LoanSlip>read(school, () -> loans.slip(id).orElseThrow());
    }

    /** Quantity, lent and amount of a card, as {@code 10 3 100000}. */
    String card(UUID item) {
        return tenancy.<String>read(school, () -> db.select(BALANCE.QUANTITY, BALANCE.LENT, BALANCE.AMOUNT).from(BALANCE)
                .where(BALANCE.SCHOOL_ID.eq(school), BALANCE.WAREHOUSE_ID.eq(warehouse), BALANCE.ITEM_ID.eq(item))
                .fetchSingle(r -> new Quantity(r.value1()) + " " + new Quantity(r.value2()) + " " + r.value3()));
    }

    @Override
    protected void everythingHolds() {
        super.everythingHolds();
        tenancy.read(school, () -> {
            var sum = controls.stream().filter(c -> c.id().equals("R-LOAN-SUM")).findFirst().orElseThrow();
            Assertions.assertThat(sum.check().findings()).isEmpty();
            return true;
        });
    }

    static void refused(String rule, ThrowingCallable work) {
        Assertions.assertThatExceptionOfType(RuleBroken.class).isThrownBy(work).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }
}
