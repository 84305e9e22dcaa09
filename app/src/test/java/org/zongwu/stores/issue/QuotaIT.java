package org.zongwu.stores.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static zongwu.db.stores.Tables.QUOTA;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.quota.Usage;

/** R-ISS-3: what is over a quota needs the director's stamp, and two slips at the edge are decided at posting. */
class QuotaIT extends StoresOffice {
    @Autowired IssueService issues;
    @Autowired IssueSteps steps;
    @Autowired Logbooks books;

    private UUID chalk;
    private UUID paper;

    @BeforeEach
    void tenAMonth() {
        openSchool();
        chalk = item("0201", "粉笔", "盒");
        paper = item("0101", "复印纸", "包");
        receive(TODAY.minusDays(40), at(chalk, "盒", 100, "1.11"), at(paper, "包", 100, "3"));
        quota("PERSON", "0201", null, "MONTH", 10);
    }

    @Test
    void open_requests_and_what_was_issued_this_month_count_and_last_month_does_not() {
        post(signed(teacher, line(chalk, 9)), TODAY.minusDays(30));
        post(signed(teacher, line(chalk, 4)), TODAY);
        submitted(teacher, line(chalk, 3));
        var third = submitted(teacher, line(chalk, 4));
        var usage = usages(third).getFirst();
        assertThat(usage.issued()).isEqualTo(Quantity.of(4));
        assertThat(usage.asked()).isEqualTo(Quantity.of(3));
        assertThat(usage.left()).isEqualTo(Quantity.of(3));
        assertThat(usage.isOver()).isTrue();
        assertThat(usages(submitted(acceptor, line(chalk, 10))).getFirst().isOver()).isFalse();
    }

    @Test
    void over_the_quota_the_keeper_posts_only_with_the_directors_stamp() {
        var slip = signed(teacher, line(chalk, 11));
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> issues.post(keeper, slip, TODAY)).satisfies(e -> {
            assertThat(e.ruleId()).isEqualTo("R-ISS-3");
            assertThat(e.args()).contains(Quantity.of(10), Quantity.of(11));
        });
        refused("R-ISS-3", () -> steps.stamp(keeper, slip, 3));
        steps.stamp(director, slip, 3);
        assertThat(issues.post(keeper, slip, TODAY)).startsWith("LW-");
        tenancy.read(school, () -> assertThat(issues.slip(slip).orElseThrow().story().stampedBy()).isEqualTo(director.name()));
    }

    @Test
    void nobody_stamps_his_own_and_a_change_takes_the_stamp_off() {
        var own = signed(director, line(chalk, 11));
        refused("R-ISS-3", () -> steps.stamp(director, own, 3));
        var slip = submitted(teacher, line(chalk, 11));
        steps.stamp(director, slip, 2);
        issues.change(keeper, slip, 3, content(teacher, line(chalk, 50)));
        issues.sign(teacher, slip, 4);
        refused("R-ISS-3", () -> issues.post(keeper, slip, TODAY));
    }

    @Test
    void a_named_quota_is_in_the_place_of_the_general_one_and_a_category_counts_together() {
        quota("PERSON", "0201", teacher, "MONTH", 20);
        assertThat(usages(submitted(teacher, line(chalk, 15)))).singleElement().satisfies(u -> assertThat(u.isOver()).isFalse());
        tenancy.write(school, () -> books.enter(director, books.of(QUOTA), Draft.blank().set(QUOTA.HOLDER, "DEPARTMENT").set(QUOTA.CATEGORY, "办公用品").set(QUOTA.PERIOD, "TERM")
                .set(QUOTA.QUANTITY, new BigDecimal("30")).set(QUOTA.FROM_ON, LocalDate.of(2026, 1, 1))));
        var both = submitted(acceptor, line(chalk, 8), line(paper, 8));
        assertThat(usages(both)).anySatisfy(u -> {
            assertThat(u.holder()).isEqualTo("DEPARTMENT");
            assertThat(u.wanted()).isEqualTo(Quantity.of(16));
            assertThat(u.asked()).isEqualTo(Quantity.of(15));
            assertThat(u.isOver()).isTrue();
        });
    }

    @Test
    void a_reversed_issue_and_what_a_repair_uses_up_do_not_count() {
        var slip = signed(teacher, line(chalk, 10));
        issues.post(keeper, slip, TODAY);
        issues.reverse(keeper, slip, TODAY, "数量写错，退回重开");
        var work = Ids.next();
        tenancy.write(school, () -> {
            issues.draftFor(keeper, work, new IssueContent(warehouse, teacher.employeeId(), null, TODAY, Purpose.REPAIR, null, List.of(line(chalk, 30))), new WorkRef("repairs.order", Ids.next(), "WX-1"));
            issues.submit(keeper, work, 1);
            issues.sign(teacher, work, 2);
        });
        issues.post(keeper, work, TODAY);
        assertThat(usages(submitted(teacher, line(chalk, 10))).getFirst().isOver()).isFalse();
    }

    @Test
    void two_slips_at_the_edge_are_decided_at_posting() throws Exception {
        var slips = IntStream.range(0, 8).mapToObj(i -> signed(teacher, line(chalk, 4))).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var outcomes = new ArrayList<String>();
            for (var done : threads.invokeAll(slips.stream().<Callable<String>>map(id -> () -> {
                try {
                    return issues.post(keeper, id, TODAY);
                } catch (RuleBroken e) {
                    return e.ruleId();
                }
            }).toList())) outcomes.add(done.get());
            assertThat(outcomes).filteredOn(o -> o.startsWith("LW-")).hasSize(2);
            assertThat(outcomes).filteredOn("R-ISS-3"::equals).hasSize(6);
        }
        everythingHolds();
    }

    private void quota(String holder, String item, Actor person, String period, long quantity) {
        tenancy.write(school, () -> books.enter(director, books.of(QUOTA), Draft.blank().set(QUOTA.HOLDER, holder).set(QUOTA.ITEM, item).set(QUOTA.PERIOD, period)
                .set(QUOTA.PERSON_ID, person == null ? null : person.employeeId()).set(QUOTA.PERSON, person == null ? null : person.name())
                .set(QUOTA.QUANTITY, BigDecimal.valueOf(quantity)).set(QUOTA.FROM_ON, LocalDate.of(2026, 1, 1))));
    }

    private List<Usage> usages(UUID slip) {
        return tenancy.read(school, () -> steps.usages(slip));
    }

    private void post(UUID slip, LocalDate day) {
        issues.post(keeper, slip, day);
    }

    private UUID submitted(Actor receiver, IssueContent.Line... lines) {
        var id = Ids.next();
        tenancy.write(school, () -> {
            issues.draft(keeper, id, content(receiver, lines));
            issues.submit(keeper, id, 1);
        });
        return id;
    }

    private UUID signed(Actor receiver, IssueContent.Line... lines) {
        var id = submitted(receiver, lines);
        issues.sign(receiver, id, 2);
        return id;
    }

    private IssueContent content(Actor receiver, IssueContent.Line... lines) {
        return new IssueContent(warehouse, receiver.employeeId(), null, TODAY, Purpose.TEACHING, null, List.of(lines));
    }

    private IssueContent.Line line(UUID item, long quantity) {
        return new IssueContent.Line(item, item.equals(chalk) ? "盒" : "包", Quantity.of(quantity));
    }

    private static void refused(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }
}
