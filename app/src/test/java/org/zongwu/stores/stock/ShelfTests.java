package org.zongwu.stores.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.stock.Shelf.Use;

/** First expired, first out. */
class ShelfTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Lot PAST = new Lot("A", TODAY.minusDays(1), Quantity.of(3));
    private static final Lot TODAYS = new Lot("B", TODAY, Quantity.of(4));
    private static final Lot EVER = new Lot("C", null, Quantity.of(5));
    private static final Shelf SHELF = new Shelf(List.of(PAST, TODAYS, EVER), Quantity.of(2));

    @Test
    void goods_are_handed_out_from_the_lot_that_expires_first_but_none_past_its_day() {
        assertThat(SHELF.take(Quantity.of(6), Use.HAND_OUT, TODAY, null, "碘伏")).containsExactly(TODAYS, EVER.of(Quantity.of(2)));
        assertThat(SHELF.take(Quantity.of(11), Use.HAND_OUT, TODAY, null, "碘伏")).containsExactly(TODAYS, EVER);
    }

    @Test
    void what_is_scrapped_goes_from_the_oldest() {
        assertThat(SHELF.take(Quantity.of(4), Use.TAKE_OFF, TODAY, null, "碘伏")).containsExactly(PAST, TODAYS.of(Quantity.of(1)));
        assertThat(SHELF.take(Quantity.of(14), Use.TAKE_OFF, TODAY, null, "碘伏")).containsExactly(PAST, TODAYS, EVER);
    }

    @Test
    void a_lot_that_is_named_is_the_only_one() {
        assertThat(SHELF.take(Quantity.of(2), Use.TAKE_OFF, TODAY, "C", "碘伏")).containsExactly(EVER.of(Quantity.of(2)));
        refused("R-LOT-2", "C", 6);
        refused("R-LOT-2", "X", 1);
    }

    @Test
    void past_the_last_day_nothing_more_is_handed_out() {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> SHELF.take(Quantity.of(12), Use.HAND_OUT, TODAY, null, "碘伏"))
                .satisfies(e -> assertThat(e.args()).containsExactly("碘伏", Quantity.of(12), Quantity.of(11), TODAY)).extracting(RuleBroken::ruleId).isEqualTo("R-LOT-1");
    }

    private static void refused(String rule, String lot, long quantity) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> SHELF.take(Quantity.of(quantity), Use.TAKE_OFF, TODAY, lot, "碘伏")).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }
}
