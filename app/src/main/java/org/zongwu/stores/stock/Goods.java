package org.zongwu.stores.stock;

import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;

/** So many base units that cost so much in all. */
public record Goods(Quantity quantity, Money amount) {
    public static final Goods NOTHING = new Goods(Quantity.ZERO, Money.ZERO);

    public Goods plus(Goods other) {
        return new Goods(quantity.plus(other.quantity), amount.plus(other.amount));
    }

    public Goods negated() {
        return new Goods(quantity.negated(), amount.negated());
    }
}
