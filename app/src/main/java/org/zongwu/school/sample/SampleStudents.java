package org.zongwu.school.sample;

import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;
import static zongwu.db.school.Tables.STUDENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Pinyin;
import org.zongwu.school.schoolclass.ClassName;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/**
 * 42 classes of three cohorts with 1,986 students at the end of the term. In the term five come, seven go and two change
 * class.
 */
@Component
class SampleStudents {
    static final int STUDENTS = 1986;
    static final int PER_YEAR = 14;
    static final int CAME = 5;
    static final int WENT = 7;
    static final int MOVED = 2;
    private static final int USUAL = 47;
    private static final int SMALLEST = 44;
    private static final int LARGEST = 51;
    private static final int AT_ONCE = 500;

    private final DSLContext db;
    private final Trail trail;
    private final Tenancy tenancy;

    SampleStudents(DSLContext db, Trail trail, Tenancy tenancy) {
        this.db = db;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    record SchoolClass(UUID id, int entryYear, int number, LocalDate opensOn) {
        String title() {
            return ClassName.title(entryYear, number);
        }
    }

    private record Student(UUID id, String no, String name, String sex) {}

    private record Stay(UUID studentId, SchoolClass in, LocalDate from, @Nullable LocalDate to, @Nullable String why, boolean opening) {}

    List<SchoolClass> openClasses(Actor director, int thisYear, List<UUID> headTeachers) {
        var school = tenancy.current();
        var all = new ArrayList<SchoolClass>();
        var insert = db.insertInto(SCHOOL_CLASS).columns(SCHOOL_CLASS.SCHOOL_ID, SCHOOL_CLASS.ID, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, SCHOOL_CLASS.HEAD_TEACHER_ID, SCHOOL_CLASS.OPENS_ON);
        for (var year = thisYear; year > thisYear - 3; year--) {
            for (var number = 1; number <= PER_YEAR; number++) {
                var opened = new SchoolClass(Ids.next(), year, number, LocalDate.of(year, 8, 24));
                insert = insert.values(school, opened.id(), year, number, headTeachers.get(all.size()), opened.opensOn());
                all.add(opened);
            }
        }
        insert.execute();
        trail.write(director, "sample", new WorkRef("school.school_class", Ids.next(), Integer.toString(all.size())), null, Images.of(SCHOOL_CLASS, SCHOOL_CLASS.SCHOOL_ID.eq(school)));
        return all;
    }

    void enrol(Actor director, RandomGenerator random, Names names, List<SchoolClass> classes, LocalDate termStart) {
        var sizes = sizes(classes.size(), random);
        var students = new ArrayList<Student>();
        var stays = new ArrayList<Stay>();
        var ways = new Ways(random, termStart);
        for (var c = 0; c < classes.size(); c++) {
            var in = classes.get(c);
            var leavers = c % 6 == 3 && c / 6 < WENT ? 1 : 0;
            for (var place = 1; place <= sizes[c] + leavers; place++) {
                var student = new Student(Ids.next(), "%d%02d%02d".formatted(in.entryYear(), in.number(), place), name(names, c, place), random.nextBoolean() ? "F" : "M");
                students.add(student);
                stays.addAll(ways.of(student, classes, c, place, leavers == 1 && place == sizes[c] + 1));
            }
        }
        insert(students, stays);
        classes.forEach(in -> writeTrail(director, in));
    }

    /** Varied sizes between {@value #SMALLEST} and {@value #LARGEST} that make {@value #STUDENTS} together. */
    private static int[] sizes(int count, RandomGenerator random) {
        var sizes = new int[count];
        Arrays.fill(sizes, USUAL);
        for (var i = 0; i < count * 2; i++) {
            var more = random.nextInt(count);
            var less = random.nextInt(count);
            if (sizes[more] < LARGEST - 1 && sizes[less] > SMALLEST + 1) {
                sizes[more]++;
                sizes[less]--;
            }
        }
        for (var missing = STUDENTS - count * USUAL; missing > 0; missing--) {
            var at = random.nextInt(count);
            while (sizes[at] >= LARGEST - 1) at = (at + 1) % count;
            sizes[at]++;
        }
        return sizes;
    }

    private static String name(Names names, int nth, int place) {
        return switch (nth * 100 + place) {
            case 5 -> names.exactly("仇䶮");
            case 107 -> names.exactly("曾㙍");
            case 212 -> names.exactly("朴若堃");
            case 1409 -> names.exactly("翟喆");
            default -> names.next();
        };
    }

    /** Who came late, who went, who changed class; everybody else has been there since the class opened. */
    private static final class Ways {
        private final RandomGenerator random;
        private final LocalDate termStart;

        Ways(RandomGenerator random, LocalDate termStart) {
            this.random = random;
            this.termStart = termStart;
        }

        List<Stay> of(Student student, List<SchoolClass> classes, int nth, int place, boolean leaves) {
            var in = classes.get(nth);
            if (leaves) return List.of(new Stay(student.id(), in, in.opensOn(), day().minusDays(1), nth == 3 ? "SUSPENDED" : "TRANSFERRED_OUT", true));
            if (place == 20 && nth % 8 == 1 && nth / 8 < CAME) return List.of(new Stay(student.id(), in, day(), null, null, false));
            if (place == 30 && (nth == 10 || nth == 25)) {
                var day = day();
                // The sizes count both as one: he is in this class at the end, and was in the next one before
                return List.of(new Stay(student.id(), classes.get(nth + 1), in.opensOn(), day.minusDays(1), "MOVED", true), new Stay(student.id(), in, day, null, null, false));
            }
            return List.of(new Stay(student.id(), in, in.opensOn(), null, null, true));
        }

        /** Within the first ten weeks of teaching. */
        private LocalDate day() {
            return termStart.plusDays(14 + random.nextInt(70));
        }
    }

    private void insert(List<Student> students, List<Stay> stays) {
        var school = tenancy.current();
        for (var at = 0; at < students.size(); at += AT_ONCE) {
            var insert = db.insertInto(STUDENT).columns(STUDENT.SCHOOL_ID, STUDENT.ID, STUDENT.STUDENT_NO, STUDENT.NAME, STUDENT.PINYIN, STUDENT.SEX);
            for (var s : students.subList(at, Math.min(at + AT_ONCE, students.size()))) insert = insert.values(school, s.id(), s.no(), s.name(), Pinyin.index(s.name()), s.sex());
            insert.execute();
        }
        for (var at = 0; at < stays.size(); at += AT_ONCE) {
            var insert = db.insertInto(ENROLMENT).columns(ENROLMENT.SCHOOL_ID, ENROLMENT.ID, ENROLMENT.STUDENT_ID, ENROLMENT.CLASS_ID, ENROLMENT.VALID_FROM, ENROLMENT.VALID_TO,
                    ENROLMENT.LEAVING_REASON, ENROLMENT.OPENING);
            for (var s : stays.subList(at, Math.min(at + AT_ONCE, stays.size()))) {
                insert = insert.values(school, Ids.next(), s.studentId(), s.in().id(), s.from(), s.to(), s.why(), s.opening());
            }
            insert.execute();
        }
    }

    private void writeTrail(Actor director, SchoolClass in) {
        var school = tenancy.current();
        var here = ENROLMENT.SCHOOL_ID.eq(school).and(ENROLMENT.CLASS_ID.eq(in.id()));
        trail.write(director, "sample", new WorkRef("school.school_class", in.id(), in.title()), null,
                Images.of(STUDENT, STUDENT.SCHOOL_ID.eq(school).and(STUDENT.ID.in(DSL.select(ENROLMENT.STUDENT_ID).from(ENROLMENT).where(here)))).and(ENROLMENT, here));
    }
}
