package org.zongwu.stores.variance;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Series;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Countable.Variance;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Ledger;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.Shift;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/**
 * Writes the 盘盈盘亏单 of an accepted difference (R-AST-5): losses leave at the card's average, gains come at it or, on an empty
 * card, at the price of the last receipt; both stand in 1902 until they are disposed of.
 */
@Service
class VarianceService {
    static final String SERIES = "PY";
    static final String TYPE = "stores.variance";
    static final String PATH = "/stores/variances";

    private final VarianceRepository variances;
    private final ShelfRepository shelf;
    private final StockService stock;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final Terms terms;
    private final Ledger ledger;
    private final Series series;
    private final Trail trail;
    private final Clock clock;

    VarianceService(VarianceRepository variances, ShelfRepository shelf, StockService stock, ItemService items, WarehouseService warehouses, Terms terms, Ledger ledger, Series series, Trail trail, Clock clock) {
        this.variances = variances;
        this.shelf = shelf;
        this.stock = stock;
        this.items = items;
        this.warehouses = warehouses;
        this.terms = terms;
        this.ledger = ledger;
        this.series = series;
        this.trail = trail;
        this.clock = clock;
    }

    /** Within the transaction in which it was accepted. */
    WorkRef post(Actor approver, Variance accepted) {
        var warehouse = warehouses.warehouse(accepted.placeId());
        var day = accepted.day();
        if (!approver.holds(Duty.GA_DIRECTOR)) throw new RuleBroken("R-AST-5", "rule.stores.variance.director");
        if (approver.employeeId().equals(warehouses.keeperOn(warehouse.id(), day).orElse(null))) throw new RuleBroken("R-AST-6", "rule.stores.variance.keeper", warehouse.name());
        var cards = shelf.lock(warehouse.id(), accepted.lines().stream().map(Variance.Line::thingId).toList());
        var lost = new TreeMap<UUID, Quantity>();
        var found = new TreeMap<UUID, Goods>();
        for (var line : accepted.lines()) {
            if (line.difference().isPositive()) found.put(line.thingId(), new Goods(line.difference(), worth(warehouse.id(), line, cards)));
            else lost.put(line.thingId(), line.difference().negated());
        }
        var losses = stock.take(warehouse.id(), day, lost);
        var gains = found.isEmpty() ? List.<Shift>of() : stock.put(warehouse.id(), day, found);
        var amounts = new HashMap<UUID, Money>();
        for (var shift : losses) amounts.put(shift.itemId(), shift.change().amount());
        for (var shift : gains) amounts.put(shift.itemId(), shift.change().amount());
        var lines = accepted.lines().stream().map(l -> new PostedVariance.Line(l.thingId(), l.book(), l.counted(), l.difference(), amounts.get(l.thingId()), l.reason())).toList();
        var posted = new PostedVariance(accepted.id(), series.next(SERIES, day.getYear()), warehouse.id(), day, term(day), accepted.campaign().id(), accepted.campaign().no(), accepted.campaignName(),
                accepted.preparedBy(), accepted.preparedAt(), approver.employeeId(), warehouse.keeperId(), clock.instant(), lines);
        var document = new WorkRef(TYPE, posted.id(), posted.no());
        var entries = ledger.post("STORES_VARIANCE", "LOSS", day, document, accepted.campaignName(), posted.loss())
                .and(ledger.post("STORES_VARIANCE", "GAIN", day, document, accepted.campaignName(), posted.gain()));
        variances.insert(posted);
        trail.write(approver, "posted", document, null, variances.images(posted.id()).and(entries).and(moves(MoveKind.COUNT_LOSS, posted, document, losses)).and(moves(MoveKind.COUNT_GAIN, posted, document, gains)));
        return document;
    }

    Optional<UUID> idOf(String no) {
        return variances.idOf(no);
    }

    private Images moves(MoveKind kind, PostedVariance posted, WorkRef document, List<Shift> shifts) {
        return shifts.isEmpty() ? Images.none() : stock.record(kind, Grade.WORKED, document, posted.campaign(), posted.warehouseId(), posted.day(), shifts);
    }

    private Money worth(UUID warehouseId, Variance.Line line, Map<UUID, Goods> cards) {
        var average = cards.getOrDefault(line.thingId(), Goods.NOTHING).unitCost();
        var price = average != null ? average : shelf.unitCost(warehouseId, line.thingId()).orElse(line.price());
        if (price == null) throw new RuleBroken("R-AST-5", "rule.stores.variance.no-price", items.item(line.thingId()).label());
        return Money.ofYuan(line.difference().value().multiply(price).setScale(2, RoundingMode.HALF_UP));
    }

    private @Nullable UUID term(LocalDate day) {
        return terms.on(day).map(Term::id).orElse(null);
    }
}
