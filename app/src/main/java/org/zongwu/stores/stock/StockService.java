package org.zongwu.stores.stock;

import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.MOVE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.item.ItemService;
import org.zongwu.trail.Images;

/**
 * Takes goods off the shelf and puts them on it, within the transaction of a document. One document changes the cards of one
 * warehouse, each once and in the order of their ids, so that two documents never wait for each other in a ring. The card is
 * ordered by {@code seq}, the order of posting; the business date may lie before that within the open period.
 */
@Service
public class StockService {
    private final StockRepository stock;
    private final ItemService items;
    private final Tenancy tenancy;
    private final Clock clock;

    StockService(StockRepository stock, ItemService items, Tenancy tenancy, Clock clock) {
        this.stock = stock;
        this.items = items;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * Takes goods at their moving average.
     *
     * @param wanted base units by item, all above zero
     * @throws RuleBroken {@code R-ISS-1} when there is not enough, {@code R-STK-5} for a day to come, {@code R-STK-6} for a day
     *         before the last goods came in
     */
    public List<Shift> take(UUID warehouseId, LocalDate day, Map<UUID, Quantity> wanted) {
        requireNotInFuture(day);
        var shifts = new ArrayList<Shift>();
        for (var w : new TreeMap<>(wanted).entrySet()) {
            shifts.add(stock.take(warehouseId, w.getKey(), w.getValue(), day).orElseThrow(() -> shortOf(warehouseId, w.getKey(), w.getValue(), day)));
        }
        return shifts;
    }

    /** Puts goods on the shelf at their cost. */
    public List<Shift> put(UUID warehouseId, LocalDate day, Map<UUID, Goods> goods) {
        requireNotInFuture(day);
        var sorted = new TreeMap<>(goods);
        stock.openCards(warehouseId, List.copyOf(sorted.keySet()));
        var shifts = new ArrayList<Shift>();
        sorted.forEach((item, g) -> shifts.add(stock.put(warehouseId, item, g, day)));
        return shifts;
    }

    /**
     * Takes out again what a receipt brought, at the amounts it brought it for.
     *
     * @throws RuleBroken {@code R-RCV-6} when the goods are no longer there; {@code R-RCV-7} when what remains would be worth less
     *         than nothing, or nothing would remain and still be worth something
     */
    public List<Shift> takeBack(UUID warehouseId, LocalDate day, Map<UUID, Goods> goods) {
        requireNotInFuture(day);
        var shifts = new ArrayList<Shift>();
        for (var g : new TreeMap<>(goods).entrySet()) {
            shifts.add(stock.takeBack(warehouseId, g.getKey(), g.getValue(), day).orElseThrow(() -> cannotTakeBack(warehouseId, g.getKey(), g.getValue(), day)));
        }
        return shifts;
    }

    /**
     * Lends goods: they stay on the card at their worth, and lie on the shelf no more.
     *
     * @return the cards, for the caller's trail record
     * @throws RuleBroken {@code R-ISS-1}, {@code R-STK-5}, {@code R-STK-6} as {@link #take}
     */
    public Images lend(UUID warehouseId, LocalDate day, Map<UUID, Quantity> wanted) {
        requireNotInFuture(day);
        new TreeMap<>(wanted).forEach((item, quantity) -> {
            if (!stock.lend(warehouseId, item, quantity, day)) throw shortOf(warehouseId, item, quantity, day);
        });
        return cards(warehouseId, wanted.keySet());
    }

    /** Lent goods lie on the shelf again. */
    public Images takeIn(UUID warehouseId, LocalDate day, Map<UUID, Quantity> returned) {
        requireNotInFuture(day);
        new TreeMap<>(returned).forEach((item, quantity) -> {
            if (!stock.takeIn(warehouseId, item, quantity)) throw new IllegalStateException(item + " was not lent " + quantity + " times");
        });
        return cards(warehouseId, returned.keySet());
    }

    /** Lent goods do not come back: they leave the card at its moving average. */
    public List<Shift> lose(UUID warehouseId, LocalDate day, Map<UUID, Quantity> lost) {
        takeIn(warehouseId, day, lost);
        return take(warehouseId, day, lost);
    }

    private Images cards(UUID warehouseId, Collection<UUID> items) {
        return Images.of(BALANCE, BALANCE.SCHOOL_ID.eq(tenancy.current()).and(BALANCE.WAREHOUSE_ID.eq(warehouseId)).and(BALANCE.ITEM_ID.in(items)));
    }

    /** Writes the moves of a document on the cards. Once its number is known: last. */
    public Images record(MoveKind kind, Grade grade, WorkRef document, UUID warehouseId, LocalDate day, List<Shift> shifts) {
        return record(kind, grade, document, null, warehouseId, day, shifts);
    }

    /** The same, with what the card says beside the number, where the document names nobody that the card could name. */
    public Images record(MoveKind kind, Grade grade, WorkRef document, @Nullable String memo, UUID warehouseId, LocalDate day, List<Shift> shifts) {
        stock.insertMoves(kind, grade, document, memo, warehouseId, day, clock.instant(), shifts);
        return Images.of(MOVE, MOVE.SCHOOL_ID.eq(tenancy.current()).and(MOVE.OBJECT_ID.eq(document.id())))
                .and(cards(warehouseId, shifts.stream().map(Shift::itemId).toList()));
    }

    /** What lies there now; nothing when the warehouse never had it. */
    public Goods onHand(UUID warehouseId, UUID itemId) {
        return stock.onHand(warehouseId, itemId).map(StockRepository.OnHand::goods).orElse(Goods.NOTHING);
    }

    /** Whether anything has ever come in, and not been taken back as if it had not. */
    public boolean hasMoved(UUID warehouseId, UUID itemId) {
        return stock.onHand(warehouseId, itemId).isPresent() && !stock.isTakenBack(warehouseId, itemId);
    }

    /** The documents besides this one that have moved these items in the warehouse. */
    public List<WorkRef> others(UUID warehouseId, Collection<UUID> items, UUID document) {
        return stock.others(warehouseId, items, document).stream()
                .map(o -> new WorkRef(o.kind().document(), o.documentId(), o.documentNo())).toList();
    }

    private void requireNotInFuture(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) throw RuleBroken.at("day", "R-STK-5", "rule.stores.day-to-come", day);
    }

