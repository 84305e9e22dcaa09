package org.zongwu.school.people;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.*;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.school.People;
import org.zongwu.school.count.OnDay;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** The screens of staff: register on a day, card, joining, moving and leaving. */
@Controller
@RequestMapping(EmployeeController.PATH)
class EmployeeController {
    static final String PATH = "/school/employees";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> STAFF_NO = field(name("r", "staff_no"), String.class);
    private static final Field<String> NAME = field(name("r", "name"), String.class);
    private static final int SUGGESTIONS = 10;

    private final Register register;
    private final Form person;
    private final Form posting;
    private final EmployeeRegister rows;
    private final EmployeeService service;
    private final EmployeeCards cards;
    private final People people;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    EmployeeController(EmployeeRegister rows, EmployeeService service, EmployeeCards cards, DepartmentRepository departments, People people, Registers registers,
            Submissions submissions, Messages messages, Tenancy tenancy, Clock clock) {
        this.rows = rows;
        this.service = service;
        this.cards = cards;
        this.people = people;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        var names = new DepartmentChoice(departments, clock);
        person = Form.of("school.employee").text("staff_no").text("name").choice("department", names).text("job").optional().text("phone").optional().day("joined_on").optional();
        posting = Form.of("school.employee").choice("department", names).day("from").text("reason").optional().wide();
        register = Register.of("school.employee", PATH)
                .columns(Column.code("staff_no", STAFF_NO), Column.text("name", NAME).link(r -> PATH + "/" + r.get(ID)),
                        Column.text("department", field(name("r", "department"))), Column.text("job", field(name("r", "job"))),
                        Column.text("phone", field(name("r", "phone"))), Column.date("joined_on", field(name("r", "joined_on"))),
                        Column.word("grade", field(name("r", "grade")), "grade"))
                .with(ID).words(STAFF_NO, NAME, field(name("r", "pinyin"), String.class))
                .choice("department_id", field(name("r", "department_id"), UUID.class), names).flag("office", EmployeeRegister.OFFICE.isTrue())
                .hiddenFilter(OnDay.PARAMETER, OnDay.FIELD).order("staff_no", ID).phone("name", "staff_no", List.of("department", "job"), "phone")
                .creates(PATH + "/new", GA_DIRECTOR, SYS_ADMIN).link("school.department.title", DepartmentController.PATH);
    }

    private static final Form LEAVING = Form.of("school.employee").day("left_on").text("reason").wide();

    @GetMapping
    @Allow({GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, STOREKEEPER, ASSET_ADMIN, BUYER, DISPATCHER,
        AUDIT_MEMBER, DISCIPLINE, UNION, SYS_ADMIN, SEC_ADMIN})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> rows.rows(OnDay.of(request, clock)), request, actor);
    }

    /** Suggestions while a name is typed. */
    @GetMapping("/pick")
    @ResponseBody
    @Allow({GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, STOREKEEPER, ASSET_ADMIN, BUYER, DISPATCHER,
        AUDIT_MEMBER, DISCIPLINE, UNION, SYS_ADMIN, SEC_ADMIN})
    List<Form.Suggestion> pick(@RequestParam(defaultValue = "") String q, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> people.search(q, SUGGESTIONS).stream()
                .map(e -> new Form.Suggestion(e.name() + " " + e.staffNo(), e.name(), e.staffNo() + "　" + e.department())).toList());
    }

    @GetMapping("/new")
    @Allow({GA_DIRECTOR, SYS_ADMIN})
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> newPage(FormView.blank(person).with("joined_on", LocalDate.now(clock))));
    }

    @PostMapping
    @Allow({GA_DIRECTOR, SYS_ADMIN})
    Object register(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, person, PATH + "/" + id + "?did=registered",
                in -> service.register(actor, id, read(in), UUID.fromString(in.text("department"))), this::newPage);
    }

    @GetMapping("/{id}")
    @Allow({GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, STOREKEEPER, ASSET_ADMIN, BUYER, DISPATCHER,
        AUDIT_MEMBER, DISCIPLINE, UNION, SYS_ADMIN, SEC_ADMIN})
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("web/card", Map.of("page", cards.card(id, actor))));
    }

    @GetMapping("/{id}/edit")
    @Allow({GA_DIRECTOR, SYS_ADMIN})
    ModelAndView edit(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var p = cards.person(id);
            return editPage(id, FormView.blank(person).with("staff_no", p.staffNo()).with("name", p.name()).with("department", p.departmentId())
                    .with("job", p.job()).with("phone", p.phone()).with("joined_on", p.joinedOn()));
        });
    }

    /** Everything but the department, which changes by {@link #transfer} with a day. */
    @PostMapping("/{id}")
    @Allow({GA_DIRECTOR, SYS_ADMIN})
    Object change(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, person, PATH + "/" + id + "?did=changed",
                in -> service.change(actor, id, read(in), UUID.fromString(in.text("department"))), view -> editPage(id, view));
    }

    @GetMapping("/{id}/posting")
    @Allow(GA_DIRECTOR)
    ModelAndView posting(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> postingPage(id, FormView.blank(posting).with("from", LocalDate.now(clock))));
    }

    @PostMapping("/{id}/posting")
    @Allow(GA_DIRECTOR)
    Object transfer(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, posting, PATH + "/" + id + "?did=transferred",
                in -> service.transfer(actor, id, UUID.fromString(in.text("department")), in.day("from"), in.optional("reason")), view -> postingPage(id, view));
    }

    @GetMapping("/{id}/leaving")
    @Allow(GA_DIRECTOR)
    ModelAndView leaving(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> leavingPage(id, FormView.blank(LEAVING).with("left_on", LocalDate.now(clock))));
    }

    @PostMapping("/{id}/leaving")
    @Allow(GA_DIRECTOR)
    Object leave(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, LEAVING, PATH + "/" + id + "?did=left",
                in -> service.leave(actor, id, in.day("left_on"), in.text("reason")), view -> leavingPage(id, view));
    }

    private static NewEmployee read(Typed in) {
        return new NewEmployee(in.text("staff_no"), in.text("name"), in.optional("job"), in.optional("phone"), in.day("joined_on"));
    }

    private ModelAndView newPage(FormView view) {
        return form(FormPage.of(messages.say("school.employee.new"), PATH, messages.say("school.employee.title"), PATH, view, messages.say("school.save")));
    }

    private ModelAndView editPage(UUID id, FormView view) {
        return form(FormPage.of(messages.say("school.employee.edit", nameOf(id)), PATH + "/" + id, nameOf(id), PATH + "/" + id, view, messages.say("school.save"))
                .lead(messages.say("school.employee.edit.lead")));
    }

    private ModelAndView postingPage(UUID id, FormView view) {
        return form(FormPage.of(messages.say("school.employee.posting", nameOf(id)), PATH + "/" + id, nameOf(id), PATH + "/" + id + "/posting", view,
                messages.say("school.employee.posting.do")));
    }

    private ModelAndView leavingPage(UUID id, FormView view) {
        return form(FormPage.of(messages.say("school.employee.leaving", nameOf(id)), PATH + "/" + id, nameOf(id), PATH + "/" + id + "/leaving", view,
                messages.say("school.employee.leaving.do")).lead(messages.say("school.employee.leaving.lead")));
    }

    private String nameOf(UUID id) {
        return people.employee(id).orElseThrow(NotFound::new).name();
    }

    private static ModelAndView form(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page));
    }
}
