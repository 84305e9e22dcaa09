package org.zongwu.trail.record;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.UUID;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.zongwu.engine.Bulk;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Removal;
import org.zongwu.trail.Written;

/**
 * The images of a change as one expression: in the order of the caller's list, and of the rows' own contents within it. To be asked
 * between {@link #IN_UTC} and {@link #IN_ZONE}: what {@code trail.image} does for one row, without its cost for each.
 */
final class ImageQuery {
    static final String IN_UTC = "set local timezone = 'UTC'";
    static final String IN_ZONE = "set local timezone to default";
    private static final Field<JSONB> NONE = inline(JSONB.valueOf("[]"));

    private ImageQuery() {}

    static Field<JSONB> of(Images images) {
        return images.rows().isEmpty() ? NONE : union(images.rows());
    }

    private static Field<JSONB> union(List<Images.Rows> all) {
        Select<Record3<Integer, String, JSONB>> union = null;
        for (var i = 0; i < all.size(); i++) {
            var rows = all.get(i);
            var part = select(inline(i), inline(nameOf(rows.table())), field("to_jsonb({0}.*)", JSONB.class, rows.table()))
                    .from(rows.table()).where(rows.condition());
            union = union == null ? part : union.unionAll(part);
        }
        var image = union.asTable("image", "place", "t", "r");
        var array = field("jsonb_agg(jsonb_build_object('t', image.t, 'r', image.r) order by image.place, image.r)", JSONB.class);
        return field(select(coalesce(array, NONE)).from(image));
    }

    /** The last images of rows that go: marked, so that the verifier looks for their absence. */
    static Field<JSONB> gone(long school, List<Removal> rows) {
        var images = Images.none();
        for (var r : rows) images = images.and(r.table(), r.table().field("school_id", Long.class).eq(school).and(r.key().eq(DSL.any(r.ids().toArray(UUID[]::new)))));
        return field("(select coalesce(jsonb_agg(i || jsonb_build_object('gone', true)), '[]'::jsonb) from jsonb_array_elements({0}) i)", JSONB.class, of(images));
    }

    /**
     * A record each for many objects, with the images of their rows in the order of the tables and of the rows' ids.
     *
     * @return named {@code o}: record, type, object, no, images
     */
    static Table<?> of(long school, List<Written> objects) {
        var tables = objects.stream().flatMap(o -> o.rows().stream()).map(Written.Rows::table).distinct().toList();
        var records = objects.stream().map(o -> Ids.next()).toList();
        Select<Record> union = null;
        for (var i = 0; i < tables.size(); i++) {
            var part = rows(i, tables.get(i), school, objects, records);
            union = union == null ? part : union.unionAll(part);
        }
        var one = "jsonb_build_object('t', w.t, 'r', w.r)";
        var single = objects.stream().allMatch(o -> o.size() == 1);
        return table("(select record, type, object, no, " + (single ? "jsonb_build_array(" + one + ")" : "jsonb_agg(" + one + " order by w.place, w.id)") + " as images from ({0}) w (record, type, object, no, id, place, t, r)"
                + (single ? "" : " group by record, type, object, no") + ")", union).as("o");
    }

    /** Each row with the object that it was written for. */
    private static Select<Record> rows(int place, Table<?> table, long school, List<Written> objects, List<UUID> records) {
        var record = new ArrayList<UUID>();
        var of = new ArrayList<WorkRef>();
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < objects.size(); i++) {
            for (var rows : objects.get(i).rows()) {
                if (!rows.table().equals(table)) continue;
                ids.addAll(rows.ids());
                record.addAll(Collections.nCopies(rows.ids().size(), records.get(i)));
                of.addAll(Collections.nCopies(rows.ids().size(), objects.get(i).object()));
            }
        }
        var written = table("unnest({0}, {1}, {2}, {3}, {4})", Bulk.column(record, UUID, r -> r), Bulk.column(of, CLOB, WorkRef::type), Bulk.column(of, UUID, WorkRef::id),
                Bulk.column(of, CLOB, WorkRef::no), Bulk.column(ids, UUID, r -> r)).as("x", "record", "type", "object", "no", "id");
        var id = field(name("x", "id"), UUID.class);
        return select(List.of(field(name("x", "record")), field(name("x", "type")), field(name("x", "object")), field(name("x", "no")), id, inline(place), inline(nameOf(table)), field("to_jsonb({0}.*)", JSONB.class, table)))
                .from(written).join(table).on(table.field("school_id", Long.class).eq(school), table.field("id", UUID.class).eq(id));
    }

    static String nameOf(Table<?> table) {
        return table.getSchema().getName() + "." + table.getName();
    }
}
