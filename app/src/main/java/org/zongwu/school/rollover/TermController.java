package org.zongwu.school.rollover;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static zongwu.db.school.Tables.TERM;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
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

/** The screens of terms, and the step into the next one: what it will do is said on the page before it is done. */
@Controller
@RequestMapping(TermController.PATH)
class TermController {
    static final String PATH = "/school/terms";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> CODE = field(name("r", "code"), String.class);
    private static final Form OPENING = Form.of("school.term").text("code").day("starts_on").day("opens_on").day("ends_on");
    private static final Form CHANGING = Form.of("school.term").day("starts_on").day("opens_on").day("ends_on").text("reason").wide();
    private static final Form ROLL_OVER = Form.of("school.term").hidden("code").day("starts_on").day("opens_on").day("ends_on").whole("new_classes").optional();

    private final Register register;
    private final Terms terms;
    private final RollOver rollOver;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    TermController(Terms terms, RollOver rollOver, Registers registers, Submissions submissions, Messages messages, DSLContext db, Tenancy tenancy, Clock clock) {
        this.terms = terms;
        this.rollOver = rollOver;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
        register = Register.of("school.term", PATH)
                .columns(Column.code("code", CODE).link(r -> PATH + "/" + r.get(ID) + "/edit"), Column.date("starts_on", field(name("r", "starts_on"))), Column.date("opens_on", field(name("r", "opens_on"))),
                        Column.date("ends_on", field(name("r", "ends_on"))), Column.status("state", field(name("r", "state")), "school.term.state", s -> "NOW".equals(s) ? Column.Mark.GO : Column.Mark.END))
                .with(ID).order("-code", ID).phone("code", "state", List.of("starts_on", "ends_on"), "opens_on")
                .creates(PATH + "/new", GA_DIRECTOR).link("school.term.roll-over", PATH + "/roll-over", GA_DIRECTOR);
    }

    private Table<?> rows(LocalDate today) {
        var state = when(TERM.STARTS_ON.gt(today), inline("LATER")).when(TERM.ENDS_ON.lt(today), inline("OVER")).otherwise(inline("NOW"));
        return db.select(TERM.ID, TERM.CODE, TERM.STARTS_ON, TERM.OPENS_ON, TERM.ENDS_ON, state.as("state")).from(TERM).where(TERM.SCHOOL_ID.eq(tenancy.current())).asTable("r");
    }

    @GetMapping
    @Allow(everyone = true)
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> rows(LocalDate.now(clock)), request, actor);
    }

    @GetMapping("/new")
    @Allow(GA_DIRECTOR)
    ModelAndView blank(Actor actor) {
        return newPage(FormView.blank(OPENING));
    }

    @PostMapping
    @Allow(GA_DIRECTOR)
    Object open(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, OPENING, PATH + "?did=opened",
                in -> terms.open(actor, new Term(id, in.text("code"), in.day("starts_on"), in.day("opens_on"), in.day("ends_on"))), this::newPage);
    }

    @GetMapping("/{id}/edit")
    @Allow(GA_DIRECTOR)
    ModelAndView edit(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var t = term(id);
            return editPage(t, FormView.blank(CHANGING).with("starts_on", t.startsOn()).with("opens_on", t.opensOn()).with("ends_on", t.endsOn()));
        });
    }

    @PostMapping("/{id}")
    @Allow(GA_DIRECTOR)
    Object change(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, CHANGING, PATH + "?did=changed", in -> {
            var t = term(id);
            terms.change(actor, new Term(id, t.code(), in.day("starts_on"), in.day("opens_on"), in.day("ends_on")), in.text("reason"));
        }, view -> editPage(term(id), view));
    }

    @GetMapping("/roll-over")
    @Allow(GA_DIRECTOR)
    Object preview(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            if (terms.all().isEmpty()) return new RedirectView(PATH + "/new", true); // nothing to step from: the first one is written by hand
            var plan = rollOver.plan();
            var days = plan.firstDays();
            return rollOverPage(plan, FormView.blank(ROLL_OVER).with("code", plan.code()).with("starts_on", days.startsOn()).with("opens_on", days.opensOn())
                    .with("ends_on", days.endsOn()).with("new_classes", plan.newClasses()));
        });
    }

    @PostMapping("/roll-over")
    @Allow(GA_DIRECTOR)
    Object rollOver(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, ROLL_OVER, PATH + "?did=rolled-over",
                in -> rollOver.commit(actor, in.text("code"), new Plan.FirstDays(in.day("starts_on"), in.day("opens_on"), in.day("ends_on")), in.optional("new_classes") == null ? 0 : in.whole("new_classes")),
                view -> rollOverPage(rollOver.plan(), view));
    }

    private Term term(UUID id) {
        return terms.all().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    private ModelAndView newPage(FormView view) {
        return form(FormPage.of(messages.say("school.term.new"), PATH, messages.say("school.term.title"), PATH, view, messages.say("school.save")));
    }

    private ModelAndView editPage(Term term, FormView view) {
        return form(FormPage.of(messages.say("school.term.edit", term.code()), PATH, messages.say("school.term.title"), PATH + "/" + term.id(), view, messages.say("school.save")));
    }

    private ModelAndView rollOverPage(Plan plan, FormView view) {
        var lead = plan.newYear() ? messages.say("school.term.roll-over.year", plan.code(), plan.graduates().size(), plan.students(), Integer.toString(plan.newEntryYear()))
                : messages.say("school.term.roll-over.half", plan.code());
        return form(FormPage.of(messages.say("school.term.roll-over.to", plan.code()), PATH, messages.say("school.term.title"), PATH + "/roll-over", view,
                messages.say("school.term.roll-over.do")).lead(lead));
    }

    private static ModelAndView form(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page));
    }
}
