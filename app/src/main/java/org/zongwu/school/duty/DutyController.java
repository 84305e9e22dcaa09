package org.zongwu.school.duty;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;
import static org.zongwu.kernel.Duty.*;
import static zongwu.db.school.Tables.DEPARTMENT;
import static zongwu.db.school.Tables.DUTY_HELD;
import static zongwu.db.school.Tables.EMPLOYEE;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.school.People;
import org.zongwu.school.count.OnDay;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.Allow;
import org.zongwu.web.CardPage;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** The screens of duties held: who holds what on a day, the grant, the end. */
@Controller
@RequestMapping(DutyController.PATH)
class DutyController {
    static final String PATH = "/school/duties";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> NAME = field(name("r", "name"), String.class);
    private static final Field<String> DUTY = field(name("r", "duty"), String.class);
    private static final Field<Boolean> WATCHED = field(name("r", "watched"), Boolean.class);
    private static final Form ENDING = Form.of("school.duty").day("last_day");

    private final Register register;
    private final Form granting;
    private final DutyRepository duties;
    private final DutyService service;
    private final People people;
    private final Registers registers;
    private final Submissions submissions;
    private final Trail trail;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    DutyController(DutyRepository duties, DutyService service, People people, Registers registers, Submissions submissions, Trail trail, Messages messages, DSLContext db,
            Tenancy tenancy, Clock clock) {
        this.duties = duties;
        this.service = service;
        this.people = people;
        this.registers = registers;
        this.submissions = submissions;
        this.trail = trail;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
        granting = Form.of("school.duty").pick("employee", "/school/employees/pick").choice("duty", this::words).day("from")
                .pick("asked_by", "/school/employees/pick").text("control").optional().wide();
        register = Register.of("school.duty", PATH)
                .columns(Column.word("duty", DUTY, "duty").link(r -> PATH + "/" + r.get(ID)), Column.text("name", NAME).link(r -> PATH + "/" + r.get(ID)),
                        Column.text("department", field(name("r", "department"))), Column.date("valid_from", field(name("r", "valid_from"))),
                        Column.date("valid_to", field(name("r", "valid_to"))), Column.text("granted_by", field(name("r", "granted_by"))),
                        Column.text("asked_by", field(name("r", "asked_by"))), Column.text("control", field(name("r", "control"))))
                .with(ID).words(NAME, field(name("r", "staff_no"), String.class), field(name("r", "pinyin"), String.class)).choice("duty", DUTY, this::words)
                .flag("watched", WATCHED.isTrue()).hiddenFilter(OnDay.PARAMETER, OnDay.FIELD).order("duty", ID).phone("name", "duty", List.of("department", "valid_from"), "control")
                .creates(PATH + "/new", SEC_ADMIN, SYS_ADMIN);
    }

    private Map<String, String> words() {
        var all = new LinkedHashMap<String, String>();
        for (var duty : Duty.values()) all.put(duty.name(), messages.say("duty." + duty.name()));
        return all;
    }

    private Table<?> rows(LocalDate day) {
        var granter = EMPLOYEE.as("granter");
        var asker = EMPLOYEE.as("asker");
        return db.select(DUTY_HELD.ID, DUTY_HELD.DUTY, EMPLOYEE.NAME, EMPLOYEE.STAFF_NO, EMPLOYEE.PINYIN, DEPARTMENT.NAME.as("department"), DUTY_HELD.VALID_FROM, DUTY_HELD.VALID_TO,
                        granter.NAME.as("granted_by"), asker.NAME.as("asked_by"), DUTY_HELD.COMPENSATING_CONTROL.as("control"),
                        when(DUTY_HELD.COMPENSATING_CONTROL.isNotNull(), inline(true)).otherwise(inline(false)).as("watched"), OnDay.column(day))
                .from(DUTY_HELD).join(EMPLOYEE).on(EMPLOYEE.SCHOOL_ID.eq(DUTY_HELD.SCHOOL_ID), EMPLOYEE.ID.eq(DUTY_HELD.EMPLOYEE_ID))
                .join(DEPARTMENT).on(DEPARTMENT.SCHOOL_ID.eq(EMPLOYEE.SCHOOL_ID), DEPARTMENT.ID.eq(EMPLOYEE.DEPARTMENT_ID))
                .leftJoin(granter).on(granter.SCHOOL_ID.eq(DUTY_HELD.SCHOOL_ID), granter.ID.eq(DUTY_HELD.GRANTED_BY))
                .leftJoin(asker).on(asker.SCHOOL_ID.eq(DUTY_HELD.SCHOOL_ID), asker.ID.eq(DUTY_HELD.ASKED_BY))
                .where(DUTY_HELD.SCHOOL_ID.eq(tenancy.current()), DutyRepository.overlaps(day, day)).asTable("r");
    }

