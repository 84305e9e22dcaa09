package org.zongwu.stores.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;

/**
 * The lots of one card, as they lie there.
 *
 * @param lots     above nothing, the first to expire first, those without a last day at the end
 * @param unlotted how much lies there besides
 */
record Shelf(List<Lot> lots, Quantity unlotted) {
    /** Goods that are handed out must not be past their last day; other goods may. */
    enum Use { HAND_OUT, TAKE_OFF }

    /**
     * First expired, first out; goods without a lot last.
     *
     * @param lotNo  takes from this lot only; null from whichever comes first
     * @param label  of the item, for the refusal
     * @throws RuleBroken {@code R-LOT-1} when what remains is past its day, {@code R-LOT-2} when the lot named has not so much
     */
    List<Lot> take(Quantity quantity, Use use, LocalDate day, @Nullable String lotNo, String label) {
        var taken = new ArrayList<Lot>();
        var need = quantity;
        for (var lot : lots) {
            if (use == Use.HAND_OUT && lot.isExpired(day) || lotNo != null && !lotNo.equals(lot.no())) continue;
            var part = need.exceeds(lot.quantity()) ? lot.quantity() : need;
            if (!part.isPositive()) break;
            taken.add(lot.of(part));
            need = need.plus(part.negated());
        }
        if (lotNo != null && need.isPositive()) throw new RuleBroken("R-LOT-2", "rule.stores.lot.not-so-much", label, lotNo, quantity.plus(need.negated()), quantity);
        if (need.exceeds(unlotted)) throw new RuleBroken("R-LOT-1", "rule.stores.lot.expired", label, quantity, quantity.plus(need.negated()).plus(unlotted), day);
        return taken;
    }
}
