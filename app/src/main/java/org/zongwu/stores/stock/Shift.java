package org.zongwu.stores.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;

/**
 * What happened to one card: what came or, negative, went, and what stands on it now.
 *
 * @param seq  orders the card
 * @param lots which lots it was put to or, negative, taken from; what is not in them has no lot
 */
public record Shift(UUID itemId, long seq, Goods change, Goods after, List<Lot> lots) {
    public Shift {
        lots = List.copyOf(lots);
    }

    Shift(UUID itemId, long seq, Goods change, Goods after) {
        this(itemId, seq, change, after, List.of());
    }

    Shift with(List<Lot> changed) {
        return new Shift(itemId, seq, change, after, changed);
    }

    /**
     * What each of these quantities, which make up the whole change, cost: in proportion, and to the fen the same sum.
     * Never negative for an issue, because the shares are differences of a rounded running total.
     */
    public List<Money> shares(List<Quantity> parts) {
        var shares = new ArrayList<Money>();
        var whole = change.quantity().value().abs();
        var amount = Math.abs(change.amount().fen());
        var running = BigDecimal.ZERO;
        var given = 0L;
        for (var part : parts) {
            running = running.add(part.value());
            var upToHere = running.multiply(BigDecimal.valueOf(amount)).divide(whole, 0, RoundingMode.HALF_UP).longValueExact();
            shares.add(new Money(upToHere - given));
            given = upToHere;
        }
        return shares;
    }
}
