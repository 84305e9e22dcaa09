package org.zongwu.stores.stock;

import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.MOVE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** The same for goods that are not handed out to be used: whatever their last day, it may have passed. */
    public List<Shift> takeOff(UUID warehouseId, LocalDate day, Map<UUID, Quantity> wanted) {
        return take(warehouseId, day, wanted);
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
     * Changes what goods are worth by what an invoice differs from their estimate. What is no longer there is left out: it was an
     * expense already.
     *
     * @param difference for {@code of} base units
     * @return nothing when none of them is there any more
     * @throws RuleBroken {@code R-STK-6} for a day before the last goods came in, {@code R-RCV-7} when the card would be worth less than nothing
     */
    public Optional<Shift> revalue(UUID warehouseId, UUID itemId, LocalDate day, Money difference, Quantity of) {
        requireNotInFuture(day);
        var shift = stock.revalue(warehouseId, itemId, difference, of, day);
        if (shift.isEmpty()) requireRevaluable(warehouseId, itemId, day, difference);
        return shift;
    }

    /**
     * Turns back what a document did to the cards, at the same amounts: what came goes, what went comes, what was revalued is worth what it
     * was. Red, on the same side.
     *
     * @throws RuleBroken as {@link #takeBack}
     */
    public List<Moved> undo(UUID document, LocalDate day) {
        var made = stock.madeBy(document);
        hold(made.stream().map(StockRepository.Made::card).toList());
        var undone = new LinkedHashMap<Moved, Map<UUID, Goods>>();
        for (var m : made) undone.computeIfAbsent(new Moved(m.kind(), m.card().warehouseId(), m.memo(), List.of()), k -> new TreeMap<>()).put(m.card().itemId(), m.change());
        var moved = new ArrayList<Moved>();
        undone.forEach((of, goods) -> moved.add(new Moved(of.kind(), of.warehouseId(), of.memo(), undo(of, goods, day))));
        return moved;
    }

    private List<Shift> undo(Moved of, Map<UUID, Goods> changes, LocalDate day) {
        if (of.kind() == MoveKind.PRICE_DIFFERENCE) return changes.entrySet().stream().map(c -> revalueBack(of.warehouseId(), c.getKey(), c.getValue().amount(), day)).toList();
        if (changes.values().stream().allMatch(g -> g.quantity().isPositive())) return takeBack(of.warehouseId(), day, changes);
        var back = new TreeMap<UUID, Goods>();
        changes.forEach((item, g) -> back.put(item, g.negated()));
        return put(of.warehouseId(), day, back);
    }

    private Shift revalueBack(UUID warehouseId, UUID itemId, Money was, LocalDate day) {
        var there = onHand(warehouseId, itemId);
        var whole = there.quantity().isPositive() ? there.quantity() : Quantity.of(1);
        return revalue(warehouseId, itemId, day, was.negated(), whole).orElseThrow(() -> new RuleBroken("R-RCV-7", "rule.stores.difference-gone", items.item(itemId).label()));
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
        for (var m : moved) {
            if (m.shifts().isEmpty()) continue;
            stock.insertMoves(m.kind(), grade, document, m.memo(), m.warehouseId(), day, clock.instant(), m.shifts());
            written = written.and(BALANCE, BALANCE.SCHOOL_ID.eq(school).and(BALANCE.WAREHOUSE_ID.eq(m.warehouseId())).and(BALANCE.ITEM_ID.in(m.shifts().stream().map(Shift::itemId).toList())));
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

    private void requireNotInFuture(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) throw RuleBroken.at("day", "R-STK-5", "rule.stores.day-to-come", day);
    }

    private void requireRevaluable(UUID warehouseId, UUID itemId, LocalDate day, Money difference) {
        var there = stock.onHand(warehouseId, itemId);
        if (there.isEmpty() || !there.get().goods().quantity().isPositive()) return;
        var on = there.get();
        if (on.receivedOn() != null && day.isBefore(on.receivedOn())) throw RuleBroken.at("day", "R-STK-6", "rule.stores.before-it-came", items.item(itemId).label(), day, on.receivedOn());
        if (difference.isNegative() && on.goods().amount().plus(difference).isNegative()) {
            throw new RuleBroken("R-RCV-7", "rule.stores.difference-too-great", items.item(itemId).label(), on.goods().amount(), difference);
        }
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
