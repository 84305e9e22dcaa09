package org.zongwu.logbook;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.Unit;

/**
 * A figure over the records of a book that are not void. It opens the book's register, narrowed to what it counts, and the
 * totals row there is computed by the same columns.
 */
public final class Measure {
    /** What is computed: how many records, the sum of a column, how many different values, a percentage. */
    enum Kind { COUNT, SUM, DISTINCT, RATE, MEDIAN }

    /** Which records: of the span; all until its end; those that last over its last day. */
    enum Reach { WITHIN, UNTIL, ON }

    final FigureDefinition definition;
    final Kind kind;
    final @Nullable Field<?> field;
    final String rate;
    List<String> flags = List.of();
    Reach reach = Reach.WITHIN;
    @Nullable Field<LocalDate> by;
    @Nullable Field<UUID> person;
    List<Field<?>> listed = List.of();

    private Measure(FigureDefinition definition, Kind kind, @Nullable Field<?> field, String rate) {
        this.definition = definition;
        this.kind = kind;
        this.field = field;
        this.rate = rate;
    }

    public static Measure count(String id, Unit unit) {
        return new Measure(new FigureDefinition(id, unit, 1), Kind.COUNT, null, "");
    }

    /** @param field a column that the register sums; a money column gives YUAN */
    public static Measure sum(String id, Unit unit, Field<?> field) {
        return new Measure(new FigureDefinition(id, unit, 1), Kind.SUM, field, "");
    }

    /** @param computed a column that the book computes and sums */
    public static Measure computed(String id, Unit unit, String computed) {
        return new Measure(new FigureDefinition(id, unit, 1), Kind.SUM, DSL.field(DSL.name(computed)), "");
    }

    /** @param computed a column that the book computes, and of which the middle one counts */
    public static Measure median(String id, Unit unit, String computed) {
        return new Measure(new FigureDefinition(id, unit, 1), Kind.MEDIAN, DSL.field(DSL.name(computed)), "");
    }

    /** @param field a blank that the register counts once each */
    public static Measure different(String id, Unit unit, Field<?> field) {
        return new Measure(new FigureDefinition(id, unit, 1), Kind.DISTINCT, field, "");
    }

    /** @param rate a percentage that the book declares */
    public static Measure rate(String id, String rate) {
        return new Measure(new FigureDefinition(id, Unit.PERCENT, 1), Kind.RATE, null, rate);
    }

    /** Only records that all these flags hold for. */
    public Measure of(String... flags) {
        this.flags = List.of(flags);
        return this;
    }

    /** Counted by another day of the record than its book's, as rent by the day on which it came in. */
    public Measure by(Field<LocalDate> day) {
        by = day;
        return this;
    }

    /** All records until the end of the span, as what is still open then. */
    public Measure until() {
        reach = Reach.UNTIL;
        return this;
    }

    /** Records that last over the last day of the span, as contracts in force. */
    public Measure on() {
        reach = Reach.ON;
        return this;
    }

    /** A figure of one person's own: only records that name him here, who may open them for that (R-PS-1). */
    public Measure whose(Field<UUID> person) {
        this.person = person;
        return this;
    }

    /**
     * A report may print these columns of the records that it counts, one by one. What the register leaves out is left out there too:
     * pupils' names, what concerns a household, who gave a gift (R-SUM-11).
     */
    public Measure listing(Field<?>... columns) {
        if (kind != Kind.COUNT) throw new IllegalArgumentException(definition.id() + " does not count records: a list of them would show another number");
        listed = List.of(columns);
        return this;
    }
}
