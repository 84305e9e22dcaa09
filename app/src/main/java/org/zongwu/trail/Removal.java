package org.zongwu.trail;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * Rows of a kept table that are to go.
 *
 * @param key by which they are found: the table's own id, or that of the row to which they belong
 */
public record Removal(Table<?> table, TableField<?, UUID> key, List<UUID> ids) {
    public static Removal of(Table<?> table, TableField<?, UUID> key, Collection<UUID> ids) {
        return new Removal(table, key, List.copyOf(ids));
    }
}
