package org.zongwu.school.schoolclass;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.STUDENT;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
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

/** The screens of classes. Everybody sees which classes there are; the list of students only whoever may read it. */
@Controller
@RequestMapping(ClassController.PATH)
class ClassController {
    static final String PATH = "/school/classes";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> TITLE = field(name("r", "title"), String.class);
    private static final Field<String> HEAD = field(name("r", "head"), String.class);
    private static final Form OPENING = Form.of("school.class").whole("entry_year").whole("number").day("opens_on").pick("head", "/school/employees/pick").optional();
    private static final Form LEADING = Form.of("school.class").pick("head", "/school/employees/pick").optional().text("reason").optional().wide();

    private final Register register;
    private final ClassRegister rows;
    private final ClassRepository classes;
    private final ClassService service;
    private final People people;
    private final Registers registers;
    private final Submissions submissions;
    private final Trail trail;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    ClassController(ClassRegister rows, ClassRepository classes, ClassService service, People people, Registers registers, Submissions submissions, Trail trail,
            Messages messages, DSLContext db, Tenancy tenancy, Clock clock) {
        this.rows = rows;
        this.classes = classes;
        this.service = service;
        this.people = people;
        this.registers = registers;
        this.submissions = submissions;
        this.trail = trail;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
        register = Register.of("school.class", PATH)
                .columns(Column.text("title", TITLE).sortedBy(field(name("r", "place"))).link(r -> PATH + "/" + r.get(ID)), Column.text("year", field(name("r", "year"))),
                        Column.text("head", HEAD), Column.count("students", field(name("r", "students"), Integer.class)).summed(),
                        Column.date("opens_on", field(name("r", "opens_on"))), Column.date("ends_on", field(name("r", "ends_on"))),
                        Column.word("grade", field(name("r", "grade")), "grade"))
                .with(ID).words(TITLE, HEAD).flag("headless", field(name("r", "head_teacher_id")).isNull())
                .hiddenFilter(OnDay.PARAMETER, OnDay.FIELD).order("title", field(name("r", "place"))).phone("title", "students", List.of("year", "head"), "opens_on")
                .creates(PATH + "/new", GA_DIRECTOR);
    }

    @GetMapping
    @Allow(everyone = true)
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> rows.rows(OnDay.of(request, clock)), request, actor);
    }

    @GetMapping("/new")
    @Allow(GA_DIRECTOR)
    ModelAndView blank(Actor actor) {
        var today = LocalDate.now(clock);
        return newPage(FormView.blank(OPENING).with("entry_year", ClassName.schoolYear(today)).with("opens_on", today));
    }

    @PostMapping
    @Allow(GA_DIRECTOR)
    Object open(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, OPENING, PATH + "/" + id + "?did=opened",
                in -> service.open(actor, id, in.whole("entry_year"), in.whole("number"), in.day("opens_on"), head(in.optional("head"))), this::newPage);
    }

    @GetMapping("/{id}")
    @Allow(everyone = true)
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("web/card", Map.of("page", card(cohort(id), actor))));
    }

    @GetMapping("/{id}/head-teacher")
    @Allow(GA_DIRECTOR)
    ModelAndView leading(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> leadingPage(cohort(id), FormView.blank(LEADING)));
    }

    @PostMapping("/{id}/head-teacher")
    @Allow(GA_DIRECTOR)
    Object lead(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, LEADING, PATH + "/" + id + "?did=changed",
                in -> service.lead(actor, id, head(in.optional("head")), in.optional("reason")), view -> leadingPage(cohort(id), view));
    }

    private @Nullable UUID head(@Nullable String typed) {
        return typed == null ? null : people.typed("head", typed).id();
    }

    private CardPage card(Cohort c, Actor actor) {
        var today = LocalDate.now(clock);
        var head = c.headTeacherId() == null ? "—" : people.employee(c.headTeacherId()).orElseThrow().name();
        var facts = List.of(CardPage.Fact.of(messages.say("school.class.head"), head), CardPage.Fact.of(messages.say("school.class.opens_on"), c.opensOn()),
                CardPage.Fact.of(messages.say("school.class.ends_on"), c.endsOn()), CardPage.Fact.of(messages.say("school.class.students"), students(c, today).size()));
        var listings = mayReadStudents(actor, c) ? List.of(listing(c, today)) : List.<CardPage.Listing>of();
        var buttons = new ArrayList<Button>();
        if (actor.holds(GA_DIRECTOR)) buttons.add(Button.link(messages.say("school.class.head.do"), PATH + "/" + c.id() + "/head-teacher", "edit"));
        var ended = c.endsOn() != null && c.endsOn().isBefore(today);
        return new CardPage(c.title(), ended ? messages.say("school.ended") : null, Column.Mark.END, PATH, messages.say("school.class.title"), facts, listings,
                Timeline.of(trail.steps(c.id()), messages), buttons);
    }

    private static boolean mayReadStudents(Actor actor, Cohort c) {
        if (actor.holds(Duty.HEAD_TEACHER) && actor.employeeId().equals(c.headTeacherId())) return true;
        return actor.holdsAny(GA_DIRECTOR, Duty.PRINCIPAL, Duty.PARTY_SECRETARY, Duty.VP_LOGISTICS, Duty.ACCOUNTANT, Duty.FEE_CLERK, Duty.CASHIER, Duty.AUDIT_MEMBER);
    }

    private CardPage.Listing listing(Cohort c, LocalDate day) {
        return new CardPage.Listing(messages.say("school.student.title"), List.of(messages.say("school.student.student_no"), messages.say("label.employee"), messages.say("school.student.sex")),
                students(c, day), messages.say("school.class.students.empty"));
    }

    private List<List<CardPage.Cell>> students(Cohort c, LocalDate day) {
        return db.select(STUDENT.ID, STUDENT.STUDENT_NO, STUDENT.NAME, STUDENT.SEX).from(ENROLMENT)
                .join(STUDENT).on(STUDENT.SCHOOL_ID.eq(ENROLMENT.SCHOOL_ID), STUDENT.ID.eq(ENROLMENT.STUDENT_ID))
                .where(ENROLMENT.SCHOOL_ID.eq(tenancy.current()), ENROLMENT.CLASS_ID.eq(c.id()), ENROLMENT.VALID_FROM.le(day),
                        ENROLMENT.VALID_TO.isNull().or(ENROLMENT.VALID_TO.ge(day))).orderBy(STUDENT.STUDENT_NO)
                .fetch(r -> List.of(CardPage.Cell.of(r.value2()), new CardPage.Cell(r.value3(), "/school/students/" + r.value1()),
                        CardPage.Cell.of(r.value4() == null ? "" : messages.say("sex." + r.value4()))));
    }

    private Cohort cohort(UUID id) {
        return classes.find(id).orElseThrow(NotFound::new);
    }

    private ModelAndView newPage(FormView view) {
        return form(FormPage.of(messages.say("school.class.new"), PATH, messages.say("school.class.title"), PATH, view, messages.say("school.save")));
    }

    private ModelAndView leadingPage(Cohort c, FormView view) {
        return form(FormPage.of(messages.say("school.class.leading", c.title()), PATH + "/" + c.id(), c.title(), PATH + "/" + c.id() + "/head-teacher", view, messages.say("school.save"))
                .lead(messages.say("school.class.leading.lead")));
    }

    private static ModelAndView form(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page));
    }
}
