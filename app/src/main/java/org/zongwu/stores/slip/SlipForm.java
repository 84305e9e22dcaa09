package org.zongwu.stores.slip;

import static org.zongwu.web.Form.Kind.MONEY;
import static org.zongwu.web.Form.Kind.PICK;
import static org.zongwu.web.Form.Kind.QUANTITY;
import static org.zongwu.web.Form.Kind.TEXT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.slip.SlipKind.Blank;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Typed;

/** The form of one kind: what is typed, and what it means. */
final class SlipForm {
    static final Form REVERSAL = Form.of("stores.reversal").area("reason");
    /** What may pay for goods whose invoice has come. */
    private static final List<String> FUNDINGS = List.of("FISCAL", "OWN", "CREDIT");
    private static final List<String> PURPOSES = List.of("TEACHING", "ADMIN");

    private final SlipKind kind;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final Messages messages;
    private final Form form;

    SlipForm(SlipKind kind, ItemService items, WarehouseService warehouses, Messages messages) {
        this.kind = kind;
        this.items = items;
        this.warehouses = warehouses;
        this.messages = messages;
        form = Form.of(kind.key());
        kind.blanks().forEach(this::add);
        form.line("item", PICK, "/stores/items/pick").line("quantity", QUANTITY, null).optionalLine("unit", TEXT);
        if (kind.asksLot()) form.optionalLine("lot", TEXT);
        if (kind.asksAmount()) form.line("amount", MONEY, null);
    }

    private void add(Blank blank) {
        switch (blank) {
            case SOURCE -> form.pick("source", kind.path() + "/sources");
            case WAREHOUSE -> form.choice("warehouse", this::warehouseNames);
            case TARGET -> form.choice("target", this::warehouseNames);
            case REASON -> form.choice("reason", this::reasons);
            case FUNDING -> form.choice("funding", () -> words("stores.funding.", FUNDINGS));
            case PURPOSE -> form.choice("purpose", () -> words("stores.purpose.", PURPOSES));
            case INVOICE -> form.text("invoice");
            case REMARK -> remark();
            case FILE -> form.file("file").optional();
        }
    }

    /** A reason wants words. */
    private void remark() {
        form.text("remark");
        if (!kind.asks(Blank.REASON)) form.optional();
        form.wide();
    }

    Form form() {
        return form;
    }

    FormView filled(SlipContent c, List<String> codes) {
        var view = FormView.blank(form).with("source", c.sourceNo()).with("warehouse", c.warehouseId()).with("target", c.targetId()).with("reason", c.reason())
                .with("funding", c.funding()).with("purpose", c.purpose()).with("invoice", c.invoiceNo()).with("remark", c.remark());
        if (c.warehouseId() == null && warehouses.all().size() == 1) view.with("warehouse", warehouses.all().getFirst().id());
        for (var i = 0; i < c.lines().size(); i++) {
            var l = c.lines().get(i);
            view.withLine("item", codes.get(i)).withLine("quantity", l.quantity()).withLine("unit", l.unit()).withLine("lot", l.lotNo()).withLine("amount",
                    l.amount() == null ? null : l.amount().yuan());
        }
        return view;
    }

    SlipContent read(Typed in, LocalDate today) {
        var lines = in.lines().stream().map(l -> {
            var item = items.typed(l.field("item"), l.text("item"));
            var unit = l.optional("unit");
            return new SlipContent.Line(item.id(), unit == null ? item.unit() : item.requireUnit(l.field("unit"), unit), l.quantity("quantity"),
                    kind.asksAmount() ? l.money("amount") : null,
                    kind.asksLot() ? l.optional("lot") : null);
        }).toList();
        return new SlipContent(id(in, Blank.WAREHOUSE, "warehouse"), id(in, Blank.TARGET, "target"), null, text(in, Blank.SOURCE, "source"), null, null, today,
                text(in, Blank.REASON, "reason"),
                text(in, Blank.FUNDING, "funding"), text(in, Blank.PURPOSE, "purpose"), text(in, Blank.INVOICE, "invoice"), text(in, Blank.REMARK, "remark"), lines);
    }

    private @Nullable String text(Typed in, Blank blank, String name) {
        return kind.asks(blank) ? in.optional(name) : null;
    }

    private @Nullable UUID id(Typed in, Blank blank, String name) {
        var typed = text(in, blank, name);
        return typed == null ? null : UUID.fromString(typed);
    }

    private Map<String, String> warehouseNames() {
        var all = new LinkedHashMap<String, String>();
        warehouses.all().forEach(w -> all.put(w.id().toString(), w.name()));
        return all;
    }

    private Map<String, String> reasons() {
        return words(kind.key() + ".reason.", kind.reasons());
    }

    private Map<String, String> words(String prefix, List<String> names) {
        var all = new LinkedHashMap<String, String>();
        names.forEach(n -> all.put(n, messages.say(prefix + n)));
        return all;
    }
}
