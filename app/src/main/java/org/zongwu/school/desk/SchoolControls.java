package org.zongwu.school.desk;

import static org.jooq.impl.DSL.count;
import static zongwu.db.school.Tables.DUTY_HELD;
import static zongwu.db.school.Tables.EMPLOYEE;
import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.POSTING;
import static zongwu.db.school.Tables.SCHOOL_CLASS;
import static zongwu.db.school.Tables.STUDENT;

import java.util.List;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.school.schoolclass.ClassName;
import org.zongwu.web.Messages;

/** What must hold over all people, classes and duties, whoever wrote them. */
@Configuration(proxyBeanMethods = false)
class SchoolControls {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Messages messages;

    SchoolControls(DSLContext db, Tenancy tenancy, Messages messages) {
        this.db = db;
        this.tenancy = tenancy;
        this.messages = messages;
    }

    /** Everybody in service is in exactly the department that the last posting says. */
    @Bean
    Control departmentsOfPeople() {
        return control("R-ORG-1", EMPLOYEE, EMPLOYEE.SCHOOL_ID, () -> db.select(EMPLOYEE.NAME, EMPLOYEE.STAFF_NO).from(EMPLOYEE)
                .leftJoin(POSTING).on(POSTING.SCHOOL_ID.eq(EMPLOYEE.SCHOOL_ID), POSTING.EMPLOYEE_ID.eq(EMPLOYEE.ID), POSTING.VALID_TO.isNull())
                .where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.LEFT_ON.isNull(), POSTING.ID.isNull().or(POSTING.DEPARTMENT_ID.ne(EMPLOYEE.DEPARTMENT_ID)))
                .orderBy(EMPLOYEE.STAFF_NO).fetch(r -> messages.say("control.school.posting", r.value1(), r.value2())));
    }

    /** Every enrolment lies within the life of its class. */
    @Bean
    Control enrolmentsOfClasses() {
        var outside = ENROLMENT.VALID_FROM.lt(SCHOOL_CLASS.OPENS_ON).or(SCHOOL_CLASS.ENDS_ON.isNotNull().and(DSL.coalesce(ENROLMENT.VALID_TO, DSL.inline("infinity").cast(ENROLMENT.VALID_TO)).gt(SCHOOL_CLASS.ENDS_ON)));
        return control("R-ORG-2", ENROLMENT, ENROLMENT.SCHOOL_ID, () -> db.select(STUDENT.NAME, STUDENT.STUDENT_NO, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER).from(ENROLMENT)
                .join(STUDENT).on(STUDENT.SCHOOL_ID.eq(ENROLMENT.SCHOOL_ID), STUDENT.ID.eq(ENROLMENT.STUDENT_ID))
                .join(SCHOOL_CLASS).on(SCHOOL_CLASS.SCHOOL_ID.eq(ENROLMENT.SCHOOL_ID), SCHOOL_CLASS.ID.eq(ENROLMENT.CLASS_ID))
                .where(ENROLMENT.SCHOOL_ID.eq(tenancy.current()), outside).orderBy(STUDENT.STUDENT_NO)
                .fetch(r -> messages.say("control.school.enrolment", r.value1(), r.value2(), ClassName.title(r.value3(), r.value4()))));
    }

    /** Nobody holds a duty outside his service, and no class that exists is led by somebody who has left. */
    @Bean
    Control dutiesOfService() {
        var outside = EMPLOYEE.JOINED_ON.gt(DUTY_HELD.VALID_FROM).or(EMPLOYEE.LEFT_ON.isNotNull().and(DUTY_HELD.VALID_TO.isNull().or(DUTY_HELD.VALID_TO.ge(EMPLOYEE.LEFT_ON))));
        return control("R-ORG-6", DUTY_HELD, DUTY_HELD.SCHOOL_ID, () -> db.select(EMPLOYEE.NAME, DUTY_HELD.DUTY).from(DUTY_HELD)
                .join(EMPLOYEE).on(EMPLOYEE.SCHOOL_ID.eq(DUTY_HELD.SCHOOL_ID), EMPLOYEE.ID.eq(DUTY_HELD.EMPLOYEE_ID))
                .where(DUTY_HELD.SCHOOL_ID.eq(tenancy.current()), outside).orderBy(EMPLOYEE.STAFF_NO)
                .fetch(r -> messages.say("control.school.duty", r.value1(), messages.say("duty." + r.value2()))));
    }

    @Bean
    Control headTeachersInService() {
        return control("R-ORG-7", SCHOOL_CLASS, SCHOOL_CLASS.SCHOOL_ID, () -> db.select(SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, EMPLOYEE.NAME).from(SCHOOL_CLASS)
                .join(EMPLOYEE).on(EMPLOYEE.SCHOOL_ID.eq(SCHOOL_CLASS.SCHOOL_ID), EMPLOYEE.ID.eq(SCHOOL_CLASS.HEAD_TEACHER_ID))
                .where(SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.LEFT_ON.isNotNull(), SCHOOL_CLASS.ENDS_ON.isNull().or(SCHOOL_CLASS.ENDS_ON.ge(EMPLOYEE.LEFT_ON)))
                .orderBy(SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER)
                .fetch(r -> messages.say("control.school.head", ClassName.title(r.value1(), r.value2()), r.value3())));
    }

    /** No one person holds, on any day, two duties of which the second is forbidden to him (§8.3, level H). */
    @Bean
    Control forbiddenPairs() {
        var one = DUTY_HELD.as("one");
        var other = DUTY_HELD.as("other");
        Condition together = DSL.condition("daterange({0}, {1}, '[]') && daterange({2}, {3}, '[]')", one.VALID_FROM, one.VALID_TO, other.VALID_FROM, other.VALID_TO)
                .and(DSL.condition("school.incompatible({0}, {1})", one.DUTY, other.DUTY));
        return control("SOD", DUTY_HELD, DUTY_HELD.SCHOOL_ID, () -> db.select(EMPLOYEE.NAME, one.DUTY, other.DUTY).from(one)
                .join(other).on(other.SCHOOL_ID.eq(one.SCHOOL_ID), other.EMPLOYEE_ID.eq(one.EMPLOYEE_ID), other.DUTY.gt(one.DUTY), together)
                .join(EMPLOYEE).on(EMPLOYEE.SCHOOL_ID.eq(one.SCHOOL_ID), EMPLOYEE.ID.eq(one.EMPLOYEE_ID))
                .where(one.SCHOOL_ID.eq(tenancy.current())).orderBy(EMPLOYEE.STAFF_NO)
                .fetch(r -> messages.say("control.school.pair", r.value1(), messages.say("duty." + r.value2()), messages.say("duty." + r.value3()))));
    }

    private Control control(String id, Table<?> looked, Field<Long> schoolId, Supplier<List<String>> findings) {
        return new Control() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Result check() {
                var rows = db.select(count()).from(looked).where(schoolId.eq(tenancy.current())).fetchSingle().value1();
                return new Result(rows, findings.get());
            }
        };
    }
}
