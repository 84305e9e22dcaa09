package org.zongwu.school.schoolclass;

import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
import org.zongwu.trail.Images;

@Repository
class ClassRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    ClassRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    Optional<Cohort> find(UUID id) {
        return fetch(SCHOOL_CLASS.ID.eq(id)).stream().findFirst();
    }

    Optional<Cohort> find(int entryYear, int number) {
        return fetch(SCHOOL_CLASS.ENTRY_YEAR.eq(entryYear).and(SCHOOL_CLASS.NUMBER.eq(number))).stream().findFirst();
    }

    /** The classes that this person leads on that day. */
    List<Cohort> ledBy(UUID employeeId, LocalDate on) {
        return fetch(SCHOOL_CLASS.HEAD_TEACHER_ID.eq(employeeId).and(existsOn(on)));
    }

    List<Cohort> withoutHead(LocalDate on) {
        return fetch(SCHOOL_CLASS.HEAD_TEACHER_ID.isNull().and(existsOn(on)));
    }

    static Condition existsOn(LocalDate day) {
        return SCHOOL_CLASS.OPENS_ON.le(day).and(SCHOOL_CLASS.ENDS_ON.isNull().or(SCHOOL_CLASS.ENDS_ON.ge(day)));
    }

    void lock(UUID id) {
        db.select(SCHOOL_CLASS.ID).from(SCHOOL_CLASS).where(SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()), SCHOOL_CLASS.ID.eq(id)).forNoKeyUpdate().fetch();
    }

    void insert(Cohort c, Grade grade) {
        db.insertInto(SCHOOL_CLASS)
                .set(SCHOOL_CLASS.SCHOOL_ID, tenancy.current()).set(SCHOOL_CLASS.ID, c.id()).set(SCHOOL_CLASS.ENTRY_YEAR, c.entryYear())
                .set(SCHOOL_CLASS.NUMBER, c.number()).set(SCHOOL_CLASS.HEAD_TEACHER_ID, c.headTeacherId()).set(SCHOOL_CLASS.OPENS_ON, c.opensOn())
                .set(SCHOOL_CLASS.ENDS_ON, c.endsOn()).set(SCHOOL_CLASS.GRADE, grade.name()).execute();
    }

    void setHead(UUID id, @Nullable UUID headTeacherId) {
        db.update(SCHOOL_CLASS).set(SCHOOL_CLASS.HEAD_TEACHER_ID, headTeacherId)
                .where(SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()), SCHOOL_CLASS.ID.eq(id)).execute();
    }

    void end(UUID id, LocalDate lastDay) {
        db.update(SCHOOL_CLASS).set(SCHOOL_CLASS.ENDS_ON, lastDay)
                .where(SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()), SCHOOL_CLASS.ID.eq(id)).execute();
    }

    /** How many students would still be in the class after that day. */
    int studentsAfter(UUID id, LocalDate day) {
        return db.fetchCount(DSL.selectOne().from(ENROLMENT).where(ENROLMENT.SCHOOL_ID.eq(tenancy.current()), ENROLMENT.CLASS_ID.eq(id),
                ENROLMENT.VALID_TO.isNull().or(ENROLMENT.VALID_TO.gt(day))));
    }

    Images images(UUID id) {
        return Images.of(SCHOOL_CLASS, SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()).and(SCHOOL_CLASS.ID.eq(id)));
    }

    private List<Cohort> fetch(Condition which) {
        return db.select(SCHOOL_CLASS.ID, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, SCHOOL_CLASS.HEAD_TEACHER_ID, SCHOOL_CLASS.OPENS_ON, SCHOOL_CLASS.ENDS_ON)
                .from(SCHOOL_CLASS).where(SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()), which).orderBy(SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER)
                .fetch(r -> new Cohort(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
    }
}
