package org.zongwu.school.people;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static zongwu.db.school.Tables.DEPARTMENT;
import static zongwu.db.school.Tables.DUTY_HELD;
import static zongwu.db.school.Tables.EMPLOYEE;
import static zongwu.db.school.Tables.POSTING;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.school.count.Counted;
import org.zongwu.school.count.OnDay;

/** Who is in service on a day, and in which department on that day; the figures count the same rows. */
@Component
class EmployeeRegister implements FigureSource {
    static final Field<Boolean> OFFICE = field(name("r", "office"), Boolean.class);
    private static final FigureDefinition TEACHERS = new FigureDefinition("POP_TEACHERS", Unit.PERSON, 1);
    private static final FigureDefinition HELD = new FigureDefinition("DUTY_HELD", Unit.PERSON, 1);

    private final DSLContext db;
    private final Tenancy tenancy;

    EmployeeRegister(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    Table<?> rows(LocalDate day) {
        var school = tenancy.current();
        var department = coalesce(POSTING.DEPARTMENT_ID, EMPLOYEE.DEPARTMENT_ID);
        var office = exists(selectOne().from(DUTY_HELD).where(DUTY_HELD.SCHOOL_ID.eq(school), DUTY_HELD.EMPLOYEE_ID.eq(EMPLOYEE.ID),
                DUTY_HELD.DUTY.notIn(Duty.TEACHER.name(), Duty.HEAD_TEACHER.name()), DUTY_HELD.VALID_FROM.le(day),
                DUTY_HELD.VALID_TO.isNull().or(DUTY_HELD.VALID_TO.ge(day))));
        return db.select(EMPLOYEE.ID, EMPLOYEE.STAFF_NO, EMPLOYEE.NAME, EMPLOYEE.PINYIN, DEPARTMENT.ID.as("department_id"), DEPARTMENT.NAME.as("department"),
                        EMPLOYEE.JOB, EMPLOYEE.PHONE, EMPLOYEE.JOINED_ON, EMPLOYEE.GRADE, field(office).as("office"), OnDay.column(day))
                .from(EMPLOYEE)
                .leftJoin(POSTING).on(POSTING.SCHOOL_ID.eq(EMPLOYEE.SCHOOL_ID), POSTING.EMPLOYEE_ID.eq(EMPLOYEE.ID), POSTING.VALID_FROM.le(day),
                        POSTING.VALID_TO.isNull().or(POSTING.VALID_TO.ge(day)))
                .join(DEPARTMENT).on(DEPARTMENT.SCHOOL_ID.eq(EMPLOYEE.SCHOOL_ID), DEPARTMENT.ID.eq(department))
                .where(EMPLOYEE.SCHOOL_ID.eq(school), EmployeeRepository.servesOn(day)).asTable("r");
    }

    /** Where one person has been, the newest first. */
    List<Stay> stays(UUID employeeId) {
        return db.select(DEPARTMENT.ID, DEPARTMENT.NAME, POSTING.VALID_FROM, POSTING.VALID_TO).from(POSTING)
                .join(DEPARTMENT).on(DEPARTMENT.SCHOOL_ID.eq(POSTING.SCHOOL_ID), DEPARTMENT.ID.eq(POSTING.DEPARTMENT_ID))
                .where(POSTING.SCHOOL_ID.eq(tenancy.current()), POSTING.EMPLOYEE_ID.eq(employeeId)).orderBy(POSTING.VALID_FROM.desc())
                .fetch(r -> new Stay(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    /** One department, from the first to the last day. */
    record Stay(UUID departmentId, String department, LocalDate from, @Nullable LocalDate to) {}

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(TEACHERS, HELD);
    }

    @Override
    public List<Figure> figures(Span span) {
        var rows = rows(span.to());
        var link = EmployeeController.PATH + OnDay.query(span.to());
        return List.of(Counted.figure(db, TEACHERS, span, rows, noCondition(), link), Counted.figure(db, HELD, span, rows, OFFICE.isTrue(), link + "&office=yes"));
    }
}
