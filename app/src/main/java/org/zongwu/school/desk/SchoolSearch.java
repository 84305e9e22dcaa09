package org.zongwu.school.desk;

import static org.jooq.impl.DSL.escape;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.upper;
import static org.jooq.impl.DSL.when;
import static zongwu.db.school.Tables.BUILDING;
import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.ROOM;
import static zongwu.db.school.Tables.SCHOOL_CLASS;
import static zongwu.db.school.Tables.STUDENT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.SearchSource;
import org.zongwu.school.People;
import org.zongwu.school.schoolclass.ClassName;

/** People, students, classes and rooms by name, number or initials; each reader finds what he may open. */
@Component
class SchoolSearch implements SearchSource {
    private static final Duty[] STAFF_READERS = {Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.PARTY_SECRETARY, Duty.VP_LOGISTICS, Duty.ACCOUNTANT, Duty.ACC_SUPERVISOR, Duty.CASHIER,
        Duty.STOREKEEPER, Duty.ASSET_ADMIN, Duty.BUYER, Duty.DISPATCHER, Duty.AUDIT_MEMBER, Duty.DISCIPLINE, Duty.UNION, Duty.SYS_ADMIN, Duty.SEC_ADMIN};
    private static final Duty[] STUDENT_READERS = {Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.PARTY_SECRETARY, Duty.VP_LOGISTICS, Duty.ACCOUNTANT, Duty.FEE_CLERK, Duty.CASHIER,
        Duty.AUDIT_MEMBER};

    private final People people;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    SchoolSearch(People people, DSLContext db, Tenancy tenancy, Clock clock) {
        this.people = people;
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        var all = new ArrayList<Hit>();
        if (actor.holdsAny(STAFF_READERS)) {
            people.search(words, limit).forEach(e -> all.add(new Hit("search.employee", e.name(), e.staffNo() + "　" + e.department(), "/school/employees/" + e.id(),
                    e.staffNo().equalsIgnoreCase(words))));
        }
        all.addAll(classes(words));
        if (actor.holdsAny(STUDENT_READERS) || actor.holds(Duty.HEAD_TEACHER)) all.addAll(students(actor, words, limit));
        all.addAll(rooms(words, limit));
        return all.size() > limit ? all.subList(0, limit) : all;
    }

    private List<Hit> classes(String words) {
        var today = LocalDate.now(clock);
        var called = people.classCalled(words, today);
        if (called.isPresent()) return List.of(new Hit("search.class", called.get().title(), "", "/school/classes/" + called.get().id(), true));
        return people.classes(today).stream().filter(c -> c.title().contains(words)).map(c -> new Hit("search.class", c.title(), "", "/school/classes/" + c.id(), false)).toList();
    }

    private List<Hit> students(Actor actor, String words, int limit) {
        var today = LocalDate.now(clock);
        var initials = STUDENT.PINYIN.startsWith(words).or(STUDENT.PINYIN.contains(" " + words));
        var readable = actor.holdsAny(STUDENT_READERS) ? noCondition() : SCHOOL_CLASS.HEAD_TEACHER_ID.eq(actor.employeeId());
        var rank = when(STUDENT.STUDENT_NO.eq(words), inline(0)).when(STUDENT.NAME.eq(words), inline(1)).when(STUDENT.NAME.startsWith(words), inline(2)).otherwise(inline(3));
        return db.select(STUDENT.ID, STUDENT.STUDENT_NO, STUDENT.NAME, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER).from(STUDENT)
                .join(ENROLMENT).on(ENROLMENT.SCHOOL_ID.eq(STUDENT.SCHOOL_ID), ENROLMENT.STUDENT_ID.eq(STUDENT.ID), ENROLMENT.VALID_FROM.le(today),
                        ENROLMENT.VALID_TO.isNull().or(ENROLMENT.VALID_TO.ge(today)))
                .join(SCHOOL_CLASS).on(SCHOOL_CLASS.SCHOOL_ID.eq(ENROLMENT.SCHOOL_ID), SCHOOL_CLASS.ID.eq(ENROLMENT.CLASS_ID))
                .where(STUDENT.SCHOOL_ID.eq(tenancy.current()), STUDENT.STUDENT_NO.startsWith(words).or(STUDENT.NAME.contains(words)).or(initials), readable)
                .orderBy(rank, STUDENT.STUDENT_NO).limit(limit)
                .fetch(r -> new Hit("search.student", r.value3(), r.value2() + "　" + ClassName.title(r.value4(), r.value5()), "/school/students/" + r.value1(), r.value2().equals(words)));
    }

    private List<Hit> rooms(String words, int limit) {
        var code = upper(ROOM.CODE).eq(words.toUpperCase(Locale.ROOT));
        return db.select(ROOM.BUILDING_ID, BUILDING.NAME, ROOM.CODE, ROOM.NAME).from(ROOM)
                .join(BUILDING).on(BUILDING.SCHOOL_ID.eq(ROOM.SCHOOL_ID), BUILDING.ID.eq(ROOM.BUILDING_ID))
                .where(ROOM.SCHOOL_ID.eq(tenancy.current()), ROOM.NAME.likeIgnoreCase("%" + escape(words, '!') + "%", '!').or(code)).orderBy(BUILDING.NAME, ROOM.CODE).limit(limit)
                .fetch(r -> new Hit("search.room", r.value4(), r.value2() + "　" + r.value3(), "/school/rooms?building_id=" + r.value1() + "&q=" + r.value3(), false));
    }
}
