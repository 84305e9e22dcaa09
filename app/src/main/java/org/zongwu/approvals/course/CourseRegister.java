package org.zongwu.approvals.course;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static zongwu.db.approvals.Tables.BARRED;
import static zongwu.db.approvals.Tables.COURSE;
import static zongwu.db.approvals.Tables.ROUND;
import static zongwu.db.approvals.Tables.STAMP;
import static zongwu.db.approvals.Tables.STEP;
import static zongwu.db.school.Tables.PERSON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.approvals.CourseState;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Money;

/** Courses as a reader may list them. */
@Repository
class CourseRegister {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    CourseRegister(DSLContext db, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Those that wait for a stamp which the actor may give now. */
    Table<?> waiting(Actor actor, List<Capacity> capacities) {
        return rows(COURSE.STATE.eq(CourseState.WAITING.name()).and(or(capacities.stream().map(c -> waitsFor(actor, c)).toList())));
    }

    /** Those in which the actor has a part: his own, and those that he stamped. */
    Table<?> mine(Actor actor) {
        var me = actor.employeeId();
        var barred = selectOne().from(BARRED).where(BARRED.SCHOOL_ID.eq(COURSE.SCHOOL_ID), BARRED.COURSE_ID.eq(COURSE.ID), BARRED.EMPLOYEE_ID.eq(me));
        var stamped = selectOne().from(STAMP).where(STAMP.SCHOOL_ID.eq(COURSE.SCHOOL_ID), STAMP.COURSE_ID.eq(COURSE.ID), STAMP.EMPLOYEE_ID.eq(me).or(STAMP.HOLDER_ID.eq(me)));
        return rows(COURSE.OPENED_BY.eq(me).or(exists(barred)).or(exists(stamped)));
    }

    Table<?> all() {
        return rows(noCondition());
    }

    List<CourseService.Awaited> awaited(Actor actor, List<Capacity> capacities) {
        var r = waiting(actor, capacities);
        return db.selectFrom(r).orderBy(r.field("day"), r.field("id")).fetch(w -> new CourseService.Awaited(w.get("kind", String.class), w.get("title", String.class), w.get("opened_by", String.class),
                w.get("amount", Long.class) == null ? null : new Money(w.get("amount", Long.class)), CoursePages.PATH + "/" + w.get("id")));
    }

    private static Condition waitsFor(Actor actor, Capacity capacity) {
        var both = List.of(actor.employeeId(), capacity.holderId());
        var barred = selectOne().from(BARRED).where(BARRED.SCHOOL_ID.eq(COURSE.SCHOOL_ID), BARRED.COURSE_ID.eq(COURSE.ID), BARRED.ROUND_NO.eq(COURSE.ROUND_NO), BARRED.EMPLOYEE_ID.in(both));
        var stamped = selectOne().from(STAMP).where(STAMP.SCHOOL_ID.eq(COURSE.SCHOOL_ID), STAMP.COURSE_ID.eq(COURSE.ID), STAMP.ROUND_NO.eq(COURSE.ROUND_NO), STAMP.EMPLOYEE_ID.in(both).or(STAMP.HOLDER_ID.in(both)));
        var his = STEP.DUTY.eq(capacity.duty().name()).and(notExists(barred)).and(notExists(stamped));
        if (capacity.kinds() != null) his = his.and(COURSE.KIND.in(capacity.kinds()));
        if (capacity.max() != null) his = his.and(ROUND.AMOUNT.isNull().or(DSL.abs(ROUND.AMOUNT).le(capacity.max().fen())));
        return his;
    }

    private Table<?> rows(Condition which) {
        var opener = PERSON.as("opener");
        var day = field("({0} at time zone {1})::date", LocalDate.class, COURSE.OPENED_AT, inline(clock.getZone().getId()));
        var given = field(select(count().plus(1)).from(STAMP).where(STAMP.SCHOOL_ID.eq(COURSE.SCHOOL_ID), STAMP.COURSE_ID.eq(COURSE.ID), STAMP.ROUND_NO.eq(COURSE.ROUND_NO)));
        return select(COURSE.ID, COURSE.KIND, ROUND.TITLE, COURSE.OBJECT_NO.as("no"), ROUND.AMOUNT, opener.NAME.as("opened_by"), opener.PINYIN, day.as("day"), STEP.DUTY.as("waits_for"), COURSE.STATE)
                .from(COURSE).join(ROUND).on(ROUND.SCHOOL_ID.eq(COURSE.SCHOOL_ID), ROUND.COURSE_ID.eq(COURSE.ID), ROUND.ROUND_NO.eq(COURSE.ROUND_NO))
                .join(opener).on(opener.SCHOOL_ID.eq(COURSE.SCHOOL_ID), opener.ID.eq(COURSE.OPENED_BY))
                .leftJoin(STEP).on(STEP.SCHOOL_ID.eq(COURSE.SCHOOL_ID), STEP.COURSE_ID.eq(COURSE.ID), STEP.ROUND_NO.eq(COURSE.ROUND_NO), STEP.STEP_NO.eq(given), COURSE.STATE.eq(CourseState.WAITING.name()))
                .where(COURSE.SCHOOL_ID.eq(val(tenancy.current())), which).asTable("r");
    }
}
