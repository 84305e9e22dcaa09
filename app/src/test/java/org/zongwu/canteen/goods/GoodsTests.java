package org.zongwu.canteen.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoodsTests {
    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 3);

    @ParameterizedTest
    @CsvSource({"2026.2.5, 12个月, 2027-02-05", "当日, 3天, 2026-03-06", "2026-02-21, 2年, 2028-02-21", "20260301, 7日, 2026-03-08", "2026年2月28日, 1个月, 2026-03-28", "12.20, 6个月, 2026-06-20",
        "2026/2/5（批号 A1）, 3 months, 2026-05-05"})
    void a_label_says_until_when_food_may_be_used(String produced, String term, LocalDate until) {
        assertThat(ShelfLife.end(produced, term, RECEIVED)).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({"B20260301X, 3天", "当日, —", "2026.13.5, 3天", "2026.2.5, 见包装"})
    void what_a_label_does_not_say_is_not_guessed(String produced, String term) {
        assertThat(ShelfLife.end(produced, term, RECEIVED)).isNull();
    }

    @Test
    void a_label_that_is_not_there_says_nothing() {
        assertThat(ShelfLife.end(null, "3天", RECEIVED)).isNull();
        assertThat(ShelfLife.end("当日", null, RECEIVED)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"斤, 40, 20", "公斤, 25, 25", "ＫＧ, 3.5, 3.5", "吨, 0.5, 500", "克, 250, 0.25"})
    void two_jin_are_a_kilogram(String unit, BigDecimal quantity, BigDecimal kilograms) {
        assertThat(Goods.kilograms(quantity, unit)).isEqualByComparingTo(kilograms);
    }

    @Test
    void a_bottle_has_no_weight() {
        assertThat(Goods.kilograms(BigDecimal.TEN, "瓶")).isNull();
        assertThat(Goods.kilograms(BigDecimal.TEN, null)).isNull();
    }
}
