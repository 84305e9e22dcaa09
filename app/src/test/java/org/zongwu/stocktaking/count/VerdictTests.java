package org.zongwu.stocktaking.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Quantity;
import org.zongwu.stocktaking.campaign.Recount;

/** How the counts of one line are judged. */
class VerdictTests {
    private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");
    private static final UUID KEEPER = UUID.randomUUID();
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID THIRD = UUID.randomUUID();

    private final List<Taken> counts = new ArrayList<>();

    private VerdictTests counted(UUID person, int minute, long quantity, long book) {
        counts.add(new Taken(UUID.randomUUID(), UUID.randomUUID(), 1, person, "某人", Quantity.of(quantity), MORNING.plusSeconds(60L * minute), MORNING.plusSeconds(60L * minute), Quantity.of(book), Taken.Via.PHONE, false));
        return this;
    }

    private LineState judged(Recount recount) {
        return Verdict.of(counts, recount, KEEPER, null).state();
    }

    @Test
    void what_nobody_counted_is_open() {
        assertThat(judged(Recount.ALL)).isEqualTo(LineState.OPEN);
    }

    @Test
    void two_people_who_say_the_same_difference_settle_a_line() {
        assertThat(counted(ONE, 0, 10, 10).judged(Recount.ALL)).isEqualTo(LineState.ONCE);
        assertThat(counted(OTHER, 30, 10, 10).judged(Recount.ALL)).isEqualTo(LineState.MATCHED);
    }

    @Test
    void what_was_issued_between_two_counts_is_no_difference() {
        assertThat(counted(ONE, 0, 10, 10).counted(OTHER, 30, 7, 7).judged(Recount.ALL)).isEqualTo(LineState.MATCHED);
        counts.clear();
        var verdict = Verdict.of(counted(ONE, 0, 8, 10).counted(OTHER, 30, 5, 7).counts, Recount.ALL, KEEPER, null);
        assertThat(verdict.state()).isEqualTo(LineState.DIFFERS);
        assertThat(verdict.standing().difference()).isEqualTo(Quantity.of(-2));
        assertThat(verdict.standing().quantity()).isEqualTo(Quantity.of(5));
    }

    @Test
    void nobody_confirms_himself_however_often_he_counts() {
        assertThat(counted(ONE, 0, 8, 10).counted(ONE, 5, 8, 10).judged(Recount.ALL)).isEqualTo(LineState.ONCE);
    }

    @Test
    void a_person_is_heard_with_what_he_said_last() {
        assertThat(counted(ONE, 0, 80, 10).counted(ONE, 1, 8, 10).counted(OTHER, 30, 8, 10).judged(Recount.ALL)).isEqualTo(LineState.DIFFERS);
    }

    @Test
    void a_third_count_settles_a_dispute_when_it_agrees_with_one() {
        assertThat(counted(ONE, 0, 8, 10).counted(OTHER, 30, 9, 10).judged(Recount.ALL)).isEqualTo(LineState.DISPUTED);
        assertThat(counted(THIRD, 60, 9, 10).judged(Recount.ALL)).isEqualTo(LineState.DIFFERS);
    }

    @Test
    void a_third_count_that_agrees_with_none_leaves_it_to_a_decision() {
        counted(ONE, 0, 8, 10).counted(OTHER, 30, 9, 10).counted(THIRD, 60, 10, 10);
        assertThat(judged(Recount.ALL)).isEqualTo(LineState.DISPUTED);
        assertThat(Verdict.of(counts, Recount.ALL, KEEPER, counts.getFirst().id()).standing()).isEqualTo(counts.getFirst());
    }

    @Test
    void where_only_differences_are_counted_again_agreement_needs_no_second() {
        assertThat(counted(ONE, 0, 10, 10).judged(Recount.DIFFERING)).isEqualTo(LineState.MATCHED);
        counts.clear();
        assertThat(counted(ONE, 0, 9, 10).judged(Recount.DIFFERING)).isEqualTo(LineState.ONCE);
    }

    @Test
    void the_keeper_may_count_but_not_alone() {
        assertThat(counted(KEEPER, 0, 10, 10).judged(Recount.DIFFERING)).isEqualTo(LineState.ONCE);
        assertThat(counted(ONE, 30, 10, 10).judged(Recount.DIFFERING)).isEqualTo(LineState.MATCHED);
    }

    @Test
    void a_late_count_is_kept_and_not_heard() {
        counted(ONE, 0, 10, 10).counted(OTHER, 30, 10, 10);
        var late = counts.getFirst();
        counts.add(new Taken(UUID.randomUUID(), late.lineId(), 3, THIRD, "某人", Quantity.of(1), MORNING.plusSeconds(9000), MORNING.plusSeconds(9000), Quantity.of(10), Taken.Via.PHONE, true));
        assertThat(judged(Recount.ALL)).isEqualTo(LineState.MATCHED);
    }

    @Test
    void several_piles_are_added_and_what_is_no_number_is_none() {
        assertThat(CountedText.read("１２ + 8")).contains(Quantity.of(20));
        assertThat(CountedText.read("0")).contains(Quantity.ZERO);
        assertThat(CountedText.read("1,200.5")).contains(Quantity.of("1200.5"));
        for (var no : List.of("", "-1", "一箱", "1.2345", "12+", "1e3")) assertThat(CountedText.read(no)).as(no).isEmpty();
    }
}
