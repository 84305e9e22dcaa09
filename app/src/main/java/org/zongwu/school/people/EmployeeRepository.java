package org.zongwu.school.people;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.escape;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static zongwu.db.school.Tables.DEPARTMENT;
import static zongwu.db.school.Tables.EMPLOYEE;
import static zongwu.db.school.Tables.POSTING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.school.Employee;
import org.zongwu.school.Pinyin;
import org.zongwu.trail.Images;

@Repository
class EmployeeRepository {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    EmployeeRepository(DSLContext db, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Optional<Employee> find(UUID id) {
        return employees(EMPLOYEE.ID.eq(id)).fetchOptional(this::employee);
    }

    Optional<Employee> byStaffNo(String staffNo) {
        return employees(EMPLOYEE.STAFF_NO.eq(staffNo)).fetchOptional(this::employee);
    }

    List<Employee> named(String name) {
        return employees(EMPLOYEE.NAME.eq(name)).orderBy(EMPLOYEE.LEFT_ON.desc().nullsFirst(), EMPLOYEE.STAFF_NO).fetch(this::employee);
    }

    List<Employee> inService(LocalDate on) {
        return employees(servesOn(on)).orderBy(EMPLOYEE.STAFF_NO).fetch(this::employee);
    }

    List<Employee> search(String words, int limit) {
        var typed = words.toLowerCase();
        var initials = EMPLOYEE.PINYIN.startsWith(typed).or(EMPLOYEE.PINYIN.contains(" " + typed)); // as a trigram index answers it
        var number = EMPLOYEE.STAFF_NO.likeIgnoreCase("%" + escape(words, '!') + "%", '!');
        var rank = when(EMPLOYEE.STAFF_NO.equalIgnoreCase(words), inline(0)).when(EMPLOYEE.NAME.eq(words), inline(1))
                .when(EMPLOYEE.NAME.startsWith(words), inline(2)).when(concat(inline(" "), EMPLOYEE.PINYIN, inline(" ")).contains(" " + typed + " "), inline(3))
                .when(initials, inline(4)).otherwise(inline(5));
        return employees(servesOn(LocalDate.now(clock))
                        .and(EMPLOYEE.NAME.contains(words).or(number).or(initials)))
                .orderBy(rank, EMPLOYEE.STAFF_NO).limit(limit).fetch(this::employee);
    }

    /** In service: has joined and has not left. An unknown day of joining is before the records begin. */
    static Condition servesOn(LocalDate day) {
        return EMPLOYEE.JOINED_ON.isNull().or(EMPLOYEE.JOINED_ON.le(day)).and(EMPLOYEE.LEFT_ON.isNull().or(EMPLOYEE.LEFT_ON.gt(day)));
    }

    /** Locks the person, so that what is judged of him stays so until the commit. */
    void lock(UUID id) {
        db.select(EMPLOYEE.ID).from(EMPLOYEE).where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.ID.eq(id)).forNoKeyUpdate().fetch();
    }

    void insert(UUID id, NewEmployee e, UUID departmentId, Grade grade) {
        db.insertInto(EMPLOYEE)
                .set(EMPLOYEE.SCHOOL_ID, tenancy.current()).set(EMPLOYEE.ID, id).set(EMPLOYEE.STAFF_NO, e.staffNo()).set(EMPLOYEE.NAME, e.name())
                .set(EMPLOYEE.PINYIN, Pinyin.index(e.name())).set(EMPLOYEE.DEPARTMENT_ID, departmentId).set(EMPLOYEE.JOB, e.job())
                .set(EMPLOYEE.PHONE, e.phone()).set(EMPLOYEE.JOINED_ON, e.joinedOn()).set(EMPLOYEE.GRADE, grade.name()).execute();
    }

