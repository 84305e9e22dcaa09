package org.zongwu.stores.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.stores.Tables.ISSUE;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.StockService;

/** Many hands at one shelf. */
class IssueRaceIT extends StoresOffice {
    private static final int THREADS = 16;

    @Autowired IssueService issues;
    @Autowired StockService stock;
    @Autowired DSLContext db;
    @Autowired List<Control> controls;

    private UUID paper;
    private UUID chalk;

    @BeforeEach
    void tenPiecesOfEach() {
        openSchool();
        paper = item("0101", "复印纸", "包");
        chalk = item("0201", "粉笔", "盒");
        receive(TODAY, at(paper, "包", 10, "3.33"), at(chalk, "盒", 10, "1.11"));
    }

    @Test
    void sixteen_take_the_last_ten_in_opposite_order_and_ten_get_them() throws Exception {
        var slips = IntStream.range(0, THREADS).mapToObj(i -> i % 2 == 0 ? signed(paper, chalk) : signed(chalk, paper)).toList();
        var outcomes = atOnce(slips.stream().<Callable<String>>map(id -> () -> {
            try {
                return issues.post(keeper, id, TODAY);
            } catch (RuleBroken refused) {
                return refused.ruleId();
            }
        }).toList());
        assertThat(outcomes).filteredOn("R-ISS-1"::equals).hasSize(THREADS - 10);
        assertThat(outcomes).filteredOn(o -> o.startsWith("LW")).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 10).mapToObj("LW-2026-%05d"::formatted).toList());
        tenancy.read(school, () -> {
            assertThat(stock.onHand(warehouse, paper)).isEqualTo(Goods.NOTHING);
            assertThat(stock.onHand(warehouse, chalk)).isEqualTo(Goods.NOTHING);
            for (var control : controls) assertThat(control.check().findings()).as(control.id()).isEmpty();
            return true;
        });
    }

    @Test
    void one_slip_posted_by_many_at_once_is_posted_once() throws Exception {
        var slip = signed(paper, chalk);
        var outcomes = atOnce(IntStream.range(0, THREADS).<Callable<String>>mapToObj(i -> () -> issues.post(keeper, slip, TODAY)).toList());
        assertThat(outcomes).containsOnly("LW-2026-00001");
        assertThat(tenancy.<Integer>read(school, () -> db.fetchCount(ISSUE, ISSUE.SCHOOL_ID.eq(school)))).isOne();
    }

    @Test
    void one_issue_reversed_by_many_at_once_is_reversed_once() throws Exception {
        var slip = signed(paper, chalk);
        issues.post(keeper, slip, TODAY);
        var outcomes = atOnce(IntStream.range(0, THREADS).<Callable<String>>mapToObj(i -> () -> {
            try {
                return issues.reverse(keeper, slip, TODAY, "数量写错，退回重开");
            } catch (RuleBroken refused) {
                return refused.ruleId();
            }
        }).toList());
        assertThat(outcomes).filteredOn("LW-2026-00002"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("R-ISS-2"::equals).hasSize(THREADS - 1);
        assertThat(tenancy.<Goods>read(school, () -> stock.onHand(warehouse, paper)).quantity()).isEqualTo(Quantity.of(10));
    }

    private static List<String> atOnce(List<Callable<String>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var outcomes = new ArrayList<String>();
            for (var done : threads.invokeAll(work)) outcomes.add(done.get());
            return outcomes;
        }
    }

    private UUID signed(UUID first, UUID second) {
        var id = Ids.next();
        var lines = List.of(new IssueContent.Line(first, first.equals(paper) ? "包" : "盒", Quantity.of(1)), new IssueContent.Line(second, second.equals(paper) ? "包" : "盒", Quantity.of(1)));
        tenancy.write(school, () -> {
            issues.draft(keeper, id, new IssueContent(warehouse, teacher.employeeId(), null, TODAY, Purpose.TEACHING, null, lines));
            issues.submit(keeper, id, 1);
            issues.sign(teacher, id, 2);
        });
        return id;
    }
}
