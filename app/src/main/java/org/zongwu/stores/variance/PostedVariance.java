package org.zongwu.stores.variance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;

/** A 盘盈盘亏单 as it stands for ever. What it took wrongly, the next stocktake finds again. */
record PostedVariance(UUID id, String no, UUID warehouseId, LocalDate day, @Nullable UUID termId, UUID campaignId, String campaignNo, String campaign, UUID preparedBy, Instant preparedAt, UUID approvedBy,
        @Nullable UUID keeperId, Instant postedAt, List<Line> lines) {

    /** @param quantity counted less book; {@code amount} has its sign */
    record Line(UUID itemId, Quantity book, Quantity counted, Quantity quantity, Money amount, String reason) {
        boolean isGain() {
            return quantity.isPositive();
        }
    }

    Money gain() {
        return lines.stream().filter(Line::isGain).map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Above zero. */
    Money loss() {
        return lines.stream().filter(l -> !l.isGain()).map(l -> l.amount().negated()).reduce(Money.ZERO, Money::plus);
    }
}
