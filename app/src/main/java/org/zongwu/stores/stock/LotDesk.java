package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.school.Policies;
import org.zongwu.stores.warehouse.WarehouseService;

/** Lots whose last day is near or has passed, for the keeper of their warehouse; those that will not outlast the next term are used up first. */
@Component
class LotDesk implements TodoSource, PlanSource {
    private static final String DAYS = "stock.expiry.days";
    private static final String USUAL = "30";
    private static final int SHOWN = 20;
    private static final int NEXT_TERM_DAYS = 183;

    private final DSLContext db;
    private final Supply supply;
    private final Policies policies;
    private final WarehouseService warehouses;
    private final Clock clock;

    LotDesk(DSLContext db, Supply supply, Policies policies, WarehouseService warehouses, Clock clock) {
        this.db = db;
        this.supply = supply;
        this.policies = policies;
        this.warehouses = warehouses;
        this.clock = clock;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        if (!actor.holds(Duty.STOREKEEPER)) return List.of();
        var today = LocalDate.now(clock);
        var soon = today.plusDays(Integer.parseInt(policies.value(DAYS, today).orElse(USUAL)));
        var r = supply.lots(today);
        var expires = r.field("expires", LocalDate.class);
        return db.selectFrom(r).where(expires.le(soon), r.field("warehouse_id", UUID.class).in(warehouses.keptBy(actor.employeeId()))).orderBy(expires,
                r.field("id")).limit(SHOWN)
                .fetch(i -> new Todo(i.get("expired", Boolean.class) ? "todo.stores.expired" : "todo.stores.expires", i.get("name", String.class) + "　" + i.get("lot",
                        String.class),
                        new Quantity(i.get("quantity", BigDecimal.class)) + " " + i.get("unit", String.class) + "　" + i.get("warehouse", String.class),
                                i.get(expires), new Money(i.get("amount", Long.class)),
                        i.get("expired", Boolean.class) ? "/stores/scraps/new" : SupplyController.LOTS));
    }

    @Override
    public List<PlanItem> planItems(Span finished) {
        var until = finished.to().plusDays(NEXT_TERM_DAYS);
        var r = supply.lots(finished.to());
        var expires = r.field("expires", LocalDate.class);
        var coming = expires.gt(finished.to());
        var lots = db.select(count(), min(expires).filterWhere(coming), max(expires).filterWhere(coming)).from(r).where(expires.le(until)).fetchSingle();
        if (lots.value1() == 0) return List.of();
        return List.of(new PlanItem("stores.lot", "plan.stores.expiring", List.of(lots.value1()), lots.value1(), warehouses.keeper(), new Due(lots.value2(), lots.value3()),
                SupplyController.LOTS + "?to=" + until));
    }
}
