package org.zongwu.trail.record;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.zongwu.trail.Images;
import org.zongwu.trail.Removal;

/** The images of a change as one expression: in the order of the caller's list, and of the rows' own contents within it. */
final class ImageQuery {
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

    /** The image of the row of this table that the statement around it is at. */
    static Field<JSONB> ofRow(Table<?> table) {
        return field("jsonb_build_array(jsonb_build_object('t', {0}, 'r', trail.image({1}.*)))", JSONB.class, inline(nameOf(table)), table);
    }

    static String nameOf(Table<?> table) {
        return table.getSchema().getName() + "." + table.getName();
    }
}
