package org.zongwu.school.student;

import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;
import static zongwu.db.school.Tables.STUDENT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.school.Pinyin;
import org.zongwu.school.schoolclass.ClassName;
import org.zongwu.trail.Images;
import org.zongwu.trail.Removal;
import org.zongwu.trail.Trail;

/** Writes a whole list of students at once: one statement for a few hundred, one trail record a class. */
@Repository
class StudentImport {
    private static final int AT_ONCE = 500;

    private final DSLContext db;
    private final People people;
    private final Trail trail;
    private final Tenancy tenancy;

    StudentImport(DSLContext db, People people, Trail trail, Tenancy tenancy) {
        this.db = db;
        this.people = people;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    record Cohort(int entryYear, int number) {
        String title() {
            return ClassName.title(entryYear, number);
        }
    }

    record NewStudent(UUID id, String no, String name, @Nullable String sex, Cohort in) {}

    /** @param in the class he is in, none when he has left */
    record Known(String name, @Nullable Cohort in) {}

    private record SchoolClass(UUID id, LocalDate opensOn, boolean isNew) {}

    /** All students by number, as they stand in the records. */
    Map<String, Known> known() {
        var all = new HashMap<String, Known>();
        db.select(STUDENT.STUDENT_NO, STUDENT.NAME, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER).from(STUDENT)
                .leftJoin(ENROLMENT).on(ENROLMENT.SCHOOL_ID.eq(STUDENT.SCHOOL_ID), ENROLMENT.STUDENT_ID.eq(STUDENT.ID), ENROLMENT.VALID_TO.isNull())
                .leftJoin(SCHOOL_CLASS).on(SCHOOL_CLASS.SCHOOL_ID.eq(STUDENT.SCHOOL_ID), SCHOOL_CLASS.ID.eq(ENROLMENT.CLASS_ID))
                .where(STUDENT.SCHOOL_ID.eq(tenancy.current()))
                .forEach(r -> all.put(r.value1(), new Known(r.value2(), r.value3() == null ? null : new Cohort(r.value3(), r.value4()))));
        return all;
    }

    /** Opens the classes that are not there and puts everybody into his, since the class opened. @return the classes it opened */
    Map<Cohort, WorkRef> save(Actor actor, List<NewStudent> students) {
        var byClass = students.stream().collect(Collectors.groupingBy(NewStudent::in, LinkedHashMap::new, Collectors.toList()));
        var classes = new LinkedHashMap<Cohort, SchoolClass>();
        byClass.keySet().forEach(cohort -> classes.put(cohort, opened(cohort)));
        for (var at = 0; at < students.size(); at += AT_ONCE) insert(students.subList(at, Math.min(at + AT_ONCE, students.size())), classes);
        byClass.forEach((cohort, members) -> writeTrail(actor, cohort, classes.get(cohort), members));
        var opened = new HashMap<Cohort, WorkRef>();
        classes.forEach((cohort, in) -> {
            if (in.isNew()) opened.put(cohort, new WorkRef("school.school_class", in.id(), cohort.title()));
        });
        return opened;
    }

    List<Dependent> remove(Actor actor, List<UUID> students, List<UUID> classes) {
        return trail.remove(actor, "import-undone", new WorkRef("school.student", Ids.next(), "1–" + students.size()), null,
                List.of(Removal.of(ENROLMENT, ENROLMENT.STUDENT_ID, students), Removal.of(STUDENT, STUDENT.ID, students), Removal.of(SCHOOL_CLASS, SCHOOL_CLASS.ID, classes)));
    }

    private SchoolClass opened(Cohort cohort) {
        var there = db.select(SCHOOL_CLASS.ID, SCHOOL_CLASS.OPENS_ON).from(SCHOOL_CLASS)
                .where(SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()), SCHOOL_CLASS.ENTRY_YEAR.eq(cohort.entryYear()), SCHOOL_CLASS.NUMBER.eq(cohort.number()))
                .fetchOptional(r -> new SchoolClass(r.value1(), r.value2(), false));
        if (there.isPresent()) return there.get();
        var opensOn = LocalDate.of(cohort.entryYear(), 9, 1);
        var id = Ids.next();
        db.insertInto(SCHOOL_CLASS).columns(SCHOOL_CLASS.SCHOOL_ID, SCHOOL_CLASS.ID, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, SCHOOL_CLASS.OPENS_ON, SCHOOL_CLASS.GRADE)
                .values(tenancy.current(), id, cohort.entryYear(), cohort.number(), opensOn, Grade.IMPORTED.name()).execute();
        return new SchoolClass(id, opensOn, true);
    }

    private void insert(List<NewStudent> some, Map<Cohort, SchoolClass> classes) {
        var school = tenancy.current();
        var students = db.insertInto(STUDENT).columns(STUDENT.SCHOOL_ID, STUDENT.ID, STUDENT.STUDENT_NO, STUDENT.NAME, STUDENT.PINYIN, STUDENT.SEX, STUDENT.GRADE);
        var enrolments = db.insertInto(ENROLMENT).columns(ENROLMENT.SCHOOL_ID, ENROLMENT.ID, ENROLMENT.STUDENT_ID, ENROLMENT.CLASS_ID, ENROLMENT.VALID_FROM, ENROLMENT.OPENING, ENROLMENT.GRADE);
        for (var s : some) {
            var in = classes.get(s.in());
            students = students.values(school, s.id(), s.no(), s.name(), Pinyin.index(s.name()), s.sex(), Grade.IMPORTED.name());
            enrolments = enrolments.values(school, Ids.next(), s.id(), in.id(), in.opensOn(), true, Grade.IMPORTED.name());
        }
        students.execute();
        enrolments.execute();
    }

    private void writeTrail(Actor actor, Cohort cohort, SchoolClass in, List<NewStudent> members) {
        var school = tenancy.current();
        var ids = members.stream().map(NewStudent::id).toList();
        var images = Images.of(STUDENT, STUDENT.SCHOOL_ID.eq(school).and(STUDENT.ID.in(ids))).and(ENROLMENT, ENROLMENT.SCHOOL_ID.eq(school).and(ENROLMENT.STUDENT_ID.in(ids)));
        trail.write(actor, "imported", new WorkRef("school.school_class", in.id(), cohort.title()), null, in.isNew() ? images.and(images(in.id())) : images);
    }

    /** The head teacher whom the list names, when the class has none yet and one person in service is called so. */
    void lead(Actor actor, Cohort cohort, String name) {
        var called = people.named(name).stream().filter(Employee::inService).toList();
        if (called.size() != 1) return;
        var school = tenancy.current();
        db.update(SCHOOL_CLASS).set(SCHOOL_CLASS.HEAD_TEACHER_ID, called.getFirst().id())
                .where(SCHOOL_CLASS.SCHOOL_ID.eq(school), SCHOOL_CLASS.ENTRY_YEAR.eq(cohort.entryYear()), SCHOOL_CLASS.NUMBER.eq(cohort.number()), SCHOOL_CLASS.HEAD_TEACHER_ID.isNull())
                .returningResult(SCHOOL_CLASS.ID).fetchOptional()
                .ifPresent(r -> trail.write(actor, "head-teacher-set", new WorkRef("school.school_class", r.value1(), cohort.title()), null, images(r.value1())));
    }

    private Images images(UUID classId) {
        return Images.of(SCHOOL_CLASS, SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()).and(SCHOOL_CLASS.ID.eq(classId)));
    }
}
