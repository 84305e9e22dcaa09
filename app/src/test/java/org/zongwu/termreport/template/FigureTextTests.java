package org.zongwu.termreport.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zongwu.kernel.Unit;

class FigureTextTests {
    @ParameterizedTest
    @CsvSource({"186432.50, 18.64万元", "10000, 1万元", "9999.99, 9999.99元", "3210.5, 3210.50元", "3210.00, 3210元", "0, 0元",
            "12345.67, 1.23万元", "1005000, 100.5万元", "19999.99, 2万元", "-186432.50, −18.64万元", "-3.10, −3.10元", "123456789.01, 12345.68万元"})
    void money_of_ten_thousand_and_more_is_said_in_wan(BigDecimal yuan, String said) {
        assertThat(FigureText.of(yuan, Unit.YUAN)).isEqualTo(said);
    }

    @Test
    void a_style_overrides_the_usual_way() {
        assertThat(FigureText.of(new BigDecimal("186432.50"), Unit.YUAN, Part.Style.YUAN)).isEqualTo("186432.50元");
        assertThat(FigureText.of(new BigDecimal("3210.5"), Unit.YUAN, Part.Style.WAN)).isEqualTo("0.32万元");
    }

    @ParameterizedTest
    @CsvSource({"98.64, 98.6%", "98.65, 98.7%", "100, 100%", "50, 50%", "0, 0%", "99.97, 99.9%", "0.02, 0.1%", "104.25, 104.3%"})
    void a_percentage_has_one_decimal_and_rounding_never_makes_it_whole(BigDecimal percent, String said) {
        assertThat(FigureText.of(percent, Unit.PERCENT)).isEqualTo(said);
    }

    /** domain.md §12.14, for which 95.07 is what the register makes of (812 + 153) of 1,015. */
    @Test
    void a_rate_of_ninety_five_point_nought_seven_is_said_with_one_decimal() {
        assertThat(FigureText.of(new BigDecimal("95.07"), Unit.PERCENT)).isEqualTo("95.1%");
    }

    /** R-SUM-4. */
    @ParameterizedTest
    @CsvSource({"200, PERSON, 200", "630, PERSON, 600多", "605, PERSON, 约600", "195, PERSON, 近200", "1210, TIMES, 约1200", "987, PERSON, 近1000", "9, PERSON, 9", "184000, YUAN, 18万多元",
            "198000, YUAN, 近20万元", "3210.5, YUAN, 3000多元", "95.07, PERCENT, 95.1%"})
    void round_words_follow_the_distance_from_a_round_number(BigDecimal value, Unit unit, String said) {
        assertThat(FigureText.of(value, unit, Part.Style.ABOUT)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"1986, PERSON, 1986", "42.000000, CLASS, 42", "1.6, DAY, 1.6", "8.5625, DAY, 8.56", "0, DOCUMENT, 0"})
    void a_count_is_said_as_it_is_and_a_part_of_one_with_two_decimals(BigDecimal value, Unit unit, String said) {
        assertThat(FigureText.of(value, unit)).isEqualTo(said);
    }

    @Test
    void no_record_is_no_nought() {
        assertThat(FigureText.of(null, Unit.YUAN)).isEqualTo("无记录");
    }
}
