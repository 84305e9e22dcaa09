package org.zongwu.stores.shelf;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.STOREKEEPER;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** 货位: which item lies on which shelf; written in a grid that takes a paste from a spreadsheet. */
@Controller
@RequestMapping(ShelfController.PATH)
@Allow({STOREKEEPER, ASSET_ADMIN, GA_DIRECTOR})
class ShelfController {
    static final String PATH = "/stores/shelves";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> SHELF = field(name("r", "shelf"), String.class);

    private final Shelves shelves;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Register register;
    private final Form form;

    ShelfController(Shelves shelves, ItemService items, WarehouseService warehouses, Registers registers, Submissions submissions, Messages messages, Tenancy tenancy) {
        this.shelves = shelves;
        this.items = items;
        this.warehouses = warehouses;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        register = Register.of("stores.shelf", PATH)
                .columns(Column.text("shelf", SHELF), Column.code("code", field(name("r", "code"), String.class)).link(r -> "/stores/cards/" + r.get(ID)),
                        Column.text("name", field(name("r", "name"), String.class)), Column.text("spec", field(name("r", "spec"), String.class)),
                        Column.text("warehouse", field(name("r", "warehouse"), String.class)), Column.text("unit", field(name("r", "unit"), String.class)),
                        Column.quantity("quantity", field(name("r", "quantity"), BigDecimal.class)))
                .with(ID).words(SHELF, field(name("r", "code"), String.class), field(name("r", "name"), String.class), field(name("r", "pinyin"), String.class))
                .choice("warehouse", field(name("r", "warehouse_id")), this::names).flag("unplaced", field(name("r", "unplaced"), Boolean.class).isTrue())
                .order("shelf", ID).phone("name", "quantity", java.util.List.of("code", "warehouse"), "shelf").creates(PATH + "/new", STOREKEEPER, ASSET_ADMIN, GA_DIRECTOR);
        form = Form.of("stores.shelf").choice("warehouse", this::names).line("item", Form.Kind.PICK, "/stores/items/pick").optionalLine("shelf", Form.Kind.TEXT);
    }

    @GetMapping
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, shelves::rows, request, actor);
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var view = FormView.blank(form);
            if (warehouses.all().size() == 1) view.with("warehouse", warehouses.all().getFirst().id());
            return page(view);
        });
    }

    @PostMapping
    Object place(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, form, PATH + "?did=saved", in -> {
            var places = new LinkedHashMap<UUID, String>();
            for (var line : in.lines()) places.put(items.typed(line.field("item"), line.text("item")).id(), Objects.requireNonNullElse(line.optional("shelf"), ""));
            shelves.place(actor, UUID.fromString(in.text("warehouse")), places);
        }, this::page);
    }

    private Map<String, String> names() {
        var all = new LinkedHashMap<String, String>();
        warehouses.all().forEach(w -> all.put(w.id().toString(), w.name()));
        return all;
    }

    private ModelAndView page(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stores.shelf.new"), PATH, messages.say("stores.shelf.title"), PATH, view, messages.say("stores.save"))
                .lead(messages.say("stores.shelf.form-lead"))));
    }
}
