package org.zongwu.school.duty;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static zongwu.db.school.Tables.DEPARTMENT;
import static zongwu.db.school.Tables.DUTY_HELD;
import static zongwu.db.school.Tables.EMPLOYEE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.trail.Images;

@Repository
class DutyRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    DutyRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** A duty in one person's hands, from the first day to the last, both included. */
    record Held(UUID id, UUID employeeId, Duty duty, LocalDate from, @Nullable LocalDate to) {}

    void lockPerson(UUID employeeId) {
        db.select(EMPLOYEE.ID).from(EMPLOYEE).where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.ID.eq(employeeId)).forNoKeyUpdate().fetch();
    }

    /** Whether the person is in service on that day. */
    boolean serves(UUID employeeId, LocalDate on) {
        return db.fetchExists(selectOne().from(EMPLOYEE).where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.ID.eq(employeeId), servesOn(on)));
    }

    private static Condition servesOn(LocalDate on) {
        return EMPLOYEE.JOINED_ON.isNull().or(EMPLOYEE.JOINED_ON.le(on)).and(EMPLOYEE.LEFT_ON.isNull().or(EMPLOYEE.LEFT_ON.gt(on)));
    }

    List<Held> heldBy(UUID employeeId, LocalDate from, @Nullable LocalDate to) {
        return fetch(DUTY_HELD.EMPLOYEE_ID.eq(employeeId).and(overlaps(from, to)));
    }

    List<UUID> holders(Duty duty, LocalDate on) {
        return fetch(DUTY_HELD.DUTY.eq(duty.name()).and(overlaps(on, on))).stream().map(Held::employeeId).toList();
    }

    boolean heldByAnybody(Duty duty, LocalDate on) {
        return !holders(duty, on).isEmpty();
    }

    Optional<Held> find(UUID id) {
        return fetch(DUTY_HELD.ID.eq(id)).stream().findFirst();
    }

    static Condition overlaps(LocalDate from, @Nullable LocalDate to) {
        var notOver = DUTY_HELD.VALID_TO.isNull().or(DUTY_HELD.VALID_TO.ge(from));
        return to == null ? notOver : notOver.and(DUTY_HELD.VALID_FROM.le(to));
    }

    /**
     * Who else could hold the duty: in service, with no duty that excludes it; people of the same department first, then
     * those outside the teaching departments.
     */
    List<String> others(UUID than, Set<Duty> excluded, LocalDate on, int limit) {
        var names = excluded.stream().map(Enum::name).toList();
        var department = field(db.select(EMPLOYEE.DEPARTMENT_ID).from(EMPLOYEE).where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.ID.eq(than)));
        return db.select(EMPLOYEE.NAME).from(EMPLOYEE)
                .join(DEPARTMENT).on(DEPARTMENT.SCHOOL_ID.eq(EMPLOYEE.SCHOOL_ID), DEPARTMENT.ID.eq(EMPLOYEE.DEPARTMENT_ID))
                .where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.ID.ne(than),
                        servesOn(on),
                        notExists(selectOne().from(DUTY_HELD).where(DUTY_HELD.SCHOOL_ID.eq(EMPLOYEE.SCHOOL_ID), DUTY_HELD.EMPLOYEE_ID.eq(EMPLOYEE.ID),
                                DUTY_HELD.DUTY.in(names), overlaps(on, null))))
                .orderBy(field(EMPLOYEE.DEPARTMENT_ID.eq(department)).desc(), DEPARTMENT.TEACHING, EMPLOYEE.STAFF_NO)
                .limit(limit).fetch(EMPLOYEE.NAME);
    }

    void insert(Held h, @Nullable UUID grantedBy, @Nullable UUID askedBy, @Nullable String compensatingControl) {
        db.insertInto(DUTY_HELD)
                .set(DUTY_HELD.SCHOOL_ID, tenancy.current()).set(DUTY_HELD.ID, h.id()).set(DUTY_HELD.EMPLOYEE_ID, h.employeeId())
                .set(DUTY_HELD.DUTY, h.duty().name()).set(DUTY_HELD.VALID_FROM, h.from()).set(DUTY_HELD.VALID_TO, h.to())
                .set(DUTY_HELD.GRANTED_BY, grantedBy).set(DUTY_HELD.ASKED_BY, askedBy).set(DUTY_HELD.COMPENSATING_CONTROL, compensatingControl).execute();
    }

    void end(UUID id, LocalDate lastDay) {
        db.update(DUTY_HELD).set(DUTY_HELD.VALID_TO, lastDay).where(DUTY_HELD.SCHOOL_ID.eq(tenancy.current()), DUTY_HELD.ID.eq(id)).execute();
    }

    Images images(UUID id) {
        return Images.of(DUTY_HELD, DUTY_HELD.SCHOOL_ID.eq(tenancy.current()).and(DUTY_HELD.ID.eq(id)));
    }

    private List<Held> fetch(Condition which) {
        return db.select(DUTY_HELD.ID, DUTY_HELD.EMPLOYEE_ID, DUTY_HELD.DUTY, DUTY_HELD.VALID_FROM, DUTY_HELD.VALID_TO).from(DUTY_HELD)
                .where(DUTY_HELD.SCHOOL_ID.eq(tenancy.current()), which).orderBy(DUTY_HELD.VALID_FROM, DUTY_HELD.ID)
                .fetch(r -> new Held(r.value1(), r.value2(), Duty.valueOf(r.value3()), r.value4(), r.value5()));
    }
}
