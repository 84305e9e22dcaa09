package org.zongwu.web;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One column of a register. Its label is message {@code REGISTER.NAME}, else {@code label.NAME}.
 *
 * @param indexed whether the register sorts by it however many rows there are; by others it sorts ten thousand
 * @param counted what is counted once each in the totals row; null for nothing
 * @param rate  what a percentage is made of; null for other columns
 * @param blankZero whether nothing is written for zero
 * @param middle how the totals row sums it up where that is no sum; null for a sum
 * @param words message prefix of a status or enum column: the word is message {@code words.VALUE}
 */
public record Column(
        String name, Field<?> field, Kind kind, boolean indexed, boolean total, @Nullable Function<Record, @Nullable String> link,
        @Nullable String words, @Nullable Function<String, Mark> mark, @Nullable Field<?> counted,
        @Nullable Rate rate, boolean blankZero, @Nullable Middle middle) {

    /** How a value is written: MONEY is a bigint in 分, QUANTITY a numeric with at most three decimals. */
    public enum Kind { TEXT, CODE, DATE, TIME, MONEY, PRICE, QUANTITY, COUNT, STATUS, RATE, SHARE }

    /** The shape beside a status word: finished states carry none, so that open work stands out. RED is what takes back another. */
    public enum Mark { GO, WAIT, LATE, OK, END, PLAIN, RED }

    public static Column text(String name, Field<?> field) {
        return new Column(name, field, Kind.TEXT, false, false, null, null, null, null, null, false, null);
    }

    public static Column code(String name, Field<?> field) {
        return new Column(name, field, Kind.CODE, false, false, null, null, null, null, null, false, null);
    }

    public static Column date(String name, Field<?> field) {
        return new Column(name, field, Kind.DATE, false, false, null, null, null, null, null, false, null);
    }

    public static Column time(String name, Field<?> field) {
        return new Column(name, field, Kind.TIME, false, false, null, null, null, null, null, false, null);
    }

    public static Column money(String name, Field<?> field) {
        return new Column(name, field, Kind.MONEY, false, false, null, null, null, null, null, false, null);
    }

    /** A unit price in yuan, shown with two to six decimals. */
    public static Column price(String name, Field<?> field) {
        return new Column(name, field, Kind.PRICE, false, false, null, null, null, null, null, false, null);
    }

    public static Column quantity(String name, Field<?> field) {
        return new Column(name, field, Kind.QUANTITY, false, false, null, null, null, null, null, false, null);
    }

    public static Column count(String name, Field<?> field) {
        return new Column(name, field, Kind.COUNT, false, false, null, null, null, null, null, false, null);
    }

    /** A value of an enum that is no state, said as message {@code words.VALUE}. */
    public static Column word(String name, Field<?> field, String words) {
        return new Column(name, field, Kind.STATUS, false, false, null, words, null, null, null, false, null);
    }

    /** A state, said as message {@code words.VALUE}. */
    public static Column status(String name, Field<?> field, String words, Function<String, Mark> mark) {
        return new Column(name, field, Kind.STATUS, false, false, null, words, mark, null, null, false, null);
    }

    /** A part of a whole in percent, 0–100 with two decimals; in the totals row the sum of the parts of the sum of the wholes. */
    public static Column rate(String name, Field<? extends Number> part, Field<? extends Number> whole) {
        var rate = new Rate(part, whole);
        return new Column(name, rate.of(part, whole).as(name), Kind.RATE, false, true, null, null, null, null, rate, false, null);
    }

    /**
     * Whether something holds for a row, where it can: in the totals row, of how many percent.
     *
     * @param part  1 where it holds
     * @param whole 1 where it can hold
     */
    public static Column share(String name, Field<Integer> part, Field<Integer> whole) {
        return new Column(name, DSL.when(whole.eq(1), part).as(name), Kind.SHARE, false, true, null, null, null, null, new Rate(part, whole), false, null);
    }

    /** Opens the row's thing; null where this reader has none to open. */
    public Column link(Function<Record, @Nullable String> to) {
        return new Column(name, field, kind, indexed, total, to, words, mark, counted, rate, blankZero, middle);
    }

    /** An index gives this order: a register of a million rows sorts by it too. */
    public Column sorts() {
        return new Column(name, field, kind, true, total, link, words, mark, counted, rate, blankZero, middle);
    }

    /** Summed in the totals row; only where all rows have the same unit. */
    public Column summed() {
        return new Column(name, field, kind, indexed, true, link, words, mark, counted, rate, blankZero, middle);
    }

    /** In the totals row: the value with as many below it as above. */
    public Column median() {
        return new Column(name, field, kind, indexed, true, link, words, mark, counted, rate, blankZero, Middle.MEDIAN);
    }

    /** In the totals row: the mean over all rows. */
    public Column average() {
        return new Column(name, field, kind, indexed, true, link, words, mark, counted, rate, blankZero, Middle.AVERAGE);
    }

    /** Leaves zero blank, where most rows have nothing to say, as the other side of an entry. */
    public Column blank() {
        return new Column(name, field, kind, indexed, total, link, words, mark, counted, rate, true, middle);
    }

    /** In the totals row: how many different ones there are, told apart by the field. */
    public Column counted(Field<?> by) {
        return new Column(name, field, kind, indexed, total, link, words, mark, by, rate, blankZero, middle);
    }

    public boolean right() {
        return switch (kind) {
            case MONEY, PRICE, QUANTITY, COUNT, RATE, SHARE -> true;
            default -> false;
        };
    }

    /** How the totals row sums up values of which the sum says nothing. Its word is {@code register.NAME}. */
    enum Middle {
        MEDIAN, AVERAGE;

        Field<BigDecimal> of(Column column) {
            var field = column.field().coerce(BigDecimal.class);
            var middle = this == MEDIAN ? DSL.percentileCont(new BigDecimal("0.5")).withinGroupOrderBy(field).cast(BigDecimal.class) : DSL.avg(field);
            return DSL.round(middle, column.kind() == Kind.MONEY ? 0 : 2);
        }
    }

    /** Part and whole of a percentage; nothing of nothing has none. */
    record Rate(Field<? extends Number> part, Field<? extends Number> whole) {
        Field<BigDecimal> of(Field<? extends Number> part, Field<? extends Number> whole) {
            return DSL.round(part.coerce(BigDecimal.class).mul(100).div(DSL.nullif(whole.coerce(BigDecimal.class), BigDecimal.ZERO)), 2);
        }

        /** Over all rows. */
        Field<BigDecimal> total() {
            return of(DSL.sum(part), DSL.sum(whole));
        }
    }
}
