package org.zongwu.school.people;

import static zongwu.db.school.Tables.DEPARTMENT;
import static zongwu.db.school.Tables.EMPLOYEE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.trail.Images;
import org.zongwu.web.NotFound;

@Repository
class DepartmentRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    DepartmentRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    record Department(UUID id, String name, boolean teaching, LocalDate from, @Nullable LocalDate to) {
        boolean existsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    Optional<Department> find(UUID id) {
        return fetch(DEPARTMENT.ID.eq(id)).stream().findFirst();
    }

    Optional<Department> named(String name, LocalDate on) {
        return fetch(DEPARTMENT.NAME.eq(name).and(existsOn(on))).stream().findFirst();
    }

    List<Department> on(LocalDate day) {
        return fetch(existsOn(day));
    }

    List<Department> all() {
        return fetch(DEPARTMENT.ID.isNotNull());
    }

    static Condition existsOn(LocalDate day) {
        return DEPARTMENT.VALID_FROM.le(day).and(DEPARTMENT.VALID_TO.isNull().or(DEPARTMENT.VALID_TO.ge(day)));
    }

    Department requireOn(UUID id, LocalDate day) {
        var department = find(id).orElseThrow(NotFound::new);
        if (!department.existsOn(day)) throw RuleBroken.at("department", "R-ORG-1", "rule.school.department-ended", department.name(), day);
        return department;
    }

    void lock(UUID id) {
        db.select(DEPARTMENT.ID).from(DEPARTMENT).where(DEPARTMENT.SCHOOL_ID.eq(tenancy.current()), DEPARTMENT.ID.eq(id)).forNoKeyUpdate().fetch();
    }

    void insert(UUID id, String name, boolean teaching, LocalDate from) {
        db.insertInto(DEPARTMENT)
                .set(DEPARTMENT.SCHOOL_ID, tenancy.current()).set(DEPARTMENT.ID, id).set(DEPARTMENT.NAME, name)
                .set(DEPARTMENT.TEACHING, teaching).set(DEPARTMENT.VALID_FROM, from).execute();
    }

    void end(UUID id, LocalDate lastDay, @Nullable UUID successor) {
        db.update(DEPARTMENT).set(DEPARTMENT.VALID_TO, lastDay).set(DEPARTMENT.SUCCESSOR_ID, successor)
                .where(DEPARTMENT.SCHOOL_ID.eq(tenancy.current()), DEPARTMENT.ID.eq(id)).execute();
    }

    /** Who is in the department now, as it will be moved: in the order of their ids, so that locks are taken in one order. */
    List<UUID> members(UUID id) {
        return db.select(EMPLOYEE.ID).from(EMPLOYEE)
                .where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.DEPARTMENT_ID.eq(id), EMPLOYEE.LEFT_ON.isNull())
                .orderBy(EMPLOYEE.ID).fetch(EMPLOYEE.ID);
    }

    Images images(UUID... ids) {
        return Images.of(DEPARTMENT, DEPARTMENT.SCHOOL_ID.eq(tenancy.current()).and(DEPARTMENT.ID.in(ids)));
    }

    private List<Department> fetch(Condition which) {
        return db.select(DEPARTMENT.ID, DEPARTMENT.NAME, DEPARTMENT.TEACHING, DEPARTMENT.VALID_FROM, DEPARTMENT.VALID_TO).from(DEPARTMENT)
                .where(DEPARTMENT.SCHOOL_ID.eq(tenancy.current()), which).orderBy(DEPARTMENT.TEACHING, DEPARTMENT.ID)
                .fetch(r -> new Department(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }
}
