package org.zongwu.stores.receipt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Messages;

/** Takes over what a file says lay in a warehouse when the books began: one opening, without signatures, of grade IMPORTED. */
@Service
public class OpeningService {
    private final ReceiptService receipts;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final StockService stock;
    private final Terms terms;
    private final Series series;
    private final Tenancy tenancy;
    private final Messages messages;
    private final Clock clock;

    OpeningService(ReceiptService receipts, ItemService items, WarehouseService warehouses, StockService stock, Terms terms, Series series, Tenancy tenancy, Messages messages,
            Clock clock) {
        this.receipts = receipts;
        this.items = items;
        this.warehouses = warehouses;
        this.stock = stock;
        this.terms = terms;
        this.series = series;
        this.tenancy = tenancy;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction.
     *
     * @param lines priced, above zero, each item once
     * @return the opening
     */
    public WorkRef post(Actor actor, UUID warehouseId, LocalDate day, List<ReceiptContent.Line> lines) {
        if (!actor.holdsAny(Duty.STOREKEEPER, Duty.GA_DIRECTOR)) throw new RuleBroken("R-RCV-3", "rule.stores.receipt.may-not-write");
        return tenancy.write(actor.schoolId(), () -> {
            var known = items.byIds(lines.stream().map(ReceiptContent.Line::itemId).toList());
            var goods = new LinkedHashMap<UUID, Goods>();
            for (var l : lines) goods.merge(l.itemId(), new Goods(known.get(l.itemId()).inBaseUnits(l.unit(), l.quantity()), l.worth()), Goods::plus);
            var shifts = stock.put(warehouseId, day, goods);
            var posted = lines.stream().map(l -> new PostedReceipt.Line(l.itemId(), l.unit(), l.quantity(), known.get(l.itemId()).inBaseUnits(l.unit(), l.quantity()), l.price(), l.worth())).toList();
            var keeper = warehouses.keeperOn(warehouseId, day).orElseGet(() -> warehouses.warehouse(warehouseId).keeperId());
            var now = clock.instant();
            var opening = new PostedReceipt(Ids.next(), series.next(ReceiptService.SERIES, day.getYear()), warehouseId, Funding.OPENING, null, null, day,
                    terms.on(day).map(Term::id).orElse(null), null, null, null, null, null, null, actor.employeeId(), now, keeper, null, null, null, Grade.IMPORTED, now, posted);
            receipts.insert(actor, opening, shifts);
            return new WorkRef(ReceiptService.TYPE, opening.id(), opening.no());
        });
    }

    /**
     * Takes an opening back that an import posted: the red document bears the same day, so that no term ever had the goods.
     *
     * @return what has moved on the same cards since; then nothing was done
     */
    public List<Dependent> takeBack(Actor actor, UUID openingId, String reason) {
        if (!actor.holdsAny(Duty.STOREKEEPER, Duty.GA_DIRECTOR)) throw new RuleBroken("R-RCV-3", "rule.stores.receipt.may-not-write");
        return tenancy.write(actor.schoolId(), () -> {
            var opening = receipts.imported(openingId);
            var since = stock.others(opening.warehouseId(), opening.goods().keySet(), openingId).stream().filter(o -> !receipts.isTakenBack(o.id())).toList();
            if (since.isEmpty()) receipts.takeBack(actor, opening, reason);
            return since.stream().map(o -> new Dependent(messages.say("object." + o.type()) + " " + o.no(), o)).toList();
        });
    }

    /** Whether anything of the item has ever come into the warehouse: then it has had its opening. */
    public boolean hasMoved(UUID warehouseId, UUID itemId) {
        return stock.hasMoved(warehouseId, itemId);
    }
}
