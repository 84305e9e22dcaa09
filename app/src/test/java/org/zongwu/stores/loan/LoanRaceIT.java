package org.zongwu.stores.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.RuleBroken;

/** Many hands at one shelf and at one slip. */
class LoanRaceIT extends LoanOffice {
    private static final int THREADS = 8;

    @Test
    void two_borrow_the_last_three_and_one_gets_them() throws Exception {
        lent(acceptor, line(cables, "个", 4));
        var slips = List.of(signed(teacher, line(cables, "个", 3), line(tents, "顶", 1)), signed(director, line(tents, "顶", 1), line(cables, "个", 3)));
        var outcomes = atOnce(slips.stream().<Callable<String>>map(id -> () -> loans.handOut(keeper, id, TODAY)).toList());
        assertThat(outcomes).containsExactlyInAnyOrder("JW-2026-00002", "R-ISS-1");
        assertThat(card(cables)).isEqualTo("7 7 2331");
        assertThat(card(tents)).isEqualTo("10 1 100000");
        everythingHolds();
    }

    @Test
    void one_slip_handed_out_by_many_is_handed_out_once() throws Exception {
        var slip = signed(teacher, line(tents, "顶", 2));
        var outcomes = atOnce(IntStream.range(0, THREADS).<Callable<String>>mapToObj(i -> () -> loans.handOut(keeper, slip, TODAY)).toList());
        assertThat(outcomes).containsOnly("JW-2026-00001");
        assertThat(card(tents)).isEqualTo("10 2 100000");
    }

    @Test
    void what_comes_back_twice_at_once_comes_back_once() throws Exception {
        var id = lent(teacher, line(tents, "顶", 3), line(cables, "个", 2));
        var outcomes = atOnce(IntStream.range(0, THREADS).<Callable<String>>mapToObj(i -> () -> {
            returns.bringBack(keeper, id, TODAY, i % 2 == 0 ? List.of(part(1, 3), part(2, 2)) : List.of(part(2, 2), part(1, 3)));
            return "back";
        }).toList());
        assertThat(outcomes).filteredOn("back"::equals).hasSize(1);
        assertThat(outcomes).filteredOn(o -> o.startsWith("R-LOAN-")).hasSize(THREADS - 1);
        assertThat(card(tents)).isEqualTo("10 0 100000");
        everythingHolds();
    }

    @Test
    void returned_lost_or_reversed_at_once_is_one_of_them() throws Exception {
        var id = lent(teacher, line(cables, "个", 3));
        var outcomes = atOnce(List.of(() -> {
            returns.bringBack(keeper, id, TODAY, List.of(part(1, 3)));
            return "back";
        }, () -> {
            returns.lose(keeper, id, TODAY, List.of(part(1, 3)), "搬家时丢失三个");
            return "lost";
        }, () -> loans.reverse(keeper, id, TODAY, "数量写错，退回重开")));
        assertThat(outcomes).filteredOn(o -> o.startsWith("R-")).hasSize(2);
        assertThat(card(cables)).isEqualTo(outcomes.contains("lost") ? "4 0 1332" : "7 0 2331");
        everythingHolds();
    }

    private static List<String> atOnce(List<Callable<String>> work) throws Exception {
        var start = new CyclicBarrier(work.size());
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var outcomes = new ArrayList<String>();
            var all = threads.invokeAll(work.stream().<Callable<String>>map(w -> () -> {
                start.await();
                try {
                    return w.call();
                } catch (RuleBroken refused) {
                    return refused.ruleId();
                }
            }).toList());
            for (var done : all) outcomes.add(done.get());
            return outcomes;
        }
    }
}
