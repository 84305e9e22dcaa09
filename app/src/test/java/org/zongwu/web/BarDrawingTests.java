package org.zongwu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zongwu.web.DeskChart.Bar;

class BarDrawingTests {
    @ParameterizedTest
    @CsvSource({"0.5, 1", "1, 1", "3, 3", "7, 8", "12, 15", "75, 80", "100, 100", "9999, 1.0", "17668.76, 2", "55358.83, 6"})
    void the_highest_line_is_round_and_reaches_the_highest_bar(String highest, String top) {
        var lines = drawing(highest).lines();
        assertThat(lines.getFirst().label()).isEqualTo("0");
        assertThat(new BigDecimal(lines.getLast().label())).isEqualByComparingTo(top);
        assertThat(lines).hasSizeBetween(2, 6);
    }

    @Test
    void a_bar_is_as_high_as_its_value_and_nothing_recorded_is_no_bar() {
        var columns = drawing("4", null, "2").columns();
        assertThat(columns.getFirst().now().height()).isEqualTo(2 * columns.getLast().now().height());
        assertThat(columns.get(1).now()).isNull();
        assertThat(columns).extracting(c -> c.then()).containsOnlyNulls();
    }

    @Test
    void bars_of_the_span_before_stand_beside_and_apart() {
        var column = BarDrawing.of(chart(new Bar("9月", new BigDecimal("3"), new BigDecimal("2"), false, "/"))).columns().getFirst();
        assertThat(column.then().x() + column.then().width()).isLessThanOrEqualTo(column.now().x());
    }

    private static BarDrawing drawing(@Nullable String... values) {
        return BarDrawing.of(chart(Stream.of(values).map(v -> new Bar("9月", v == null ? null : new BigDecimal(v), null, false, "/")).toArray(Bar[]::new)));
    }

    private static DeskChart.Chart chart(Bar... bars) {
        return new DeskChart.Chart("", "", "", "", "", List.of(bars), "", "/");
    }
}
