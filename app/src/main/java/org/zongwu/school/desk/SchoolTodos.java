package org.zongwu.school.desk;

import static zongwu.db.school.Tables.DUTY_HELD;
import static zongwu.db.school.Tables.EMPLOYEE;
import static zongwu.db.school.Tables.SCHOOL_CLASS;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.TodoSource;
import org.zongwu.school.Terms;
import org.zongwu.school.calendar.CalendarService;
import org.zongwu.school.schoolclass.ClassName;
import org.zongwu.web.Messages;

/** Classes that nobody leads, and a term that ends without the next one being open. */
@Component
class SchoolTodos implements TodoSource {
    private static final int DAYS_AHEAD = 30;

    /** By then next year's days off are mostly announced, and before it begins somebody must have entered them. */
    private static final MonthDay ANNOUNCED = MonthDay.of(11, 10);

    private final DSLContext db;
    private final CalendarService calendar;
    private final Terms terms;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    SchoolTodos(DSLContext db, CalendarService calendar, Terms terms, Messages messages, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.calendar = calendar;
        this.terms = terms;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        if (!actor.holds(Duty.GA_DIRECTOR)) return List.of();
        var today = LocalDate.now(clock);
        var all = new ArrayList<Todo>();
        terms.on(today).filter(t -> t.endsOn().minusDays(DAYS_AHEAD).isBefore(today) && terms.on(t.endsOn().plusDays(1)).isEmpty() && terms.all().getFirst().id().equals(t.id()))
                .ifPresent(t -> all.add(new Todo("todo.roll-over", messages.say("todo.roll-over.title"), t.code(), t.endsOn(), null, "/school/terms/roll-over")));
        db.select(SCHOOL_CLASS.ID, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, EMPLOYEE.NAME).from(SCHOOL_CLASS)
                .leftJoin(EMPLOYEE).on(EMPLOYEE.SCHOOL_ID.eq(SCHOOL_CLASS.SCHOOL_ID), EMPLOYEE.ID.eq(SCHOOL_CLASS.HEAD_TEACHER_ID))
                .where(SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()), SCHOOL_CLASS.OPENS_ON.le(today), SCHOOL_CLASS.ENDS_ON.isNull().or(SCHOOL_CLASS.ENDS_ON.ge(today)),
                        SCHOOL_CLASS.HEAD_TEACHER_ID.isNull().or(EMPLOYEE.LEFT_ON.le(today)))
                .orderBy(SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER)
                .forEach(r -> all.add(new Todo("todo.head-teacher", ClassName.title(r.value2(), r.value3()),
                        r.value4() == null ? messages.say("todo.head-teacher.none") : messages.say("todo.head-teacher.left", r.value4()), null, null, "/school/classes/" + r.value1() + "/head-teacher")));
        if (!MonthDay.from(today).isBefore(ANNOUNCED) && !calendar.isAnnounced(today.getYear() + 1)) {
            var year = Integer.toString(today.getYear() + 1);
            all.add(new Todo("todo.calendar", messages.say("todo.calendar.title", year), messages.say("todo.calendar.detail"), today.withMonth(12).withDayOfMonth(31), null, "/school/calendar/years/new"));
        }
        unreviewed(today).forEach(all::add);
        return all;
    }

    /** Watched pairs are looked at once a month; the first of each month asks for it, to the leader who knows the work. */
    private List<Todo> unreviewed(LocalDate today) {
        if (today.getDayOfMonth() > 7) return List.of();
        return db.select(DUTY_HELD.ID, DUTY_HELD.DUTY, EMPLOYEE.NAME, DUTY_HELD.COMPENSATING_CONTROL).from(DUTY_HELD)
                .join(EMPLOYEE).on(EMPLOYEE.SCHOOL_ID.eq(DUTY_HELD.SCHOOL_ID), EMPLOYEE.ID.eq(DUTY_HELD.EMPLOYEE_ID))
                .where(DUTY_HELD.SCHOOL_ID.eq(tenancy.current()), DUTY_HELD.COMPENSATING_CONTROL.isNotNull(), DUTY_HELD.VALID_FROM.lt(today.withDayOfMonth(1)),
                        DUTY_HELD.VALID_TO.isNull().or(DUTY_HELD.VALID_TO.ge(today))).orderBy(DUTY_HELD.ID)
                .fetch(r -> new Todo("todo.watched-pair", messages.say("duty." + r.value2()) + " " + r.value3(), r.value4(), today.withDayOfMonth(7), null, "/school/duties/" + r.value1()));
    }
}
