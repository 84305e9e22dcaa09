package org.zongwu.stocktaking.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.stocktaking.campaign.Sheet.Counter;

/** The way of a stocktake, step by step. */
class CampaignTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Actor DIRECTOR = new Actor(1, UUID.randomUUID(), "周明", Set.of(Duty.GA_DIRECTOR));
    private static final Actor KEEPER = new Actor(1, UUID.randomUUID(), "李秀兰", Set.of(Duty.STOREKEEPER));
    private static final UUID OTHER = UUID.randomUUID();

    private static Campaign planned(Counter... counters) {
        return Campaign.plan(DIRECTOR, UUID.randomUUID(), "期末盘点", Recount.ALL, LocalDate.of(2026, 11, 23), NOW,
                List.of(new Sheet(UUID.randomUUID(), "stores", UUID.randomUUID(), "总务一库", KEEPER.employeeId(), "李秀兰", List.of(counters))));
    }

    private static Campaign planned() {
        return planned(new Counter(KEEPER.employeeId(), "李秀兰", 1), new Counter(OTHER, "刘洋", 2));
    }

    private static Progress lines(int open, int once, int disputed, int matched, int differing, int unexplained, int unprepared, int waiting) {
        return new Progress(open + once + disputed + matched + differing, open, once, disputed, matched, differing, unexplained, unprepared, waiting);
    }

    @Test
    void the_keeper_never_counts_alone_and_nobody_counts_his_own_again() {
        for (var alone : List.of(KEEPER.employeeId(), OTHER)) {
            assertThatThrownBy(() -> planned(new Counter(alone, "一人", 1), new Counter(alone, "一人", 2))).hasMessageContaining("R-AST-6");
        }
        assertThatThrownBy(() -> planned(new Counter(OTHER, "刘洋", 1))).hasMessageContaining("R-AST-6");
        assertThat(planned().state()).isEqualTo(CampaignState.PLANNED);
    }

    @Test
    void only_who_neither_keeps_nor_books_leads_it() {
        assertThatThrownBy(() -> planned().freeze(KEEPER, "PD-2026-00001", NOW)).hasMessageContaining("R-CNT-1");
    }

    @Test
    void it_goes_from_the_list_to_the_closing_and_waits_wherever_something_is_missing() {
        var frozen = planned().freeze(DIRECTOR, "PD-2026-00001", NOW);
        assertThat(frozen.no()).isEqualTo("PD-2026-00001");
        var counting = frozen.counting();
        assertThatThrownBy(() -> counting.countAgain(DIRECTOR, lines(1, 9, 0, 0, 0, 0, 0, 0))).hasMessageContaining("R-CNT-2");
        var second = counting.countAgain(DIRECTOR, lines(0, 10, 0, 0, 0, 0, 0, 0));
        assertThatThrownBy(() -> second.compare(DIRECTOR, lines(0, 1, 0, 9, 0, 0, 0, 0))).hasMessageContaining("R-AST-6");
        var differences = second.compare(DIRECTOR, lines(0, 0, 1, 7, 2, 2, 2, 0));
        assertThatThrownBy(() -> differences.resolve(lines(0, 0, 1, 7, 2, 0, 2, 0))).hasMessageContaining("still-disputed");
        assertThatThrownBy(() -> differences.resolve(lines(0, 0, 0, 8, 2, 1, 2, 0))).hasMessageContaining("unexplained");
        var resolved = differences.resolve(lines(0, 0, 0, 8, 2, 0, 2, 0));
        assertThatThrownBy(() -> resolved.close(DIRECTOR, lines(0, 0, 0, 8, 2, 0, 0, 1), NOW)).hasMessageContaining("R-AST-5");
        assertThatThrownBy(() -> resolved.cancel(DIRECTOR, lines(0, 0, 0, 8, 2, 0, 0, 1), "不盘了不盘了")).hasMessageContaining("too-late");
        assertThat(resolved.close(DIRECTOR, lines(0, 0, 0, 8, 2, 0, 0, 0), NOW).state()).isEqualTo(CampaignState.CLOSED);
    }

    @Test
    void the_book_is_hidden_as_long_as_somebody_counts() {
        assertThat(CampaignState.FROZEN.isBlind() && CampaignState.COUNTING.isBlind() && CampaignState.SECOND_COUNT.isBlind()).isTrue();
        assertThat(CampaignState.DIFFERENCES.isBlind()).isFalse();
    }
}
