package org.zongwu.logbook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Unit;

/**
 * One blank of a record, to be filled in: a typed column of the book's table. Form, register, card, print and import template
 * are drawn from it. Its label is message {@code BOOK.NAME}, else {@code label.NAME}, where the name is the column's.
 */
public final class Blank {
    /** What is written into a blank. A person, a room and the like are a link to the one meant, beside the words as they were written. */
    public enum Kind { TEXT, AREA, DAY, MOMENT, WHOLE, QUANTITY, MONEY, PRICE, CHOICE, YES, PERSON, ROOM, CLASS, PARTY, DEPARTMENT, PARENT, FILE }

    final Kind kind;
    final Field<?> field;
    final @Nullable Field<String> written;
    final @Nullable Class<? extends Enum<?>> choices;
    final @Nullable Supplier<Logbook> parent;
    boolean optional;
    boolean wide;
    boolean listed = true;
    boolean summed;
    boolean counted;
    boolean filtered;
    boolean byMonth;
    boolean loose;
    boolean hereOnly;
    boolean today;
    @Nullable Pattern inTitle;
    @Nullable Field<LocalDate> ofDay;
    final Map<String, String> units = new LinkedHashMap<>();
    boolean asAbove;
    @Nullable BigDecimal least;
    @Nullable Field<?> parentKey;
    final Map<Field<?>, Field<?>> brought = new LinkedHashMap<>();
    @Nullable Function<String, @Nullable Object> reading;

    private Blank(Kind kind, Field<?> field, @Nullable Field<String> written, @Nullable Class<? extends Enum<?>> choices, @Nullable Supplier<Logbook> parent) {
        this.kind = kind;
        this.field = field;
        this.written = written;
        this.choices = choices;
        this.parent = parent;
    }

    public static Blank text(Field<String> field) {
        return new Blank(Kind.TEXT, field, null, null, null);
    }

    /** Several lines of text, which the register leaves out. */
    public static Blank area(Field<String> field) {
        return new Blank(Kind.AREA, field, null, null, null).wide().unlisted();
    }

    public static Blank day(Field<LocalDate> field) {
        return new Blank(Kind.DAY, field, null, null, null);
    }

    public static Blank moment(Field<Instant> field) {
        return new Blank(Kind.MOMENT, field, null, null, null);
    }

    public static Blank whole(Field<Integer> field) {
        return new Blank(Kind.WHOLE, field, null, null, null);
    }

    public static Blank quantity(Field<BigDecimal> field) {
        return new Blank(Kind.QUANTITY, field, null, null, null);
    }

    /** In fen. */
    public static Blank money(Field<Long> field) {
        return new Blank(Kind.MONEY, field, null, null, null);
    }

    /** A unit price in yuan. */
    public static Blank price(Field<BigDecimal> field) {
        return new Blank(Kind.PRICE, field, null, null, null);
    }

    /** One of the enum's values; their words are messages {@code BOOK.NAME.VALUE}, other words for them {@code BOOK.NAME.VALUE.synonyms}. */
    public static Blank choice(Field<String> field, Class<? extends Enum<?>> choices) {
        var blank = new Blank(Kind.CHOICE, field, null, choices, null);
        blank.filtered = true;
        return blank;
    }

    public static Blank yes(Field<Boolean> field) {
        return new Blank(Kind.YES, field, null, null, null);
    }

    /** A member of staff; {@code written} keeps the name as it was. */
    public static Blank person(Field<UUID> id, Field<String> written) {
        return new Blank(Kind.PERSON, id, written, null, null);
    }

    public static Blank room(Field<UUID> id, Field<String> written) {
        return new Blank(Kind.ROOM, id, written, null, null);
    }

    public static Blank schoolClass(Field<UUID> id, Field<String> written) {
        return new Blank(Kind.CLASS, id, written, null, null);
    }

    public static Blank party(Field<UUID> id, Field<String> written) {
        return new Blank(Kind.PARTY, id, written, null, null);
    }

    public static Blank department(Field<UUID> id, Field<String> written) {
        return new Blank(Kind.DEPARTMENT, id, written, null, null);
    }

    /**
     * The record of another book that this one belongs to; {@code key} is what people call it by there, and a column of the
     * same kind stands in the parent's table.
     */
    public static Blank parent(Field<UUID> id, Field<String> written, Supplier<Logbook> parent, Field<?> key) {
        var blank = new Blank(Kind.PARENT, id, written, null, parent);
        blank.parentKey = key;
        return blank;
    }

