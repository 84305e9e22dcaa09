package org.zongwu.school.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.school.Tables.DUTY_HELD;
import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.SampleData;
import org.zongwu.kernel.Span;
import org.zongwu.parties.Parties;
import org.zongwu.school.Duties;
import org.zongwu.school.Opened;
import org.zongwu.school.People;
import org.zongwu.school.SetUp;

@Office
class SampleSchoolIT {
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired Duties duties;
    @Autowired People people;
    @Autowired Parties parties;
    @Autowired List<SampleData> samples;
    @Autowired List<FigureSource> figures;
    @Autowired List<Control> controls;
    @Autowired DSLContext db;

    @Test
    void the_example_school_has_the_size_it_says_and_every_control_holds() {
        var id = schools.open("sample-" + UUID.randomUUID().toString().substring(0, 8), "青禾中学", true).id();
        tenancy.write(id, () -> setUp.firstDuty(setUp.firstEmployee("Q001", "程远", "总务处"), Duty.GA_DIRECTOR));
        var example = new Example(id);
        var begun = System.nanoTime();
        samples.stream().filter(s -> s.getClass().getName().contains(".school.") || s.getClass().getName().contains(".parties."))
                .sorted((a, b) -> a.order() - b.order()).forEach(s -> s.create(example));
        var seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("example school in %.1f s%n", seconds);
        // Under two seconds on a quiet machine; the bound only catches a statement a row
        assertThat(seconds).isLessThan(60);
        tenancy.read(id, () -> {
            assertFigures(example.term());
            assertDuties();
            // The stores' own tests hold the stores' controls
            controls.stream().filter(c -> c.id().startsWith("R-ORG") || c.id().startsWith("SOD") || c.id().startsWith("TRAIL-ROWS")).forEach(c -> assertThat(c.check().findings()).as(c.id()).isEmpty());
            assertThat(parties.named("文澜办公用品商行")).map(Parties.Party::name).hasValue("云麓县文澜办公用品商行");
            assertThat(people.search("sck", 5)).extracting("name").contains("单承堃");
            assertThat(people.search("dck", 5)).extracting("name").contains("单承堃");
            assertThat(people.search("xiezhe", 5)).extracting("name").contains("解喆");
            return null;
        });
    }

    private void assertFigures(Span term) {
        var all = figures.stream().filter(f -> f.getClass().getName().contains(".school.")).flatMap(f -> f.figures(term).stream())
                .collect(Collectors.toMap(f -> f.definition().id(), f -> f));
        assertValue(all.get("POP_TEACHERS"), SampleStaff.STAFF);
        assertValue(all.get("POP_STUDENTS"), SampleStudents.STUDENTS);
        assertValue(all.get("POP_CLASSES"), 42);
        assertValue(all.get("ROOMS"), 152);
        assertValue(all.get("STUDENTS_IN"), SampleStudents.CAME);
        assertValue(all.get("STUDENTS_OUT"), SampleStudents.WENT);
        var sizes = db.select(DSL.count()).from(ENROLMENT).where(ENROLMENT.SCHOOL_ID.eq(tenancy.current()), ENROLMENT.VALID_TO.isNull()).groupBy(ENROLMENT.CLASS_ID).fetch(0, Integer.class);
        assertThat(sizes).hasSize(42).allSatisfy(n -> assertThat(n).isBetween(44, 51));
        assertThat(sizes.stream().distinct().count()).isGreaterThan(3);
        assertThat(db.fetchCount(ENROLMENT, ENROLMENT.SCHOOL_ID.eq(tenancy.current()), ENROLMENT.LEAVING_REASON.eq("MOVED"))).isEqualTo(SampleStudents.MOVED);
    }

    private static void assertValue(Figure figure, int value) {
        assertThat(figure.value()).as(figure.definition().id()).isEqualByComparingTo(BigDecimal.valueOf(value));
        assertThat(figure.grade()).isEqualTo(Grade.WORKED);
    }

    private void assertDuties() {
        for (var duty : List.of(Duty.PRINCIPAL, Duty.PARTY_SECRETARY, Duty.VP_LOGISTICS, Duty.GA_DIRECTOR, Duty.ACCOUNTANT, Duty.ACC_SUPERVISOR, Duty.CASHIER, Duty.ASSET_ADMIN,
                Duty.SYS_ADMIN, Duty.SEC_ADMIN, Duty.LOG_AUDITOR)) {
            assertThat(duties.holders(duty, Opened.TODAY)).as(duty.name()).hasSize(1);
        }
        for (var duty : List.of(Duty.STOREKEEPER, Duty.BUYER, Duty.WORKER, Duty.AUDIT_MEMBER)) assertThat(duties.holders(duty, Opened.TODAY)).as(duty.name()).hasSize(2);
        assertThat(duties.holders(Duty.HEAD_TEACHER, Opened.TODAY)).hasSize(42);
        assertThat(db.fetchCount(SCHOOL_CLASS, SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()), SCHOOL_CLASS.HEAD_TEACHER_ID.isNull())).isZero();
        assertThat(db.fetchCount(DUTY_HELD, DUTY_HELD.SCHOOL_ID.eq(tenancy.current()), DUTY_HELD.DUTY.eq("TEACHER"))).isEqualTo(100);
    }

    /** As the demo makes it. */
    private final class Example implements SampleData.SampleSchool {
        private final long id;
        private final RandomGenerator random = new Random(20260824);

        Example(long id) {
            this.id = id;
        }

        @Override
        public long schoolId() {
            return id;
        }

        @Override
        public Actor actor(Duty duty) {
            return tenancy.read(id, () -> {
                var person = duties.holders(duty, Opened.TODAY).getFirst();
                return new Actor(id, person.id(), person.name(), duties.heldBy(person.id(), Opened.TODAY));
            });
        }

        @Override
        public Span term() {
            return new Span(LocalDate.of(2026, 8, 24), LocalDate.of(2027, 1, 31));
        }

        @Override
        public RandomGenerator random() {
            return random;
        }

        @Override
        public void progress(String messageKey, Object... args) {}
    }
}
