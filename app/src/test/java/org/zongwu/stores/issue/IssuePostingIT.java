package org.zongwu.stores.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.ISSUE;
import static zongwu.db.stores.Tables.ISSUE_DRAFT;
import static zongwu.db.stores.Tables.ISSUE_LINE;
import static zongwu.db.stores.Tables.MOVE;
import static zongwu.db.trail.Tables.RECORD;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Balances;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.StockService;
import org.zongwu.trail.Trail;

class IssuePostingIT extends StoresOffice {
    @Autowired IssueService issues;
    @Autowired StockService stock;
    @Autowired Balances balances;
    @Autowired Trail trail;
    @Autowired IssuePages pages;
    @Autowired DSLContext db;

    private UUID paper;
    private UUID chalk;

    @BeforeEach
    void aSchoolWithGoods() {
        openSchool();
        paper = item("0101", "复印纸", "包");
        chalk = item("0201", "粉笔", "支");
        tenancy.write(school, () -> items.addUnit(keeper, chalk, "盒", new java.math.BigDecimal("48")));
        receive(TODAY.minusDays(5), at(paper, "包", 10, "10.01"), at(chalk, "盒", 1, "4.80"));
        receive(TODAY.minusDays(3), at(paper, "包", 20, "13"));
    }

    @Test
    void posting_writes_card_entry_document_number_and_trail_once() {
        var id = signed(teacher, line(paper, "包", 7), line(chalk, "支", 5), line(paper, "包", 3));
        assertThat(issues.post(keeper, id, TODAY)).isEqualTo("LW-2026-00001");
        assertThat(issues.post(keeper, id, TODAY)).isEqualTo("LW-2026-00001");
        tenancy.read(school, () -> {
            assertThat(db.fetchCount(ISSUE_DRAFT, ISSUE_DRAFT.SCHOOL_ID.eq(school))).isZero();
            assertThat(db.fetchCount(ISSUE, ISSUE.SCHOOL_ID.eq(school))).isOne();
            assertThat(db.fetchCount(ISSUE_LINE, ISSUE_LINE.SCHOOL_ID.eq(school))).isEqualTo(3);
            assertThat(db.fetchCount(MOVE, MOVE.SCHOOL_ID.eq(school).and(MOVE.OBJECT_ID.eq(id)))).isEqualTo(2);
            // 10 × 10.01 + 20 × 13 = 360.10; a third of it is 120.03
            assertThat(stock.onHand(warehouse, paper)).isEqualTo(new Goods(Quantity.of(20), Money.ofYuan("240.07")));
            assertThat(stock.onHand(warehouse, chalk)).isEqualTo(new Goods(Quantity.of(43), Money.ofYuan("4.30")));
            assertThat(balances.balance("1302", TODAY)).isEqualTo(Money.ofYuan("244.37"));
            assertThat(trail.steps(id)).extracting(Trail.Step::action).containsExactly("posted", "signed", "submitted", "drafted");
            assertThat(db.fetchCount(RECORD, RECORD.SCHOOL_ID.eq(school).and(RECORD.OBJECT_ID.eq(id)).and(RECORD.ACTION.eq("posted")))).isOne();
            var slip = issues.slip(id).orElseThrow();
            assertThat(slip.state()).isEqualTo("POSTED");
            assertThat(slip.keeper()).isEqualTo("李秀兰");
            assertThat(slip.amount()).isEqualTo(Money.ofYuan("120.53"));
            assertThat(slip.lines()).extracting(IssueSlip.Line::amount).containsExactly(Money.ofYuan("84.02"), Money.ofYuan("0.50"), Money.ofYuan("36.01"));
            return true;
        });
    }

