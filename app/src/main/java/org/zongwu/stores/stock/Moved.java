package org.zongwu.stores.stock;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one document did to the cards of one warehouse, in one direction.
 *
 * @param memo with whom or why, where the document names nobody that the card could name
 */
public record Moved(MoveKind kind, UUID warehouseId, @Nullable String memo, List<Shift> shifts) {
    public Moved {
        shifts = List.copyOf(shifts);
    }
}
