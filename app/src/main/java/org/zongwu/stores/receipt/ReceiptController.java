package org.zongwu.stores.receipt;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.TEACHER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
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

/** The screens of 入库验收单: register, form, document, and one noun for each step it takes. */
@Controller
@RequestMapping(ReceiptController.PATH)
class ReceiptController {
    static final String PATH = ReceiptService.PATH;
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> NO = field(name("r", "no"), String.class);
    private static final Field<String> SUPPLIER = field(name("r", "supplier"), String.class);
    private static final Field<String> PINYIN = field(name("r", "supplier_pinyin"), String.class);
    private static final Field<String> FUNDING = field(name("r", "funding"), String.class);
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);

    private final Register register;
    private final ReceiptService service;
    private final ReceiptSlips slips;
    private final ReceiptForm form;
    private final ReceiptPages pages;
    private final Registers registers;
    private final Submissions submissions;
    private final Prints prints;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    ReceiptController(ReceiptService service, ReceiptSlips slips, ReceiptForm form, ReceiptPages pages, Registers registers, Submissions submissions, Prints prints,
            Messages messages, Tenancy tenancy, Clock clock) {
        this.service = service;
        this.slips = slips;
        this.form = form;
        this.pages = pages;
        this.registers = registers;
        this.submissions = submissions;
        this.prints = prints;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        register = Register.of("stores.receipt", PATH)
                .columns(Column.code("no", NO).link(r -> PATH + "/" + r.get(ID)),
                        Column.date("day", DAY), Column.text("supplier", SUPPLIER).counted(field(name("r", "supplier_id")), Unit.PARTY), Column.text("warehouse", field(name("r", "warehouse"))),
                        Column.text("buyer", field(name("r", "buyer"))), Column.status("funding", FUNDING, "stores.funding", funding -> Column.Mark.END),
                        Column.count("lines", field(name("r", "lines"), Integer.class)), Column.money("amount", field(name("r", "amount"), Long.class)).summed(),
                        Column.status("state", field(name("r", "state")), "stores.receipt.state", ReceiptPages::mark))
                .with(ID).words(NO, SUPPLIER, PINYIN, field(name("r", "invoice_no"), String.class), field(name("r", "buyer"), String.class))
                .days(DAY).choice("state", field(name("r", "state")), pages::states).choice("funding", FUNDING, form::fundings)
                .flag("effective", field(name("r", "effective"), Boolean.class).isTrue()).linkFlag("posted", NO.isNotNull())
                .linkFlag("purchased", FUNDING.ne(Funding.OPENING.name())).linkFlag("open", NO.isNull()).hiddenFilter("keeperId", field(name("r", "keeper_id"), UUID.class))
                .order("-day", ID).phone("supplier", "amount", List.of("no", "day", "warehouse"), "state")
                .creates(PATH + "/new", STOREKEEPER, ASSET_ADMIN);
    }

    @GetMapping
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, TEACHER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> slips.rows(actor), request, actor);
    }

    @GetMapping("/new")
    @Allow({STOREKEEPER, ASSET_ADMIN})
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> newPage(form.blank(LocalDate.now(clock))));
    }

    @PostMapping
    @Allow({STOREKEEPER, ASSET_ADMIN})
    Object create(@RequestParam(defaultValue = "submit") String then, HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, form.form(), PATH + "/" + id + "?did=" + ("draft".equals(then) ? "drafted" : "receipt-submitted"), in -> {
            service.draft(actor, id, form.read(in));
            if (!"draft".equals(then)) service.submit(actor, id, 1);
        }, this::newPage);
    }

    /** Whoever is named as acceptor, whatever his duties, opens what he is to sign; the service narrows it. */
    @GetMapping("/{ref}")
    @Allow(everyone = true)
    ModelAndView show(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> document(slip(ref, actor), actor, FormView.blank(Form.BUTTON)));
    }

    @GetMapping("/{ref}/edit")
    @Allow({STOREKEEPER, ASSET_ADMIN})
    ModelAndView edit(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var slip = slip(ref, actor);
            if (slip.isPosted()) throw new RuleBroken("R-ISS-2", "rule.stores.receipt.posted-is-final");
            return editPage(slip, form.filled(slip));
        });
    }

    @PostMapping("/{ref}")
    @Allow({STOREKEEPER, ASSET_ADMIN})
    Object change(@PathVariable String ref, @RequestParam int version, @RequestParam(defaultValue = "submit") String then, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref, actor));
        return submissions.post(request, actor, form.form(), PATH + "/" + slip.id() + "?did=" + ("draft".equals(then) ? "drafted" : "receipt-submitted"), in -> {
            service.change(actor, slip.id(), version, form.read(in));
            if (!"draft".equals(then) && "DRAFT".equals(slip.state())) service.submit(actor, slip.id(), version + 1);
        }, view -> editPage(slip, view));
    }

    @PostMapping("/{ref}/submission")
    @Allow({STOREKEEPER, ASSET_ADMIN})
    Object submit(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return step(ref, "receipt-submitted", request, actor, id -> service.submit(actor, id, version));
    }

    @PostMapping("/{ref}/acceptance")
    @Allow(everyone = true)
    Object accept(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return step(ref, "accepted", request, actor, id -> service.accept(actor, id, version));
    }

    @PostMapping("/{ref}/withdrawal")
    @Allow({STOREKEEPER, ASSET_ADMIN})
    Object withdraw(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return step(ref, "withdrawn", request, actor, id -> service.withdraw(actor, id, version));
    }

    @PostMapping("/{ref}/posting")
    @Allow(STOREKEEPER)
    Object post(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, "received", request, actor, id -> service.post(actor, id, LocalDate.now(clock)));
    }

    @PostMapping("/{ref}/deletion")
    @Allow({STOREKEEPER, ASSET_ADMIN})
    Object delete(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref, actor));
        return submissions.post(request, actor, Form.BUTTON, PATH + "?did=deleted", in -> service.delete(actor, slip.id()),
                view -> document(slip(ref, actor), actor, view));
    }

    @GetMapping("/{ref}/reversal")
    @Allow(STOREKEEPER)
    ModelAndView reversal(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> reversalPage(posted(ref, actor), FormView.blank(ReceiptForm.REVERSAL)));
    }

    /** One button: 冲销并重填; the other only takes back. */
    @PostMapping("/{ref}/reversal")
    @Allow(STOREKEEPER)
    Object reverse(@PathVariable String ref, @RequestParam(defaultValue = "correct") String then, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> posted(ref, actor));
        var only = "only".equals(then);
        var next = Ids.next();
        return submissions.post(request, actor, ReceiptForm.REVERSAL, PATH + "/" + (only ? slip.id() + "?did=reversed" : next + "/edit?did=refill"), in -> {
            if (only) service.reverse(actor, slip.id(), LocalDate.now(clock), in.text("reason"));
            else service.reverseAndCorrect(actor, slip.id(), next, LocalDate.now(clock), in.text("reason"));
        }, view -> reversalPage(slip, view));
    }

    @PostMapping("/{ref}/prints")
    @Allow({STOREKEEPER, GA_DIRECTOR, ACCOUNTANT, ASSET_ADMIN, TEACHER})
    RedirectView print(@PathVariable String ref, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref, actor));
        return prints.count(actor, pages.ref(slip), PATH + "/" + slip.id() + "/prints");
    }

    @GetMapping("/{ref}/prints/{nth}")
    @Allow({STOREKEEPER, GA_DIRECTOR, ACCOUNTANT, ASSET_ADMIN, TEACHER})
    ResponseEntity<byte[]> printed(@PathVariable String ref, @PathVariable int nth, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref, actor));
        return prints.draw(request, actor, pages.ref(slip), nth, pages.paper(slip), PATH + "/" + slip.id());
    }

    private Object step(String ref, String did, HttpServletRequest request, Actor actor, java.util.function.Consumer<UUID> work) {
        var id = tenancy.read(actor.schoolId(), () -> slip(ref, actor).id());
        return submissions.post(request, actor, Form.BUTTON, PATH + "/" + id + "?did=" + did, in -> work.accept(id), view -> document(slip(ref, actor), actor, view));
    }

    /** By id or number; what is not one's own to see is not there. */
    private ReceiptSlip slip(String ref, Actor actor) {
        var id = ref.length() == 36 ? UUID.fromString(ref) : service.idOf(ref).orElseThrow(NotFound::new);
        var slip = service.slip(id).orElseThrow(NotFound::new);
        if (!slips.mayRead(actor, slip)) throw new NotFound();
        return slip;
    }

    private ModelAndView document(ReceiptSlip slip, Actor actor, FormView view) {
        return new ModelAndView("web/document", Map.of("page", pages.document(slip, actor, view)));
    }

    private ModelAndView newPage(FormView view) {
        return formPage(FormPage.of(messages.say("stores.receipt.new"), PATH, messages.say("stores.receipt.title"), PATH, view, messages.say("stores.submit")));
    }

    private ModelAndView editPage(ReceiptSlip slip, FormView view) {
        var path = PATH + "/" + slip.id();
        return formPage(FormPage.of(messages.say("stores.receipt.edit"), path, messages.say("stores.receipt.one"), path + "?version=" + slip.version(), view, messages.say("stores.submit"))
                .lead(slip.corrects() == null ? null : messages.say("stores.corrects.lead", slip.corrects().no())));
    }

    private ModelAndView formPage(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page.or("draft", messages.say("stores.save-draft")).note(messages.say("stores.receipt.note"))));
    }

    /** Only what is posted can be taken back; a draft is changed or deleted. */
    private ReceiptSlip posted(String ref, Actor actor) {
        var slip = slip(ref, actor);
        if (!slip.isPosted()) throw new NotFound();
        return slip;
    }

    private ModelAndView reversalPage(ReceiptSlip slip, FormView view) {
        var path = PATH + "/" + slip.id();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stores.reversal.title", slip.no()), path, slip.no(), path + "/reversal", view,
                messages.say("stores.reversal.correct")).or("only", messages.say("stores.reversal.only")).lead(messages.say("stores.reversal.lead"))));
    }
}
