package org.zongwu.stores.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.FiscalPeriod;
import org.zongwu.kernel.Ids;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.GoodsIssued;
import org.zongwu.stores.Stores;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipOffice;

/** 退库单: what was issued comes back at its cost. */
@RecordApplicationEvents
class ReturnIT extends SlipOffice {
    @Autowired ReturnKind returns;
    @Autowired Stores stores;
    @Autowired ApplicationEvents events;

    private UUID paper;
    private String issued;

    @BeforeEach
    void sevenOfThirtyAreIssued() {
        openSchool();
        paper = item("0101", "复印纸", "包");
        receive(TODAY.minusDays(5), at(paper, "包", 10, "10.01"));
        receive(TODAY.minusDays(3), at(paper, "包", 20, "13"));
        issued = issue(TODAY.minusDays(1), out(paper, "包", 7)); // 84.02
    }

    @Test
    void what_is_returned_comes_back_at_its_cost_and_all_of_it_at_the_whole_cost() {
        receive(TODAY, at(paper, "包", 5, "99"));
        var first = posted(teacher, returns, back(3));
        assertThat(onHand(paper)).isEqualTo(goods(31, "807.09")); // 276.08 + 495 + 3/7 of 84.02
        assertThat(balance("5001")).isEqualTo(Money.ofYuan("48.01"));
        posted(teacher, returns, back(4));
        assertThat(onHand(paper)).isEqualTo(goods(35, "855.10"));
        assertThat(balance("5001")).isEqualTo(Money.ZERO);
        assertThat(slips.post(keeper, returns, first, TODAY)).isEqualTo("TK-2026-00001");
        everythingHolds();
    }

    @Test
    void what_comes_back_takes_its_cost_off_the_work_and_its_reversal_puts_it_on_again() {
        var work = new WorkRef("repairs.order", Ids.next(), "WX-2026-00007");
        var id = tenancy.<UUID>write(school, () -> stores.request(teacher, work, List.of(new Stores.Wanted("复印纸", null, Quantity.of(2)))).getFirst().id());
        issues.sign(teacher, id, 2);
        var no = issues.post(keeper, id, TODAY);
        var back = posted(teacher, returns, SlipContent.of(no, TODAY, line(paper, "包", 1)));
        slips.reverse(keeper, returns, back, TODAY, "退错了物品");
        assertThat(events.stream(GoodsIssued.class).map(e -> e.work().no() + " " + e.issue().no() + " " + e.cost())).containsExactly(
                "WX-2026-00007 " + no + " 24.01", "WX-2026-00007 TK-2026-00001 −12.01", "WX-2026-00007 TK-2026-00002 12.01");
    }

    @Test
    void more_than_the_issue_gave_is_refused_also_in_two_slips() {
        refused("R-SLP-1", () -> posted(teacher, returns, back(8)));
        var second = signed(teacher, returns, back(4));
        posted(teacher, returns, back(4));
        refused("R-SLP-1", () -> slips.post(keeper, returns, second, TODAY));
        nothingMoved(second);
        assertThat(onHand(paper).quantity()).isEqualTo(goods(27, "0").quantity());
        var chalk = item("0201", "粉笔", "支");
        refused("R-SLP-1", () -> posted(teacher, returns, SlipContent.of(issued, TODAY, line(chalk, "支", 1))));
        refused("R-SLP-1", () -> submitted(returns, SlipContent.of("LW-2026-09999", TODAY, line(paper, "包", 1))));
    }

    @Test
    void only_who_received_signs_and_only_the_keeper_writes_and_posts() {
        var id = submitted(returns, back(1));
        refused("R-SLP-0", () -> slips.post(keeper, returns, id, TODAY));
        refused("R-SLP-2", () -> slips.sign(keeper, returns, id, 2));
        refused("R-SLP-2", () -> slips.sign(director, returns, id, 2));
        refused("R-EDIT", () -> slips.sign(teacher, returns, id, 1));
        refused("R-SLP-3", () -> slips.draft(teacher, returns, Ids.next(), back(1)));
        slips.sign(teacher, returns, id, 2);
        refused("R-SLP-0", () -> slips.change(keeper, returns, id, 3, back(2)));
        refused("R-CUS-4", () -> slips.post(director, returns, id, TODAY));
        slips.withdraw(teacher, returns, id, 3);
        slips.change(keeper, returns, id, 4, back(2));
        slips.submit(keeper, returns, id, 5);
        slips.sign(teacher, returns, id, 6);
        assertThat(slips.post(keeper, returns, id, TODAY)).isEqualTo("TK-2026-00001");
    }

    @Test
    void a_reversed_return_leaves_everything_as_it_was_and_may_be_written_again() {
        var id = posted(teacher, returns, back(3));
        refused("R-ISS-2", () -> slips.reverse(keeper, returns, id, TODAY, "错了"));
        assertThat(slips.reverse(keeper, returns, id, TODAY, "数量点错，重新退库")).isEqualTo("TK-2026-00002");
        refused("R-ISS-2", () -> slips.reverse(keeper, returns, id, TODAY, "数量点错，重新退库"));
        assertThat(onHand(paper)).isEqualTo(goods(23, "276.08"));
        assertThat(balance("5001")).isEqualTo(Money.ofYuan("84.02"));
        posted(teacher, returns, back(7));
        assertThat(balance("5001")).isEqualTo(Money.ZERO);
        everythingHolds();
    }

    @Test
    void an_issue_with_a_return_is_not_reversed_under_it_and_a_reversed_one_takes_no_return() {
        var id = posted(teacher, returns, back(3));
        refused("R-SLP-6", () -> issues.reverse(keeper, issueId(issued), TODAY, "数量写错，退回重开"));
        slips.reverse(keeper, returns, id, TODAY, "数量点错，重新退库");
        var late = signed(teacher, returns, back(1));
        issues.reverse(keeper, issueId(issued), TODAY, "数量写错，退回重开");
        refused("R-SLP-6", () -> slips.post(keeper, returns, late, TODAY));
        everythingHolds();
    }

    @Test
    void a_day_to_come_a_day_before_the_issue_and_a_closed_month_are_refused() {
        var id = signed(teacher, returns, back(1));
        refused("R-STK-5", () -> slips.post(keeper, returns, id, TODAY.plusDays(1)));
        refused("R-SLP-1", () -> slips.post(keeper, returns, id, TODAY.minusDays(2)));
        for (var month = 1; month <= 11; month++) {
            var m = month;
            tenancy.write(school, () -> ledgers.close(director, new FiscalPeriod(2026, m)));
        }
        refused("R-STK-3", () -> slips.post(keeper, returns, id, LocalDate.of(2026, 11, 23)));
        nothingMoved(id);
    }

    private SlipContent back(long quantity) {
        return SlipContent.of(issued, TODAY, line(paper, "包", quantity));
    }
}
