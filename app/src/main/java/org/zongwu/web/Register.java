package org.zongwu.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Duty;

/**
 * A register (台账), declared: columns, filters, first order, what the phone shows. {@link Registers} draws it as a page,
 * Excel and JSON from the repository's own query. Its words: {@code KEY.title}, {@code KEY.lead}, {@code KEY.empty},
 * {@code KEY.new}, {@code KEY.COLUMN}.
 */
public final class Register {
    final String key;
    final String path;
    final List<Column> columns = new ArrayList<>();
    final List<Filter> filters = new ArrayList<>();
    final List<Field<?>> hidden = new ArrayList<>();
    String sort = "";
    @Nullable Field<?> tieBreak;
    Phone phone = new Phone("", "", List.of(), "");
    @Nullable String newPath;
    List<Duty> newDuties = List.of();
    final List<Link> links = new ArrayList<>();

    private Register(String key, String path) {
        this.key = key;
        this.path = path;
    }

    public static Register of(String key, String path) {
        return new Register(key, path);
    }

    public Register columns(Column... all) {
        columns.addAll(List.of(all));
        return this;
    }

    /** Fields that links need but no column shows. */
    public Register with(Field<?>... fields) {
        hidden.addAll(List.of(fields));
        return this;
    }

    @SafeVarargs
    public final Register words(Field<String>... fields) {
        filters.add(new Filter.Words("q", List.of(fields)));
        return this;
    }

    /** Instead of {@link #words}, for a register of very many rows: the repository says which rows the words mean. */
    public Register finds(Function<String, Condition> found) {
        filters.add(new Filter.Found("q", found));
        return this;
    }

    public Register days(Field<LocalDate> field) {
        return days(field, field);
    }

    /** Things that last from one day to another: shown when they overlap the days asked for; an open end has no last day. */
    public Register days(Field<LocalDate> first, Field<LocalDate> last) {
        filters.add(new Filter.Days("day", first, last));
        return this;
    }

    /** {@code name=DAY} in a link: only what its date puts at that day or before. */
    public Register until(String name, Field<LocalDate> field) {
        filters.add(new Filter.Until(name, field));
        return this;
    }

    /** Days from and to that the repository's own query takes: the address carries them, the register adds no condition. */
    public Register span() {
        filters.add(new Filter.Span("day"));
        return this;
    }

    public Register choice(String name, Field<?> field, Supplier<Map<String, String>> options) {
        filters.add(new Filter.Choice(name, field, options));
        return this;
    }

    public Register flag(String name, Condition condition) {
        filters.add(new Filter.Flag(name, condition, true));
        return this;
    }

    /** A flag that figures and to-dos link with; the filter bar shows it only while it is on. */
    public Register linkFlag(String name, Condition condition) {
        filters.add(new Filter.Flag(name, condition, false));
        return this;
    }

    public Register hiddenFilter(String name, Field<?> field) {
        filters.add(new Filter.Hidden(name, field, null));
        return this;
    }

    /** By the id of something that a column names. */
    public Register hiddenFilter(String name, Field<?> id, String column) {
        filters.add(new Filter.Hidden(name, id, column));
        return this;
    }

    /** First order: a column's name, with a leading minus for descending; ties are broken by the field, so that pages never overlap. */
    public Register order(String column, Field<?> tie) {
        sort = column;
        tieBreak = tie;
        return this;
    }

    String firstSort() {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    /** The two-line row of a phone: names of columns, first line left and right, second line left and right. */
    public Register phone(String left, String right, List<String> second, String secondRight) {
        phone = new Phone(left, right, second, secondRight);
        return this;
    }

    /** The one primary action: where a new one is written, and who sees the button. */
    public Register creates(String path, Duty... duties) {
        newPath = path;
        newDuties = List.of(duties);
        return this;
    }

    /** A second action at the head of the page. */
    public Register link(String textKey, String path, Duty... duties) {
        links.add(new Link(textKey, path, List.of(duties)));
        return this;
    }

    record Phone(String left, String right, List<String> second, String secondRight) {}

    record Link(String textKey, String path, List<Duty> duties) {}
}
