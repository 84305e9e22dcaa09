package org.zongwu.fleet.trip;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static zongwu.db.fleet.Tables.TRIP;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Rule.Broken;

/** Where the odometers stood: a car leaves with what it came back with, or somebody says why not (R-VEH-1). */
@Repository
class Odometers {
    private final DSLContext db;
    private final Tenancy tenancy;

    Odometers(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** Trips of each car, one after the other, the first after the last that is known from before. */
    List<Broken> gaps(List<Draft> drafts) {
        var broken = new ArrayList<Broken>();
        var byPlate = drafts.stream().filter(d -> d.has(TRIP.PLATE) && d.has(TRIP.DAY) && d.has(TRIP.OUT_KM)).collect(Collectors.groupingBy(d -> d.get(TRIP.PLATE), TreeMap::new, Collectors.toList()));
        for (var trips : byPlate.values()) {
            trips.sort(Comparator.comparing((Draft d) -> d.get(TRIP.DAY)).thenComparing(d -> d.get(TRIP.OUT_KM)));
            var stood = before(trips.getFirst());
            for (var trip : trips) {
                var out = trip.get(TRIP.OUT_KM);
                if (stood != null && !stood.equals(out)) broken.add(Broken.of(trip, "rule.fleet.trip.gap", stood.toString(), out.toString(), Integer.toString(Math.abs(out - stood))));
                if (trip.has(TRIP.IN_KM)) stood = trip.get(TRIP.IN_KM);
            }
        }
        return broken;
    }

    private @Nullable Integer before(Draft trip) {
        return db.select(TRIP.IN_KM).from(TRIP)
                .where(TRIP.SCHOOL_ID.eq(tenancy.current()), TRIP.PLATE.eq(trip.get(TRIP.PLATE)), TRIP.VOIDED_AT.isNull(), TRIP.IN_KM.isNotNull(),
                        row(TRIP.DAY, TRIP.OUT_KM).lt(trip.get(TRIP.DAY), trip.get(TRIP.OUT_KM)))
                .orderBy(TRIP.DAY.desc(), TRIP.OUT_KM.desc()).limit(1).fetchOne(TRIP.IN_KM);
    }

    /** The highest reading of the car that a trip has come back with; 0 before the first. */
    int last(Draft trip) {
        return db.select(coalesce(max(TRIP.IN_KM), inline(0))).from(TRIP)
                .where(TRIP.SCHOOL_ID.eq(tenancy.current()), TRIP.PLATE.eq(trip.get(TRIP.PLATE)), TRIP.VOIDED_AT.isNull()).fetchSingle().value1();
    }

    /** A trip that does not begin where the one before it ended. */
    static Condition isGap() {
        var before = TRIP.as("before");
        return TRIP.OUT_KM.ne(field(select(before.IN_KM).from(before)
                .where(before.SCHOOL_ID.eq(TRIP.SCHOOL_ID), before.PLATE.eq(TRIP.PLATE), before.VOIDED_AT.isNull(), before.IN_KM.isNotNull(),
                        row(before.DAY, before.OUT_KM).lt(TRIP.DAY, TRIP.OUT_KM))
                .orderBy(before.DAY.desc(), before.OUT_KM.desc()).limit(1)));
    }
}
