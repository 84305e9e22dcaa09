package org.zongwu.stores.issue;

import java.time.LocalDate;
import java.util.ArrayList;
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

    IssueContent withLines(List<Line> changed) {
        return new IssueContent(warehouseId, receiverId, classId, neededOn, purpose, remark, changed);
    }

    IssueContent withLine(int index, Line changed) {
        var all = new ArrayList<>(lines);
        all.set(index, changed);
        return withLines(all);
    }

    /** Whether the same goods change hands, however much of them was asked for. */
    boolean givesTheSame(IssueContent other) {
        return given().equals(other.given());
    }

    private List<Line> given() {
        return lines.stream().filter(l -> l.given().isPositive()).map(l -> new Line(l.itemId, l.unit, l.given())).toList();
    }

    /**
     * @param quantity what is asked for, in {@code unit}, which is one of the item's units
     * @param picked   what the keeper has taken off the shelf for it, never more; null until he has
     * @param instead  what was asked for when the keeper gives this item in its place (代替)
     */
    public record Line(UUID itemId, String unit, Quantity quantity, @Nullable Quantity picked, @Nullable Asked instead) {
        public Line(UUID itemId, String unit, Quantity quantity) {
            this(itemId, unit, quantity, null, null);
        }

        /** What changes hands when it is posted now. */
        Quantity given() {
            return picked == null ? quantity : picked;
        }

        /** What is still owed then. */
        Quantity owed() {
            return quantity.plus(given().negated());
        }

        Line picked(Quantity taken) {
            return new Line(itemId, unit, quantity, taken, instead);
        }
    }

    /** So much of an item as somebody asked for it. */
    public record Asked(UUID itemId, String unit, Quantity quantity) {}
}
