package org.zongwu.ledger.books;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChartTests {
    @Test
    void every_rule_balances_in_each_book() {
        for (var rule : Chart.RULES) {
            var balance = rule.sides().stream().collect(groupingBy(s -> account(s).book(), summingInt(s -> s.debit() ? 1 : -1)));
            assertThat(balance.values()).as(rule.event() + " " + rule.variant()).allMatch(sum -> sum == 0);
        }
    }

    @Test
    void only_money_of_the_budget_is_booked_in_the_budget() {
        var budgetary = Chart.RULES.stream().filter(r -> r.sides().stream().anyMatch(s -> account(s).book().equals("BUD"))).map(Chart.Rule::variant);
        assertThat(budgetary).containsOnly("FISCAL", "OWN");
    }

    @Test
    void every_rule_names_the_regulation() {
        assertThat(Chart.RULES).allMatch(r -> r.source().contains("财会〔2017〕25号"));
    }

    private static Chart.Account account(Chart.Side side) {
        return Chart.ACCOUNTS.stream().filter(a -> a.code().equals(side.account())).findFirst().orElseThrow();
    }
}
