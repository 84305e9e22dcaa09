package org.zongwu.stores.handover;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.web.Form.Kind.PRICE;
import static org.zongwu.web.Form.Kind.TEXT;

import jakarta.servlet.http.HttpServletRequest;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.school.People;
import org.zongwu.stores.slip.Slips;
import org.zongwu.stores.warehouse.WarehouseService;
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

/** The screens of 移交清册: begun at the warehouse, counted a page at a time, signed by three. */
@Controller
class HandoverController {
    static final String PATH = "/stores/handovers";
    private static final String BEGIN = "/stores/warehouses/{id}/handover";
    /** How many lines are counted on one page. */
    private static final int PAGE = 30;
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Form HAND_OVER = Form.of("stores.handover").pick("receiver", "/school/employees/pick").pick("supervisor", "/school/employees/pick").text("remark").optional().wide();
    private static final Form REASON = Form.of("stores.handover-stop").area("reason");

    private final HandoverService service;
    private final HandoverPages pages;
    private final WarehouseService warehouses;
    private final People people;
    private final Registers registers;
    private final Submissions submissions;
    private final Prints prints;
    private final Messages messages;
    private final Tenancy tenancy;
    private final HandoverRepository handovers;
    private final Register register;

    HandoverController(HandoverService service, HandoverPages pages, HandoverRepository handovers, WarehouseService warehouses, People people, Registers registers, Submissions submissions,
            Prints prints, Messages messages, Tenancy tenancy) {
        this.service = service;
        this.pages = pages;
        this.handovers = handovers;
        this.warehouses = warehouses;
        this.people = people;
        this.registers = registers;
        this.submissions = submissions;
        this.prints = prints;
        this.messages = messages;
        this.tenancy = tenancy;
        var giver = field(name("r", "giver"), String.class);
        var receiver = field(name("r", "receiver"), String.class);
        var day = field(name("r", "day"), LocalDate.class);
        var warehouse = field(name("r", "warehouse"), String.class);
        register = Register.of("stores.handover", PATH)
                .columns(Column.code("no", field(name("r", "no"), String.class)).link(r -> PATH + "/" + r.get(ID)), Column.date("day", day), Column.text("warehouse", warehouse).link(r -> PATH + "/" + r.get(ID)),
                        Column.text("giver", giver), Column.text("receiver", receiver), Column.text("supervisor", field(name("r", "supervisor"))), Column.count("items", field(name("r", "items"), Integer.class)),
                        Column.count("counted", field(name("r", "counted"), Integer.class)), Column.count("different", field(name("r", "different"), Integer.class)).blank(),
                        Column.money("amount", field(name("r", "amount"), Long.class)), Column.date("handed_on", field(name("r", "handed_on"))),
                        Column.status("state", field(name("r", "state")), "stores.handover.state", HandoverPages::mark))
                .with(ID).words(warehouse, giver, receiver).days(day).choice("state", field(name("r", "state")), pages::states).order("-day", ID)
                .phone("warehouse", "day", List.of("giver", "receiver"), "state");
    }

