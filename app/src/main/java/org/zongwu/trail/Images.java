package org.zongwu.trail;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;

/** Which rows a change wrote: tables and the condition that finds the rows again in the same transaction. */
public record Images(List<Rows> rows) {
    private static final Images NONE = new Images(List.of());

    public static Images none() {
        return NONE;
    }

    /** @param rows must name the school's id, as every condition does */
    public static Images of(Table<?> table, Condition rows) {
        return NONE.and(table, rows);
    }

    public Images and(Table<?> table, Condition condition) {
        return and(new Images(List.of(new Rows(table, condition))));
    }

    public Images and(Images others) {
        var all = new ArrayList<>(rows);
        all.addAll(others.rows);
        return new Images(List.copyOf(all));
    }

    public record Rows(Table<?> table, Condition condition) {}
}