    void change(UUID id, NewEmployee e) {
        db.update(EMPLOYEE).set(EMPLOYEE.STAFF_NO, e.staffNo()).set(EMPLOYEE.NAME, e.name()).set(EMPLOYEE.PINYIN, Pinyin.index(e.name()))
                .set(EMPLOYEE.JOB, e.job()).set(EMPLOYEE.PHONE, e.phone()).set(EMPLOYEE.JOINED_ON, e.joinedOn())
                .where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.ID.eq(id)).execute();
    }

    /** Writes post and telephone where none stands. @return whether that changed anything */
    boolean fill(UUID id, @Nullable String job, @Nullable String phone) {
        return db.update(EMPLOYEE).set(EMPLOYEE.JOB, coalesce(EMPLOYEE.JOB, val(job))).set(EMPLOYEE.PHONE, coalesce(EMPLOYEE.PHONE, val(phone)))
                .where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.ID.eq(id),
                        EMPLOYEE.JOB.isNull().and(val(job).isNotNull()).or(EMPLOYEE.PHONE.isNull().and(val(phone).isNotNull()))).execute() == 1;
    }

    void leave(UUID id, LocalDate leftOn) {
        db.update(EMPLOYEE).set(EMPLOYEE.LEFT_ON, leftOn).where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.ID.eq(id)).execute();
        db.update(POSTING).set(POSTING.VALID_TO, leftOn.minusDays(1))
                .where(POSTING.SCHOOL_ID.eq(tenancy.current()), POSTING.EMPLOYEE_ID.eq(id), POSTING.VALID_TO.isNull(), POSTING.VALID_FROM.lt(leftOn)).execute();
    }

    /** Where the person has been since. */
    Optional<LocalDate> postedSince(UUID id) {
        return db.select(POSTING.VALID_FROM).from(POSTING)
                .where(POSTING.SCHOOL_ID.eq(tenancy.current()), POSTING.EMPLOYEE_ID.eq(id), POSTING.VALID_TO.isNull())
                .fetchOptional(POSTING.VALID_FROM);
    }

    void post(UUID id, UUID departmentId, LocalDate from) {
        db.update(POSTING).set(POSTING.VALID_TO, from.minusDays(1))
                .where(POSTING.SCHOOL_ID.eq(tenancy.current()), POSTING.EMPLOYEE_ID.eq(id), POSTING.VALID_TO.isNull()).execute();
        db.insertInto(POSTING).columns(POSTING.SCHOOL_ID, POSTING.ID, POSTING.EMPLOYEE_ID, POSTING.DEPARTMENT_ID, POSTING.VALID_FROM)
                .values(tenancy.current(), Ids.next(), id, departmentId, from).execute();
        db.update(EMPLOYEE).set(EMPLOYEE.DEPARTMENT_ID, departmentId)
                .where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.ID.eq(id)).execute();
    }

    Images images(UUID id) {
        return Images.of(EMPLOYEE, EMPLOYEE.SCHOOL_ID.eq(tenancy.current()).and(EMPLOYEE.ID.eq(id)))
                .and(POSTING, POSTING.SCHOOL_ID.eq(tenancy.current()).and(POSTING.EMPLOYEE_ID.eq(id)));
    }

    private SelectConditionStep<? extends Record> employees(Condition which) {
        return db.select(EMPLOYEE.ID, EMPLOYEE.STAFF_NO, EMPLOYEE.NAME, EMPLOYEE.DEPARTMENT_ID, DEPARTMENT.NAME, EMPLOYEE.JOINED_ON, EMPLOYEE.LEFT_ON)
                .from(EMPLOYEE).join(DEPARTMENT).on(DEPARTMENT.SCHOOL_ID.eq(EMPLOYEE.SCHOOL_ID), DEPARTMENT.ID.eq(EMPLOYEE.DEPARTMENT_ID))
                .where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), which);
    }

    private Employee employee(Record r) {
        var today = LocalDate.now(clock);
        var joined = r.get(EMPLOYEE.JOINED_ON);
        var left = r.get(EMPLOYEE.LEFT_ON);
        var serves = (joined == null || !joined.isAfter(today)) && (left == null || left.isAfter(today));
        return new Employee(r.get(EMPLOYEE.ID), r.get(EMPLOYEE.STAFF_NO), r.get(EMPLOYEE.NAME), r.get(EMPLOYEE.DEPARTMENT_ID),
                r.get(DEPARTMENT.NAME), serves);
    }
}
