package org.zongwu.stores.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;

/**
 * What is written on a 入库验收单. Only an opening has neither supplier nor buyer.
 *
 * @param arrivedOn the day the goods came; proposed as the business date
 */
public record ReceiptContent(UUID warehouseId, Funding funding, @Nullable UUID supplierId, @Nullable UUID buyerId, LocalDate arrivedOn,
        @Nullable String invoiceNo, @Nullable String remark, @Nullable UUID acceptor1Id, @Nullable UUID acceptor2Id, List<Line> lines) {
    public ReceiptContent {
        invoiceNo = invoiceNo == null || invoiceNo.isBlank() ? null : invoiceNo.strip();
        remark = remark == null || remark.isBlank() ? null : remark.strip();
        lines = List.copyOf(lines);
    }

    public Money amount() {
        return lines.stream().map(Line::worth).reduce(Money.ZERO, Money::plus);
    }

    /**
     * @param quantity  in {@code unit}, which is one of the item's units
     * @param unitPrice yuan for one {@code unit}, at most six decimals; null when the amount is given instead
     * @param amount    what the line cost; null when it follows from the price
     * @param lotNo     the lot that the goods bear, if any
     * @param expiresOn the last day on which they may be handed out
     */
    public record Line(UUID itemId, String unit, Quantity quantity, @Nullable BigDecimal unitPrice, @Nullable Money amount, @Nullable String lotNo, @Nullable LocalDate expiresOn) {
        public Line(UUID itemId, String unit, Quantity quantity, @Nullable BigDecimal unitPrice, @Nullable Money amount) {
            this(itemId, unit, quantity, unitPrice, amount, null, null);
        }

        /** The amount given, or quantity times price to the fen, or nothing while neither is known. */
        public Money worth() {
            if (amount != null) return amount;
            return unitPrice == null ? Money.ZERO : Money.of(quantity, unitPrice);
        }

        /** The price given, or what follows from the amount, rounded half up to six decimals. */
        public BigDecimal price() {
            if (unitPrice != null) return unitPrice;
            if (amount == null || !quantity.isPositive()) return BigDecimal.ZERO;
            return amount.yuan().divide(quantity.value(), 6, RoundingMode.HALF_UP);
        }

        boolean isPriced() {
            return unitPrice != null || amount != null;
        }

        /** Both given must say the same: the amount is the price times the quantity to the fen, or the price was rounded from it. */
        boolean agrees() {
            if (unitPrice == null || amount == null) return true;
            return Money.of(quantity, unitPrice).equals(amount)
                    || amount.yuan().divide(quantity.value(), 6, RoundingMode.HALF_UP).compareTo(unitPrice) == 0;
        }
    }
}
