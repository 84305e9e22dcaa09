package org.zongwu.stores.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.LeavingCheck;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.ledger.Balances;
import org.zongwu.stores.issue.IssueContent;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.stock.StockService;

class LoanIT extends LoanOffice {
    @Autowired StockService stock;
    @Autowired Balances balances;
    @Autowired IssueService issues;
    @Autowired List<FigureSource> sources;
    @Autowired List<LeavingCheck> leaving;
    @Autowired List<TodoSource> desks;

    @Test
    void what_is_lent_stays_the_schools_comes_back_in_parts_and_closes_by_itself() {
        var id = lent(teacher, line(tents, "顶", 3), line(cables, "个", 2));
        assertThat(slip(id).no()).isEqualTo("JW-2026-00001");
        assertThat(card(tents)).isEqualTo("10 3 100000");
        assertThat(booked("1302")).isEqualTo(Money.ofYuan("1023.31"));
        everythingHolds();

        returns.bringBack(keeper, id, TODAY, List.of(new LoanReturns.Part(1, Quantity.of(2), "完好")));
        assertThat(slip(id).state()).isEqualTo(LoanState.PARTLY);
        refused("R-LOAN-10", () -> returns.bringBack(keeper, id, TODAY, List.of(part(1, 2))));
        refused("R-LOAN-6", () -> returns.bringBack(new Actor(school, teacher.employeeId(), "刘洋", Set.of(Duty.STOREKEEPER)), id, TODAY, List.of(part(1, 1))));
        returns.bringBack(keeper, id, TODAY, List.of(part(1, 1), part(2, 2)));
        assertThat(slip(id).state()).isEqualTo(LoanState.CLOSED);
        assertThat(card(tents)).isEqualTo("10 0 100000");
        refused("R-LOAN-0", () -> returns.bringBack(keeper, id, TODAY, List.of(part(1, 1))));
        everythingHolds();
    }

    @Test
    void what_is_lent_is_not_there_to_be_issued() {
        lent(teacher, line(cables, "个", 5));
        var issue = Ids.next();
        tenancy.write(school, () -> {
            issues.draft(keeper, issue, new IssueContent(warehouse, acceptor.employeeId(), null, TODAY, Purpose.ADMIN, null,
                    List.of(new IssueContent.Line(cables, "个", Quantity.of(3)))));
            issues.submit(keeper, issue, 1);
            issues.sign(acceptor, issue, 2);
        });
        refused("R-ISS-1", () -> issues.post(keeper, issue, TODAY));
        refused("R-ISS-1", () -> loans.handOut(keeper, signed(acceptor, line(cables, "个", 3)), TODAY));
    }

    @Test
    void what_is_lost_leaves_the_books_at_its_average_and_the_borrower_owes_what_was_agreed() {
        var id = lent(teacher, line(cables, "个", 3));
        var loss = returns.lose(keeper, id, TODAY, List.of(part(1, 2)), "搬家时丢失，同意照价赔偿");
        assertThat(card(cables)).isEqualTo("5 1 1665");
        assertThat(booked("1302")).isEqualTo(Money.ofYuan("1016.65"));
        assertThat(booked("1902")).isEqualTo(Money.ofYuan("6.66"));
        everythingHolds();
        refused("R-LOAN-4", () -> returns.compensate(keeper, loss, TODAY, Money.ofYuan("5"), "照价"));
        returns.compensate(director, loss, TODAY, Money.ofYuan("5"), "照价，折旧后五元");
        refused("R-LOAN-4", () -> returns.compensate(director, loss, TODAY, Money.ofYuan("5"), "再赔一次"));
        assertThat(booked("1218")).isEqualTo(Money.ofYuan("5"));
        assertThat(booked("1902")).isEqualTo(Money.ofYuan("1.66"));
        assertThat(slip(id).state()).isEqualTo(LoanState.PARTLY);
        returns.bringBack(keeper, id, TODAY, List.of(part(1, 1)));
        assertThat(slip(id).state()).isEqualTo(LoanState.CLOSED);
        assertThat(slip(loss).id()).as("the card of what was lost opens the loan").isEqualTo(id);
        everythingHolds();
        var figures = figures();
        assertThat(figures.get("LOAN_LOST_AMOUNT").value()).isEqualByComparingTo("6.66");
        assertThat(figures.get("LOAN_COMPENSATION").value()).isEqualByComparingTo("5");
    }

