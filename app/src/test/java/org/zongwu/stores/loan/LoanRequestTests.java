package org.zongwu.stores.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.Item;

/** Who may do what to a 借物单. */
class LoanRequestTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Actor KEEPER = actor("李秀兰", Duty.STOREKEEPER);
    private static final Actor TEACHER = actor("刘洋", Duty.TEACHER);
    private static final Actor DIRECTOR = actor("周明", Duty.GA_DIRECTOR);
    private static final Actor ASSETS = actor("何静", Duty.ASSET_ADMIN);
    private static final Item TENT = new Item(UUID.randomUUID(), "9001", "帐篷", null, "顶", UUID.randomUUID(), "器材", null, List.of(), true, Map.of());

    @Test
    void one_asks_for_himself_and_the_keeper_for_others() {
        assertThat(asked(TEACHER, TEACHER, null, false).state()).isEqualTo(LoanState.REQUESTED);
        assertThat(asked(KEEPER, TEACHER, null, false).state()).isEqualTo(LoanState.REQUESTED);
        refused("R-LOAN-9", () -> asked(DIRECTOR, TEACHER, null, false));
    }

    @Test
    void another_unit_borrows_only_by_permission_of_who_answers_for_property() {
        var external = asked(KEEPER, TEACHER, UUID.randomUUID(), true);
        assertThat(external.state()).isEqualTo(LoanState.WAITING);
        refused("R-LOAN-0", () -> external.sign(TEACHER, NOW));
        refused("R-LOAN-3", () -> external.approve(DIRECTOR, NOW));
        refused("R-LOAN-3", () -> external.approve(KEEPER, NOW));
        var allowed = external.approve(ASSETS, NOW);
        assertThat(allowed.approverId()).isEqualTo(ASSETS.employeeId());
        assertThat(allowed.approvedAt()).isEqualTo(NOW);
        assertThat(allowed.sign(TEACHER, NOW).state()).isEqualTo(LoanState.SIGNED);
    }

    @Test
    void within_the_school_the_director_may_allow_what_is_worth_much_but_nobody_his_own() {
        assertThat(asked(KEEPER, TEACHER, null, true).approve(DIRECTOR, NOW).state()).isEqualTo(LoanState.REQUESTED);
        refused("R-LOAN-3", () -> asked(DIRECTOR, DIRECTOR, null, true).approve(DIRECTOR, NOW));
        refused("R-LOAN-0", () -> asked(TEACHER, TEACHER, null, false).approve(DIRECTOR, NOW));
    }

    @Test
    void what_was_refused_is_asked_anew_by_a_change() {
        var refused = asked(TEACHER, TEACHER, null, true).refuse(DIRECTOR, "运动会要用");
        assertThat(refused.state()).isEqualTo(LoanState.REFUSED);
        assertThat(refused.change(TEACHER, refused.content(), false).state()).isEqualTo(LoanState.REQUESTED);
        refused("R-LOAN-3", () -> asked(TEACHER, TEACHER, null, true).refuse(DIRECTOR, " "));
    }

    @Test
    void the_borrower_signs_and_another_hands_out() {
        var asked = asked(KEEPER, TEACHER, null, false);
        refused("R-LOAN-0", () -> asked.requireHandOut(KEEPER, false));
        refused("R-LOAN-7", () -> asked.sign(KEEPER, NOW));
        var signed = asked.sign(TEACHER, NOW);
        signed.requireHandOut(KEEPER, false);
        refused("R-LOAN-5", () -> signed.requireHandOut(KEEPER, true));
        refused("R-LOAN-6", () -> asked(KEEPER, KEEPER, null, false).sign(KEEPER, NOW).requireHandOut(KEEPER, false));
        assertThat(signed.change(TEACHER, signed.content(), false).state()).as("a change takes the signature away").isEqualTo(LoanState.REQUESTED);
    }

    @Test
    void a_line_has_a_quantity_and_a_loan_a_purpose_and_an_end() {
        var items = Map.of(TENT.id(), TENT);
        asked(TEACHER, TEACHER, null, false).requireLines(items);
        refused("R-LOAN-8", () -> of(content(TEACHER, null, "0", "运动会", TODAY)).requireLines(items));
        refused("R-LOAN-8", () -> of(content(TEACHER, null, "2", " ", TODAY)).requireLines(items));
        refused("R-LOAN-8", () -> of(content(TEACHER, null, "2", "运动会", TODAY.minusDays(1))).requireLines(items));
    }

    @Test
    void the_borrower_renews_in_time_and_the_keeper_later_but_only_so_often() {
        var loan = posted();
        var due = TODAY.plusDays(2);
        loan.requireRenewable(TEACHER, TODAY, due, due.plusDays(7), "活动延期", 0, 2);
        refused("R-LOAN-9", () -> loan.requireRenewable(DIRECTOR, TODAY, due, due.plusDays(7), "活动延期", 0, 2));
        refused("R-LOAN-11", () -> loan.requireRenewable(TEACHER, due.plusDays(1), due, due.plusDays(7), "活动延期", 0, 2));
        loan.requireRenewable(KEEPER, due.plusDays(1), due, due.plusDays(7), "活动延期", 0, 2);
        refused("R-LOAN-11", () -> loan.requireRenewable(TEACHER, TODAY, due, due.plusDays(7), "活动延期", 2, 2));
        refused("R-LOAN-11", () -> loan.requireRenewable(TEACHER, TODAY, due, due, "活动延期", 0, 2));
        refused("R-LOAN-11", () -> loan.requireRenewable(TEACHER, TODAY, due, due.plusDays(7), "", 0, 2));
    }

    @Test
    void nobody_takes_back_what_he_has_himself() {
        posted().requireOther(KEEPER);
        refused("R-CUS-4", () -> posted().requireOther(DIRECTOR));
        refused("R-LOAN-6", () -> posted().requireOther(new Actor(1, TEACHER.employeeId(), "刘洋", Set.of(Duty.STOREKEEPER))));
    }

    private static PostedLoan posted() {
        var line = new PostedLoan.Line(1, TENT.id(), "帐篷", "9001", "顶", Quantity.of(3), Quantity.of(3), null);
        return new PostedLoan(UUID.randomUUID(), "JW-2026-00001", UUID.randomUUID(), TEACHER.employeeId(), "刘洋", "语文组", null, TODAY, TODAY.plusDays(2), null, "运动会", null, null, null, NOW,
                TEACHER.employeeId(), NOW, KEEPER.employeeId(), null, null, null, Grade.WORKED, NOW, List.of(line));
    }

    private static LoanRequest asked(Actor by, Actor borrower, UUID party, boolean approval) {
        return LoanRequest.of(by, UUID.randomUUID(), content(borrower, party, "2", "运动会", TODAY.plusDays(7)), approval, null, NOW);
    }

    private static LoanRequest of(LoanContent content) {
        return LoanRequest.of(TEACHER, UUID.randomUUID(), content, false, null, NOW);
    }

    private static LoanContent content(Actor borrower, UUID party, String quantity, String purpose, LocalDate due) {
        return new LoanContent(UUID.randomUUID(), borrower.employeeId(), party, TODAY, due, purpose, null, List.of(new LoanContent.Line(TENT.id(), "顶", Quantity.of(quantity), null)));
    }

    private static void refused(String rule, ThrowingCallable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }

    private static Actor actor(String name, Duty... duties) {
        return new Actor(1, UUID.randomUUID(), name, Set.of(duties));
    }
}
