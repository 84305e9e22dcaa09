package org.zongwu.stores.slip;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.stock.Shift;

/** A document as it stands for ever. A reversal is one with the signs turned and a reason; its day is in the content. */
public record PostedSlip(UUID id, String no, SlipContent content, @Nullable UUID termId, UUID madeBy, Instant madeAt, UUID secondId, Instant secondAt, UUID keeperId,
        @Nullable UUID reversalOf, @Nullable String reversalReason, @Nullable UUID corrects, Instant postedAt, List<Line> lines) {

    /**
     * @param amount   what it did to the books, above nothing but for a price difference
     * @param invoiced what the invoice asks; null on all other kinds
     */
    public record Line(UUID itemId, String unit, Quantity entered, Quantity quantity, Money amount, @Nullable Money invoiced, @Nullable String lotNo) {
        Line negated() {
            return new Line(itemId, unit, entered.negated(), quantity.negated(), amount.negated(), invoiced == null ? null : invoiced.negated(), lotNo);
        }
    }

    public Money amount() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    public LocalDate day() {
        return content.day();
    }

    /** The red document (R-ISS-2): same people and things, signs turned. */
    PostedSlip reversal(UUID newId, String newNo, UUID keeper, LocalDate on, @Nullable UUID term, String reason, Instant at) {
        return new PostedSlip(newId, newNo, content.on(on), term, keeper, at, secondId, secondAt, keeper, id, reason, null, at, lines.stream().map(Line::negated).toList());
    }

    void requireReversible(LocalDate on) {
        if (reversalOf != null) throw new RuleBroken("R-ISS-2", "rule.stores.reversal-is-final", no);
        if (on.isBefore(day())) throw RuleBroken.at("day", "R-ISS-2", "rule.stores.reversal-too-early", no, day());
    }

    /** What a corrected document starts from. */
    SlipContent again(LocalDate on) {
        return content.on(on).lines(lines.stream().map(l -> new SlipContent.Line(l.itemId(), l.unit(), l.entered(), l.invoiced(), l.lotNo())).toList());
    }

    /** The lines with what each cost: those of one item share what was moved of it. */
    public static List<Line> priced(SlipContent content, Map<UUID, Item> items, List<Shift> shifts) {
        var shares = new HashMap<UUID, Queue<Money>>();
        for (var shift : shifts) {
            var parts = content.lines().stream().filter(l -> l.itemId().equals(shift.itemId())).map(l -> SlipContent.base(l, items)).toList();
            shares.put(shift.itemId(), new ArrayDeque<>(shift.shares(parts)));
        }
        var priced = new ArrayList<Line>();
        for (var l : content.lines()) {
            priced.add(new Line(l.itemId(), l.unit(), l.quantity(), SlipContent.base(l, items), shares.get(l.itemId()).remove(), null, l.lotNo()));
        }
        return priced;
    }
}
