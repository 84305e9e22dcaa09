package org.zongwu.stores.request;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.quota.Period;

/**
 * An item that somebody may ask for.
 *
 * @param units   in which it may be asked for, the base unit first
 * @param onShelf base units in all warehouses
 * @param times   how often the asker has had it in the last year
 * @param left    base units that a quota leaves him; null where there is none
 */
public record Offer(UUID itemId, String code, String name, @Nullable String spec, List<String> units, Quantity onShelf, int times, @Nullable Quantity left, @Nullable Period period) {
    Offer within(Quantity quantity, Period of) {
        return new Offer(itemId, code, name, spec, units, onShelf, times, quantity, of);
    }
}
