package org.zongwu.stores.kit;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.school.Terms;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Printer;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Shown;
import org.zongwu.web.Submissions;

/** 开学发放: the register, the one act, the proof on one page, and the list that the classes sign. */
@Controller
@RequestMapping(HandoutController.PATH)
@Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, AUDIT_MEMBER})
class HandoutController {
    static final String PATH = "/stores/handouts";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<LocalDate> DUE = field(name("r", "due_on"), LocalDate.class);
    private static final Field<Integer> CLASSES = field(name("r", "classes"), Integer.class);

    private final HandoutService service;
    private final HandoutRepository handouts;
    private final WarehouseService warehouses;
    private final Terms terms;
    private final Registers registers;
    private final Submissions submissions;
    private final Printer printer;
    private final Schools schools;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;
    private final Form form;
    private final Register register = Register.of("stores.handout", PATH)
            .columns(Column.code("no", field(name("r", "no"), String.class)).link(r -> PATH + "/" + r.get(ID)), Column.text("kit", field(name("r", "kit"), String.class)),
                    Column.text("warehouse", field(name("r", "warehouse"), String.class)), Column.date("day", field(name("r", "day"), LocalDate.class)), Column.date("due", DUE),
                    Column.count("classes", CLASSES).summed(), Column.count("done", field(name("r", "done"), Integer.class)).summed(),
                    Column.rate("on-time", field(name("r", "on_time"), Integer.class), CLASSES))
            .with(ID).words(field(name("r", "no"), String.class), field(name("r", "kit"), String.class)).days(DUE).flag("open", field(name("r", "open"), Boolean.class).isTrue())
            .order("-due", ID).phone("kit", "done", List.of("no", "due", "warehouse"), "classes").creates(PATH + "/new", STOREKEEPER).link("stores.kit.title", "/stores/kits");

    HandoutController(HandoutService service, HandoutRepository handouts, WarehouseService warehouses, Terms terms, Registers registers, Submissions submissions, Printer printer, Schools schools,
            Messages messages, Tenancy tenancy, Clock clock) {
        this.service = service;
        this.handouts = handouts;
        this.warehouses = warehouses;
        this.terms = terms;
        this.registers = registers;
        this.submissions = submissions;
        this.printer = printer;
        this.schools = schools;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        form = Form.of("stores.handout").choice("kit", this::kits).choice("warehouse", this::names).day("day").day("due");
    }

    @GetMapping
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, handouts::rows, request, actor);
    }

    @GetMapping("/new")
    @Allow(STOREKEEPER)
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var today = LocalDate.now(clock);
            var opens = terms.on(today).map(t -> t.opensOn()).filter(d -> !d.isBefore(today)).orElse(today);
            var view = FormView.blank(form).with("day", today).with("due", opens);
            handouts.kits().stream().findFirst().ifPresent(k -> view.with("kit", k.id()));
            warehouses.keptBy(actor.employeeId()).stream().findFirst().ifPresent(w -> view.with("warehouse", w));
            return page(view);
        });
    }

    @PostMapping
    @Allow(STOREKEEPER)
    Object open(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, form, PATH + "/" + id + "?did=handed-out",
                in -> service.open(actor, id, UUID.fromString(in.text("kit")), UUID.fromString(in.text("warehouse")), in.day("day"), in.day("due")), this::page);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("stores/kit/show", Map.of("handout", service.handout(id))));
    }

    /** 开学物品发放签收表, a line a class, to be signed by hand. */
    @GetMapping("/{id}/paper")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, Actor actor) {
        var handout = tenancy.read(actor.schoolId(), () -> service.handout(id));
        return printer.pdf(schools.find(actor.schoolId()).orElseThrow().name(), "stores/kit/paper", Map.of("handout", handout, "at", Shown.fullTime(clock.instant())), handout.no());
    }

    private Map<String, String> kits() {
        var all = new LinkedHashMap<String, String>();
        handouts.kits().forEach(k -> all.put(k.id().toString(), k.name()));
        return all;
    }

    private Map<String, String> names() {
        var all = new LinkedHashMap<String, String>();
        warehouses.all().forEach(w -> all.put(w.id().toString(), w.name()));
        return all;
    }

    private ModelAndView page(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stores.handout.new"), PATH, messages.say("stores.handout.title"), PATH, view, messages.say("stores.handout.do"))
                .lead(messages.say("stores.handout.form-lead"))));
    }
}
