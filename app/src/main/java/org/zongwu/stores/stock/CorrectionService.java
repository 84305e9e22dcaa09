package org.zongwu.stores.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.ItemService;

/** Puts cards right, within the transaction of a document: what a later invoice makes of an estimate, and what a reversal turns back. */
@Service
public class CorrectionService {
    private final StockRepository stock;
    private final StockService shelves;
    private final ItemService items;

    CorrectionService(StockRepository stock, StockService shelves, ItemService items) {
        this.stock = stock;
        this.shelves = shelves;
        this.items = items;
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
        shelves.requireNotInFuture(day);
        var shift = stock.revalue(warehouseId, itemId, difference, of, day);
        if (shift.isEmpty()) requireRevaluable(warehouseId, itemId, day, difference, of);
        return shift;
    }

    /**
     * Turns back what a document did to the cards, at the same amounts: what came goes, what went comes, what was revalued is worth what it
     * was. Red, on the same side.
     *
     * @throws RuleBroken as {@link StockService#takeBack}
     */
    public List<Moved> undo(UUID document, LocalDate day) {
        var made = stock.madeBy(document);
        shelves.hold(made.stream().map(StockRepository.Made::card).toList());
        var undone = new LinkedHashMap<Moved, Map<UUID, Goods>>();
        for (var m : made) undone.computeIfAbsent(new Moved(m.kind(), m.card().warehouseId(), m.memo(), List.of()), k -> new TreeMap<>()).put(m.card().itemId(), m.change());
        var moved = new ArrayList<Moved>();
        undone.forEach((of, goods) -> moved.add(new Moved(of.kind(), of.warehouseId(), of.memo(), undo(of, goods, day, shelves.lotsOf(of.warehouseId(), List.of(document))))));
        return moved;
    }

    private List<Shift> undo(Moved of, Map<UUID, Goods> changes, LocalDate day, Map<UUID, List<Lot>> inLots) {
        if (of.kind() == MoveKind.PRICE_DIFFERENCE) return changes.entrySet().stream().map(c -> revalueBack(of.warehouseId(), c.getKey(), c.getValue().amount(),
                day)).toList();
        if (changes.values().stream().allMatch(g -> g.quantity().isPositive())) return shelves.takeBack(of.warehouseId(), day, changes, inLots);
        var back = new TreeMap<UUID, Goods>();
        changes.forEach((item, g) -> back.put(item, g.negated()));
        return shelves.put(of.warehouseId(), day, back, Lots.turned(inLots));
    }

    private Shift revalueBack(UUID warehouseId, UUID itemId, Money was, LocalDate day) {
        var there = shelves.onHand(warehouseId, itemId);
        var whole = there.quantity().isPositive() ? there.quantity() : Quantity.of(1);
        return revalue(warehouseId, itemId, day, was.negated(), whole).orElseThrow(() -> new RuleBroken("R-RCV-7", "rule.stores.difference-gone", items.item(itemId).label()));
    }

    private void requireRevaluable(UUID warehouseId, UUID itemId, LocalDate day, Money difference, Quantity of) {
        var there = stock.onHand(warehouseId, itemId);
        if (there.isEmpty() || !there.get().goods().quantity().isPositive()) return;
        var on = there.get();
        if (on.receivedOn() != null && day.isBefore(on.receivedOn())) throw RuleBroken.at("day", "R-STK-6", "rule.stores.before-it-came", items.item(itemId).label(),
                day, on.receivedOn());
        var part = new Goods(of, difference).costOf(of.exceeds(on.goods().quantity()) ? on.goods().quantity() : of);
        if (on.goods().amount().plus(part).isNegative()) {
            throw new RuleBroken("R-RCV-7", "rule.stores.difference-too-great", items.item(itemId).label(), on.goods().amount(), difference);
        }
    }
}
