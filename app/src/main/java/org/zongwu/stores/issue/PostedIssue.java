package org.zongwu.stores.issue;

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
import org.zongwu.stores.issue.IssueContent.Asked;
import org.zongwu.stores.stock.Goods;

/**
 * An issue as it stands for ever. A reversal is one with the signs turned and a reason.
 *
 * @param receiverId null only for one from an old ledger, whose receiver stands in no record
 */
record PostedIssue(UUID id, String no, UUID warehouseId, @Nullable UUID receiverId, UUID departmentId, @Nullable UUID classId, LocalDate day, @Nullable UUID termId,
        Purpose purpose, @Nullable String remark, Origin origin, Signatures signatures, UUID keeperId, @Nullable UUID reversalOf, @Nullable String reversalReason,
        Grade grade, Instant postedAt, List<Line> lines) {

    /**
     * @param asked   in {@code unit}, where more was asked for than given
     * @param instead what was asked for where another item was given
     */
    record Line(UUID itemId, String unit, Quantity entered, Quantity quantity, Money amount, @Nullable Quantity asked, @Nullable Asked instead) {
        Line negated() {
            return new Line(itemId, unit, entered.negated(), quantity.negated(), amount.negated(), asked, instead);
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

    /** The red document (R-ISS-2): same people and things, signs turned. Its number comes later. */
    PostedIssue reversal(UUID newId, String newNo, UUID keeper, LocalDate on, @Nullable UUID term, String reason, Instant at) {
        return new PostedIssue(newId, newNo, warehouseId, receiverId, departmentId, classId, on, term, purpose, remark, origin.reversedBy(keeper, at), signatures.reversed(), keeper,
                id, reason, grade, at, lines.stream().map(Line::negated).toList());
    }

    void requireReversible(UUID keeper, LocalDate on) {
        if (reversalOf != null) throw new RuleBroken("R-ISS-2", "rule.stores.reversal-is-final", no);
        if (on.isBefore(day)) throw RuleBroken.at("day", "R-ISS-2", "rule.stores.reversal-too-early", no, day);
        if (keeper.equals(receiverId)) throw new RuleBroken("R-ISS-6", "rule.stores.issue.not-to-himself");
    }

    /** What a corrected slip starts from. @throws RuleBroken {@code R-ISS-8} when it came in from paper and nobody in the records received it */
    IssueContent content(LocalDate on) {
        if (receiverId == null) throw new RuleBroken("R-ISS-8", "rule.stores.paper.receiver-unknown", no, signatures.receiverName());
        var entered = lines.stream().map(l -> new IssueContent.Line(l.itemId(), l.unit(), l.entered(), null, l.instead())).toList();
        return new IssueContent(warehouseId, receiverId, classId, on, purpose, remark, entered);
    }
}
