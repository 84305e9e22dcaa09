package org.zongwu.termreport.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Span;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;

@Office
class PeriodsIT {
    @Autowired
    private Schools schools;
    @Autowired
    private Tenancy tenancy;
    @Autowired
    private SetUp setUp;
    @Autowired
    private Terms terms;
    @Autowired
    private Periods periods;

    private Opened school;

    @BeforeEach
    void a_school_with_three_terms() {
        school = Opened.school(schools, tenancy, setUp);
        var director = school.actor(Duty.GA_DIRECTOR);
        school.write(() -> {
            for (var t : terms.all()) assertThat(t.code()).isNotEmpty();
            open(director, "2025-2026-2", LocalDate.of(2026, 2, 20), LocalDate.of(2026, 7, 5));
            open(director, "2026-2027-1", LocalDate.of(2026, 8, 25), LocalDate.of(2027, 1, 20));
            open(director, "2026-2027-2", LocalDate.of(2027, 2, 20), LocalDate.of(2027, 7, 5));
            return null;
        });
    }

    @Test
    void what_has_begun_can_be_reported_on_terms_first() {
        assertThat(school.<java.util.List<String>>read(() -> periods.all().stream().map(Period::code).toList()))
                .containsExactly("2026-2027-1", "2025-2026-2", "2026-2027", "2025-2026", "2026-h2", "2026-h1", "2026");
    }

    @Test
    void a_period_has_its_days_and_its_name() {
        assertThat(span("2026-h1")).isEqualTo(new Span(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)));
        assertThat(span("2026-2027")).isEqualTo(new Span(LocalDate.of(2026, 8, 25), LocalDate.of(2027, 7, 5)));
        assertThat(periods.name("2026-2027-1", Locale.SIMPLIFIED_CHINESE)).isEqualTo("2026年秋季学期");
        assertThat(periods.name("2026-2027-2", Locale.SIMPLIFIED_CHINESE)).isEqualTo("2027年春季学期");
        assertThat(periods.name("2026-h2", Locale.SIMPLIFIED_CHINESE)).isEqualTo("2026年下半年");
        assertThat(school.<Boolean>read(() -> periods.find("2031").isEmpty() && periods.find("2026-13").isEmpty() && periods.find("x").isEmpty())).isTrue();
    }

    @Test
    void the_one_before_the_one_after_and_the_same_of_last_year_follow_from_the_code() {
        assertThat(around("2026-2027-1")).isEqualTo("2025-2026-2 2026-2027-2 2025-2026-1");
        assertThat(around("2025-2026-2")).isEqualTo("2025-2026-1 2026-2027-1 2024-2025-2");
        assertThat(around("2026-h1")).isEqualTo("2025-h2 2026-h2 2025-h1");
        assertThat(around("2026")).isEqualTo("2025 2027 2025");
        assertThat(around("2026-2027")).isEqualTo("2025-2026 2027-2028 2025-2026");
    }

    @Test
    void what_is_left_of_a_term_is_due_when_the_next_one_opens() {
        assertThat(school.<LocalDate>read(() -> periods.followed(periods.find("2026-2027-1").orElseThrow()).orElseThrow())).isEqualTo(LocalDate.of(2027, 2, 20));
        assertThat(school.<Boolean>read(() -> periods.followed(periods.find("2026-2027-2").orElseThrow()).isEmpty())).isTrue();
    }

    private Span span(String code) {
        return school.read(() -> periods.find(code).orElseThrow().span());
    }

    private String around(String code) {
        var kind = code.contains("h") ? Period.Kind.HALF_YEAR : code.length() == 4 ? Period.Kind.YEAR : code.length() == 9 ? Period.Kind.SCHOOL_YEAR : Period.Kind.TERM;
        var period = new Period(code, kind, new Span(LocalDate.MIN, LocalDate.MAX));
        return period.last() + " " + period.next() + " " + period.yearBefore();
    }

    private void open(org.zongwu.kernel.Actor director, String code, LocalDate from, LocalDate to) {
        terms.open(director, new Term(Ids.next(), code, from, from, to));
    }
}
