package org.zongwu.stores.slip;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.stock.Lot;

/**
 * A document with all its names, as it is shown and printed. While it is a draft there is no number, no cost and no keeper yet.
 *
 * @param state    {@code DRAFT}, {@code SUBMITTED}, {@code SIGNED}, {@code POSTED}, {@code REVERSED} or {@code REVERSAL}
 * @param person   who is named as the second person
 * @param second   who signed
 * @param version  of a draft; 0 once it is posted
 */
record SlipView(UUID id, @Nullable String no, String state, SlipContent content, String warehouse, @Nullable String target, @Nullable String person, @Nullable String supplier,
        UUID madeById, String madeBy, Instant madeAt, @Nullable String second, @Nullable Instant secondAt, @Nullable String keeper, @Nullable Instant postedAt,
                @Nullable Link reversalOf,
        @Nullable String reversalReason, @Nullable Link reversedBy, @Nullable Link corrects, @Nullable Link correctedBy, int version, List<Line> lines) {

    Money amount() {
        return lines.stream().map(Line::amount).filter(Objects::nonNull).reduce(Money.ZERO, Money::plus);
    }

    boolean isPosted() {
        return no != null;
    }

    /** To another document; without a number while that is a draft. */
    record Link(UUID id, @Nullable String no) {}

    /**
     * @param quantity in {@code unit}
     * @param unitCost yuan for one {@code unit}; null while it is a draft
     * @param amount   what it cost, or what an invoice differs; null while it is a draft
     * @param invoiced what an invoice asks
     * @param lots     which lots its item was taken from or put to
     */
    record Line(int number, UUID itemId, String code, String name, @Nullable String spec, String unit, Quantity quantity, @Nullable BigDecimal unitCost,
            @Nullable Money amount,
            @Nullable Money invoiced, @Nullable String lotNo, List<Lot> lots) {}
}
