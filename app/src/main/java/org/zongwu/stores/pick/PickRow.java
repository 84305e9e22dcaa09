package org.zongwu.stores.pick;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;

/**
 * One line of an open request, as the keeper meets it on his walk.
 *
 * @param line     index within the slip
 * @param asked    in {@code unit}
 * @param factor   base units in one {@code unit}
 * @param proposed what to take for it: what was picked before, else what the shelf has left for it
 * @param onShelf  base units that can be taken
 * @param waits    over a quota and not stamped yet: nothing is laid ready for it
 */
public record PickRow(UUID slipId, int version, int line, @Nullable String shelf, UUID itemId, String code, String name, @Nullable String spec, String unit, String baseUnit, Quantity asked,
        Quantity factor, Quantity proposed, Quantity onShelf, String receiver, String department, LocalDate neededOn, Instant requestedAt, boolean picked, boolean waits) {

    /** How the row is called in the form. */
    public String key() {
        return slipId + ":" + line + ":" + version;
    }

    public boolean isShort() {
        return asked.exceeds(proposed);
    }

    PickRow proposing(Quantity quantity) {
        return new PickRow(slipId, version, line, shelf, itemId, code, name, spec, unit, baseUnit, asked, factor, quantity, onShelf, receiver, department, neededOn, requestedAt, picked, waits);
    }

    PickRow waiting() {
        return new PickRow(slipId, version, line, shelf, itemId, code, name, spec, unit, baseUnit, asked, factor, Quantity.ZERO, onShelf, receiver, department, neededOn, requestedAt, picked, true);
    }
}
