package org.zongwu.stores.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.ledger.Balances;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.issue.IssueContent;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.StockService;

class ReceiptPostingIT extends StoresOffice {
    @Autowired IssueService issues;
    @Autowired StockService stock;
    @Autowired Balances balances;
    @Autowired ReceiptFigures figures;
    @Autowired ReceiptSlips slips;
    @Autowired ReceiptDesk desk;
    @Autowired DSLContext db;

    private UUID paper;

    @BeforeEach
    void aSchoolWithAnItem() {
        openSchool();
        paper = item("0101", "复印纸", "包");
    }

    @Test
    void a_receipt_brings_goods_entry_and_number_and_names_everybody_who_signed() {
        tenancy.write(school, () -> items.addUnit(keeper, paper, "箱", new java.math.BigDecimal("5")));
        var id = receive(TODAY, at(paper, "箱", 2, "107.333333"), at(paper, "包", 1, "21.5"));
        assertThat(receipts.post(keeper, id, TODAY)).isEqualTo("RK-2026-00001");
        tenancy.read(school, () -> {
            assertThat(stock.onHand(warehouse, paper)).isEqualTo(new Goods(Quantity.of(11), Money.ofYuan("236.17")));
            assertThat(balances.balance("1302", TODAY)).isEqualTo(Money.ofYuan("236.17"));
            var slip = receipts.slip(id).orElseThrow();
            assertThat(slip.state()).isEqualTo("POSTED");
            assertThat(slip.supplier()).isEqualTo("晨光文具");
            assertThat(slip.acceptor1().name()).isEqualTo("周明");
            assertThat(slip.acceptor2().at()).isNotNull();
            assertThat(slip.keeper()).isEqualTo("李秀兰");
            assertThat(slip.madeBy()).isEqualTo(keeper.name());
            assertThat(slip.madeAt()).isNotNull();
            assertThat(slip.lines()).extracting(ReceiptSlip.Line::amount).containsExactly(Money.ofYuan("214.67"), Money.ofYuan("21.50"));
            return true;
        });
    }

    @Test
    void a_reversal_takes_the_goods_out_at_what_they_came_for() {
        receive(TODAY.minusDays(2), at(paper, "包", 10, "10"));
        var id = receive(TODAY.minusDays(1), at(paper, "包", 10, "20"));
        assertThat(receipts.reverse(keeper, id, TODAY, "型号不符，全部退货")).isEqualTo("RK-2026-00003");
        refused("R-ISS-2", () -> receipts.reverse(keeper, id, TODAY, "型号不符，全部退货"));
        tenancy.read(school, () -> {
            assertThat(stock.onHand(warehouse, paper)).isEqualTo(new Goods(Quantity.of(10), Money.ofYuan("100")));
            assertThat(balances.balance("1302", TODAY)).isEqualTo(Money.ofYuan("100"));
            assertThat(receipts.slip(id).orElseThrow().reversedBy().no()).isEqualTo("RK-2026-00003");
            return true;
        });
    }

