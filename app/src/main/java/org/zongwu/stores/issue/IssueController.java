package org.zongwu.stores.issue;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.HEAD_TEACHER;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.TEACHER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.kernel.Duty.WORKER;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Unit;
import org.zongwu.stores.slip.Slips;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Prints;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** The screens of 领物单: register, form, document, and one noun for each step it takes. */
@Controller
@RequestMapping("/stores/issues")
class IssueController {
    static final String PATH = "/stores/issues";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> NO = field(name("r", "no"), String.class);
    private static final Field<String> RECEIVER = field(name("r", "receiver"), String.class);
    private static final Field<String> PINYIN = field(name("r", "receiver_pinyin"), String.class);
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);

    private final Register register;
    private final IssueService service;
    private final IssueSteps steps;
    private final IssueSlips slips;
    private final IssueForm form;
    private final IssuePages pages;
    private final Registers registers;
    private final Submissions submissions;
    private final Prints prints;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    IssueController(IssueService service, IssueSteps steps, IssueSlips slips, IssueForm form, IssuePages pages, Registers registers, Submissions submissions, Prints prints,
            Messages messages, Tenancy tenancy, Clock clock) {
        this.service = service;
        this.steps = steps;
        this.slips = slips;
        this.form = form;
        this.pages = pages;
        this.registers = registers;
        this.submissions = submissions;
        this.prints = prints;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        register = Register.of("stores.issue", PATH)
                .columns(Column.code("no", NO).link(r -> PATH + "/" + r.get(ID)),
                        Column.date("day", DAY), Column.text("receiver", RECEIVER).counted(field(name("r", "receiver_id")), Unit.PERSON), Column.text("department", field(name("r", "department"))),
                        Column.text("class", field(name("r", "class_title"))).counted(field(name("r", "class_id")), Unit.CLASS), Column.text("warehouse", field(name("r", "warehouse"))),
                        Column.count("lines", field(name("r", "lines"), Integer.class)), Column.money("amount", field(name("r", "amount"), Long.class)).summed(),
                        Column.status("state", field(name("r", "state")), "stores.issue.state", IssuePages::mark))
                .with(ID).words(NO, RECEIVER, PINYIN, field(name("r", "department"), String.class), field(name("r", "class_title"), String.class))
                .days(DAY).choice("state", field(name("r", "state")), pages::states).choice("purpose", field(name("r", "purpose")), form::purposes)
                .flag("effective", field(name("r", "effective"), Boolean.class).isTrue()).linkFlag("posted", NO.isNotNull())
                .linkFlag("classes", field(name("r", "class_id")).isNotNull()).linkFlag("open", NO.isNull().and(field(name("r", "state")).ne("CLOSED")))
                .hiddenFilter("receiverId", field(name("r", "receiver_id"), UUID.class), "receiver").hiddenFilter("keeperId", field(name("r", "keeper_id"), UUID.class))
                .order("-day", ID).phone("receiver", "amount", List.of("no", "day", "department"), "state")
                .creates(PATH + "/new", STOREKEEPER, TEACHER, HEAD_TEACHER, WORKER, CANTEEN_MANAGER);
    }

    @GetMapping
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> slips.rows(actor), request, actor);
    }

    @GetMapping("/new")
    @Allow({STOREKEEPER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> newPage(form.blank(actor, LocalDate.now(clock))));
    }

    @PostMapping
    @Allow({STOREKEEPER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    Object create(@RequestParam(defaultValue = "submit") String then, HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, form.of(actor), PATH + "/" + id + "?did=" + ("draft".equals(then) ? "drafted" : "submitted"), in -> {
            service.draft(actor, id, form.read(in, actor));
            if (!"draft".equals(then)) service.submit(actor, id, 1);
        }, this::newPage);
    }

    @GetMapping("/{ref}")
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    ModelAndView show(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> document(slip(ref, actor), actor, FormView.blank(Form.BUTTON)));
    }

    @GetMapping("/{ref}/edit")
    @Allow({STOREKEEPER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    ModelAndView edit(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var slip = slip(ref, actor);
            if (slip.isPosted()) throw new RuleBroken("R-ISS-2", "rule.stores.issue.posted-is-final");
            return editPage(slip, form.filled(actor, slip));
        });
    }

    @PostMapping("/{ref}")
    @Allow({STOREKEEPER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    Object change(@PathVariable String ref, @RequestParam int version, @RequestParam(defaultValue = "submit") String then, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref, actor));
        return submissions.post(request, actor, form.of(actor), PATH + "/" + slip.id() + "?did=" + ("draft".equals(then) ? "drafted" : "submitted"), in -> {
            service.change(actor, slip.id(), version, form.read(in, actor));
            if (!"draft".equals(then) && "DRAFT".equals(slip.state())) service.submit(actor, slip.id(), version + 1);
        }, view -> editPage(slip, view));
    }

    @PostMapping("/{ref}/submission")
    @Allow({STOREKEEPER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    Object submit(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return step(ref, "submitted", request, actor, id -> service.submit(actor, id, version));
    }

    @PostMapping("/{ref}/signature")
    @Allow(everyone = true)
    Object sign(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return step(ref, "signed", request, actor, id -> service.sign(actor, id, version));
    }

    @PostMapping("/{ref}/withdrawal")
    @Allow({STOREKEEPER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    Object withdraw(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return step(ref, "withdrawn", request, actor, id -> service.withdraw(actor, id, version));
    }

    @PostMapping("/{ref}/posting")
    @Allow(STOREKEEPER)
    Object post(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, "posted", request, actor, id -> service.post(actor, id, LocalDate.now(clock)));
    }

    @PostMapping("/{ref}/deletion")
    @Allow({STOREKEEPER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    Object delete(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref, actor));
        return submissions.post(request, actor, Form.BUTTON, PATH + "?did=deleted", in -> service.delete(actor, slip.id()),
                view -> document(slip(ref, actor), actor, view));
    }

    @GetMapping("/{ref}/reversal")
    @Allow(STOREKEEPER)
    ModelAndView reversal(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> reversalPage(posted(ref, actor), FormView.blank(IssueForm.REVERSAL)));
    }

    /** One button: 冲销并重填; the other only takes back. */
    @PostMapping("/{ref}/reversal")
    @Allow(STOREKEEPER)
    Object reverse(@PathVariable String ref, @RequestParam(defaultValue = "correct") String then, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> posted(ref, actor));
        var only = "only".equals(then);
        var next = Ids.next();
        return submissions.post(request, actor, IssueForm.REVERSAL, PATH + "/" + (only ? slip.id() + "?did=reversed" : next + "/edit?did=refill"), in -> {
            if (only) service.reverse(actor, slip.id(), LocalDate.now(clock), in.text("reason"));
            else service.reverseAndCorrect(actor, slip.id(), next, LocalDate.now(clock), in.text("reason"));
        }, view -> reversalPage(slip, view));
    }

    @PostMapping("/{ref}/prints")
    @Allow({STOREKEEPER, GA_DIRECTOR, ACCOUNTANT, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    RedirectView print(@PathVariable String ref, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref, actor));
        return prints.count(actor, pages.ref(slip), PATH + "/" + slip.id() + "/prints");
    }

    @GetMapping("/{ref}/prints/{nth}")
    @Allow({STOREKEEPER, GA_DIRECTOR, ACCOUNTANT, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    ResponseEntity<byte[]> printed(@PathVariable String ref, @PathVariable int nth, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref, actor));
        var paper = tenancy.read(actor.schoolId(), () -> pages.paper(slip));
        return prints.draw(request, actor, pages.ref(slip), nth, paper, PATH + "/" + slip.id());
    }

    private Object step(String ref, String did, HttpServletRequest request, Actor actor, java.util.function.Consumer<UUID> work) {
        var id = id(ref, actor);
        return submissions.post(request, actor, Form.BUTTON, PATH + "/" + id + "?did=" + did, in -> work.accept(id), view -> document(slip(ref, actor), actor, view));
    }

    /** Who sees every slip need not see this one first: whether it is there, the work on it says. */
    private UUID id(String ref, Actor actor) {
        return ref.length() == 36 && Slips.readsAll(actor) ? UUID.fromString(ref) : tenancy.read(actor.schoolId(), () -> slip(ref, actor).id());
    }

    private IssueSlip slip(String ref, Actor actor) {
        return slips.visible(ref, actor);
    }

    private ModelAndView document(IssueSlip slip, Actor actor, FormView view) {
        return new ModelAndView("web/document", Map.of("page", pages.document(slip, slip.isOpen() ? steps.usages(slip.id()) : List.of(), actor, view)));
    }

    private ModelAndView newPage(FormView view) {
        return formPage(FormPage.of(messages.say("stores.issue.new"), PATH, messages.say("stores.issue.title"), PATH, view, messages.say("stores.submit")));
    }

    private ModelAndView editPage(IssueSlip slip, FormView view) {
        var path = PATH + "/" + slip.id();
        return formPage(FormPage.of(messages.say("stores.issue.edit"), path, messages.say("stores.issue.one"), path + "?version=" + slip.version(), view, messages.say("stores.submit"))
                .lead(slip.corrects() == null ? null : messages.say("stores.corrects.lead", slip.corrects().no())));
    }

    private ModelAndView formPage(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page.or("draft", messages.say("stores.save-draft")).note(messages.say("stores.issue.note"))));
    }

    /** Only what is posted can be taken back; a draft is changed or deleted. */
    private IssueSlip posted(String ref, Actor actor) {
        var slip = slip(ref, actor);
        if (!slip.isPosted()) throw new NotFound();
        return slip;
    }

    private ModelAndView reversalPage(IssueSlip slip, FormView view) {
        var path = PATH + "/" + slip.id();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stores.reversal.title", slip.no()), path, slip.no(), path + "/reversal", view,
                messages.say("stores.reversal.correct")).or("only", messages.say("stores.reversal.only")).lead(messages.say("stores.reversal.lead"))));
    }
}
