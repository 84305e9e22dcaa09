package org.zongwu.school.people;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.when;
import static org.zongwu.kernel.Duty.*;
import static zongwu.db.school.Tables.DEPARTMENT;
import static zongwu.db.school.Tables.EMPLOYEE;
import static zongwu.db.school.Tables.POSTING;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.zongwu.kernel.Ids;
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

/** The screens of departments. A new name or a merger is a day, not a correction (R-ORG-1). */
@Controller
@RequestMapping(DepartmentController.PATH)
class DepartmentController {
    static final String PATH = "/school/departments";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> NAME = field(name("r", "name"), String.class);
    private static final Form RENAMING = Form.of("school.department").text("name").day("from").text("reason").optional().wide();

    private final Register register;
    private final Form opening;
    private final Form merging;
    private final DepartmentRepository departments;
    private final DepartmentService service;
    private final Registers registers;
    private final Submissions submissions;
    private final Trail trail;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    DepartmentController(DepartmentRepository departments, DepartmentService service, Registers registers, Submissions submissions, Trail trail, Messages messages,
            DSLContext db, Tenancy tenancy, Clock clock) {
        this.departments = departments;
        this.service = service;
        this.registers = registers;
        this.submissions = submissions;
        this.trail = trail;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
        opening = Form.of("school.department").text("name").choice("kind", this::kinds).day("from");
        merging = Form.of("school.department").choice("into", new DepartmentChoice(departments, clock)).day("from").text("reason").optional().wide();
        register = Register.of("school.department", PATH)
                .columns(Column.text("name", NAME).link(r -> PATH + "/" + r.get(ID)), Column.word("kind", field(name("r", "kind")), "school.department.kind"),
                        Column.count("people", field(name("r", "people"), Integer.class)).summed(), Column.date("valid_from", field(name("r", "valid_from"))),
                        Column.date("valid_to", field(name("r", "valid_to"))))
                .with(ID).words(NAME).hiddenFilter(OnDay.PARAMETER, OnDay.FIELD).order("name", ID).phone("name", "people", List.of("kind"), "valid_from")
                .creates(PATH + "/new", GA_DIRECTOR);
    }

    private Map<String, String> kinds() {
        return Map.of("OFFICE", messages.say("school.department.kind.OFFICE"), "TEACHING", messages.say("school.department.kind.TEACHING"));
    }

    private Table<?> rows(LocalDate day) {
        var school = tenancy.current();
        var people = selectCount().from(POSTING).join(EMPLOYEE).on(EMPLOYEE.SCHOOL_ID.eq(POSTING.SCHOOL_ID), EMPLOYEE.ID.eq(POSTING.EMPLOYEE_ID))
                .where(POSTING.SCHOOL_ID.eq(school), POSTING.DEPARTMENT_ID.eq(DEPARTMENT.ID), POSTING.VALID_FROM.le(day),
                        POSTING.VALID_TO.isNull().or(POSTING.VALID_TO.ge(day)), EmployeeRepository.servesOn(day));
        return db.select(DEPARTMENT.ID, DEPARTMENT.NAME, when(DEPARTMENT.TEACHING, "TEACHING").otherwise("OFFICE").as("kind"),
                        people.asField("people"), DEPARTMENT.VALID_FROM, DEPARTMENT.VALID_TO, OnDay.column(day))
                .from(DEPARTMENT).where(DEPARTMENT.SCHOOL_ID.eq(school), DepartmentRepository.existsOn(day)).asTable("r");
    }

