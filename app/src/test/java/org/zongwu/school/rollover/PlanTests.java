package org.zongwu.school.rollover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTests {
    @Test
    void the_second_term_follows_the_first_and_then_a_new_school_year() {
        assertThat(Plan.after("2026-2027-1")).isEqualTo("2026-2027-2");
        assertThat(Plan.after("2025-2026-2")).isEqualTo("2026-2027-1");
    }

    @Test
    void the_usual_days_lie_within_their_school_year() {
        var autumn = Plan.usual("2026-2027-1");
        assertThat(autumn.startsOn()).isBefore(autumn.opensOn());
        assertThat(autumn.endsOn()).isBefore(Plan.usual("2026-2027-2").startsOn());
    }
}
