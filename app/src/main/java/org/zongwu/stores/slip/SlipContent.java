package org.zongwu.stores.slip;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.item.Item;

/**
 * What is written on a document of the stores; which of it is asked depends on its kind.
 *
 * @param warehouseId whose goods it is about; null only while a source that knows it is not looked up
 * @param targetId    the warehouse that receives
 * @param sourceId    the issue or receipt that it refers to
 * @param personId    who is to sign as the second person, where that is somebody in particular
 * @param day         the day of writing; proposed as the business date
 * @param reason      one of the kind's reasons
 * @param funding     name of what the goods were, or will be, paid from
 * @param purpose     name of what the goods were used for
 */
public record SlipContent(@Nullable UUID warehouseId, @Nullable UUID targetId, @Nullable UUID sourceId, @Nullable String sourceNo, @Nullable UUID personId,
        @Nullable UUID supplierId, LocalDate day, @Nullable String reason, @Nullable String funding, @Nullable String purpose, @Nullable String invoiceNo,
        @Nullable String remark, List<Line> lines) {
    public SlipContent {
        invoiceNo = invoiceNo == null || invoiceNo.isBlank() ? null : invoiceNo.strip();
        remark = remark == null || remark.isBlank() ? null : remark.strip();
        lines = List.copyOf(lines);
    }

    /**
     * @param quantity in {@code unit}, which is one of the item's units
     * @param amount   what the invoice asks for the line; null for other kinds
     * @param lotNo    the lot it is about; null for whichever comes first
     */
    public record Line(UUID itemId, String unit, Quantity quantity, @Nullable Money amount, @Nullable String lotNo) {
        public Line(UUID itemId, String unit, Quantity quantity) {
            this(itemId, unit, quantity, null, null);
        }
    }

    /** A blank one. */
    public static SlipContent of(LocalDate day) {
        return new SlipContent(null, null, null, null, null, null, day, null, null, null, null, null, List.of());
    }

    /** About goods in a warehouse, for whatever the kind adds. */
    public static SlipContent at(UUID warehouseId, LocalDate day, Line... lines) {
        return new SlipContent(warehouseId, null, null, null, null, null, day, null, null, null, null, null, List.of(lines));
    }

    /** About goods of another document. */
    public static SlipContent of(String sourceNo, LocalDate day, Line... lines) {
        return new SlipContent(null, null, null, sourceNo, null, null, day, null, null, null, null, null, List.of(lines));
    }

    public SlipContent lines(List<Line> changed) {
        return new SlipContent(warehouseId, targetId, sourceId, sourceNo, personId, supplierId, day, reason, funding, purpose, invoiceNo, remark, changed);
    }

    public SlipContent person(@Nullable UUID person) {
        return new SlipContent(warehouseId, targetId, sourceId, sourceNo, person, supplierId, day, reason, funding, purpose, invoiceNo, remark, lines);
    }

    public SlipContent target(UUID target) {
        return new SlipContent(warehouseId, target, sourceId, sourceNo, personId, supplierId, day, reason, funding, purpose, invoiceNo, remark, lines);
    }

    public SlipContent because(String why, @Nullable String words) {
        return new SlipContent(warehouseId, targetId, sourceId, sourceNo, personId, supplierId, day, why, funding, purpose, invoiceNo, words, lines);
    }

    /** Which funding pays, which use bears what is used already, and on which invoice. */
    public SlipContent paid(String by, String use, @Nullable String invoice) {
        return new SlipContent(warehouseId, targetId, sourceId, sourceNo, personId, supplierId, day, reason, by, use, invoice, remark, lines);
    }

    /** With what is known from the document that it refers to. */
    public SlipContent from(Source source) {
        return new SlipContent(source.warehouseId(), targetId, source.id(), source.no(), source.personId(), source.supplierId(), day, reason,
                funding == null ? source.funding() : funding, purpose == null ? source.purpose() : purpose, invoiceNo, remark, lines);
    }

    public SlipContent on(LocalDate another) {
        return new SlipContent(warehouseId, targetId, sourceId, sourceNo, personId, supplierId, another, reason, funding, purpose, invoiceNo, remark, lines);
    }

    /** Base units by item: lines that name the same item are one. */
    public Map<UUID, Quantity> wanted(Map<UUID, Item> items) {
        var wanted = new LinkedHashMap<UUID, Quantity>();
        for (var line : lines) wanted.merge(line.itemId(), base(line, items), Quantity::plus);
        return wanted;
    }

    public static Quantity base(Line line, Map<UUID, Item> items) {
        return items.get(line.itemId()).inBaseUnits(line.unit(), line.quantity());
    }
}