    @GetMapping
    @Allow({GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, STOREKEEPER, ASSET_ADMIN, BUYER, DISPATCHER,
        AUDIT_MEMBER, DISCIPLINE, UNION, SYS_ADMIN, SEC_ADMIN})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> rows(OnDay.of(request, clock)), request, actor);
    }

    @GetMapping("/new")
    @Allow(GA_DIRECTOR)
    ModelAndView blank(Actor actor) {
        return newPage(FormView.blank(opening).with("from", LocalDate.now(clock)));
    }

    @PostMapping
    @Allow(GA_DIRECTOR)
    Object open(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, opening, PATH + "/" + id + "?did=opened",
                in -> service.open(actor, id, in.text("name"), "TEACHING".equals(in.text("kind")), in.day("from")), this::newPage);
    }

    @GetMapping("/{id}")
    @Allow({GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, STOREKEEPER, ASSET_ADMIN, BUYER, DISPATCHER,
        AUDIT_MEMBER, DISCIPLINE, UNION, SYS_ADMIN, SEC_ADMIN})
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("web/card", Map.of("page", card(id, actor))));
    }

    @GetMapping("/{id}/renaming")
    @Allow(GA_DIRECTOR)
    ModelAndView renaming(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> renamingPage(id, FormView.blank(RENAMING).with("name", department(id).name()).with("from", LocalDate.now(clock))));
    }

    @PostMapping("/{id}/renaming")
    @Allow(GA_DIRECTOR)
    Object rename(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var next = Ids.next();
        return submissions.post(request, actor, RENAMING, PATH + "/" + next + "?did=renamed",
                in -> service.rename(actor, id, next, in.text("name"), in.day("from"), in.optional("reason")), view -> renamingPage(id, view));
    }

    @GetMapping("/{id}/merging")
    @Allow(GA_DIRECTOR)
    ModelAndView merging(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> mergingPage(id, FormView.blank(merging).with("from", LocalDate.now(clock))));
    }

    @PostMapping("/{id}/merging")
    @Allow(GA_DIRECTOR)
    Object merge(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, merging, PATH + "/" + id + "?did=merged",
                in -> service.merge(actor, id, UUID.fromString(in.text("into")), in.day("from"), in.optional("reason")), view -> mergingPage(id, view));
    }

    private CardPage card(UUID id, Actor actor) {
        var d = department(id);
        var ended = d.to() != null;
        var facts = List.of(CardPage.Fact.of(messages.say("label.kind"), messages.say("school.department.kind." + (d.teaching() ? "TEACHING" : "OFFICE"))),
                CardPage.Fact.of(messages.say("label.valid_from"), d.from()), CardPage.Fact.of(messages.say("label.valid_to"), d.to()));
        var buttons = new ArrayList<Button>();
        if (!ended && actor.holds(GA_DIRECTOR)) {
            buttons.add(Button.link(messages.say("school.department.renaming.do"), PATH + "/" + id + "/renaming", "edit"));
            buttons.add(Button.link(messages.say("school.department.merging.do"), PATH + "/" + id + "/merging", "right"));
        }
        return new CardPage(d.name(), ended ? messages.say("school.ended") : null, Column.Mark.END, PATH, messages.say("school.department.title"), facts,
                List.of(members(id)), Timeline.of(trail.steps(id), messages), buttons);
    }

    private CardPage.Listing members(UUID id) {
        var rows = db.select(EMPLOYEE.ID, EMPLOYEE.STAFF_NO, EMPLOYEE.NAME, EMPLOYEE.JOB).from(EMPLOYEE)
                .where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current()), EMPLOYEE.DEPARTMENT_ID.eq(id), EmployeeRepository.servesOn(LocalDate.now(clock))).orderBy(EMPLOYEE.STAFF_NO)
                .fetch(r -> List.of(CardPage.Cell.of(r.value2()), new CardPage.Cell(r.value3(), EmployeeController.PATH + "/" + r.value1()), CardPage.Cell.of(r.value4())));
        return new CardPage.Listing(messages.say("school.department.members"), List.of(messages.say("school.employee.staff_no"), messages.say("label.employee"),
                messages.say("school.employee.job")), rows, messages.say("school.department.members.empty"));
    }

    private ModelAndView newPage(FormView view) {
        return form(FormPage.of(messages.say("school.department.new"), PATH, messages.say("school.department.title"), PATH, view, messages.say("school.save")));
    }

    private ModelAndView renamingPage(UUID id, FormView view) {
        var old = department(id).name();
        return form(FormPage.of(messages.say("school.department.renaming", old), PATH + "/" + id, old, PATH + "/" + id + "/renaming", view,
                messages.say("school.department.renaming.do")).lead(messages.say("school.department.renaming.lead")));
    }

    private ModelAndView mergingPage(UUID id, FormView view) {
        var old = department(id).name();
        return form(FormPage.of(messages.say("school.department.merging", old), PATH + "/" + id, old, PATH + "/" + id + "/merging", view,
                messages.say("school.department.merging.do")).lead(messages.say("school.department.merging.lead")));
    }

    private DepartmentRepository.Department department(UUID id) {
        return departments.find(id).orElseThrow(NotFound::new);
    }

    private static ModelAndView form(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page));
    }
}
