package org.zongwu.stores.receipt;

import static org.zongwu.web.Form.Kind.DAY;
import static org.zongwu.web.Form.Kind.MONEY;
import static org.zongwu.web.Form.Kind.PICK;
import static org.zongwu.web.Form.Kind.PRICE;
import static org.zongwu.web.Form.Kind.QUANTITY;
import static org.zongwu.web.Form.Kind.TEXT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.parties.Parties;
import org.zongwu.school.People;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Typed;

/** The form of a 入库验收单: what is typed, and what it means. Who is still missing is said when it is submitted. */
@Component
class ReceiptForm {
    static final Form REVERSAL = Form.of("stores.reversal").area("reason");
    private static final String PEOPLE = "/school/employees/pick";

    private final Form form;
    private final ItemService items;
    private final People people;
    private final Parties parties;
    private final WarehouseService warehouses;
    private final Messages messages;

    ReceiptForm(ItemService items, People people, Parties parties, WarehouseService warehouses, Messages messages) {
        this.items = items;
        this.people = people;
        this.parties = parties;
        this.warehouses = warehouses;
        this.messages = messages;
        form = Form.of("stores.receipt").choice("warehouse", this::warehouseNames).choice("funding", this::fundings).day("day")
                .pick("supplier", "/parties/pick").optional().text("invoice").optional().pick("buyer", PEOPLE).optional()
                .pick("acceptor1", PEOPLE).optional().pick("acceptor2", PEOPLE).optional().text("remark").optional()
                .line("item", PICK, "/stores/items/pick").line("quantity", QUANTITY, null).optionalLine("unit", TEXT)
                .optionalLine("price", PRICE).optionalLine("amount", MONEY).optionalLine("lot", TEXT).optionalLine("expires", DAY);
    }

    Form form() {
        return form;
    }

    FormView blank(LocalDate today) {
        var view = FormView.blank(form).with("day", today).with("funding", Funding.FISCAL);
        if (warehouses.all().size() == 1) view.with("warehouse", warehouses.all().getFirst().id());
        return view;
    }

    FormView filled(ReceiptSlip slip) {
        var view = FormView.blank(form).with("warehouse", slip.warehouseId()).with("funding", slip.funding()).with("day", slip.day()).with("supplier", slip.supplier())
                .with("invoice", slip.invoiceNo()).with("buyer", written(slip.buyerId())).with("acceptor1", written(slip.acceptor1().employeeId()))
                .with("acceptor2", written(slip.acceptor2().employeeId())).with("remark", slip.remark());
        slip.lines().forEach(l -> view.withLine("item", l.code()).withLine("quantity", l.quantity()).withLine("unit", l.unit())
                .withLine("price", l.unitPrice() == null ? null : l.unitPrice().stripTrailingZeros().toPlainString()).withLine("amount", l.amount().isZero() ? null : l.amount().yuan())
                .withLine("lot", l.lotNo()).withLine("expires", l.expiresOn()));
        return view;
    }

    ReceiptContent read(Typed in) {
        var lines = in.lines().stream().map(l -> {
            var item = items.typed(l.field("item"), l.text("item"));
            var unit = l.optional("unit");
            return new ReceiptContent.Line(item.id(), unit == null ? item.unit() : item.requireUnit(l.field("unit"), unit), l.quantity("quantity"),
                    l.optional("price") == null ? null : l.price("price"), l.money("amount"), l.optional("lot"), l.day("expires"));
        }).toList();
        return new ReceiptContent(UUID.fromString(in.text("warehouse")), Funding.valueOf(in.text("funding")), supplier(in.optional("supplier")), person(in, "buyer"), in.day("day"),
                in.optional("invoice"), in.optional("remark"), person(in, "acceptor1"), person(in, "acceptor2"), lines);
    }

    Map<String, String> fundings() {
        var all = new LinkedHashMap<String, String>();
        for (var funding : Funding.values()) all.put(funding.name(), messages.say("stores.funding." + funding.name()));
        return all;
    }

    private Map<String, String> warehouseNames() {
        var all = new LinkedHashMap<String, String>();
        warehouses.all().forEach(w -> all.put(w.id().toString(), w.name()));
        return all;
    }

    private @Nullable UUID supplier(@Nullable String typed) {
        if (typed == null) return null;
        return parties.named(typed).orElseThrow(() -> RuleBroken.at("supplier", "R-RCV-5", "rule.stores.no-such-supplier", typed)).id();
    }

    private @Nullable UUID person(Typed in, String field) {
        var typed = in.optional(field);
        return typed == null ? null : people.typed(field, typed).id();
    }

    private @Nullable String written(@Nullable UUID employeeId) {
        return employeeId == null ? null : people.employee(employeeId).map(e -> e.name() + " " + e.staffNo()).orElse(null);
    }
}
