package org.zongwu.stores.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.stock.Goods;

/**
 * A receipt as it stands for ever. A reversal is one with the signs turned and a reason. Only an imported one lacks signatures.
 *
 * @param madeBy who wrote it; null only on one that was posted before this was kept
 */
record PostedReceipt(UUID id, String no, UUID warehouseId, Funding funding, @Nullable UUID supplierId, @Nullable UUID buyerId, LocalDate day, @Nullable UUID termId,
        @Nullable String invoiceNo, @Nullable String remark, @Nullable UUID acceptor1Id, @Nullable UUID acceptor2Id, @Nullable Instant acceptor1At,
        @Nullable Instant acceptor2At, @Nullable UUID madeBy, @Nullable Instant madeAt, UUID keeperId, @Nullable UUID reversalOf, @Nullable String reversalReason, @Nullable UUID corrects, Grade grade,
        Instant postedAt, List<Line> lines) {

    /**
     * @param count     in {@code unit}, as entered; {@code quantity} is the same in base units
     * @param unitPrice yuan for one {@code unit}
     */
    record Line(UUID itemId, String unit, Quantity count, Quantity quantity, BigDecimal unitPrice, Money amount, @Nullable String lotNo, @Nullable LocalDate expiresOn) {
        Line(UUID itemId, String unit, Quantity count, Quantity quantity, BigDecimal unitPrice, Money amount) {
            this(itemId, unit, count, quantity, unitPrice, amount, null, null);
        }

        /** With its price, or with its amount where the price was only rounded from it. */
        ReceiptContent.Line entered() {
            var exact = Money.of(count, unitPrice).equals(amount);
            return new ReceiptContent.Line(itemId, unit, count, exact ? unitPrice : null, exact ? null : amount, lotNo, expiresOn);
        }

        Line negated() {
            return new Line(itemId, unit, count.negated(), quantity.negated(), unitPrice, amount.negated(), lotNo, expiresOn);
        }
    }

    Money amount() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What lay in its lines, by item. */
    Map<UUID, Goods> goods() {
        var goods = new LinkedHashMap<UUID, Goods>();
        for (var line : lines) goods.merge(line.itemId(), new Goods(line.quantity(), line.amount()), Goods::plus);
        return goods;
    }

    /** The red document (R-ISS-2): same people and things, signs turned. */
    PostedReceipt reversal(UUID newId, String newNo, UUID keeper, LocalDate on, @Nullable UUID term, String reason, Instant at) {
        return new PostedReceipt(newId, newNo, warehouseId, funding, supplierId, buyerId, on, term, invoiceNo, remark, acceptor1Id, acceptor2Id, acceptor1At,
                acceptor2At, keeper, at, keeper, id, reason, null, grade, at, lines.stream().map(Line::negated).toList());
    }

    void requireReversible(UUID keeper, LocalDate on) {
        if (reversalOf != null) throw new RuleBroken("R-ISS-2", "rule.stores.reversal-is-final", no);
        if (on.isBefore(day)) throw RuleBroken.at("day", "R-ISS-2", "rule.stores.reversal-too-early", no, day);
        if (keeper.equals(buyerId)) throw new RuleBroken("SOD-3", "rule.stores.receipt.buyer-keeps-not");
    }

    /** What a corrected receipt starts from. */
    ReceiptContent content() {
        var entered = lines.stream().map(Line::entered).toList();
        return new ReceiptContent(warehouseId, funding, supplierId, buyerId, day, invoiceNo, remark, acceptor1Id, acceptor2Id, entered);
    }
}
