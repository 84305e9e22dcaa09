package org.zongwu.school.people;

import static zongwu.db.school.Tables.DUTY_HELD;
import static zongwu.db.school.Tables.EMPLOYEE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.CardPage;
import org.zongwu.web.CardPage.Cell;
import org.zongwu.web.CardPage.Fact;
import org.zongwu.web.CardPage.Listing;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Provenances;
import org.zongwu.web.Shown;

/** The card of a person: departments and duties over time. */
@Component
class EmployeeCards {
    private final DSLContext db;
    private final EmployeeRepository employees;
    private final EmployeeRegister register;
    private final Trail trail;
    private final Provenances provenances;
    private final Messages messages;
    private final Tenancy tenancy;

    EmployeeCards(DSLContext db, EmployeeRepository employees, EmployeeRegister register, Trail trail, Provenances provenances, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.employees = employees;
        this.register = register;
        this.trail = trail;
        this.provenances = provenances;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    record Person(String staffNo, String name, UUID departmentId, @Nullable String job, @Nullable String phone, @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn, String grade) {}

    Person person(UUID id) {
        return db.select(EMPLOYEE.STAFF_NO, EMPLOYEE.NAME, EMPLOYEE.DEPARTMENT_ID, EMPLOYEE.JOB, EMPLOYEE.PHONE, EMPLOYEE.JOINED_ON, EMPLOYEE.LEFT_ON, EMPLOYEE.GRADE)
                .from(EMPLOYEE).where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.ID.eq(id))
                .fetchOptional(r -> new Person(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8()))
                .orElseThrow(NotFound::new);
    }

    CardPage card(UUID id, Actor actor) {
        var p = person(id);
        var known = employees.find(id).orElseThrow(NotFound::new);
        var facts = List.of(Fact.of(messages.say("school.employee.staff_no"), p.staffNo()),
                new Fact(messages.say("label.department"), known.department(), DepartmentController.PATH + "/" + p.departmentId()),
                Fact.of(messages.say("school.employee.job"), p.job()), Fact.of(messages.say("label.phone"), p.phone()),
                Fact.of(messages.say("school.employee.joined_on"), p.joinedOn()), Fact.of(messages.say("school.employee.left_on"), p.leftOn()),
                Fact.of(messages.say("label.grade"), messages.say("grade." + p.grade())));
        return new CardPage(p.name(), messages.say(known.inService() ? "school.in-service" : "school.not-in-service"),
                Column.Mark.END, EmployeeController.PATH, messages.say("school.employee.title"), facts,
                List.of(postings(id), duties(id)), Timeline.of(trail.steps(id), messages), buttons(id, known.inService(), actor)).from(provenances.of(id, actor));
    }

    private Listing postings(UUID id) {
        var rows = register.stays(id).stream().map(s -> List.of(new Cell(s.department(), DepartmentController.PATH + "/" + s.departmentId()),
                Cell.of(Shown.day(s.from())), Cell.of(Shown.day(s.to())))).toList();
        return new Listing(messages.say("school.employee.postings"), heads("label.department", "label.valid_from", "label.valid_to"), rows, messages.say("school.employee.postings.empty"));
    }

    private Listing duties(UUID id) {
        var rows = db.select(DUTY_HELD.ID, DUTY_HELD.DUTY, DUTY_HELD.VALID_FROM, DUTY_HELD.VALID_TO, DUTY_HELD.COMPENSATING_CONTROL).from(DUTY_HELD)
                .where(DUTY_HELD.SCHOOL_ID.eq(tenancy.current()), DUTY_HELD.EMPLOYEE_ID.eq(id)).orderBy(DUTY_HELD.VALID_FROM.desc(), DUTY_HELD.DUTY)
                .fetch(r -> List.of(new Cell(messages.say("duty." + r.value2()), null), Cell.of(Shown.day(r.value3())),
                        Cell.of(Shown.day(r.value4())), Cell.of(r.value5())));
        return new Listing(messages.say("school.duty.title"), heads("school.duty.duty", "label.valid_from", "label.valid_to", "school.duty.control"), rows,
                messages.say("school.employee.duties.empty"));
    }

    private List<String> heads(String... keys) {
        return Arrays.stream(keys).map(k -> messages.say(k)).toList();
    }

    private List<Button> buttons(UUID id, boolean inService, Actor actor) {
        var path = EmployeeController.PATH + "/" + id;
        var all = new ArrayList<Button>();
        if (actor.holdsAny(Duty.GA_DIRECTOR, Duty.SYS_ADMIN)) all.add(Button.link(messages.say("school.edit"), path + "/edit", "edit"));
        if (inService && actor.holds(Duty.GA_DIRECTOR)) {
            all.add(Button.link(messages.say("school.employee.posting.do"), path + "/posting", "right"));
            all.add(Button.link(messages.say("school.employee.leaving.do"), path + "/leaving", "logout"));
        }
        return all;
    }
}