    @Test
    void who_has_something_overdue_borrows_nothing_new_and_leaves_not() {
        var id = lent(teacher, line(tents, "顶", 1));
        clock.set(TODAY.plusDays(8), LocalTime.of(9, 0));
        assertThat(slip(id).state()).isEqualTo(LoanState.OVERDUE);
        assertThat(slip(id).lateDays()).isOne();
        var next = Ids.next();
        var again = content(teacher, null, TODAY.plusDays(20), line(tents, "顶", 1));
        refused("R-LOAN-2", () -> loans.request(teacher, next, again));
        refused("R-LOAN-11", () -> returns.renew(teacher, id, TODAY.plusDays(20), "还要用"));
        tenancy.read(school, () -> {
            assertThat(leaving.stream().flatMap(l -> l.held(teacher.employeeId()).stream())).extracting(LeavingCheck.Held::textKey).contains("held.stores.loan");
            assertThat(desks.stream().flatMap(d -> d.todos(teacher).stream())).extracting(TodoSource.Todo::kindKey).contains("todo.stores.bring-back");
            assertThat(desks.stream().flatMap(d -> d.todos(keeper).stream())).extracting(TodoSource.Todo::kindKey).contains("todo.stores.chase-loan");
            return true;
        });
        tenancy.write(school, () -> policies.set(director, "loan.overdue.blocks", "NO", TODAY, "放宽"));
        loans.request(teacher, next, again);
        returns.bringBack(keeper, id, TODAY.plusDays(8), List.of(part(1, 1)));
        tenancy.read(school, () -> {
            assertThat(leaving.stream().flatMap(l -> l.held(teacher.employeeId()).stream())).isEmpty();
            return true;
        });
        assertThat(figures().get("LOAN_ONTIME_RATE").value()).isEqualByComparingTo("0");
    }

    @Test
    void a_renewal_is_a_row_with_a_reason_and_only_so_many() {
        var id = lent(teacher, line(tents, "顶", 1));
        returns.renew(teacher, id, TODAY.plusDays(14), "活动延期");
        returns.renew(keeper, id, TODAY.plusDays(21), "又延期");
        assertThat(slip(id).dueOn()).isEqualTo(TODAY.plusDays(21));
        assertThat(slip(id).renewals()).extracting(LoanSteps.Renewal::reason).containsExactly("活动延期", "又延期");
        refused("R-LOAN-11", () -> returns.renew(teacher, id, TODAY.plusDays(28), "再延"));
        everythingHolds();
    }

    @Test
    void another_unit_or_a_great_worth_needs_somebody_who_allows_it() {
        var party = tenancy.<UUID>read(school, () -> parties.named("晨光文具").orElseThrow().id());
        var id = Ids.next();
        loans.request(keeper, id, content(teacher, party, TODAY.plusDays(7), line(tents, "顶", 1)));
        assertThat(slip(id).state()).isEqualTo(LoanState.WAITING);
        refused("R-LOAN-0", () -> loans.sign(teacher, id, 1));
        refused("R-LOAN-3", () -> loans.approve(director, id, 1));
        loans.approve(assets, id, 1);
        loans.sign(teacher, id, 2);
        loans.handOut(keeper, id, TODAY);
        assertThat(slip(id).approver()).isEqualTo("何静");
        assertThat(slip(id).party()).isEqualTo("晨光文具");
        var much = Ids.next();
        loans.request(teacher, much, content(teacher, null, TODAY.plusDays(7), line(tents, "顶", 6)));
        assertThat(slip(much).state()).isEqualTo(LoanState.WAITING);
        loans.refuse(director, much, 1, "运动会要用");
        assertThat(slip(much).state()).isEqualTo(LoanState.REFUSED);
        loans.change(teacher, much, 2, content(teacher, null, TODAY.plusDays(7), line(tents, "顶", 5)));
        assertThat(slip(much).state()).isEqualTo(LoanState.REQUESTED);
        everythingHolds();
    }

    @Test
    void a_wrong_loan_is_reversed_as_a_whole_while_nothing_came_back() {
        var id = lent(teacher, line(tents, "顶", 3));
        var next = Ids.next();
        loans.reverseAndCorrect(keeper, id, next, TODAY, "数量写错，退回重开");
        assertThat(slip(id).state()).isEqualTo(LoanState.REVERSED);
        assertThat(slip(id).reversedBy().no()).isEqualTo("JW-2026-00002");
        assertThat(slip(next).corrects().no()).isEqualTo("JW-2026-00001");
        assertThat(card(tents)).isEqualTo("10 0 100000");
        refused("R-ISS-2", () -> loans.reverse(keeper, id, TODAY, "再冲一次看看"));
        var other = lent(acceptor, line(tents, "顶", 2));
        returns.bringBack(keeper, other, TODAY, List.of(part(1, 1)));
        refused("R-LOAN-0", () -> loans.reverse(keeper, other, TODAY, "数量写错，退回"));
        everythingHolds();
        assertThat(figures().get("LOAN_COUNT").value()).isEqualByComparingTo("1");
        assertThat(figures().get("LOAN_OUT_QUANTITY").value()).isEqualByComparingTo("1");
    }

    private Money booked(String account) {
        return tenancy.<Money>read(school, () -> balances.balance(account, TODAY));
    }

    private Map<String, Figure> figures() {
        return tenancy.<Map<String, Figure>>read(school, () -> {
            var all = new HashMap<String, Figure>();
            sources.forEach(s -> s.figures(new Span(FIRST, TODAY.plusDays(30))).forEach(f -> all.put(f.definition().id(), f)));
            return all;
        });
    }
}
