package org.zongwu.stores.price;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Unit;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.stock.Readers;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;

/** 采购价格: purchase by purchase, and the suppliers of each item beside each other. */
@Controller
@Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, BUYER})
class PriceController {
    static final String PATH = "/stores/prices";
    static final String SUPPLIERS = PATH + "/suppliers";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<UUID> ITEM = field(name("r", "item_id"), UUID.class);
    private static final Field<UUID> SUPPLIER_ID = field(name("r", "supplier_id"), UUID.class);
    private static final Field<UUID> RECEIPT = field(name("r", "receipt_id"), UUID.class);
    private static final Field<String> STATE = text("state");
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);

    private final PriceBooks books;
    private final ItemService items;
    private final Registers registers;
    private final Register purchases;
    /** For who may see what was paid, but not everybody's documents. */
    private final Register purchasesAlone;
    private final Register suppliers;

    PriceController(PriceBooks books, ItemService items, Registers registers, Messages messages) {
        this.books = books;
        this.items = items;
        this.registers = registers;
        purchases = purchases(Column.code("no", text("no")).link(r -> "/stores/receipts/" + r.get(RECEIPT)));
        purchasesAlone = purchases(Column.code("no", text("no")));
        suppliers = Register.of("stores.price.supplier", SUPPLIERS)
                .columns(Column.code("code", text("code")).link(r -> PATH + "?item=" + r.get(ITEM) + "&supplier=" + r.get(SUPPLIER_ID)), Column.text("name", text("name")), Column.text("spec", text("spec")),
                        Column.text("unit", text("unit")), Column.text("supplier", text("supplier")), Column.count("times", field(name("r", "times"), Integer.class)), quantity("quantity"),
                        price("last"), Column.date("day", DAY), price("lowest"), price("average"), price("highest"), Column.status("state", STATE, "stores.price.state", PriceController::mark))
                .with(ITEM, SUPPLIER_ID).finds(this::found).choice("state", STATE, () -> states(messages)).hiddenFilter("item", ITEM, "name").hiddenFilter("supplier", SUPPLIER_ID, "supplier")
                .order("code", text("key")).phone("name", "last", List.of("supplier", "day"), "state").link("stores.price.all", PATH);
    }

    private Register purchases(Column no) {
        return Register.of("stores.price", PATH)
                .columns(Column.date("day", DAY), no, Column.code("code", text("code")).link(r -> "/stores/cards/" + r.get(ITEM)), Column.text("name", text("name")), Column.text("spec", text("spec")),
                        Column.text("supplier", text("supplier")).counted(SUPPLIER_ID, Unit.PARTY), Column.text("unit", text("unit")), quantity("quantity"), price("price"), price("before"),
                        quantity("change"), Column.word("funding", text("funding"), "stores.funding"))
                .with(ID, RECEIPT, ITEM, SUPPLIER_ID).finds(this::found).days(DAY).flag("risen", field(name("r", "change"), BigDecimal.class).gt(BigDecimal.ZERO))
                .hiddenFilter("item", ITEM, "name").hiddenFilter("supplier", SUPPLIER_ID, "supplier")
                .order("-day", ID).phone("name", "price", List.of("day", "supplier"), "unit").link("stores.price.by-supplier", SUPPLIERS);
    }

    @GetMapping(PATH)
    Object purchases(HttpServletRequest request, Actor actor) {
        return registers.show(Readers.all(actor) ? purchases : purchasesAlone, books::rows, request, actor);
    }

    @GetMapping(SUPPLIERS)
    Object suppliers(HttpServletRequest request, Actor actor) {
        return registers.show(suppliers, books::suppliers, request, actor);
    }

    /** Words for a thing, or a supplier's name or initials. */
    private Condition found(String words) {
        return items.finds(ITEM, words).or(text("supplier").contains(words.strip())).or(text("supplier_pinyin").startsWith(words.strip().toLowerCase(Locale.ROOT)));
    }

    private static Field<String> text(String column) {
        return field(name("r", column), String.class);
    }

    private static Column price(String column) {
        return Column.price(column, field(name("r", column), BigDecimal.class));
    }

    private static Column quantity(String column) {
        return Column.quantity(column, field(name("r", column), BigDecimal.class));
    }

    private static Column.Mark mark(String state) {
        return "LOWEST".equals(state) ? Column.Mark.OK : "HIGHER".equals(state) ? Column.Mark.WAIT : Column.Mark.PLAIN;
    }

    private static Map<String, String> states(Messages messages) {
        var all = new LinkedHashMap<String, String>();
        for (var state : List.of("LOWEST", "HIGHER", "ONLY")) all.put(state, messages.say("stores.price.state." + state));
        return all;
    }
}
