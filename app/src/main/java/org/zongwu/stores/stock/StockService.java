package org.zongwu.stores.stock;

import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.MOVE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
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
    private final LotRepository lots;
    private final ItemService items;
    private final Tenancy tenancy;
    private final Clock clock;

    StockService(StockRepository stock, LotRepository lots, ItemService items, Tenancy tenancy, Clock clock) {
        this.stock = stock;
        this.lots = lots;
        this.items = items;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * Takes goods at their moving average, to be handed out: of lots the first to expire first, and none that is past its last day.
     *
     * @param wanted base units by item, all above zero
     * @throws RuleBroken {@code R-ISS-1} when there is not enough, {@code R-STK-5} for a day to come, {@code R-STK-6} for a day
     *         before the last goods came in, {@code R-LOT-1} when what is left is past its last day
     */
    public List<Shift> take(UUID warehouseId, LocalDate day, Map<UUID, Quantity> wanted) {
        return take(warehouseId, day, wanted, Shelf.Use.HAND_OUT, Map.of());
    }

    /** The same for goods that are not handed out to be used: whatever their last day, it may have passed. */
    public List<Shift> takeOff(UUID warehouseId, LocalDate day, Map<UUID, Quantity> wanted) {
        return takeOff(warehouseId, day, wanted, Map.of());
    }

    /**
     * The same from the lots that are named.
     *
     * @param lotNos by item; what is not named comes from whichever expires first
     * @throws RuleBroken {@code R-LOT-2} when a lot has not so much
     */
    public List<Shift> takeOff(UUID warehouseId, LocalDate day, Map<UUID, Quantity> wanted, Map<UUID, String> lotNos) {
        return take(warehouseId, day, wanted, Shelf.Use.TAKE_OFF, lotNos);
    }

    private List<Shift> take(UUID warehouseId, LocalDate day, Map<UUID, Quantity> wanted, Shelf.Use use, Map<UUID, String> lotNos) {
        requireNotInFuture(day);
        var sorted = new TreeMap<>(wanted);
        var all = stock.take(warehouseId, sorted, day);
        var shifts = new ArrayList<Shift>();
        sorted.forEach((item, quantity) -> {
            var taken = all.get(item);
            if (taken == null) throw shortOf(warehouseId, item, quantity, day);
            var named = lotNos.get(item);
            shifts.add(taken.lotted().isPositive() || named != null ? fromLots(new Card(warehouseId, item), taken, use, day, named) : taken.shift());
        });
        return shifts;
    }

    /** Finds the lots of what was just taken from the card, whose row is ours. */
    private Shift fromLots(Card card, StockRepository.Taken taken, Shelf.Use use, LocalDate day, @Nullable String lotNo) {
        var quantity = taken.shift().change().quantity().negated();
        var before = taken.shift().after().quantity().plus(quantity);
        var shelf = new Shelf(lots.on(card), before.plus(taken.lotted().negated()));
        var parts = shelf.take(quantity, use, day, lotNo, items.item(card.itemId()).label());
        parts.forEach(lot -> lots.take(card, lot));
        var left = taken.lotted().plus(sum(parts).negated());
        stock.lotted(card.warehouseId(), card.itemId(), left);
        return taken.shift().with(parts.stream().map(Lot::negated).toList());
    }

    private static Quantity sum(List<Lot> parts) {
        return parts.stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Puts goods on the shelf at their cost. */
    public List<Shift> put(UUID warehouseId, LocalDate day, Map<UUID, Goods> goods) {
        return put(warehouseId, day, goods, Map.of());
    }

    /** @param inLots which of them come in lots, by item */
    public List<Shift> put(UUID warehouseId, LocalDate day, Map<UUID, Goods> goods, Map<UUID, List<Lot>> inLots) {
        requireNotInFuture(day);
        var sorted = new TreeMap<>(goods);
        stock.openCards(warehouseId, List.copyOf(sorted.keySet()));
        var shifts = new ArrayList<Shift>();
        sorted.forEach((item, g) -> {
            var parts = inLots.getOrDefault(item, List.of());
            var shift = stock.put(warehouseId, item, g, sum(parts), day);
            parts.forEach(lot -> lots.put(new Card(warehouseId, item), lot));
            shifts.add(shift.with(parts));
        });
        return shifts;
    }

    /** The lots of one warehouse that these documents together put to, or, below nothing, took from; by item. */
    public Map<UUID, List<Lot>> lotsOf(UUID warehouseId, Collection<UUID> documents) {
        var moved = new HashMap<UUID, List<Lot>>();
        lots.moved(documents).forEach((card, parts) -> {
            if (card.warehouseId().equals(warehouseId)) moved.put(card.itemId(), parts);
        });
        return moved;
    }

    /**
     * Takes out again what a receipt brought, at the amounts it brought it for.
     *
     * @throws RuleBroken {@code R-RCV-6} when the goods are no longer there; {@code R-RCV-7} when what remains would be worth less
     *         than nothing, or nothing would remain and still be worth something
     */
    public List<Shift> takeBack(UUID warehouseId, LocalDate day, Map<UUID, Goods> goods) {
        return takeBack(warehouseId, day, goods, Map.of());
    }

    /** @param fromLots which of them lie in lots, by item; those lots must still have as much, else {@code R-RCV-6} */
    public List<Shift> takeBack(UUID warehouseId, LocalDate day, Map<UUID, Goods> goods, Map<UUID, List<Lot>> fromLots) {
        requireNotInFuture(day);
        var shifts = new ArrayList<Shift>();
        for (var g : new TreeMap<>(goods).entrySet()) {
            var parts = fromLots.getOrDefault(g.getKey(), List.of());
            var shift = stock.takeBack(warehouseId, g.getKey(), g.getValue(), sum(parts), day).orElseThrow(() -> cannotTakeBack(warehouseId, g.getKey(), g.getValue(), day, sum(parts)));
            for (var lot : parts) {
                if (!lots.take(new Card(warehouseId, g.getKey()), lot)) throw new RuleBroken("R-RCV-6", "rule.stores.lot.gone", items.item(g.getKey()).label(), lot.no());
            }
            shifts.add(shift.with(parts.stream().map(Lot::negated).toList()));
        }
        return shifts;
    }

    /** Nobody else changes these cards until the transaction ends; cards of several warehouses are held before any is changed. */
    public void hold(Collection<Card> cards) {
        new TreeSet<>(cards).forEach(stock::hold);
    }

    /** The cards of these items, opened where there is none yet, so that they can be held. */
    public List<Card> opened(UUID warehouseId, Collection<UUID> items) {
        stock.openCards(warehouseId, items.stream().sorted().toList());
        return items.stream().map(i -> new Card(warehouseId, i)).toList();
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

    /** Lent goods do not come back: they leave the card at its moving average, whatever their last day. */
    public List<Shift> lose(UUID warehouseId, LocalDate day, Map<UUID, Quantity> lost) {
        takeIn(warehouseId, day, lost);
        return takeOff(warehouseId, day, lost);
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
        return record(grade, document, day, List.of(new Moved(kind, warehouseId, memo, shifts)));
    }

    /** The same for a document that changed cards in several ways or places. */
    public Images record(Grade grade, WorkRef document, LocalDate day, List<Moved> moved) {
        var school = tenancy.current();
        var written = Images.of(MOVE, MOVE.SCHOOL_ID.eq(school).and(MOVE.OBJECT_ID.eq(document.id())));
        if (moved.stream().flatMap(m -> m.shifts().stream()).anyMatch(s -> !s.lots().isEmpty())) written = written.and(lots.moves(document));
        for (var m : moved) {
            if (m.shifts().isEmpty()) continue;
            if (m.shifts().stream().anyMatch(s -> !s.lots().isEmpty())) written = written.and(lots.record(document, day, clock.instant(), m.warehouseId(), m.shifts()));
            stock.insertMoves(m.kind(), grade, document, m.memo(), m.warehouseId(), day, clock.instant(), m.shifts());
            written = written.and(cards(m.warehouseId(), m.shifts().stream().map(Shift::itemId).toList()));
        }
        return written;
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

    void requireNotInFuture(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) throw RuleBroken.at("day", "R-STK-5", "rule.stores.day-to-come", day);
    }

    private RuleBroken shortOf(UUID warehouseId, UUID itemId, Quantity wanted, LocalDate day) {
        var item = items.item(itemId);
        var there = stock.onHand(warehouseId, itemId);
        var quantity = there.map(StockRepository.OnHand::onShelf).orElse(Quantity.ZERO);
        if (wanted.exceeds(quantity)) return new RuleBroken("R-ISS-1", "rule.stores.not-enough", item.label(), wanted, item.unit(), quantity);
        return RuleBroken.at("day", "R-STK-6", "rule.stores.before-it-came", item.label(), day, there.orElseThrow().receivedOn());
    }

    private RuleBroken cannotTakeBack(UUID warehouseId, UUID itemId, Goods goods, LocalDate day, Quantity lotted) {
        var item = items.item(itemId);
        var there = stock.onHand(warehouseId, itemId).orElseThrow();
        if (goods.quantity().exceeds(there.onShelf())) {
            return new RuleBroken("R-RCV-6", "rule.stores.gone", item.label(), goods.quantity(), item.unit(), there.onShelf());
        }
        if (there.receivedOn() != null && day.isBefore(there.receivedOn())) {
            return RuleBroken.at("day", "R-STK-6", "rule.stores.before-it-came", item.label(), day, there.receivedOn());
        }
        if (!there.takesApart(goods.quantity(), lotted)) return new RuleBroken("R-RCV-6", "rule.stores.lot.mixed", item.label());
        return new RuleBroken("R-RCV-7", "rule.stores.average-moved", item.label(), goods.amount(), there.goods().quantity(), item.unit(), there.goods().amount());
    }
}
