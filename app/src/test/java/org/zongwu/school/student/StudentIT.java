package org.zongwu.school.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.noCondition;
import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import org.zongwu.web.NotFound;

@Office
class StudentIT {
    private static final LocalDate OPENS = LocalDate.of(2026, 8, 24);

    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired StudentService service;
    @Autowired StudentRegister register;
    @Autowired StudentRepository students;
    @Autowired DSLContext db;

    Opened school;
    Actor director;
    UUID one;
    UUID two;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        one = classOf(1);
        two = classOf(2);
    }

    private UUID classOf(int number) {
        var id = Ids.next();
        school.write(() -> {
            db.insertInto(SCHOOL_CLASS).columns(SCHOOL_CLASS.SCHOOL_ID, SCHOOL_CLASS.ID, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, SCHOOL_CLASS.OPENS_ON)
                    .values(school.id(), id, 2026, number, OPENS).execute();
        });
        return id;
    }

    private UUID enrol(String no, UUID in, LocalDate from, boolean opening) {
        var id = Ids.next();
        service.enrol(director, new StudentRepository.Student(id, no, "学生" + no, "F"), in, from, opening);
        return id;
    }

    private int present(UUID in, LocalDate day) {
        return school.read(() -> db.fetchCount(register.rows(day, ENROLMENT.CLASS_ID.eq(in))));
    }

    @Test
    void on_the_day_of_the_move_a_student_is_in_the_new_class_only() {
        var student = enrol("0101", one, OPENS, true);
        service.move(director, student, two, LocalDate.of(2026, 10, 8), null);
        assertThat(present(one, LocalDate.of(2026, 10, 7))).isEqualTo(1);
        assertThat(present(two, LocalDate.of(2026, 10, 7))).isZero();
        assertThat(present(one, LocalDate.of(2026, 10, 8))).isZero();
        assertThat(present(two, LocalDate.of(2026, 10, 8))).isEqualTo(1);
        assertThatThrownBy(() -> service.move(director, student, one, LocalDate.of(2026, 10, 8), null)).isInstanceOf(RuleBroken.class).hasMessageContaining("before-enrolment");
    }

    @Test
    void nobody_is_put_into_a_class_before_it_opens() {
        assertThatThrownBy(() -> enrol("0102", one, OPENS.minusDays(1), true)).isInstanceOfSatisfying(RuleBroken.class, r -> assertThat(r.ruleId()).isEqualTo("R-ORG-2"));
    }

    @Test
    void the_database_too_keeps_a_student_out_of_two_classes() {
        var student = enrol("0103", one, OPENS, true);
        assertThatThrownBy(() -> school.write(() -> students.enrol(student, two, OPENS.plusDays(10), false, Grade.WORKED)))
                .hasMessageContaining("exclusion constraint");
    }

    @Test
    void a_student_who_left_may_come_back_and_cannot_leave_twice() {
        var student = enrol("0104", one, OPENS, true);
        service.leave(director, student, LocalDate.of(2026, 9, 15), LeavingReason.SUSPENDED, "因病");
        assertThatThrownBy(() -> service.leave(director, student, LocalDate.of(2026, 9, 20), LeavingReason.WITHDRAWN, null)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> service.comeBack(director, student, two, LocalDate.of(2026, 9, 14), null)).isInstanceOf(RuleBroken.class);
        service.comeBack(director, student, two, LocalDate.of(2026, 11, 2), "康复");
        assertThat(present(two, LocalDate.of(2026, 11, 2))).isEqualTo(1);
    }

    /** What is there at the end is what was there before, with those who came and without those who went. */
    @Test
    void the_movements_of_any_span_explain_the_change_in_numbers() {
        var random = new Random(7);
        var there = new ArrayList<UUID>();
        for (var i = 0; i < 12; i++) there.add(enrol("02%02d".formatted(i), random.nextBoolean() ? one : two, OPENS, true));
        for (var i = 0; i < 14; i++) {
            var day = OPENS.plusDays(5 + i * 4L);
            var student = there.get(random.nextInt(there.size()));
            switch (random.nextInt(3)) {
                case 0 -> there.add(enrol("03%02d".formatted(i), one, day, false));
                case 1 -> {
                    service.leave(director, student, day, LeavingReason.TRANSFERRED_OUT, null);
                    there.remove(student);
                }
                default -> service.move(director, student, classIn(student).equals(one) ? two : one, day, null);
            }
        }
        for (var i = 0; i < 30; i++) {
            var from = OPENS.plusDays(1 + random.nextInt(40));
            var span = new Span(from, from.plusDays(random.nextInt(40)));
            school.read(() -> {
                var before = db.fetchCount(register.rows(span.from().minusDays(1), noCondition()));
                var after = db.fetchCount(register.rows(span.to(), noCondition()));
                assertThat(before + moved("IN", span) - moved("OUT", span)).as(span.toString()).isEqualTo(after);
                return null;
            });
        }
        assertThat(school.read(() -> register.figures(new Span(OPENS, Opened.TODAY)))).extracting(f -> f.definition().id()).containsExactly("POP_STUDENTS", "STUDENTS_IN", "STUDENTS_OUT");
    }

    private UUID classIn(UUID student) {
        return school.read(() -> students.lastEnrolment(student).orElseThrow().classId());
    }

    private int moved(String kind, Span span) {
        return db.fetchCount(db.selectOne().from(register.movements(noCondition())).where(StudentRegister.KIND.eq(kind), StudentRegister.DAY.between(span.from(), span.to())));
    }

    @Test
    void a_student_or_a_class_of_another_school_is_not_found() {
        var other = Opened.school(schools, tenancy, setUp);
        assertThatThrownBy(() -> service.move(other.actor(Duty.GA_DIRECTOR), enrol("0105", one, OPENS, true), one, Opened.TODAY, null)).isInstanceOf(NotFound.class);
        var student = enrol("0106", one, OPENS, true);
        var foreign = Opened.school(schools, tenancy, setUp);
        assertThatThrownBy(() -> service.enrol(foreign.actor(Duty.GA_DIRECTOR), new StudentRepository.Student(Ids.next(), "1", "甲", null), one, Opened.TODAY, false)).isInstanceOf(NotFound.class);
        assertThat(foreign.read(() -> students.find(student))).isEmpty();
    }
}
