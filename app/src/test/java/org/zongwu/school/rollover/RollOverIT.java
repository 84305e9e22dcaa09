package org.zongwu.school.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;
import static zongwu.db.school.Tables.STUDENT;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Opened;
import org.zongwu.school.People;
import org.zongwu.school.SchoolClass;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;

@Office
class RollOverIT {
    private static final Plan.FirstDays DAYS = new Plan.FirstDays(LocalDate.of(2026, 8, 24), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31));

    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired RollOver rollOver;
    @Autowired Terms terms;
    @Autowired People people;
    @Autowired List<Control> controls;
    @Autowired DSLContext db;

    Opened school;
    Actor director;

    @BeforeEach
    void three_cohorts_in_their_second_term() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        terms.open(director, new Term(Ids.next(), "2025-2026-2", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 7, 15)));
        school.write(() -> {
            for (var year = 2023; year <= 2025; year++) for (var number = 1; number <= 2; number++) classWith(year, number);
        });
    }

    private void classWith(int year, int number) {
        var id = Ids.next();
        var opens = LocalDate.of(year, 8, 28);
        db.insertInto(SCHOOL_CLASS).columns(SCHOOL_CLASS.SCHOOL_ID, SCHOOL_CLASS.ID, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, SCHOOL_CLASS.OPENS_ON)
                .values(school.id(), id, year, number, opens).execute();
        for (var n = 1; n <= 3; n++) {
            var student = Ids.next();
            db.insertInto(STUDENT).columns(STUDENT.SCHOOL_ID, STUDENT.ID, STUDENT.STUDENT_NO, STUDENT.NAME, STUDENT.PINYIN)
                    .values(school.id(), student, "%d%02d%02d".formatted(year, number, n), "学生", "xs").execute();
            db.insertInto(ENROLMENT).columns(ENROLMENT.SCHOOL_ID, ENROLMENT.ID, ENROLMENT.STUDENT_ID, ENROLMENT.CLASS_ID, ENROLMENT.VALID_FROM, ENROLMENT.OPENING)
                    .values(school.id(), Ids.next(), student, id, opens, true).execute();
        }
    }

    private List<String> titles(LocalDate on) {
        return school.read(() -> people.classes(on).stream().map(SchoolClass::title).toList());
    }

    @Test
    void the_plan_says_who_graduates_before_anything_is_done() {
        var plan = school.read(rollOver::plan);
        assertThat(plan.code()).isEqualTo("2026-2027-1");
        assertThat(plan.graduates()).extracting(Plan.Ending::title).containsExactly("2023级1班", "2023级2班");
        assertThat(plan.students()).isEqualTo(6);
        assertThat(plan.newClasses()).isEqualTo(2);
        assertThat(titles(LocalDate.of(2026, 9, 1))).hasSize(6);
    }

    @Test
    void a_new_school_year_ends_the_graduates_opens_the_cohort_and_renames_nobody() {
        rollOver.commit(director, "2026-2027-1", DAYS, 3);
        assertThat(titles(LocalDate.of(2026, 8, 23))).containsExactly("2023级1班", "2023级2班", "2024级1班", "2024级2班", "2025级1班", "2025级2班");
        assertThat(titles(LocalDate.of(2026, 8, 24))).containsExactly("2024级1班", "2024级2班", "2025级1班", "2025级2班", "2026级1班", "2026级2班", "2026级3班");
        school.read(() -> {
            assertThat(db.fetchCount(ENROLMENT, ENROLMENT.SCHOOL_ID.eq(school.id()), ENROLMENT.LEAVING_REASON.eq("GRADUATED"), ENROLMENT.VALID_TO.eq(LocalDate.of(2026, 8, 23)))).isEqualTo(6);
            controls.stream().filter(c -> c.id().equals("R-ORG-2")).forEach(c -> assertThat(c.check().findings()).isEmpty());
            assertThat(people.classCalled("七（1）班", LocalDate.of(2026, 9, 1)).orElseThrow().title()).isEqualTo("2026级1班");
            return null;
        });
    }

    @Test
    void a_second_time_is_refused() {
        rollOver.commit(director, "2026-2027-1", DAYS, 2);
        assertThatThrownBy(() -> rollOver.commit(director, "2026-2027-1", DAYS, 2)).isInstanceOfSatisfying(RuleBroken.class, r -> assertThat(r.ruleId()).isEqualTo("R-ORG-4"));
        assertThat(titles(LocalDate.of(2026, 9, 1))).hasSize(6);
    }

    @Test
    void the_second_term_changes_no_class() {
        rollOver.commit(director, "2026-2027-1", DAYS, 2);
        var before = titles(LocalDate.of(2027, 1, 31));
        rollOver.commit(director, "2026-2027-2", new Plan.FirstDays(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 3, 1), LocalDate.of(2027, 7, 15)), 0);
        assertThat(titles(LocalDate.of(2027, 3, 1))).isEqualTo(before);
    }

    @Test
    void two_terms_share_no_day() {
        assertThatThrownBy(() -> rollOver.commit(director, "2026-2027-1", new Plan.FirstDays(LocalDate.of(2026, 7, 15), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31)), 2))
                .isInstanceOf(RuleBroken.class).hasMessageContaining("term-overlap");
        assertThat(titles(LocalDate.of(2026, 9, 1))).hasSize(6);
    }
}
