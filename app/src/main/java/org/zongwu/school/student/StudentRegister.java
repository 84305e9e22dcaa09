package org.zongwu.school.student;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;
import static zongwu.db.school.Tables.STUDENT;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record10;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.school.count.Counted;
import org.zongwu.school.count.OnDay;

/** Who is in which class on a day, and who came and went; the figures count the same rows. */
@Component
class StudentRegister implements FigureSource {
    static final Field<String> KIND = field(name("r", "kind"), String.class);
    static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);
    private static final FigureDefinition STUDENTS = new FigureDefinition("POP_STUDENTS", Unit.PERSON, 1);
    private static final FigureDefinition IN = new FigureDefinition("STUDENTS_IN", Unit.PERSON, 1);
    private static final FigureDefinition OUT = new FigureDefinition("STUDENTS_OUT", Unit.PERSON, 1);
    private static final Duty[] ALL = {Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.PARTY_SECRETARY, Duty.VP_LOGISTICS, Duty.ACCOUNTANT, Duty.FEE_CLERK, Duty.CASHIER, Duty.AUDIT_MEMBER};

    private final DSLContext db;
    private final Tenancy tenancy;

    StudentRegister(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** A head teacher sees the classes he leads, the office sees all. */
    static Condition readableBy(Actor actor) {
        return actor.holdsAny(ALL) ? noCondition() : SCHOOL_CLASS.HEAD_TEACHER_ID.eq(actor.employeeId());
    }

    Table<?> rows(LocalDate day, Condition readable) {
        return db.select(STUDENT.ID, STUDENT.STUDENT_NO, STUDENT.NAME, STUDENT.PINYIN, STUDENT.SEX, ENROLMENT.CLASS_ID, classTitle().as("class_title"),
                        ENROLMENT.VALID_FROM, ENROLMENT.GRADE, OnDay.column(day))
                .from(ENROLMENT).join(STUDENT).on(STUDENT.SCHOOL_ID.eq(ENROLMENT.SCHOOL_ID), STUDENT.ID.eq(ENROLMENT.STUDENT_ID))
                .join(SCHOOL_CLASS).on(SCHOOL_CLASS.SCHOOL_ID.eq(ENROLMENT.SCHOOL_ID), SCHOOL_CLASS.ID.eq(ENROLMENT.CLASS_ID))
                .where(ENROLMENT.SCHOOL_ID.eq(tenancy.current()), ENROLMENT.VALID_FROM.le(day), ENROLMENT.VALID_TO.isNull().or(ENROLMENT.VALID_TO.ge(day)), readable)
                .asTable("r");
    }

    /**
     * Who came from elsewhere, went elsewhere or changed class. A student who comes with a new cohort or graduates is no
     * movement; one who comes back from a suspension is. The day is the first one on which it holds.
     */
    Table<?> movements(Condition readable) {
        var school = tenancy.current();
        var before = ENROLMENT.as("before");
        var moved = exists(selectOne().from(before).where(before.SCHOOL_ID.eq(school), before.STUDENT_ID.eq(ENROLMENT.STUDENT_ID),
                before.LEAVING_REASON.eq(LeavingReason.MOVED.name()), before.VALID_TO.plus(1).eq(ENROLMENT.VALID_FROM)));
        var came = movement(ENROLMENT.VALID_FROM, when(moved, inline("MOVED")).otherwise(inline("IN")), inline((String) null))
                .where(ENROLMENT.SCHOOL_ID.eq(school), ENROLMENT.OPENING.isFalse(), readable);
        var went = movement(ENROLMENT.VALID_TO.plus(1), inline("OUT"), ENROLMENT.LEAVING_REASON)
                .where(ENROLMENT.SCHOOL_ID.eq(school), ENROLMENT.LEAVING_REASON.notIn(LeavingReason.MOVED.name(), LeavingReason.GRADUATED.name()), readable);
        return came.unionAll(went).asTable("r");
    }

    private SelectOnConditionStep<Record10<UUID, UUID, String, String, String, String, LocalDate, String, String, String>> movement(Field<LocalDate> day, Field<String> kind, Field<String> reason) {
        return db.select(ENROLMENT.ID.as("movement_id"), STUDENT.ID, STUDENT.STUDENT_NO, STUDENT.NAME, STUDENT.PINYIN, classTitle().as("class_title"),
                        day.as("day"), kind.as("kind"), reason.as("reason"), ENROLMENT.GRADE)
                .from(ENROLMENT).join(STUDENT).on(STUDENT.SCHOOL_ID.eq(ENROLMENT.SCHOOL_ID), STUDENT.ID.eq(ENROLMENT.STUDENT_ID))
                .join(SCHOOL_CLASS).on(SCHOOL_CLASS.SCHOOL_ID.eq(ENROLMENT.SCHOOL_ID), SCHOOL_CLASS.ID.eq(ENROLMENT.CLASS_ID));
    }

    static Field<String> classTitle() {
        return concat(SCHOOL_CLASS.ENTRY_YEAR, inline("级"), SCHOOL_CLASS.NUMBER, inline("班"));
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(STUDENTS, IN, OUT);
    }

    @Override
    public List<Figure> figures(Span span) {
        var present = Counted.figure(db, STUDENTS, span, rows(span.to(), noCondition()), noCondition(), StudentController.PATH + OnDay.query(span.to()));
        var known = present.grade() != Grade.NONE;
        return List.of(present, Counted.orNone(moved(IN, "IN", span), known), Counted.orNone(moved(OUT, "OUT", span), known));
    }

    private Figure moved(FigureDefinition definition, String kind, Span span) {
        return Counted.figure(db, definition, span, movements(noCondition()), KIND.eq(kind).and(DAY.between(span.from(), span.to())),
                MovementController.PATH + "?kind=" + kind + "&from=" + span.from() + "&to=" + span.to());
    }
}
