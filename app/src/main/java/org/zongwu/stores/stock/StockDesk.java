package org.zongwu.stores.stock;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.SearchSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.warehouse.WarehouseService;

/** What runs low, and how an item is found. */
@Component
class StockDesk implements TodoSource, SearchSource, PlanSource {
    private static final int SHOWN = 20;

    private final DSLContext db;
    private final StockBooks books;
    private final ItemService items;
    private final WarehouseService warehouses;

    StockDesk(DSLContext db, StockBooks books, ItemService items, WarehouseService warehouses) {
        this.db = db;
        this.books = books;
        this.items = items;
        this.warehouses = warehouses;
    }

    /** For the storekeepers: everything below its minimum today, the emptiest first. */
    @Override
    public List<Todo> todos(Actor actor) {
        if (!actor.holds(Duty.STOREKEEPER)) return List.of();
        var s = books.low();
        var left = s.field("quantity", BigDecimal.class);
        var minimum = s.field("minimum", BigDecimal.class);
        return db.selectFrom(s).orderBy(left.div(minimum), s.field("code")).limit(SHOWN)
                .fetch(r -> new Todo("todo.stores.low", label(r), new Quantity(r.get(left)) + " / " + new Quantity(r.get(minimum)) + " " + r.get("unit", String.class), null, null,
                        "/stores/cards/" + r.get("id", UUID.class)));
    }

    /** By code, name, alias or pinyin initials. */
    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        return items.search(words, limit).stream().map(i -> new Hit("stores.item.one", i.label(), i.code() + "　" + i.category(), "/stores/cards/" + i.id(),
                i.code().equalsIgnoreCase(words))).toList();
    }

    @Override
    public List<PlanItem> planItems(Span finished) {
        var s = books.summary(finished, null);
        var low = db.selectFrom(s).where(s.field("low", Boolean.class).isTrue()).orderBy(s.field("code")).fetch(StockDesk::label);
        if (low.isEmpty()) return List.of();
        return List.of(new PlanItem("stores.stock", "plan.stores.low", List.of(low.size(), String.join("、", low.subList(0, Math.min(3, low.size())))), low.size(),
                warehouses.keeper(), "/stores/summary?from=" + finished.from() + "&to=" + finished.to() + "&low-only=yes"));
    }

    private static String label(Record r) {
        var spec = r.get("spec", String.class);
        return spec == null ? r.get("name", String.class) : r.get("name", String.class) + " " + spec;
    }
}
