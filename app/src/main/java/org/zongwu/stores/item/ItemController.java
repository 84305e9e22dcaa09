package org.zongwu.stores.item;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.BUYER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
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

/** 物资台账: what there is of every item, its catalogue entry and its units. */
@Controller
@RequestMapping(ItemController.PATH)
class ItemController {
    static final String PATH = "/stores/items";
    private static final int SUGGESTIONS = 8;
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> CODE = field(name("r", "code"), String.class);
    private static final Field<String> NAME = field(name("r", "name"), String.class);
    private static final Field<String> CATEGORY = field(name("r", "category"), String.class);
    private static final Field<Boolean> LOW = field(name("r", "low"), Boolean.class);
    private static final Form UNIT = Form.of("stores.item-unit").text("unit").quantity("factor");

    private final ItemService service;
    private final ItemRepository items;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Register register;
    private final Form form;

    ItemController(ItemService service, ItemRepository items, Registers registers, Submissions submissions, Messages messages, Tenancy tenancy) {
        this.service = service;
        this.items = items;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        register = Register.of("stores.item", PATH)
                .columns(Column.code("code", CODE).link(r -> "/stores/cards/" + r.get(ID)), Column.text("name", NAME), Column.text("spec", field(name("r", "spec"))),
                        Column.text("category", CATEGORY), Column.text("unit", field(name("r", "unit"))), Column.quantity("quantity", field(name("r", "quantity"), BigDecimal.class)),
                        Column.money("amount", field(name("r", "amount"), Long.class)).summed(), Column.quantity("minimum", field(name("r", "minimum"), BigDecimal.class)),
                        Column.date("moved", field(name("r", "moved_on"), LocalDate.class)),
                        Column.status("low", LOW, "stores.item.low", low -> "true".equals(low) ? Column.Mark.WAIT : Column.Mark.END))
                .with(ID).finds(words -> items.finds(ID, words)).choice("category", CATEGORY, this::categoryNames)
                .flag("low-only", LOW.isTrue()).flag("in-stock", field(name("r", "quantity"), BigDecimal.class).gt(BigDecimal.ZERO))
                .order("code", ID).phone("name", "quantity", List.of("code", "category", "low"), "amount").creates(PATH + "/new", STOREKEEPER);
        form = Form.of("stores.item").text("code").text("name").text("spec").optional().text("unit").choice("category", this::categories)
                .quantity("minimum").optional().quantity("maximum").optional().text("aliases").optional().wide();
    }

    @GetMapping
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, BUYER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, items::rows, request, actor);
    }

    /** Suggestions for a line: what somebody may ask for is no secret. */
    @GetMapping("/pick")
    @ResponseBody
    @Allow(everyone = true)
    List<Form.Suggestion> pick(@RequestParam(defaultValue = "") String q, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> service.search(q, SUGGESTIONS).stream().map(i -> new Form.Suggestion(i.code(), i.label(), i.unit())).toList());
    }

    @GetMapping("/new")
    @Allow(STOREKEEPER)
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(messages.say("stores.item.new"), PATH, FormView.blank(form)));
    }

    @PostMapping
    @Allow(STOREKEEPER)
    Object create(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, form, PATH + "?did=saved", in -> service.create(actor, read(in)), view -> page(messages.say("stores.item.new"), PATH, view));
    }

    @GetMapping("/{id}/edit")
    @Allow(STOREKEEPER)
    ModelAndView edit(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var item = service.item(id);
            return page(item.label(), PATH + "/" + id, FormView.blank(form).with("code", item.code()).with("name", item.name()).with("spec", item.spec())
                    .with("unit", item.unit()).with("category", item.categoryId()).with("minimum", item.minimum()).with("maximum", item.maximum()).with("aliases", String.join(" ", item.aliases())));
        });
    }

    @PostMapping("/{id}")
    @Allow(STOREKEEPER)
    Object change(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, form, "/stores/cards/" + id + "?did=saved", in -> service.change(actor, id, read(in), true),
                view -> page(service.item(id).label(), PATH + "/" + id, view));
    }

    @GetMapping("/{id}/units/new")
    @Allow(STOREKEEPER)
    ModelAndView newUnit(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> unitPage(service.item(id), FormView.blank(UNIT)));
    }

    @PostMapping("/{id}/units")
    @Allow(STOREKEEPER)
    Object addUnit(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, UNIT, "/stores/cards/" + id + "?did=saved", in -> service.addUnit(actor, id, in.text("unit"), in.quantity("factor").value()),
                view -> unitPage(service.item(id), view));
    }

    private NewItem read(Typed in) {
        var aliases = in.optional("aliases");
        return new NewItem(in.text("code"), in.text("name"), in.optional("spec"), in.text("unit"), UUID.fromString(in.text("category")), in.quantity("minimum"), in.quantity("maximum"),
                aliases == null ? List.of() : Arrays.asList(aliases.split("[\\s,，、]+")));
    }

    private ModelAndView page(String title, String action, FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(title, PATH, messages.say("stores.item.title"), action, view, messages.say("stores.save"))));
    }

    private ModelAndView unitPage(Item item, FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stores.item-unit.title", item.label()), "/stores/cards/" + item.id(), item.label(),
                PATH + "/" + item.id() + "/units", view, messages.say("stores.save")).lead(messages.say("stores.item-unit.lead", item.unit()))));
    }

    private Map<String, String> categories() {
        var all = new LinkedHashMap<String, String>();
        service.categories().forEach(c -> all.put(c.id().toString(), c.name()));
        return all;
    }

    private Map<String, String> categoryNames() {
        var all = new LinkedHashMap<String, String>();
        service.categories().forEach(c -> all.put(c.name(), c.name()));
        return all;
    }
}