    @GetMapping
    @Allow({SEC_ADMIN, SYS_ADMIN, LOG_AUDITOR, PRINCIPAL, PARTY_SECRETARY, GA_DIRECTOR, AUDIT_MEMBER, DISCIPLINE})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> rows(OnDay.of(request, clock)), request, actor);
    }

    @GetMapping("/new")
    @Allow({SEC_ADMIN, SYS_ADMIN})
    ModelAndView blank(Actor actor) {
        return grantPage(FormView.blank(granting).with("from", LocalDate.now(clock)));
    }

    @PostMapping
    @Allow({SEC_ADMIN, SYS_ADMIN})
    Object grant(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, granting, PATH + "?did=granted", in -> service.grant(actor, people.typed("asked_by", in.text("asked_by")).id(),
                people.typed("employee", in.text("employee")).id(), Duty.valueOf(in.text("duty")), in.day("from"), in.optional("control")), this::grantPage);
    }

    @GetMapping("/{id}")
    @Allow({SEC_ADMIN, SYS_ADMIN, LOG_AUDITOR, PRINCIPAL, PARTY_SECRETARY, GA_DIRECTOR, AUDIT_MEMBER, DISCIPLINE})
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("web/card", Map.of("page", card(held(id), actor))));
    }

    @GetMapping("/{id}/ending")
    @Allow(SEC_ADMIN)
    ModelAndView ending(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> endPage(held(id), FormView.blank(ENDING).with("last_day", LocalDate.now(clock))));
    }

    @PostMapping("/{id}/ending")
    @Allow(SEC_ADMIN)
    Object end(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, ENDING, PATH + "/" + id + "?did=ended", in -> {
            var held = held(id);
            service.end(actor, held.employeeId(), held.duty(), in.day("last_day"));
        }, view -> endPage(held(id), view));
    }

    private CardPage card(DutyRepository.Held held, Actor actor) {
        var person = people.employee(held.employeeId()).orElseThrow();
        var over = held.to() != null && held.to().isBefore(LocalDate.now(clock));
        var row = db.selectFrom(rows(held.from())).where(ID.eq(held.id())).fetchSingle();
        var facts = List.of(new CardPage.Fact(messages.say("label.employee"), person.name(), "/school/employees/" + person.id()), CardPage.Fact.of(messages.say("label.department"), person.department()),
                CardPage.Fact.of(messages.say("label.valid_from"), held.from()), CardPage.Fact.of(messages.say("label.valid_to"), held.to()),
                CardPage.Fact.of(messages.say("school.duty.granted_by"), row.get("granted_by")), CardPage.Fact.of(messages.say("school.duty.asked_by"), row.get("asked_by")),
                CardPage.Fact.of(messages.say("school.duty.control"), row.get("control")));
        var buttons = actor.holds(SEC_ADMIN) && held.to() == null ? List.of(Button.link(messages.say("school.duty.ending.do"), PATH + "/" + held.id() + "/ending", "close")) : List.<Button>of();
        return new CardPage(messages.say("duty." + held.duty()) + "　" + person.name(), over ? messages.say("school.ended") : null, Column.Mark.END, PATH,
                messages.say("school.duty.title"), facts, List.of(), Timeline.of(trail.steps(held.id()), messages), buttons);
    }

    private DutyRepository.Held held(UUID id) {
        return duties.find(id).orElseThrow(NotFound::new);
    }

    private ModelAndView grantPage(FormView view) {
        return form(FormPage.of(messages.say("school.duty.new"), PATH, messages.say("school.duty.title"), PATH, view, messages.say("school.duty.new")).lead(messages.say("school.duty.new.lead")));
    }

    private ModelAndView endPage(DutyRepository.Held held, FormView view) {
        var person = people.employee(held.employeeId()).orElseThrow().name();
        return form(FormPage.of(messages.say("school.duty.ending", person, held.duty()), PATH + "/" + held.id(), person, PATH + "/" + held.id() + "/ending", view,
                messages.say("school.duty.ending.do")));
    }

    private static ModelAndView form(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page));
    }
}
