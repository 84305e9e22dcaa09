package org.zongwu.school.calendar;

import static zongwu.db.school.Tables.CALENDAR_DAY;
import static zongwu.db.school.Tables.HOLIDAY_YEAR;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Ids;
import org.zongwu.trail.Images;

/** What the school has entered itself, and beside it what this release knows. */
@Repository
class CalendarRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    CalendarRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    Map<LocalDate, SpecialDay> days() {
        var all = new HashMap<>(Announced.SHIPPED.days());
        db.select(CALENDAR_DAY.DAY, CALENDAR_DAY.KIND, CALENDAR_DAY.NAME).from(CALENDAR_DAY).where(CALENDAR_DAY.SCHOOL_ID.eq(tenancy.current()))
                .forEach(r -> all.put(r.value1(), new SpecialDay(SpecialDay.Kind.valueOf(r.value2()), r.value3())));
        return all;
    }

    Set<Integer> years() {
        var all = new HashSet<>(Announced.SHIPPED.years().keySet());
        all.addAll(db.select(HOLIDAY_YEAR.YEAR).from(HOLIDAY_YEAR).where(HOLIDAY_YEAR.SCHOOL_ID.eq(tenancy.current())).fetchSet(HOLIDAY_YEAR.YEAR));
        return all;
    }

    /** @return the row's id */
    UUID putYear(int year, String source, UUID by) {
        return db.insertInto(HOLIDAY_YEAR).set(HOLIDAY_YEAR.SCHOOL_ID, tenancy.current()).set(HOLIDAY_YEAR.ID, Ids.next()).set(HOLIDAY_YEAR.YEAR, year)
                .set(HOLIDAY_YEAR.SOURCE, source).set(HOLIDAY_YEAR.SET_BY, by)
                .onConflict(HOLIDAY_YEAR.SCHOOL_ID, HOLIDAY_YEAR.YEAR).doUpdate().set(HOLIDAY_YEAR.SOURCE, source).set(HOLIDAY_YEAR.SET_BY, by)
                .returningResult(HOLIDAY_YEAR.ID).fetchSingle().value1();
    }

    void putDays(Map<LocalDate, SpecialDay> days, String source, UUID by) {
        days.forEach((day, it) -> db.insertInto(CALENDAR_DAY).set(CALENDAR_DAY.SCHOOL_ID, tenancy.current()).set(CALENDAR_DAY.ID, Ids.next()).set(CALENDAR_DAY.DAY, day)
                .set(CALENDAR_DAY.KIND, it.kind().name()).set(CALENDAR_DAY.NAME, it.name()).set(CALENDAR_DAY.SOURCE, source).set(CALENDAR_DAY.SET_BY, by)
                .onConflict(CALENDAR_DAY.SCHOOL_ID, CALENDAR_DAY.DAY).doUpdate().set(CALENDAR_DAY.KIND, it.kind().name()).set(CALENDAR_DAY.NAME, it.name())
                .set(CALENDAR_DAY.SOURCE, source).set(CALENDAR_DAY.SET_BY, by).execute());
    }

    Images images(UUID year, Set<LocalDate> days) {
        var all = Images.of(CALENDAR_DAY, CALENDAR_DAY.SCHOOL_ID.eq(tenancy.current()).and(CALENDAR_DAY.DAY.in(days)));
        return year == null ? all : all.and(HOLIDAY_YEAR, HOLIDAY_YEAR.SCHOOL_ID.eq(tenancy.current()).and(HOLIDAY_YEAR.ID.eq(year)));
    }

    /** Every special day that holds, with where it is from. */
    Table<?> rows() {
        var own = DSL.select(CALENDAR_DAY.DAY, CALENDAR_DAY.KIND, CALENDAR_DAY.NAME, CALENDAR_DAY.SOURCE, DSL.inline("OWN").as("origin")).from(CALENDAR_DAY)
                .where(CALENDAR_DAY.SCHOOL_ID.eq(tenancy.current()));
        var shipped = Announced.SHIPPED.days().entrySet().stream().map(d -> DSL.row(d.getKey(), d.getValue().kind().name(), d.getValue().name(),
                Announced.SHIPPED.years().getOrDefault(d.getKey().getYear(), ""), "SHIPPED")).toArray(org.jooq.Row5[]::new);
        @SuppressWarnings("unchecked")
        var known = DSL.values((org.jooq.Row5<LocalDate, String, String, String, String>[]) shipped).as("known", "day", "kind", "name", "source", "origin");
        var replaced = DSL.select(CALENDAR_DAY.DAY).from(CALENDAR_DAY).where(CALENDAR_DAY.SCHOOL_ID.eq(tenancy.current()));
        var day = known.field("day", LocalDate.class);
        return own.unionAll(DSL.select(day, known.field("kind", String.class), known.field("name", String.class), known.field("source", String.class), known.field("origin", String.class))
                .from(known).where(day.notIn(replaced))).asTable("r");
    }
}
