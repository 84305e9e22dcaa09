package org.zongwu.canteen.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitnessTests {
    @ParameterizedTest
    @CsvSource({"36.5, 36.5", "36.5℃, 36.5", "36.5 °C, 36.5", "３６．８, 36.8", "36度8, 36.8", "37摄氏度, 37", "36.6度, 36.6"})
    void a_temperature_is_read_as_it_is_written(String written, BigDecimal degrees) {
        assertThat((BigDecimal) Fitness.degrees(written)).isEqualByComparingTo(degrees);
    }

    @ParameterizedTest
    @ValueSource(strings = {"正常", "365", "36.5/36.7", ""})
    void what_is_no_temperature_is_not_guessed(String written) {
        assertThat(Fitness.degrees(written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "正常", "—", "/", "None"})
    void nothing_is_written_in_many_ways(String written) {
        assertThat(Fitness.isNothing(written)).isTrue();
    }
}