    @GetMapping(PATH)
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, handovers::rows, request, actor);
    }

    @GetMapping(BEGIN)
    @Allow(GA_DIRECTOR)
    ModelAndView blank(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> beginPage(id, FormView.blank(HAND_OVER)));
    }

    @PostMapping(BEGIN)
    @Allow(GA_DIRECTOR)
    Object begin(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var next = Ids.next();
        return submissions.post(request, actor, HAND_OVER, PATH + "/" + next + "?did=handover-begun", in -> service.begin(actor, next, id, people.typed("receiver", in.text("receiver")).id(),
                people.typed("supervisor", in.text("supervisor")).id(), in.optional("remark")), view -> beginPage(id, view));
    }

    @GetMapping(PATH + "/{id}")
    @Allow(everyone = true)
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> document(handover(id, actor), actor, FormView.blank(Form.BUTTON)));
    }

    @GetMapping(PATH + "/{id}/count")
    @Allow(everyone = true)
    ModelAndView counting(@PathVariable UUID id, @RequestParam(defaultValue = "0") int from, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var h = open(id, actor);
            var view = FormView.blank(counts(h));
            page(h, from).forEach(l -> view.withLine("item", l.itemId()).withLine("counted", l.counted() == null ? "" : l.counted()).withLine("words", l.words()));
            return countPage(h, from, view);
        });
    }

    /** What is left blank is not counted yet. */
    @PostMapping(PATH + "/{id}/count")
    @Allow(everyone = true)
    Object count(@PathVariable UUID id, @RequestParam(defaultValue = "0") int from, HttpServletRequest request, Actor actor) {
        var h = tenancy.read(actor.schoolId(), () -> open(id, actor));
        var next = from + PAGE < h.lines().size() ? PATH + "/" + id + "/count?from=" + (from + PAGE) + "&did=handover-counted" : PATH + "/" + id + "?did=handover-counted";
        return submissions.post(request, actor, counts(h), next, in -> service.count(actor, id, read(in)), view -> countPage(h, from, view));
    }

    @PostMapping(PATH + "/{id}/signature")
    @Allow(everyone = true)
    Object sign(@PathVariable UUID id, @RequestParam int version, HttpServletRequest request, Actor actor) {
        tenancy.read(actor.schoolId(), () -> open(id, actor));
        return submissions.post(request, actor, Form.BUTTON, PATH + "/" + id + "?did=handover-signed", in -> service.sign(actor, id, version), view -> document(handover(id, actor), actor, view));
    }

    @GetMapping(PATH + "/{id}/cancellation")
    @Allow(everyone = true)
    ModelAndView stopping(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> stopPage(open(id, actor), FormView.blank(REASON)));
    }

    /** Stopped for good, or frozen anew because something has moved since. */
    @PostMapping(PATH + "/{id}/cancellation")
    @Allow(everyone = true)
    Object stop(@PathVariable UUID id, @RequestParam(defaultValue = "anew") String then, HttpServletRequest request, Actor actor) {
        var h = tenancy.read(actor.schoolId(), () -> open(id, actor));
        var next = Ids.next();
        var only = "only".equals(then);
        return submissions.post(request, actor, REASON, PATH + "/" + (only ? id + "?did=handover-cancelled" : next + "?did=handover-anew"), in -> {
            if (only) service.cancel(actor, id, in.text("reason"));
            else service.refreeze(actor, id, next, in.text("reason"));
        }, view -> stopPage(h, view));
    }

    @PostMapping(PATH + "/{id}/prints")
    @Allow(everyone = true)
    RedirectView print(@PathVariable UUID id, Actor actor) {
        var h = tenancy.read(actor.schoolId(), () -> handover(id, actor));
        return prints.count(actor, pages.ref(h), PATH + "/" + id + "/prints");
    }

    @GetMapping(PATH + "/{id}/prints/{nth}")
    @Allow(everyone = true)
    ResponseEntity<byte[]> printed(@PathVariable UUID id, @PathVariable int nth, Actor actor) {
        var h = tenancy.read(actor.schoolId(), () -> handover(id, actor));
        return prints.drawList(actor, pages.ref(h), nth, pages.paper(h));
    }

    /** 保管责任书: what the receiver answers for from the day on which all have signed. */
    @PostMapping(PATH + "/{id}/charges")
    @Allow(everyone = true)
    RedirectView charge(@PathVariable UUID id, Actor actor) {
        var h = tenancy.read(actor.schoolId(), () -> handover(id, actor));
        return prints.count(actor, pages.ref(h), PATH + "/" + id + "/charges");
    }

    @GetMapping(PATH + "/{id}/charges/{nth}")
    @Allow(everyone = true)
    ResponseEntity<byte[]> printedCharge(@PathVariable UUID id, @PathVariable int nth, HttpServletRequest request, Actor actor) {
        var h = tenancy.read(actor.schoolId(), () -> handover(id, actor));
        return prints.draw(request, actor, pages.ref(h), nth, pages.charge(h), PATH + "/" + id);
    }

    /** The lists are read by those who answer for the stores and those who sign; for others they are not there. */
    private Handover handover(UUID id, Actor actor) {
        var h = service.find(id).orElseThrow(NotFound::new);
        if (!Slips.readsAll(actor) && h.signers().stream().noneMatch(s -> s.id().equals(actor.employeeId()))) throw new NotFound();
        return h;
    }

    private Handover open(UUID id, Actor actor) {
        var h = handover(id, actor);
        if (!h.isOpen()) throw new NotFound();
        return h;
    }

    private static List<Handover.Line> page(Handover h, int from) {
        return h.lines().stream().skip(Math.max(0, from)).limit(PAGE).toList();
    }

    /** A count may be nothing, which no QUANTITY is. */
    private static Form counts(Handover h) {
        return Form.of("stores.handover-count").lineChoice("item", () -> names(h)).optionalLine("counted", PRICE).optionalLine("words", TEXT);
    }

    private static Map<String, String> names(Handover h) {
        var all = new LinkedHashMap<String, String>();
        h.lines().forEach(l -> all.put(l.itemId().toString(), l.name() + "（" + l.unit() + "） " + l.code()));
        return all;
    }

    private static List<Handover.Count> read(Typed in) {
        return in.lines().stream().filter(l -> l.optional("counted") != null)
                .map(l -> new Handover.Count(UUID.fromString(l.text("item")), new Quantity(l.price("counted").setScale(3, RoundingMode.HALF_UP)), l.optional("words"))).toList();
    }

    private ModelAndView document(Handover h, Actor actor, FormView view) {
        return new ModelAndView("web/document", Map.of("page", pages.document(h, actor, view)));
    }

    private ModelAndView beginPage(UUID warehouse, FormView view) {
        var w = warehouses.warehouse(warehouse);
        return page(FormPage.of(messages.say("stores.handover.begin", w.name()), "/stores/warehouses", messages.say("stores.warehouse.title"), "/stores/warehouses/" + warehouse + "/handover", view,
                messages.say("stores.handover.freeze")).lead(messages.say("stores.handover.lead", w.keeper() == null ? "—" : w.keeper())));
    }

    private ModelAndView countPage(Handover h, int from, FormView view) {
        var last = Math.min(from + PAGE, h.lines().size());
        return page(FormPage.of(messages.say("stores.handover-count.title", h.warehouse()), PATH + "/" + h.id(), messages.say("stores.handover.one"), PATH + "/" + h.id() + "/count?from=" + from, view,
                messages.say("stores.handover-count.save")).lead(messages.say("stores.handover-count.lead", from + 1, last, h.lines().size())));
    }

    private ModelAndView stopPage(Handover h, FormView view) {
        return page(FormPage.of(messages.say("stores.handover-stop.title"), PATH + "/" + h.id(), messages.say("stores.handover.one"), PATH + "/" + h.id() + "/cancellation", view,
                messages.say("stores.handover-stop.anew")).or("only", messages.say("stores.handover-stop.only")).lead(messages.say("stores.handover-stop.lead")));
    }

    private static ModelAndView page(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page));
    }
}