    private RuleBroken shortOf(UUID warehouseId, UUID itemId, Quantity wanted, LocalDate day) {
        var item = items.item(itemId);
        var there = stock.onHand(warehouseId, itemId);
        var quantity = there.map(StockRepository.OnHand::onShelf).orElse(Quantity.ZERO);
        if (wanted.exceeds(quantity)) return new RuleBroken("R-ISS-1", "rule.stores.not-enough", item.label(), wanted, item.unit(), quantity);
        return RuleBroken.at("day", "R-STK-6", "rule.stores.before-it-came", item.label(), day, there.orElseThrow().receivedOn());
    }

    private RuleBroken cannotTakeBack(UUID warehouseId, UUID itemId, Goods goods, LocalDate day) {
        var item = items.item(itemId);
        var there = stock.onHand(warehouseId, itemId).orElseThrow();
        if (goods.quantity().exceeds(there.onShelf())) {
            return new RuleBroken("R-RCV-6", "rule.stores.gone", item.label(), goods.quantity(), item.unit(), there.onShelf());
        }
        if (there.receivedOn() != null && day.isBefore(there.receivedOn())) {
            return RuleBroken.at("day", "R-STK-6", "rule.stores.before-it-came", item.label(), day, there.receivedOn());
        }
        return new RuleBroken("R-RCV-7", "rule.stores.average-moved", item.label(), goods.amount(), there.goods().quantity(), item.unit(), there.goods().amount());
    }
}
