package org.zongwu.stores.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;

/** So many base units that cost so much in all. */
public record Goods(Quantity quantity, Money amount) {
    public static final Goods NOTHING = new Goods(Quantity.ZERO, Money.ZERO);

    /** Yuan for one base unit, six decimals; none for nothing. */
    public @Nullable BigDecimal unitCost() {
        return quantity.value().signum() == 0 ? null : amount.yuan().divide(quantity.value(), 6, RoundingMode.HALF_UP);
    }

    /** What a part of them costs, rounded half up to the fen; all of them the whole. */
    public Money costOf(Quantity part) {
        if (quantity.value().signum() == 0) return Money.ZERO;
        return new Money(BigDecimal.valueOf(amount.fen()).multiply(part.value()).divide(quantity.value(), 0, RoundingMode.HALF_UP).longValueExact());
    }

    public Goods plus(Goods other) {
        return new Goods(quantity.plus(other.quantity), amount.plus(other.amount));
    }

    public Goods negated() {
        return new Goods(quantity.negated(), amount.negated());
    }
}