    /** A paper or a picture, kept as an original. */
    public static Blank file(Field<UUID> attachment) {
        return new Blank(Kind.FILE, attachment, null, null, null).unlisted().optional();
    }

    public Blank optional() {
        optional = true;
        return this;
    }

    /** Must be filled in here, while a row of a file may lack it. */
    public Blank filedMayLack() {
        hereOnly = true;
        return this;
    }

    /** Takes twice the width of the form. */
    public Blank wide() {
        wide = true;
        return this;
    }

    /** The register has no column for it. */
    public Blank unlisted() {
        listed = false;
        return this;
    }

    /** Summed in the totals row. */
    public Blank summed() {
        summed = true;
        return this;
    }

    /** In the totals row: how many different ones. */
    public Blank counted() {
        counted = true;
        return this;
    }

    /** The register can be narrowed to one of its values. */
    public Blank filtered() {
        filtered = true;
        return this;
    }

    /** A fresh form says today: what is done is written down on its day. */
    public Blank today() {
        today = true;
        return this;
    }

    /** An imported day may name only its month, and then means the first of it. */
    public Blank byMonth() {
        byMonth = true;
        return this;
    }

    /** Of a moment: a row of a file that says only 11:20 means that time of this day of the row. Of a day: one that says 当日 means this one. */
    public Blank onDay(Field<LocalDate> day) {
        ofDay = day;
        return this;
    }

    /** Of a parent: a row of a file may name one that is not registered here; the words stay, without a link. */
    public Blank loose() {
        loose = true;
        return this;
    }

    /** A word that may stand behind the number in a file, and what it is times the blank's own unit: in hours, 天 is 8. */
    public Blank unit(String word, String times) {
        units.put(word, times);
        return this;
    }

    /** Where a sheet has no such column: the first group of this in the sheet's name or title. */
    public Blank inTitle(Pattern pattern) {
        inTitle = pattern;
        return this;
    }

    /** Nothing less may be written here, by anybody (rule R-LOG-6); money in yuan. */
    public Blank atLeast(long least) {
        this.least = BigDecimal.valueOf(least);
        return this;
    }

    /** An empty cell of a file means the one above it: a number that is written once, beside the first of its rows. */
    public Blank asAbove() {
        asAbove = true;
        return this;
    }

    /** Takes over a column of the record that this one belongs to, before the book completes the rest. */
    public <T> Blank brings(Field<T> here, Field<T> there) {
        brought.put(here, there);
        return this;
    }

    /** How a cell of a file is read where clerks write more than the plain value, as 半天 for 4 hours; null for what cannot be read. */
    public Blank reads(Function<String, @Nullable Object> reading) {
        this.reading = reading;
        return this;
    }

    /** In addresses, forms and message keys. */
    public String name() {
        return (written == null ? field : written).getName();
    }

    public Kind kind() {
        return kind;
    }

    /** The column that holds the value; of a link, the one that holds the id. */
    public Field<?> field() {
        return field;
    }

    /** The column that people read: of a link, the words as they were written. */
    public Field<?> readable() {
        return written == null ? field : written;
    }

    @SuppressWarnings("unchecked")
    Field<LocalDate> dayField() {
        return (Field<LocalDate>) field;
    }

    /** The rule of {@link #atLeast}. */
    Rule leastRule() {
        return Rule.each("R-LOG-6", Rule.Weight.MUST, field, "rule.logbook.at-least", draft -> isEnough(draft.get(field)), draft -> List.of(least.toPlainString()));
    }

    private boolean isEnough(@Nullable Object value) {
        return value == null || new BigDecimal(value.toString()).compareTo(kind == Kind.MONEY ? least.movePointRight(2) : least) >= 0;
    }

    /** Whether it lines up at the right. */
    boolean isNumber() {
        return kind == Kind.MONEY || kind == Kind.PRICE || kind == Kind.QUANTITY || kind == Kind.WHOLE;
    }

    /** What different ones of it are counted in. */
    Unit unit() {
        return switch (kind) {
            case PERSON -> Unit.PERSON;
            case ROOM -> Unit.ROOM;
            case CLASS -> Unit.CLASS;
            case PARTY -> Unit.PARTY;
            case DAY -> Unit.DAY;
            default -> Unit.ITEM;
        };
    }

    boolean links() {
        return written != null;
    }
}
