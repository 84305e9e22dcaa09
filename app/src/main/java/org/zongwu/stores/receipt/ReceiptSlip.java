package org.zongwu.stores.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;

/**
 * A 入库验收单 with all its names, as it is shown and printed. While it is a draft there is no number and no keeper yet.
 *
 * @param state      {@code DRAFT}, {@code SUBMITTED}, {@code ACCEPTED}, {@code POSTED}, {@code REVERSED} or {@code REVERSAL}
 * @param day        business date; of a draft the day the goods came
 * @param version    of a draft; 0 once it is posted
 * @param reversalOf the receipt that this one takes back
 * @param reversedBy the red document that took this one back
 * @param corrects   the reversed receipt that this one puts right
 */
record ReceiptSlip(UUID id, @Nullable String no, String state, LocalDate day, UUID warehouseId, String warehouse, Funding funding,
        @Nullable UUID supplierId, @Nullable String supplier, @Nullable UUID buyerId, @Nullable String buyer, @Nullable String invoiceNo, @Nullable String remark,
        Signature acceptor1, Signature acceptor2, @Nullable UUID madeById, @Nullable String madeBy, @Nullable Instant madeAt, @Nullable Instant submittedAt,
        @Nullable String keeper, @Nullable Instant postedAt, @Nullable Link reversalOf, @Nullable String reversalReason, @Nullable Link reversedBy,
        @Nullable Link corrects, @Nullable Link correctedBy, Grade grade, int version, List<Line> lines) {

    public Money amount() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    public boolean isPosted() {
        return no != null;
    }

    /** Who accepts, and when he signed; nobody on an imported opening. */
    public record Signature(@Nullable UUID employeeId, @Nullable String name, @Nullable Instant at) {}

    /** To another document; without a number while that is a draft. */
    public record Link(UUID id, @Nullable String no) {}

    /**
     * @param quantity  in {@code unit}
     * @param unitPrice yuan for one {@code unit}; null while it is a draft and not known yet
     */
    public record Line(int number, UUID itemId, String code, String name, @Nullable String spec, String unit, Quantity quantity, String baseUnit,
            @Nullable BigDecimal unitPrice, Money amount, @Nullable String lotNo, @Nullable LocalDate expiresOn) {}
}
