package org.zongwu.school.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.school.Duties;
import org.zongwu.school.Opened;
import org.zongwu.school.People;
import org.zongwu.school.SetUp;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;
import zongwu.db.school.Tables;

@Office
class EmployeeIT {
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired EmployeeService service;
    @Autowired DepartmentService departmentService;
    @Autowired EmployeeRegister register;
    @Autowired People people;
    @Autowired Duties duties;
    @Autowired Trail trail;
    @Autowired DSLContext db;

    private static final LocalDate TODAY = Opened.TODAY;

    Opened school;
    Actor director;
    UUID office;
    UUID person;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        office = school.read(() -> people.employee(school.first()).orElseThrow().departmentId());
        person = register("T001", "查安", LocalDate.of(2020, 8, 25));
    }

    private UUID register(String staffNo, String name, LocalDate joinedOn) {
        var id = Ids.next();
        service.register(director, id, new NewEmployee(staffNo, name, "干事", null, joinedOn), office);
        return id;
    }

    private UUID department(String name) {
        var id = Ids.next();
        departmentService.open(director, id, name, false, LocalDate.of(2026, 1, 1));
        return id;
    }

    private String departmentOn(UUID employee, LocalDate day) {
        return school.read(() -> db.selectFrom(register.rows(day)).fetch().stream().filter(r -> employee.equals(r.get("id"))).findFirst().map(r -> r.get("department", String.class)).orElse(null));
    }

    @Test
    void a_person_is_found_by_name_number_and_either_reading() {
        for (var words : new String[] {"查安", "t001", "za", "ca", "zhaan", "chaan"}) {
            assertThat(school.read(() -> people.search(words, 5))).as(words).extracting("staffNo").contains("T001");
        }
        assertThat(school.read(() -> people.named("查 安"))).hasSize(1);
    }

    @Test
    void a_staff_number_is_given_once() {
        assertThatThrownBy(() -> register("T001", "解文", null)).isInstanceOfSatisfying(RuleBroken.class, r -> assertThat(r.field()).isEqualTo("staff_no"));
    }

    @Test
    void a_move_counts_from_its_day_and_the_days_before_stay() {
        var hall = department("礼堂");
        service.transfer(director, person, hall, LocalDate.of(2026, 10, 1), "工作需要");
        assertThat(departmentOn(person, LocalDate.of(2026, 9, 30))).isEqualTo("校办");
        assertThat(departmentOn(person, LocalDate.of(2026, 10, 1))).isEqualTo("礼堂");
        assertThat(school.read(() -> people.employee(person).orElseThrow().department())).isEqualTo("礼堂");
        assertThatThrownBy(() -> service.transfer(director, person, office, LocalDate.of(2026, 9, 1), null)).isInstanceOf(RuleBroken.class).hasMessageContaining("before-posting");
        assertThatThrownBy(() -> service.transfer(director, person, office, TODAY.plusDays(1), null)).isInstanceOf(RuleBroken.class).hasMessageContaining("future");
    }

    @Test
    void a_renamed_department_ends_and_its_successor_takes_the_people_over() {
        var next = Ids.next();
        departmentService.rename(director, office, next, "党政办公室", LocalDate.of(2026, 9, 1), "机构调整");
        assertThat(departmentOn(person, LocalDate.of(2026, 8, 31))).isEqualTo("校办");
        assertThat(departmentOn(person, LocalDate.of(2026, 9, 1))).isEqualTo("党政办公室");
        assertThatThrownBy(() -> departmentService.rename(director, office, Ids.next(), "办公室", TODAY, null)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void a_merged_department_is_no_choice_any_more() {
        var into = department("综合办");
        departmentService.merge(director, office, into, LocalDate.of(2026, 11, 1), null);
        assertThat(departmentOn(person, TODAY)).isEqualTo("综合办");
        assertThatThrownBy(() -> register("T009", "区可", TODAY)).isInstanceOf(RuleBroken.class).hasMessageContaining("department-ended");
    }

    @Test
    void nobody_leaves_while_he_leads_a_class() {
        var led = Ids.next();
        school.write(() -> {
            db.insertInto(Tables.SCHOOL_CLASS).columns(Tables.SCHOOL_CLASS.SCHOOL_ID, Tables.SCHOOL_CLASS.ID, Tables.SCHOOL_CLASS.ENTRY_YEAR, Tables.SCHOOL_CLASS.NUMBER,
                    Tables.SCHOOL_CLASS.HEAD_TEACHER_ID, Tables.SCHOOL_CLASS.OPENS_ON).values(school.id(), led, 2026, 1, person, LocalDate.of(2026, 8, 24)).execute();
        });
        assertThatThrownBy(() -> service.leave(director, person, TODAY, "调出")).isInstanceOfSatisfying(RuleBroken.class, r -> {
            assertThat(r.ruleId()).isEqualTo("R-CUS-2");
            assertThat(r.key()).isEqualTo("rule.school.still-holds-1");
        });
        school.write(() -> {
            db.update(Tables.SCHOOL_CLASS).setNull(Tables.SCHOOL_CLASS.HEAD_TEACHER_ID).where(Tables.SCHOOL_CLASS.SCHOOL_ID.eq(school.id()), Tables.SCHOOL_CLASS.ID.eq(led)).execute();
        });
        service.leave(director, person, TODAY, "调出");
        assertThat(school.read(() -> people.employee(person).orElseThrow().inService())).isFalse();
    }

    @Test
    void leaving_ends_the_duties_the_day_before_and_the_register_of_the_day_before_still_has_him() {
        duties.grant(school.actor(Duty.SEC_ADMIN), person, Duty.BUYER, LocalDate.of(2026, 9, 1), null);
        service.leave(director, person, TODAY, "退休");
        assertThat(school.read(() -> duties.heldBy(person, TODAY.minusDays(1)))).containsExactly(Duty.BUYER);
        assertThat(school.read(() -> duties.heldBy(person, TODAY))).isEmpty();
        assertThat(departmentOn(person, TODAY.minusDays(1))).isEqualTo("校办");
        assertThat(departmentOn(person, TODAY)).isNull();
        assertThat(school.read(() -> trail.steps(person))).extracting(Trail.Step::action).containsExactly("left", "registered");
    }

    @Test
    void the_figure_counts_who_is_there_on_the_last_day() {
        register("T002", "单一", LocalDate.of(2026, 11, 20));
        assertThat(figure("POP_TEACHERS", LocalDate.of(2026, 11, 19))).isEqualByComparingTo(BigDecimal.valueOf(2));
        assertThat(figure("POP_TEACHERS", LocalDate.of(2026, 11, 20))).isEqualByComparingTo(BigDecimal.valueOf(3));
        assertThat(figure("DUTY_HELD", TODAY)).isNull();
    }

    private BigDecimal figure(String id, LocalDate last) {
        return school.read(() -> register.figures(new Span(LocalDate.of(2026, 8, 24), last)).stream().filter(f -> f.definition().id().equals(id)).findFirst().orElseThrow().value());
    }

    @Test
    void a_person_of_another_school_is_not_there() {
        var other = Opened.school(schools, tenancy, setUp);
        assertThat(school.read(() -> people.employee(other.first()))).isEmpty();
        assertThatThrownBy(() -> service.leave(director, other.first(), TODAY, null)).isInstanceOf(NotFound.class);
        var foreign = other.read(() -> people.employee(other.first()).orElseThrow().departmentId());
        assertThatThrownBy(() -> service.transfer(director, person, foreign, TODAY, null)).isInstanceOf(NotFound.class);
    }
}
