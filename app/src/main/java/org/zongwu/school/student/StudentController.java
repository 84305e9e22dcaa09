package org.zongwu.school.student;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.*;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** The screens of students: register on a day, card, and one noun for each thing that happens on a day. */
@Controller
@RequestMapping(StudentController.PATH)
class StudentController {
    static final String PATH = "/school/students";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> NO = field(name("r", "student_no"), String.class);
    private static final Field<String> NAME = field(name("r", "name"), String.class);

    private final Register register;
    private final Form enrolment;
    private final Form details;
    private final Form moving;
    private final Form leaving;
    private final StudentRegister rows;
    private final StudentService service;
    private final StudentCards cards;
    private final People people;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    StudentController(StudentRegister rows, StudentService service, StudentCards cards, People people, Registers registers, Submissions submissions,
            Messages messages, Tenancy tenancy, Clock clock) {
        this.rows = rows;
        this.service = service;
        this.cards = cards;
        this.people = people;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        details = Form.of("school.student").text("student_no").text("name").choice("sex", () -> words("sex", "M", "F")).optional();
        enrolment = Form.of("school.student").text("student_no").text("name").choice("sex", () -> words("sex", "M", "F")).optional()
                .choice("class", this::classes).day("from").choice("how", () -> words("school.student.how", "TRANSFER", "OPENING"));
        moving = Form.of("school.student").choice("class", this::classes).day("on").text("reason").optional().wide();
        leaving = Form.of("school.student").choice("why", () -> words("leavingreason", "TRANSFERRED_OUT", "SUSPENDED", "WITHDRAWN")).day("on").text("reason").optional().wide();
        register = Register.of("school.student", PATH)
                .columns(Column.code("student_no", NO), Column.text("name", NAME).link(r -> PATH + "/" + r.get(ID)), Column.word("sex", field(name("r", "sex")), "sex"),
                        Column.text("class", field(name("r", "class_title"))), Column.date("valid_from", field(name("r", "valid_from"))),
                        Column.word("grade", field(name("r", "grade")), "grade"))
                .with(ID).words(NO, NAME, field(name("r", "pinyin"), String.class), field(name("r", "class_title"), String.class))
                .choice("class_id", field(name("r", "class_id"), UUID.class), this::classes).hiddenFilter(OnDay.PARAMETER, OnDay.FIELD)
                .order("student_no", ID).phone("name", "class", List.of("student_no"), "valid_from").creates(PATH + "/new", GA_DIRECTOR)
                .link("school.movement.title", MovementController.PATH);
    }

    private Map<String, String> classes() {
        var all = new LinkedHashMap<String, String>();
        people.classes(LocalDate.now(clock)).forEach(c -> all.put(c.id().toString(), c.title()));
        return all;
    }

    private Map<String, String> words(String prefix, String... values) {
        var all = new LinkedHashMap<String, String>();
        for (var value : values) all.put(value, messages.say(prefix + "." + value));
        return all;
    }

    @GetMapping
    @Allow({GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, FEE_CLERK, CASHIER, AUDIT_MEMBER, HEAD_TEACHER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> rows.rows(OnDay.of(request, clock), StudentRegister.readableBy(actor)), request, actor);
    }

    @GetMapping("/new")
    @Allow(GA_DIRECTOR)
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> newPage(FormView.blank(enrolment).with("from", LocalDate.now(clock)).with("how", "TRANSFER")));
    }

    @PostMapping
    @Allow(GA_DIRECTOR)
    Object enrol(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, enrolment, PATH + "/" + id + "?did=enrolled",
                in -> service.enrol(actor, read(id, in), UUID.fromString(in.text("class")), in.day("from"), "OPENING".equals(in.text("how"))), this::newPage);
    }

    @GetMapping("/{id}")
    @Allow({GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, FEE_CLERK, CASHIER, AUDIT_MEMBER, HEAD_TEACHER})
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("web/card", Map.of("page", cards.card(id, actor))));
    }

    @GetMapping("/{id}/edit")
    @Allow(GA_DIRECTOR)
    ModelAndView edit(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var s = cards.student(id);
            return page(id, "edit", "school.save", "", FormView.blank(details).with("student_no", s.studentNo()).with("name", s.name()).with("sex", s.sex()));
        });
    }

    @PostMapping("/{id}")
    @Allow(GA_DIRECTOR)
    Object change(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, details, PATH + "/" + id + "?did=changed", in -> service.change(actor, read(id, in), null),
                view -> page(id, "edit", "school.save", "", view));
    }

    @GetMapping("/{id}/move")
    @Allow(GA_DIRECTOR)
    ModelAndView moving(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(id, "move", "school.student.move.do", "/move", FormView.blank(moving).with("on", LocalDate.now(clock))));
    }

    @PostMapping("/{id}/move")
    @Allow(GA_DIRECTOR)
    Object move(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, moving, PATH + "/" + id + "?did=moved",
                in -> service.move(actor, id, UUID.fromString(in.text("class")), in.day("on"), in.optional("reason")),
                view -> page(id, "move", "school.student.move.do", "/move", view));
    }

    @GetMapping("/{id}/leaving")
    @Allow(GA_DIRECTOR)
    ModelAndView leaving(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(id, "leaving", "school.student.leaving.do", "/leaving", FormView.blank(leaving).with("on", LocalDate.now(clock))));
    }

    @PostMapping("/{id}/leaving")
    @Allow(GA_DIRECTOR)
    Object leave(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, leaving, PATH + "/" + id + "?did=left",
                in -> service.leave(actor, id, in.day("on"), LeavingReason.valueOf(in.text("why")), in.optional("reason")),
                view -> page(id, "leaving", "school.student.leaving.do", "/leaving", view));
    }

    @GetMapping("/{id}/return")
    @Allow(GA_DIRECTOR)
    ModelAndView returning(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(id, "return", "school.student.return.do", "/return", FormView.blank(moving).with("on", LocalDate.now(clock))));
    }

    @PostMapping("/{id}/return")
    @Allow(GA_DIRECTOR)
    Object comeBack(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, moving, PATH + "/" + id + "?did=enrolled",
                in -> service.comeBack(actor, id, UUID.fromString(in.text("class")), in.day("on"), in.optional("reason")),
                view -> page(id, "return", "school.student.return.do", "/return", view));
    }

    private static StudentRepository.Student read(UUID id, Typed in) {
        return new StudentRepository.Student(id, in.text("student_no"), in.text("name"), in.optional("sex"));
    }

    private ModelAndView newPage(FormView view) {
        return new ModelAndView("web/form", Map.of("page",
                FormPage.of(messages.say("school.student.new"), PATH, messages.say("school.student.title"), PATH, view, messages.say("school.save"))));
    }

    private ModelAndView page(UUID id, String what, String submit, String noun, FormView view) {
        var name = cards.student(id).name();
        return new ModelAndView("web/form", Map.of("page",
                FormPage.of(messages.say("school.student." + what, name), PATH + "/" + id, name, PATH + "/" + id + noun, view, messages.say(submit))));
    }
}
