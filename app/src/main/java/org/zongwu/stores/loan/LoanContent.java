package org.zongwu.stores.loan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.item.Item;

/**
 * What is written on a 借物单.
 *
 * @param borrowerId who takes the things and answers for them; also for another unit it is a person of the school
 * @param partyId    the other unit that they are lent to (出借); null within the school
 * @param wantedOn   the day the things are wanted
 */
public record LoanContent(UUID warehouseId, UUID borrowerId, @Nullable UUID partyId, LocalDate wantedOn, LocalDate dueOn, String purpose, @Nullable String remark, List<Line> lines) {
    public LoanContent {
        purpose = purpose.strip();
        remark = remark == null || remark.isBlank() ? null : remark.strip();
        lines = List.copyOf(lines);
    }

    /**
     * @param quantity  in {@code unit}, which is one of the item's units
     * @param condition what it looks like when it leaves; null when there is nothing to say
     */
    public record Line(UUID itemId, String unit, Quantity quantity, @Nullable String condition) {}

    List<UUID> items() {
        return lines.stream().map(Line::itemId).toList();
    }

    /** Base units by item: lines that name the same item are one. */
    Map<UUID, Quantity> wanted(Map<UUID, Item> items) {
        var wanted = new LinkedHashMap<UUID, Quantity>();
        for (var line : lines) wanted.merge(line.itemId(), items.get(line.itemId()).inBaseUnits(line.unit(), line.quantity()), Quantity::plus);
        return wanted;
    }
}
