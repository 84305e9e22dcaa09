package org.zongwu.school.schoolclass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNameTests {
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 2);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 1);

    @ParameterizedTest
    @CsvSource({"七（1）班,2025,1", "七（14）班,2025,14", "八(3)班,2024,3", "九3班,2023,3", "初三（2）班,2023,2", "703班,2025,3", "七年级5班,2025,5",
        "2025级3班,2025,3", "２０２４级１２班,2024,12", "七 （10） 班,2025,10", "七十班,2025,10", "7（2）班,2025,2", "7.2班,2025,2"})
    void a_class_is_known_however_it_is_written(String text, int entryYear, int number) {
        var name = ClassName.read(text).orElseThrow();
        assertThat(name.entryYear(SPRING, 7)).isEqualTo(entryYear);
        assertThat(name.number()).isEqualTo(number);
    }

    @Test
    void a_grade_means_another_cohort_in_the_next_school_year() {
        var name = ClassName.read("七（1）班").orElseThrow();
        assertThat(name.entryYear(SPRING, 7)).isEqualTo(2025);
        assertThat(name.entryYear(AUTUMN, 7)).isEqualTo(2026);
    }

    @Test
    void a_complete_secondary_school_admits_again_in_the_tenth_grade() {
        assertThat(ClassName.read("高一（1）班").orElseThrow().entryYear(AUTUMN, 7)).isEqualTo(2026);
        assertThat(ClassName.read("高三（1）班").orElseThrow().entryYear(AUTUMN, 7)).isEqualTo(2024);
        assertThat(ClassName.read("六（1）班").orElseThrow().entryYear(AUTUMN, 1)).isEqualTo(2021);
    }

    @ParameterizedTest
    @CsvSource({"总务处", "七年级", "小计", "13班级", "图书室"})
    void what_is_no_class_is_not_taken_for_one(String text) {
        assertThat(ClassName.read(text)).isEmpty();
    }

    @Test
    void the_school_year_begins_in_august() {
        assertThat(ClassName.schoolYear(LocalDate.of(2026, 7, 31))).isEqualTo(2025);
        assertThat(ClassName.schoolYear(LocalDate.of(2026, 8, 1))).isEqualTo(2026);
    }
}