    @Test
    void too_much_is_refused_with_item_wanted_and_on_hand_and_nothing_happens() {
        var id = signed(teacher, line(chalk, "支", 1), line(paper, "包", 31));
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> issues.post(keeper, id, TODAY)).satisfies(e -> {
            assertThat(e.ruleId()).isEqualTo("R-ISS-1");
            assertThat(e.args()).containsExactly("复印纸", Quantity.of(31), "包", Quantity.of(30));
        });
        tenancy.read(school, () -> {
            assertThat(stock.onHand(warehouse, chalk).quantity()).isEqualTo(Quantity.of(48));
            assertThat(db.fetchCount(ISSUE_DRAFT, ISSUE_DRAFT.SCHOOL_ID.eq(school))).isOne();
            return true;
        });
        assertThat(issues.post(keeper, signed(teacher, line(paper, "包", 1)), TODAY)).isEqualTo("LW-2026-00001");
    }

    @Test
    void a_reversal_puts_back_what_was_taken_at_its_cost_and_both_are_linked() {
        var id = signed(teacher, line(paper, "包", 7));
        issues.post(keeper, id, TODAY.minusDays(1));
        receive(TODAY, at(paper, "包", 5, "99"));
        refused("R-ISS-2", () -> issues.reverse(keeper, id, TODAY, "写错了"));
        assertThat(issues.reverse(keeper, id, TODAY, "数量写错，退回重开")).isEqualTo("LW-2026-00002");
        refused("R-ISS-2", () -> issues.reverse(keeper, id, TODAY, "数量写错，退回重开"));
        tenancy.read(school, () -> {
            assertThat(stock.onHand(warehouse, paper)).isEqualTo(new Goods(Quantity.of(35), Money.ofYuan("855.10")));
            assertThat(balances.balance("1302", TODAY)).isEqualTo(Money.ofYuan("859.90"));
            assertThat(balances.balance("5001", TODAY)).isEqualTo(Money.ZERO);
            var slip = issues.slip(id).orElseThrow();
            var red = issues.slip(slip.reversedBy().id()).orElseThrow();
            assertThat(slip.state()).isEqualTo("REVERSED");
            assertThat(red.state()).isEqualTo("REVERSAL");
            assertThat(red.reversalOf().id()).isEqualTo(id);
            assertThat(red.amount()).isEqualTo(slip.amount().negated());
            assertThat(red.lines().getFirst().unitCost()).isEqualByComparingTo(slip.lines().getFirst().unitCost());
            return true;
        });
    }

    @Test
    void reverse_and_correct_opens_a_draft_that_says_what_it_corrects() {
        var id = signed(teacher, line(chalk, "盒", 1));
        issues.post(keeper, id, TODAY);
        var next = Ids.next();
        issues.reverseAndCorrect(keeper, id, next, TODAY, "应领两盒，重新开单");
        tenancy.read(school, () -> {
            var draft = issues.slip(next).orElseThrow();
            assertThat(draft.state()).isEqualTo("DRAFT");
            assertThat(draft.corrects()).isEqualTo(new IssueSlip.Link(id, "LW-2026-00001"));
            assertThat(draft.lines()).extracting(IssueSlip.Line::unit, IssueSlip.Line::quantity).containsExactly(org.assertj.core.groups.Tuple.tuple("盒", Quantity.of(1)));
            return true;
        });
        issues.submit(keeper, next, 1);
        issues.sign(teacher, next, 2);
        issues.post(keeper, next, TODAY);
        tenancy.read(school, () -> {
            assertThat(issues.slip(next).orElseThrow().no()).isEqualTo("LW-2026-00003");
            assertThat(issues.slip(id).orElseThrow().correctedBy().id()).isEqualTo(next);
            return true;
        });
    }

    @Test
    void who_wrote_it_stays_on_the_posted_slip_and_on_its_reversal() {
        var id = Ids.next();
        issues.draft(teacher, id, content(teacher, line(paper, "包", 7)));
        issues.submit(teacher, id, 1);
        issues.sign(teacher, id, 2);
        issues.post(keeper, id, TODAY);
        issues.reverse(keeper, id, TODAY, "数量写错，退回重开");
        tenancy.read(school, () -> {
            var slip = issues.slip(id).orElseThrow();
            assertThat(slip.madeBy()).isEqualTo(teacher.name());
            assertThat(slip.madeAt()).isNotNull();
            var red = issues.slip(slip.reversedBy().id()).orElseThrow();
            assertThat(red.madeBy()).isEqualTo(keeper.name());
            assertThat(pages.paper(slip).stamps().getFirst().name()).isEqualTo(teacher.name());
            return true;
        });
    }

    @Test
    void a_reversal_is_red_on_its_paper() {
        var id = signed(teacher, line(paper, "包", 7));
        issues.post(keeper, id, TODAY);
        issues.reverse(keeper, id, TODAY, "数量写错，退回重开");
        tenancy.read(school, () -> {
            var red = pages.paper(issues.slip(issues.slip(id).orElseThrow().reversedBy().id()).orElseThrow());
            assertThat(red.red()).isTrue();
            assertThat(red.words()).startsWith("负捌拾肆元");
            assertThat(red.lines().getFirst()).contains("−7").last().isEqualTo("−84.02");
            assertThat(red.totals()).last().isEqualTo("−84.02");
            return true;
        });
    }

    @Test
    void only_the_keeper_of_that_day_posts() {
        var id = signed(teacher, line(paper, "包", 1));
        var other = person("1009", "王芳", org.zongwu.kernel.Duty.STOREKEEPER);
        refused("R-CUS-4", () -> issues.post(other, id, TODAY));
        refused("R-CUS-4", () -> issues.post(director, id, TODAY));
        warehouses.handOver(director, new WorkRef("stores.handover", Ids.next(), "YJ-2026-00001"), warehouse, other.employeeId(), TODAY);
        refused("R-CUS-4", () -> issues.post(keeper, id, TODAY));
        assertThat(issues.post(keeper, id, TODAY.minusDays(1))).isEqualTo("LW-2026-00001");
    }

    @Test
    void a_day_to_come_a_closed_month_and_a_day_before_the_goods_came_are_refused() {
        var id = signed(teacher, line(paper, "包", 1));
        refused("R-STK-5", () -> issues.post(keeper, id, TODAY.plusDays(1)));
        refused("R-STK-6", () -> issues.post(keeper, id, TODAY.minusDays(4)));
        var early = item("0301", "拖把", "把");
        receive(LocalDate.of(2026, 9, 3), at(early, "把", 5, "20"));
        for (var month = 1; month <= 9; month++) {
            var m = month;
            tenancy.write(school, () -> ledgers.close(director, new org.zongwu.kernel.FiscalPeriod(2026, m)));
        }
        var late = signed(teacher, line(early, "把", 1));
        refused("R-STK-3", () -> issues.post(keeper, late, LocalDate.of(2026, 9, 30)));
        assertThat(issues.post(keeper, late, LocalDate.of(2026, 10, 1))).isEqualTo("LW-2026-00001");
    }

    @Test
    void who_saves_an_old_version_is_told() {
        var id = Ids.next();
        issues.draft(teacher, id, content(teacher, line(paper, "包", 1)));
        issues.change(teacher, id, 1, content(teacher, line(paper, "包", 2)));
        refused("R-EDIT", () -> issues.change(teacher, id, 1, content(teacher, line(paper, "包", 3))));
        refused("R-EDIT", () -> issues.submit(teacher, id, 1));
        issues.submit(teacher, id, 2);
    }

    @Test
    void a_deleted_draft_is_gone_and_its_history_stays() {
        var id = Ids.next();
        issues.draft(teacher, id, content(teacher, line(paper, "包", 1)));
        issues.delete(teacher, id);
        tenancy.read(school, () -> {
            assertThat(issues.slip(id)).isEmpty();
            assertThat(trail.steps(id)).extracting(Trail.Step::action).containsExactly("deleted", "drafted");
            return true;
        });
    }

    private UUID signed(Actor receiver, IssueContent.Line... lines) {
        var id = Ids.next();
        tenancy.write(school, () -> {
            issues.draft(keeper, id, content(receiver, lines));
            issues.submit(keeper, id, 1);
            issues.sign(receiver, id, 2);
        });
        return id;
    }

    private IssueContent content(Actor receiver, IssueContent.Line... lines) {
        return new IssueContent(warehouse, receiver.employeeId(), null, TODAY, Purpose.TEACHING, null, List.of(lines));
    }

    private static IssueContent.Line line(UUID item, String unit, long quantity) {
        return new IssueContent.Line(item, unit, Quantity.of(quantity));
    }

    private static void refused(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }
}
