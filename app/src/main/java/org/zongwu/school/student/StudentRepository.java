package org.zongwu.school.student;

import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;
import static zongwu.db.school.Tables.STUDENT;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.school.Pinyin;
import org.zongwu.trail.Images;

@Repository
class StudentRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    StudentRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    record Student(UUID id, String studentNo, String name, @Nullable String sex) {}

    /** Where a student is, as the last row says. */
    record Enrolment(UUID id, UUID classId, LocalDate from, @Nullable LocalDate to) {}

    Optional<Student> find(UUID id) {
        return student(STUDENT.ID.eq(id));
    }

    Optional<Student> byNo(String studentNo) {
        return student(STUDENT.STUDENT_NO.eq(studentNo));
    }

    void lock(UUID id) {
        db.select(STUDENT.ID).from(STUDENT).where(STUDENT.SCHOOL_ID.eq(tenancy.current()), STUDENT.ID.eq(id)).forNoKeyUpdate().fetch();
    }

    void insert(Student s, Grade grade) {
        db.insertInto(STUDENT)
                .set(STUDENT.SCHOOL_ID, tenancy.current()).set(STUDENT.ID, s.id()).set(STUDENT.STUDENT_NO, s.studentNo()).set(STUDENT.NAME, s.name())
                .set(STUDENT.PINYIN, Pinyin.index(s.name())).set(STUDENT.SEX, s.sex()).set(STUDENT.GRADE, grade.name()).execute();
    }

    void change(Student s) {
        db.update(STUDENT).set(STUDENT.STUDENT_NO, s.studentNo()).set(STUDENT.NAME, s.name()).set(STUDENT.PINYIN, Pinyin.index(s.name()))
                .set(STUDENT.SEX, s.sex()).where(STUDENT.SCHOOL_ID.eq(tenancy.current()), STUDENT.ID.eq(s.id())).execute();
    }

    Optional<Enrolment> lastEnrolment(UUID studentId) {
        return db.select(ENROLMENT.ID, ENROLMENT.CLASS_ID, ENROLMENT.VALID_FROM, ENROLMENT.VALID_TO).from(ENROLMENT)
                .where(ENROLMENT.SCHOOL_ID.eq(tenancy.current()), ENROLMENT.STUDENT_ID.eq(studentId))
                .orderBy(ENROLMENT.VALID_FROM.desc()).limit(1)
                .fetchOptional(r -> new Enrolment(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    void enrol(UUID studentId, UUID classId, LocalDate from, boolean opening, Grade grade) {
        db.insertInto(ENROLMENT)
                .set(ENROLMENT.SCHOOL_ID, tenancy.current()).set(ENROLMENT.ID, Ids.next()).set(ENROLMENT.STUDENT_ID, studentId)
                .set(ENROLMENT.CLASS_ID, classId).set(ENROLMENT.VALID_FROM, from).set(ENROLMENT.OPENING, opening).set(ENROLMENT.GRADE, grade.name()).execute();
    }

    void endEnrolment(UUID id, LocalDate lastDay, LeavingReason reason) {
        db.update(ENROLMENT).set(ENROLMENT.VALID_TO, lastDay).set(ENROLMENT.LEAVING_REASON, reason.name())
                .where(ENROLMENT.SCHOOL_ID.eq(tenancy.current()), ENROLMENT.ID.eq(id)).execute();
    }

    /** A class as the day asks for it: its title and its life. Locked against being ended meanwhile. */
    Optional<ClassLife> lockClass(UUID classId) {
        return db.select(SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, SCHOOL_CLASS.OPENS_ON, SCHOOL_CLASS.ENDS_ON).from(SCHOOL_CLASS)
                .where(SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()), SCHOOL_CLASS.ID.eq(classId)).forShare()
                .fetchOptional(r -> new ClassLife(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    record ClassLife(int entryYear, int number, LocalDate opensOn, @Nullable LocalDate endsOn) {
        boolean existsOn(LocalDate day) {
            return !day.isBefore(opensOn) && (endsOn == null || !day.isAfter(endsOn));
        }
    }

    Images images(UUID studentId) {
        return Images.of(STUDENT, STUDENT.SCHOOL_ID.eq(tenancy.current()).and(STUDENT.ID.eq(studentId)))
                .and(ENROLMENT, ENROLMENT.SCHOOL_ID.eq(tenancy.current()).and(ENROLMENT.STUDENT_ID.eq(studentId)));
    }

    private Optional<Student> student(Condition which) {
        return db.select(STUDENT.ID, STUDENT.STUDENT_NO, STUDENT.NAME, STUDENT.SEX).from(STUDENT)
                .where(STUDENT.SCHOOL_ID.eq(tenancy.current()), which)
                .fetchOptional(r -> new Student(r.value1(), r.value2(), r.value3(), r.value4()));
    }
}
