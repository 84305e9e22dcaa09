package org.zongwu.stores.stock;

import org.zongwu.stores.warehouse.Warehouse;

/** The card of an item in one warehouse, as the page shows it. */
public record CardTable(Warehouse warehouse, StockCard card) {
    /** Whether there is anything to show in the span. */
    boolean used() {
        return !card.rows().isEmpty() || card.opening().quantity().isPositive();
    }
}
