package org.zongwu.contracts.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermTests {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 2, 28);

    @Test
    void a_term_in_one_cell_has_a_first_and_a_last_day() {
        for (var text : List.of("2026.3.1-2027.2.28", "2026年3月1日至2027年2月28日", "自2026-03-01起至2027-02-28止", "2026/3/1～2027/2/28", "２０２６.３.１—２０２７.２.２８")) {
            assertThat(Term.days(text)).as(text).containsExactly(FIRST, LAST);
        }
    }

    @Test
    void a_term_without_days_says_nothing() {
        assertThat(Term.days("一年")).isEmpty();
        assertThat(Term.days("2026.13.1-2027.2.28")).isEmpty();
        assertThat(Term.days("2026年3月1日起长期")).containsExactly(FIRST);
    }

    @Test
    void alerts_are_read_from_the_earliest_call_to_the_last() {
        assertThat(Alerts.parse("30, 180,90")).containsExactly(180, 90, 30);
        assertThat(Alerts.parse("60")).containsExactly(60);
    }
}
