package org.zongwu.school.student;

import static org.jooq.impl.DSL.val;
import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;
import static zongwu.db.school.Tables.STUDENT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Bulk;
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
import org.zongwu.trail.Written;

/** Writes a whole list of students at once: one statement for some thousand, one array a column; one trail record a class. */
@Repository
class StudentImport {
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

    record NewStudent(UUID id, UUID enrolment, String no, String name, @Nullable String sex, Cohort in) {
        NewStudent(String no, String name, @Nullable String sex, Cohort in) {
            this(Ids.next(), Ids.next(), no, name, sex, in);
        }
    }

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
        var classes = opened(byClass.keySet());
        Bulk.write(db, Bulk.parts(students), part -> Columns.of(part, classes), this::insert);
        writeTrail(actor, byClass, classes);
        var opened = new HashMap<Cohort, WorkRef>();
        byClass.keySet().stream().filter(c -> classes.get(c).isNew()).forEach(c -> opened.put(c, new WorkRef("school.school_class", classes.get(c).id(), c.title())));
        return opened;
    }

    List<Dependent> remove(Actor actor, List<UUID> students, List<UUID> classes) {
        return trail.remove(actor, "import-undone", new WorkRef("school.student", Ids.next(), "1–" + students.size()), null,
                List.of(Removal.of(ENROLMENT, ENROLMENT.STUDENT_ID, students), Removal.of(STUDENT, STUDENT.ID, students), Removal.of(SCHOOL_CLASS, SCHOOL_CLASS.ID, classes)));
    }

    /** The classes of these cohorts, those that are not there yet opened. */
    private Map<Cohort, SchoolClass> opened(Collection<Cohort> cohorts) {
        var classes = new LinkedHashMap<Cohort, SchoolClass>();
        db.select(SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, SCHOOL_CLASS.ID, SCHOOL_CLASS.OPENS_ON).from(SCHOOL_CLASS).where(SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()))
                .forEach(r -> classes.put(new Cohort(r.value1(), r.value2()), new SchoolClass(r.value3(), r.value4(), false)));
        var missing = cohorts.stream().filter(c -> !classes.containsKey(c)).toList();
        missing.forEach(c -> classes.put(c, new SchoolClass(Ids.next(), LocalDate.of(c.entryYear(), 9, 1), true)));
        var made = missing.stream().map(classes::get).toList();
        db.execute("""
                insert into school.school_class (school_id, id, entry_year, number, opens_on, grade)
                select {0}, c.id, c.entry_year, c.number, c.opens_on, {1} from unnest({2}, {3}, {4}, {5}) c (id, entry_year, number, opens_on)""",
                val(tenancy.current()), val(Grade.IMPORTED.name()), val(made.stream().map(SchoolClass::id).toArray(UUID[]::new)),
                val(missing.stream().map(Cohort::entryYear).toArray(Integer[]::new)), val(missing.stream().map(Cohort::number).toArray(Integer[]::new)),
                val(made.stream().map(SchoolClass::opensOn).toArray(LocalDate[]::new)));
        return classes;
    }

    private record Columns(Field<?>... all) {
        static Columns of(List<NewStudent> some, Map<Cohort, SchoolClass> classes) {
            return new Columns(Bulk.column(some, STUDENT.ID.getDataType(), NewStudent::id), Bulk.column(some, STUDENT.STUDENT_NO.getDataType(), NewStudent::no),
                    Bulk.column(some, STUDENT.NAME.getDataType(), NewStudent::name), Bulk.column(some, STUDENT.PINYIN.getDataType(), s -> Pinyin.index(s.name())),
                    Bulk.column(some, STUDENT.SEX.getDataType(), NewStudent::sex), Bulk.column(some, ENROLMENT.ID.getDataType(), NewStudent::enrolment),
                    Bulk.column(some, ENROLMENT.CLASS_ID.getDataType(), s -> classes.get(s.in()).id()), Bulk.column(some, ENROLMENT.VALID_FROM.getDataType(), s -> classes.get(s.in()).opensOn()));
        }
    }

    private void insert(Columns c) {
        var school = val(tenancy.current());
        var grade = val(Grade.IMPORTED.name());
        db.execute("""
                insert into school.student (school_id, id, student_no, name, pinyin, sex, grade)
                select {0}, s.id, s.no, s.name, s.pinyin, s.sex, {1} from unnest({2}, {3}, {4}, {5}, {6}) s (id, no, name, pinyin, sex)""",
                school, grade, c.all[0], c.all[1], c.all[2], c.all[3], c.all[4]);
        db.execute("""
                insert into school.enrolment (school_id, id, student_id, class_id, valid_from, opening, grade)
                select {0}, e.id, e.student_id, e.class_id, e.valid_from, true, {1} from unnest({2}, {3}, {4}, {5}) e (id, student_id, class_id, valid_from)""",
                school, grade, c.all[5], c.all[0], c.all[6], c.all[7]);
    }

    private void writeTrail(Actor actor, Map<Cohort, List<NewStudent>> byClass, Map<Cohort, SchoolClass> classes) {
        trail.write(actor, "imported", byClass.entrySet().stream().map(c -> {
            var in = classes.get(c.getKey());
            var members = c.getValue();
            var written = Written.of(new WorkRef("school.school_class", in.id(), c.getKey().title()), STUDENT, members.stream().map(NewStudent::id).toList())
                    .and(ENROLMENT, members.stream().map(NewStudent::enrolment).toList());
            return in.isNew() ? written.and(SCHOOL_CLASS, List.of(in.id())) : written;
        }).toList());
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
