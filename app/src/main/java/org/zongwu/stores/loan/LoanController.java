package org.zongwu.stores.loan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Field;
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
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
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
import org.zongwu.web.Typed;

/** The screens of 借物单 until the things are out: register, form, document. Everybody asks for himself and sees his own. */
@Controller
@RequestMapping(LoanController.PATH)
class LoanController {
    static final String PATH = "/stores/loans";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> NO = field(name("r", "no"), String.class);
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);
    private static final Field<LocalDate> DUE = field(name("r", "due"), LocalDate.class);
    private static final Field<String> STATE = field(name("r", "state"), String.class);
    private static final Field<BigDecimal> OUTSTANDING = field(name("r", "outstanding"), BigDecimal.class);

    private final Register register;
    private final LoanService service;
    private final LoanSlips slips;
    private final LoanForm form;
    private final LoanPages pages;
    private final LoanPapers papers;
    private final Registers registers;
    private final Submissions submissions;
    private final Prints prints;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    LoanController(LoanService service, LoanSlips slips, LoanForm form, LoanPages pages, LoanPapers papers, Registers registers, Submissions submissions, Prints prints, Messages messages,
            Tenancy tenancy, Clock clock) {
        this.service = service;
        this.slips = slips;
        this.form = form;
        this.pages = pages;
        this.papers = papers;
        this.registers = registers;
        this.submissions = submissions;
        this.prints = prints;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        var things = field(name("r", "things"), String.class);
        var borrower = field(name("r", "borrower"), String.class);
        var unit = field(name("r", "party"), String.class);
        register = Register.of("stores.loan", PATH)
                .columns(Column.code("no", NO).link(r -> PATH + "/" + r.get(ID)), Column.date("day", DAY), Column.text("borrower", borrower), Column.text("department", field(name("r", "department"))),
                        Column.text("party", unit), Column.text("things", things).link(r -> PATH + "/" + r.get(ID)), Column.quantity("quantity", field(name("r", "quantity"))).summed(),
                        Column.quantity("outstanding", OUTSTANDING).summed().blank(), Column.date("due", DUE), Column.count("late", field(name("r", "late"), Integer.class)).blank(),
                        Column.share("ontime", field(name("r", "ontime_part"), Integer.class), field(name("r", "ontime_whole"), Integer.class)),
                        Column.money("lost", field(name("r", "lost"), Long.class)).summed().blank(), Column.money("compensation", field(name("r", "compensation"), Long.class)).summed().blank(),
                        Column.status("state", STATE, "stores.loan.state", LoanPages::mark))
                .with(ID).words(NO, borrower, field(name("r", "pinyin"), String.class), field(name("r", "department"), String.class), things, unit)
                .days(DAY).choice("state", STATE, pages::states).flag("out", OUTSTANDING.gt(BigDecimal.ZERO)).flag("overdue", STATE.eq(LoanState.OVERDUE.name()))
                .linkFlag("effective", field(name("r", "effective"), Boolean.class).isTrue()).linkFlag("open", NO.isNull())
                .hiddenFilter("borrowerId", field(name("r", "borrower_id"), UUID.class))
                .order("-day", ID).phone("things", "outstanding", List.of("borrower", "due"), "state").creates(PATH + "/new", Duty.values());
    }

    /** As of the last day asked for: figures of a term that is over open what was out then. */
    @GetMapping
    @Allow(everyone = true)
    Object list(HttpServletRequest request, Actor actor) {
        var to = Typed.day(request.getParameter("to") == null ? "" : request.getParameter("to"), null);
        return registers.show(register, () -> slips.rows(actor, to == null ? LocalDate.now(clock) : to), request, actor);
    }

    @GetMapping("/new")
    @Allow(everyone = true)
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> newPage(form.blank(actor, LocalDate.now(clock))));
    }

    @PostMapping
    @Allow(everyone = true)
    Object create(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, form.of(actor), PATH + "/" + id + "?did=loan-requested", in -> service.request(actor, id, form.read(in, actor)), this::newPage);
    }

    @GetMapping("/{ref}")
    @Allow(everyone = true)
    ModelAndView show(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> document(slip(ref, actor), actor, FormView.blank(Form.BUTTON)));
    }

    @GetMapping("/{ref}/edit")
    @Allow(everyone = true)
    ModelAndView edit(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var slip = request(ref, actor);
            return editPage(slip, form.filled(actor, slip));
        });
    }

    @PostMapping("/{ref}")
    @Allow(everyone = true)
    Object change(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> request(ref, actor));
        return submissions.post(request, actor, form.of(actor), PATH + "/" + slip.id() + "?did=loan-requested", in -> service.change(actor, slip.id(), version, form.read(in, actor)),
                view -> editPage(slip, view));
    }

    @PostMapping("/{ref}/approval")
    @Allow({GA_DIRECTOR, PRINCIPAL, ASSET_ADMIN})
    Object approve(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return step(ref, "loan-approved", request, actor, id -> service.approve(actor, id, version));
    }

    @GetMapping("/{ref}/refusal")
    @Allow({GA_DIRECTOR, PRINCIPAL, ASSET_ADMIN})
    ModelAndView refusal(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> refusalPage(request(ref, actor), FormView.blank(LoanForm.REFUSAL)));
    }

    @PostMapping("/{ref}/refusal")
    @Allow({GA_DIRECTOR, PRINCIPAL, ASSET_ADMIN})
    Object refuse(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> request(ref, actor));
        return submissions.post(request, actor, LoanForm.REFUSAL, PATH + "/" + slip.id() + "?did=loan-refused", in -> service.refuse(actor, slip.id(), version, in.text("reason")),
                view -> refusalPage(slip, view));
    }

    @PostMapping("/{ref}/signature")
    @Allow(everyone = true)
    Object sign(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return step(ref, "loan-signed", request, actor, id -> service.sign(actor, id, version));
    }

    @PostMapping("/{ref}/posting")
    @Allow(STOREKEEPER)
    Object handOut(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, "loan-out", request, actor, id -> service.handOut(actor, id, LocalDate.now(clock)));
    }

    @PostMapping("/{ref}/deletion")
    @Allow(everyone = true)
    Object delete(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref, actor));
        return submissions.post(request, actor, Form.BUTTON, "/stores/my-loans?did=loan-deleted", in -> service.delete(actor, slip.id()), view -> document(slip(ref, actor), actor, view));
    }

    @GetMapping("/{ref}/reversal")
    @Allow(STOREKEEPER)
    ModelAndView reversal(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> reversalPage(posted(ref, actor), FormView.blank(LoanForm.REVERSAL)));
    }

    /** One button: 冲销并重填; the other only takes back. */
    @PostMapping("/{ref}/reversal")
    @Allow(STOREKEEPER)
    Object reverse(@PathVariable String ref, @RequestParam(defaultValue = "correct") String then, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> posted(ref, actor));
        var only = "only".equals(then);
        var next = Ids.next();
        return submissions.post(request, actor, LoanForm.REVERSAL, PATH + "/" + (only ? slip.id() + "?did=reversed" : next + "/edit?did=refill"), in -> {
            if (only) service.reverse(actor, slip.id(), LocalDate.now(clock), in.text("reason"));
            else service.reverseAndCorrect(actor, slip.id(), next, LocalDate.now(clock), in.text("reason"));
        }, view -> reversalPage(slip, view));
    }

    @PostMapping("/{ref}/prints")
    @Allow(everyone = true)
    RedirectView print(@PathVariable String ref, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref, actor));
        return prints.count(actor, pages.ref(slip), PATH + "/" + slip.id() + "/prints");
    }

    @GetMapping("/{ref}/prints/{nth}")
    @Allow(everyone = true)
    ResponseEntity<byte[]> printed(@PathVariable String ref, @PathVariable int nth, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref, actor));
        return prints.draw(request, actor, pages.ref(slip), nth, papers.slip(slip), PATH + "/" + slip.id());
    }

    private Object step(String ref, String did, HttpServletRequest request, Actor actor, Consumer<UUID> work) {
        var id = tenancy.read(actor.schoolId(), () -> slip(ref, actor).id());
        return submissions.post(request, actor, Form.BUTTON, PATH + "/" + id + "?did=" + did, in -> work.accept(id), view -> document(slip(ref, actor), actor, view));
    }

    private LoanSlip slip(String ref, Actor actor) {
        return pages.slip(ref, actor);
    }

    private LoanSlip request(String ref, Actor actor) {
        var slip = slip(ref, actor);
        if (slip.isPosted()) throw new NotFound();
        return slip;
    }

    private LoanSlip posted(String ref, Actor actor) {
        var slip = slip(ref, actor);
        if (!slip.isPosted()) throw new NotFound();
        return slip;
    }

    private ModelAndView document(LoanSlip slip, Actor actor, FormView view) {
        return new ModelAndView("web/document", Map.of("page", pages.document(slip, actor, view)));
    }

    private ModelAndView newPage(FormView view) {
        return page(FormPage.of(messages.say("stores.loan.new"), PATH, messages.say("stores.loan.title"), PATH, view, messages.say("stores.submit")).note(messages.say("stores.loan.note")));
    }

    private ModelAndView editPage(LoanSlip slip, FormView view) {
        var path = PATH + "/" + slip.id();
        return page(FormPage.of(messages.say("stores.loan.edit"), path, messages.say("stores.loan.one"), path + "?version=" + slip.version(), view, messages.say("stores.submit"))
                .lead(slip.corrects() == null ? null : messages.say("stores.corrects.lead", slip.corrects().no())).note(messages.say("stores.loan.note")));
    }

    private ModelAndView refusalPage(LoanSlip slip, FormView view) {
        var path = PATH + "/" + slip.id();
        return page(FormPage.of(messages.say("stores.loan-refusal.title"), path, messages.say("stores.loan.one"), path + "/refusal?version=" + slip.version(), view,
                messages.say("stores.loan.refuse")).lead(slip.borrower() + "　" + slip.purpose()));
    }

    private ModelAndView reversalPage(LoanSlip slip, FormView view) {
        var path = PATH + "/" + slip.id();
        return page(FormPage.of(messages.say("stores.reversal.title", slip.no()), path, slip.no(), path + "/reversal", view, messages.say("stores.reversal.correct"))
                .or("only", messages.say("stores.reversal.only")).lead(messages.say("stores.reversal.lead")));
    }

    private static ModelAndView page(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page));
    }
}
