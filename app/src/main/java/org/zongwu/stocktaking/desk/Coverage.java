package org.zongwu.stocktaking.desk;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;
import static zongwu.db.stocktaking.Tables.CAMPAIGN;
import static zongwu.db.stocktaking.Tables.LINE;
import static zongwu.db.stocktaking.Tables.PLACE;
import static zongwu.db.stocktaking.Tables.TAKEN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row5;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Span;
import org.zongwu.stocktaking.campaign.Countables;

/** Of each place that can be counted: how much of it was counted in a span, and how much of that agreed with the book. */
@Repository
class Coverage {
    private final DSLContext db;
    private final Countables countables;
    private final Tenancy tenancy;
    private final Clock clock;

    Coverage(DSLContext db, Countables countables, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.countables = countables;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    DSLContext db() {
        return db;
    }

    /** A thing that was counted in several campaigns of the span counts once, as the last of them found it. */
    @SuppressWarnings("unchecked")
    Table<?> rows(Span span) {
        var places = new ArrayList<Row5<String, UUID, String, String, Integer>>();
        for (var c : countables.all()) {
            for (var p : c.places(span.to())) {
                places.add(row(inline(c.kind()), val(p.id(), SQLDataType.UUID).cast(SQLDataType.UUID), val(p.name()).cast(SQLDataType.CLOB), val(p.keeper(), SQLDataType.CLOB).cast(SQLDataType.CLOB), val(p.things()).cast(SQLDataType.INTEGER)));
            }
        }
        if (places.isEmpty()) {
            places.add(row(inline(""), DSL.castNull(SQLDataType.UUID), DSL.castNull(SQLDataType.CLOB), DSL.castNull(SQLDataType.CLOB), inline(0)));
        }
        var p = values(places.toArray(Row5[]::new)).as("p", "kind", "place_id", "place", "keeper", "things");
        var from = span.from().atStartOfDay(clock.getZone()).toInstant();
        var to = span.to().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        var day = field("({0} at time zone {1})::date", LocalDate.class, TAKEN.COUNTED_AT, inline(clock.getZone().getId()));
        var last = select(PLACE.KIND, PLACE.PLACE_ID, LINE.STATE, CAMPAIGN.GRADE, max(day).over().partitionBy(LINE.ID).as("counted_on"),
                        DSL.rowNumber().over().partitionBy(PLACE.KIND, PLACE.PLACE_ID, LINE.THING_ID).orderBy(TAKEN.COUNTED_AT.desc(), TAKEN.ID).as("nth"))
                .from(TAKEN).join(LINE).on(LINE.SCHOOL_ID.eq(TAKEN.SCHOOL_ID), LINE.ID.eq(TAKEN.LINE_ID)).join(PLACE).on(PLACE.SCHOOL_ID.eq(LINE.SCHOOL_ID), PLACE.ID.eq(LINE.SHEET_ID))
                .join(CAMPAIGN).on(CAMPAIGN.SCHOOL_ID.eq(PLACE.SCHOOL_ID), CAMPAIGN.ID.eq(PLACE.CAMPAIGN_ID))
                .where(TAKEN.SCHOOL_ID.eq(tenancy.current()), CAMPAIGN.STATE.ne("CANCELLED"), TAKEN.COUNTED_AT.ge(from), TAKEN.COUNTED_AT.lt(to)).asTable("t");
        var nth = last.field("nth", Integer.class);
        var c = select(last.field(PLACE.KIND), last.field(PLACE.PLACE_ID), count().as("counted"), count().filterWhere(last.field(LINE.STATE).eq("MATCHED")).as("matched"),
                        count().filterWhere(last.field(CAMPAIGN.GRADE).eq("IMPORTED")).as("imported"), max(last.field("counted_on", LocalDate.class)).as("counted_on"))
                .from(last).where(nth.eq(1)).groupBy(last.field(PLACE.KIND), last.field(PLACE.PLACE_ID)).asTable("c");
        var kind = field(name("p", "kind"), String.class);
        var place = field(name("p", "place_id"), UUID.class);
        Field<Integer> counted = coalesce(c.field("counted", Integer.class), 0);
        Field<Integer> matched = coalesce(c.field("matched", Integer.class), 0);
        return select(kind, place, field(name("p", "place"), String.class), field(name("p", "keeper"), String.class), field(name("p", "things"), Integer.class), counted.as("counted"), matched.as("matched"),
                        coalesce(c.field("imported", Integer.class), 0).as("imported"), c.field("counted_on", LocalDate.class))
                .from(p).leftJoin(c).on(c.field(PLACE.KIND).eq(kind), c.field(PLACE.PLACE_ID).eq(place)).where(place.isNotNull()).asTable("r");
    }
}
