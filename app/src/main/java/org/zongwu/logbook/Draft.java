package org.zongwu.logbook;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Ids;

/** What is written in the blanks of one record, by column, while it is judged and kept. */
public final class Draft {
    private final UUID id;
    // By the table's own field itself: each is asked for many times a record, and what it is called need not be compared
    private final Map<Field<?>, Object> values = new IdentityHashMap<>();
    private final Set<String> doubts = new LinkedHashSet<>();
    private final List<Draft> lines = new ArrayList<>();

    private Draft(UUID id) {
        this.id = id;
    }

    public static Draft blank() {
        return new Draft(Ids.next());
    }

    public static Draft of(UUID id) {
        return new Draft(id);
    }

    public UUID id() {
        return id;
    }

    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Field<T> field) {
        return (T) values.get(field);
    }

    /** The columns that have a value. */
    Set<Field<?>> fields() {
        return values.keySet();
    }

    public boolean has(Field<?> field) {
        return values.get(field) != null;
    }

    public <T> Draft set(Field<T> field, @Nullable T value) {
        values.put(field, value);
        return this;
    }

    /** Fills what is still empty. */
    public <T> Draft complete(Field<T> field, @Nullable T value) {
        if (!has(field)) values.put(field, value);
        return this;
    }

    /** A value of the column's own type, which the caller has seen to. */
    public void put(Field<?> field, @Nullable Object value) {
        values.put(field, value);
    }

    /** Rules that the record does not keep though it is taken in. */
    public Set<String> doubts() {
        return doubts;
    }

    public void doubt(String ruleId) {
        doubts.add(ruleId);
    }

    /** Records of the book's lines that are written down together with this one. */
    public List<Draft> lines() {
        return lines;
    }

    public Draft line(Draft line) {
        lines.add(line);
        return this;
    }
}
