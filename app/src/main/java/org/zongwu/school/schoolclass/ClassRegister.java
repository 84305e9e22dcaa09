package org.zongwu.school.schoolclass;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.substring;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static zongwu.db.school.Tables.EMPLOYEE;
import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.school.Policies;
import org.zongwu.school.count.Counted;
import org.zongwu.school.count.OnDay;

/** The classes of a day, with the grade they are in then and the students they have then. */
@Component
class ClassRegister implements FigureSource {
    private static final FigureDefinition CLASSES = new FigureDefinition("POP_CLASSES", Unit.CLASS, 1);
    private static final String NUMERALS = "一二三四五六七八九";

    private final DSLContext db;
    private final Policies policies;
    private final Tenancy tenancy;

    ClassRegister(DSLContext db, Policies policies, Tenancy tenancy) {
        this.db = db;
        this.policies = policies;
        this.tenancy = tenancy;
    }

    Table<?> rows(LocalDate day) {
        var school = tenancy.current();
        var first = Integer.parseInt(policies.value("school.grade.first", day).orElse("7"));
        var grade = val(first + ClassName.schoolYear(day)).minus(SCHOOL_CLASS.ENTRY_YEAR);
        var year = when(grade.between(1, 9), concat(substring(inline(NUMERALS), grade, inline(1)), inline("年级"))).otherwise(inline("—"));
        var students = selectCount().from(ENROLMENT).where(ENROLMENT.SCHOOL_ID.eq(school), ENROLMENT.CLASS_ID.eq(SCHOOL_CLASS.ID), ENROLMENT.VALID_FROM.le(day),
                ENROLMENT.VALID_TO.isNull().or(ENROLMENT.VALID_TO.ge(day)));
        return db.select(SCHOOL_CLASS.ID, concat(SCHOOL_CLASS.ENTRY_YEAR, inline("级"), SCHOOL_CLASS.NUMBER, inline("班")).as("title"), SCHOOL_CLASS.ENTRY_YEAR.mul(100).plus(SCHOOL_CLASS.NUMBER).as("place"),
                        SCHOOL_CLASS.ENTRY_YEAR.cast(String.class).as("entry_year"), year.as("year"), students.asField("students"), SCHOOL_CLASS.HEAD_TEACHER_ID,
                        EMPLOYEE.NAME.as("head"), SCHOOL_CLASS.OPENS_ON, SCHOOL_CLASS.ENDS_ON, SCHOOL_CLASS.GRADE, OnDay.column(day))
                .from(SCHOOL_CLASS).leftJoin(EMPLOYEE).on(EMPLOYEE.SCHOOL_ID.eq(SCHOOL_CLASS.SCHOOL_ID), EMPLOYEE.ID.eq(SCHOOL_CLASS.HEAD_TEACHER_ID))
                .where(SCHOOL_CLASS.SCHOOL_ID.eq(school), ClassRepository.existsOn(day)).asTable("r");
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(CLASSES);
    }

    @Override
    public List<Figure> figures(Span span) {
        return List.of(Counted.figure(db, CLASSES, span, rows(span.to()), noCondition(), ClassController.PATH + OnDay.query(span.to())));
    }
}
