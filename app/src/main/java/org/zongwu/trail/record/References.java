package org.zongwu.trail.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Removal;
import org.zongwu.web.Messages;
import tools.jackson.databind.json.JsonMapper;

/** Finds by the foreign keys what refers to rows, whichever module it belongs to, and names it as people do. */
@Component
class References {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 50;
    /** Every foreign key to a table: from which table, and by which of its columns after the school. */
    private static final String KEYS = """
            select c.conrelid::regclass::text as source, a.attname as col from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_length(c.conkey, 1)]
            where c.contype = 'f' and c.confrelid = to_regclass({0}) and array_length(c.conkey, 1) = 2 order by 1, 2""";
    /** What a line of a document belongs to. */
    private static final String OWNER = """
            select c.confrelid::regclass::text as source, a.attname as col from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_length(c.conkey, 1)]
            where c.contype = 'f' and c.conrelid = to_regclass({0}) and array_length(c.conkey, 1) = 2
            and starts_with({0}, c.confrelid::regclass::text || '_') order by length(c.confrelid::regclass::text) desc limit 1""";

    private final DSLContext db;
    private final Tenancy tenancy;
    private final ObjectProvider<Messages> messages;

    /** @param messages asked only when there is something to name: the verifier's own office has no words */
    References(DSLContext db, Tenancy tenancy, ObjectProvider<Messages> messages) {
        this.db = db;
        this.tenancy = tenancy;
        this.messages = messages;
    }

    private record Key(String table, String column) {}

    /** What refers to one of these rows and is not itself among them; at most {@link #MOST}. */
    List<Dependent> to(List<Removal> rows) {
        var found = new LinkedHashSet<Dependent>();
        for (var removal : rows) {
            if (!removal.key().getName().equals("id")) continue; // it goes with the row that it belongs to
            for (var key : keys(KEYS, ImageQuery.nameOf(removal.table()))) {
                referring(removal, key, rows).forEach(found::add);
                if (found.size() >= MOST) return List.copyOf(found).subList(0, MOST);
            }
        }
        return new ArrayList<>(found);
    }

    private List<Key> keys(String sql, String table) {
        return db.fetch(sql, DSL.val(table)).map(r -> new Key(r.get("source", String.class), r.get("col", String.class)));
    }

    private List<Dependent> referring(Removal removal, Key key, List<Removal> rows) {
        var own = rows.stream().filter(r -> ImageQuery.nameOf(r.table()).equals(key.table())).toList();
        var column = DSL.field(DSL.name("x", key.column()), UUID.class);
        var going = DSL.noCondition();
        for (var o : own) going = going.and(DSL.field(DSL.name("x", o.key().getName()), UUID.class).ne(DSL.all(o.ids().toArray(UUID[]::new))));
        var table = key.table().split("\\.");
        return db.select(DSL.field("to_jsonb(x.*)", JSONB.class)).from(DSL.table(DSL.name(table)).as("x"))
                .where(DSL.field(DSL.name("x", "school_id"), Long.class).eq(tenancy.current()), column.eq(DSL.any(removal.ids().toArray(UUID[]::new))), going).limit(MOST)
                .fetch(r -> on(removal, key, map(r.value1())));
    }

    /** Says of which of the rows it is, too. */
    private Dependent on(Removal removal, Key key, Map<?, ?> row) {
        var dependent = dependent(key.table(), row);
        var target = row(ImageQuery.nameOf(removal.table()), text(row, key.column()));
        return target == null ? dependent : new Dependent(messages.getObject().say("trail.stands-on", dependent.words(), dependent(ImageQuery.nameOf(removal.table()), target).words()), dependent.at());
    }

    private Dependent dependent(String table, Map<?, ?> row) {
        var owner = keys(OWNER, table);
        if (!owner.isEmpty() && text(row, "no") == null) {
            var whole = row(owner.getFirst().table(), text(row, owner.getFirst().column()));
            if (whole != null) return dependent(owner.getFirst().table(), whole);
        }
        var no = first(row, "no", "object_no", "code", "staff_no", "student_no", "login", "name", "title", "duty", "number");
        var id = text(row, "id");
        var words = messages.getObject().first("object." + table, "type." + table, table) + (no == null ? "" : " " + no);
        return new Dependent(words, id == null || no == null ? null : new WorkRef(table, UUID.fromString(id), no));
    }

    private @Nullable Map<?, ?> row(String table, @Nullable String id) {
        if (id == null) return null;
        return db.select(DSL.field("to_jsonb(x.*)", JSONB.class)).from(DSL.table(DSL.name(table.split("\\."))).as("x"))
                .where(DSL.field(DSL.name("x", "school_id"), Long.class).eq(tenancy.current()), DSL.field(DSL.name("x", "id"), UUID.class).eq(UUID.fromString(id)))
                .fetchOptional(r -> map(r.value1())).orElse(null);
    }

    private static @Nullable String first(Map<?, ?> row, String... names) {
        return Stream.of(names).map(n -> text(row, n)).filter(t -> t != null && !t.isBlank()).findFirst().orElse(null);
    }

    private static @Nullable String text(Map<?, ?> row, String name) {
        var value = row.get(name);
        return value == null ? null : value.toString();
    }

    private static Map<?, ?> map(JSONB row) {
        return JSON.readValue(row.data(), Map.class);
    }
}
