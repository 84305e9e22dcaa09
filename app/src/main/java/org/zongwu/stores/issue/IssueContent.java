package org.zongwu.stores.issue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;

/**
 * What is written on a 领物单.
 *
 * @param classId  the class it is handed out to, at the opening of a term
 * @param neededOn the day the goods are wanted; proposed as the business date
 */
public record IssueContent(UUID warehouseId, UUID receiverId, @Nullable UUID classId, LocalDate neededOn, Purpose purpose, @Nullable String remark,
        List<Line> lines) {
    public IssueContent {
        remark = remark == null || remark.isBlank() ? null : remark.strip();
        lines = List.copyOf(lines);
    }

    /** @param quantity in {@code unit}, which is one of the item's units */
    public record Line(UUID itemId, String unit, Quantity quantity) {}
}
