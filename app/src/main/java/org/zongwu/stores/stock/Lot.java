package org.zongwu.stores.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;

/**
 * So much of a lot; negative for what went.
 *
 * @param expiresOn the last day on which it may be handed out
 */
public record Lot(String no, @Nullable LocalDate expiresOn, Quantity quantity) {
    Lot negated() {
        return new Lot(no, expiresOn, quantity.negated());
    }

    Lot of(Quantity other) {
        return new Lot(no, expiresOn, other);
    }

    boolean isExpired(LocalDate on) {
        return expiresOn != null && expiresOn.isBefore(on);
    }
}
