package org.zongwu.events.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zongwu.events.support.Support.Hours;

/** When an event is, and whether it is an examination. */
class SupportTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @ParameterizedTest
    @ValueSource(strings = {"8:00-11:30", "８：００－１１：３０", "8时至11时30分", "8.00~11.30", "上午8:00—11:30"})
    void hours_are_read_as_people_write_them(String words) {
        assertThat(Hours.of(DAY, words)).isEqualTo(new Hours(Instant.parse("2026-11-02T00:00:00Z"), Instant.parse("2026-11-02T03:30:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "全天", "下午", "11:30-8:00", "25:00-26:00"})
    void what_says_no_hours_takes_the_whole_day(String words) {
        assertThat(Hours.of(DAY, words)).isEqualTo(new Hours(Instant.parse("2026-11-01T16:00:00Z"), Instant.parse("2026-11-02T16:00:00Z")));
    }

    @Test
    void what_begins_when_another_ends_does_not_overlap() {
        assertThat(Hours.of(DAY, "8:00-10:00").overlaps(Hours.of(DAY, "10:00-11:00"))).isFalse();
        assertThat(Hours.of(DAY, "8:00-10:00").overlaps(Hours.of(DAY, "9:59-11:00"))).isTrue();
        assertThat(Hours.of(DAY, null).overlaps(Hours.of(DAY, "19:00-20:00"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"期中考试,true", "中考模拟,true", "中考考点保障,true", "实验操作考试,true", "九年级月考,true", "评优课,false", "春季运动会,false", "毕业班体检,false", "Final exam,true"})
    void an_examination_is_known_by_its_name(String name, boolean exam) {
        assertThat(Support.isExam(name)).isEqualTo(exam);
    }
}
