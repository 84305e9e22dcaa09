package org.zongwu.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuessLimitsTests {
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void the_minutes_to_wait_are_rounded_up_and_never_zero() {
        assertThat(GuessLimits.minutes(NINE, NINE.plusSeconds(900))).isEqualTo(15);
        assertThat(GuessLimits.minutes(NINE, NINE.plusSeconds(841))).isEqualTo(15);
        assertThat(GuessLimits.minutes(NINE, NINE.plusSeconds(1))).isEqualTo(1);
        assertThat(GuessLimits.minutes(NINE, NINE)).isEqualTo(1);
    }

    @Test
    void a_slot_begins_every_five_minutes() {
        assertThat(GuessLimits.slot(NINE)).isEqualTo(NINE);
        assertThat(GuessLimits.slot(NINE.plusSeconds(299))).isEqualTo(NINE);
        assertThat(GuessLimits.slot(NINE.plusSeconds(300))).isEqualTo(NINE.plusSeconds(300));
    }

    @Test
    void no_guess_of_the_last_fifteen_minutes_is_forgotten() {
        for (var second = 0; second < 300; second++) {
            var now = NINE.plusSeconds(second);
            assertThat(GuessLimits.slot(now.minus(GuessLimits.WINDOW))).isAfterOrEqualTo(GuessLimits.oldestSlot(now));
        }
    }
}
