package org.zongwu.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Table;
import org.zongwu.kernel.WorkRef;

/** One of many objects that one act wrote, with the rows that it wrote for it. */
public record Written(WorkRef object, List<Rows> rows) {
    /** @param table whose key is {@code school_id, id} */
    public record Rows(Table<?> table, List<UUID> ids) {}

    public static Written of(WorkRef object, Table<?> table, List<UUID> ids) {
        return new Written(object, List.of(new Rows(table, List.copyOf(ids))));
    }

    public Written and(Table<?> table, List<UUID> ids) {
        var all = new ArrayList<>(rows);
        all.add(new Rows(table, List.copyOf(ids)));
        return new Written(object, List.copyOf(all));
    }

    /** How many rows there are. */
    public int size() {
        return rows.stream().mapToInt(r -> r.ids().size()).sum();
    }
}