    @Test
    void goods_that_are_gone_cannot_be_taken_back() {
        var id = receive(TODAY, at(paper, "包", 10, "10"));
        issue(7);
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> receipts.reverse(keeper, id, TODAY, "型号不符，全部退货")).satisfies(e -> {
            assertThat(e.ruleId()).isEqualTo("R-RCV-6");
            assertThat(e.args()).containsExactly("复印纸", Quantity.of(10), "包", Quantity.of(3));
        });
    }

    @Test
    void taking_back_never_leaves_nothing_that_is_worth_something_or_something_worth_less_than_nothing() {
        var cheap = receive(TODAY, at(paper, "包", 10, "10"));
        var dear = receive(TODAY, at(paper, "包", 10, "30"));
        issue(10); // at the average of 20: ten are left, worth 200
        refused("R-RCV-7", () -> receipts.reverse(keeper, cheap, TODAY, "型号不符，全部退货"));
        refused("R-RCV-7", () -> receipts.reverse(keeper, dear, TODAY, "型号不符，全部退货"));
    }

    @Test
    void reverse_and_correct_opens_a_draft_with_the_same_lines() {
        var id = receive(TODAY, at(paper, "包", 10, "10"));
        var next = org.zongwu.kernel.Ids.next();
        receipts.reverseAndCorrect(keeper, id, next, TODAY, "数量点错，重新开单");
        tenancy.read(school, () -> {
            var draft = receipts.slip(next).orElseThrow();
            assertThat(draft.corrects().id()).isEqualTo(id);
            assertThat(draft.amount()).isEqualTo(Money.ofYuan("100"));
            return true;
        });
    }

    @Test
    void figures_say_what_the_register_shows_and_leave_out_reversed_pairs_where_they_say_so() {
        receive(TODAY.minusDays(2), at(paper, "包", 10, "10"));
        var wrong = receive(TODAY.minusDays(1), at(paper, "包", 1, "7"));
        receipts.reverse(keeper, wrong, TODAY, "型号不符，全部退货");
        receipts.draft(keeper, Ids.next(), receipt(TODAY, at(paper, "包", 1, "1")));
        var span = new Span(TODAY.minusDays(30), TODAY);
        tenancy.read(school, () -> {
            var all = figures.figures(span);
            assertThat(all).extracting(f -> f.definition().id() + " " + f.value().stripTrailingZeros().toPlainString() + " " + f.evidenceCount())
                    .containsExactly("STOCK_IN_COUNT 1 1", "STOCK_IN_AMOUNT 100 3", "SUPPLIERS 1 1", "RECEIPT_OPEN 1 4");
            var r = slips.rows(keeper);
            assertThat(db.selectFrom(r).orderBy(r.field("day"), r.field("no")).fetch(r.field("state", String.class)))
                    .containsExactly("POSTED", "REVERSED", "REVERSAL", "DRAFT");
            assertThat(db.fetchCount(slips.rows(acceptor))).isEqualTo(4);
            assertThat(db.fetchCount(slips.rows(buyer))).isEqualTo(4);
            assertThat(db.fetchCount(slips.rows(teacher))).isZero();
            assertThat(figures.figures(new Span(TODAY.minusYears(1), TODAY.minusYears(1))).getFirst().value()).isNull();
            return true;
        });
    }

    @Test
    void the_desk_asks_the_acceptors_and_then_the_keeper() {
        var id = Ids.next();
        receipts.draft(keeper, id, receipt(TODAY, at(paper, "包", 1, "1")));
        assertThat(asked(director)).isEmpty();
        receipts.submit(keeper, id, 1);
        assertThat(asked(director)).containsExactly("todo.stores.accept-receipt");
        receipts.accept(director, id, 2);
        assertThat(asked(director)).isEmpty();
        assertThat(asked(acceptor)).containsExactly("todo.stores.accept-receipt");
        receipts.accept(acceptor, id, 3);
        assertThat(asked(acceptor)).isEmpty();
        assertThat(asked(keeper)).containsExactly("todo.stores.post-receipt");
        var no = receipts.post(keeper, id, TODAY);
        assertThat(asked(keeper)).isEmpty();
        var hits = tenancy.read(school, () -> desk.search(keeper, no.toLowerCase(java.util.Locale.ROOT), 5));
        assertThat(hits).hasSize(1).allMatch(h -> h.exact() && h.link().endsWith(id.toString()));
    }

    private List<String> asked(org.zongwu.kernel.Actor actor) {
        return tenancy.read(school, () -> desk.todos(actor).stream().map(t -> t.kindKey()).toList());
    }

    private void issue(long quantity) {
        var id = Ids.next();
        tenancy.write(school, () -> {
            issues.draft(keeper, id, new IssueContent(warehouse, teacher.employeeId(), null, TODAY, Purpose.ADMIN, null, List.of(new IssueContent.Line(paper, "包", Quantity.of(quantity)))));
            issues.submit(keeper, id, 1);
            issues.sign(teacher, id, 2);
            issues.post(keeper, id, TODAY);
        });
    }

    private static void refused(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }
}
