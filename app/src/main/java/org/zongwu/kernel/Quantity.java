package org.zongwu.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number of base units with at most three decimals; trailing zeros do not show. */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        value = value.setScale(3, RoundingMode.UNNECESSARY);
    }

    public static Quantity of(String value) {
        return new Quantity(new BigDecimal(value));
    }

    public static Quantity of(long value) {
        return new Quantity(BigDecimal.valueOf(value));
    }

    /** Times a conversion factor, rounded half up to three decimals. */
    public Quantity times(BigDecimal factor) {
        return new Quantity(value.multiply(factor).setScale(3, RoundingMode.HALF_UP));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    public Quantity negated() {
        return new Quantity(value.negate());
    }

    public boolean exceeds(Quantity other) {
        return value.compareTo(other.value) > 0;
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    @Override
    public String toString() {
        var plain = value.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString().replace('-', '−');
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }
}
