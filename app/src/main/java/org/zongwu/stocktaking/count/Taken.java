package org.zongwu.stocktaking.count;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;

/**
 * One count of one line.
 *
 * @param personId null only on a list of paper from before, where nobody is known by more than his name
 * @param book     what the book said at that instant
 * @param late     it came when its line lay in a document already
 */
public record Taken(UUID id, UUID lineId, int round, @Nullable UUID personId, String person, Quantity quantity, Instant at, Instant receivedAt, Quantity book, Via via, boolean late) {
    /** How it came in. Its word is message {@code stocktake.via.NAME}. */
    public enum Via { PHONE, PAPER, IMPORT }

    /** Counted less book, both of the same instant: what was issued between two counts changes both, and so not this. */
    public Quantity difference() {
        return quantity.plus(book.negated());
    }
}
