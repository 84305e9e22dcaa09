package org.zongwu.trail.record;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.zongwu.trail.Images;
import org.zongwu.trail.Removal;
import org.zongwu.trail.Written;

/** The images of a change as one expression: in the order of the caller's list, and of the rows' own contents within it. */
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
            var part = select(inline(i), inline(nameOf(rows.table())), field("trail.image({0}.*)", JSONB.class, rows.table()))
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
     * By object, the images of its rows, in the order of the tables and of the rows' ids; to be asked between {@link #IN_UTC} and
     * {@link #IN_ZONE}. What {@code trail.image} does for one row, at a cost that a hundred thousand rows feel.
     */
    static Select<Record2<UUID, JSONB>> of(long school, List<Written> objects) {
        var tables = objects.stream().flatMap(o -> o.rows().stream()).map(Written.Rows::table).distinct().toList();
        Select<Record5<Integer, String, UUID, UUID, JSONB>> union = null;
        for (var i = 0; i < tables.size(); i++) {
            var part = part(i, tables.get(i), school, objects);
            union = union == null ? part : union.unionAll(part);
        }
        var image = union.asTable("image", "place", "t", "of", "id", "r");
        var array = field("jsonb_agg(jsonb_build_object('t', image.t, 'r', image.r) order by image.place, image.id)", JSONB.class);
        var of = image.field("of", UUID.class);
        return select(of, array).from(image).groupBy(of);
    }

    private static Select<Record5<Integer, String, UUID, UUID, JSONB>> part(int place, Table<?> table, long school, List<Written> objects) {
        var of = new ArrayList<UUID>();
        var ids = new ArrayList<UUID>();
        for (var object : objects) {
            for (var rows : object.rows()) {
                if (!rows.table().equals(table)) continue;
                ids.addAll(rows.ids());
                of.addAll(Collections.nCopies(rows.ids().size(), object.object().id()));
            }
        }
        var written = table("unnest({0}, {1})", val(of.toArray(UUID[]::new)), val(ids.toArray(UUID[]::new))).as("w", "of", "id");
        return select(inline(place), inline(nameOf(table)), field(name("w", "of"), UUID.class), field(name("w", "id"), UUID.class), field("to_jsonb({0}.*)", JSONB.class, table)).from(written)
                .join(table).on(table.field("school_id", Long.class).eq(school), table.field("id", UUID.class).eq(field(name("w", "id"), UUID.class)));
    }

    static String nameOf(Table<?> table) {
        return table.getSchema().getName() + "." + table.getName();
    }
}
