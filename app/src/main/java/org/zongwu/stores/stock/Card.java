package org.zongwu.stores.stock;

import java.util.Comparator;
import java.util.UUID;

/** Names the card of an item in a warehouse; in the order in which cards are locked. */
public record Card(UUID warehouseId, UUID itemId) implements Comparable<Card> {
    private static final Comparator<Card> ORDER = Comparator.comparing(Card::warehouseId).thenComparing(Card::itemId);

    @Override
    public int compareTo(Card other) {
        return ORDER.compare(this, other);
    }
}
