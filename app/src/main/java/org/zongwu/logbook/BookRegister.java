package org.zongwu.logbook;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.web.Column;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;

/** The register of a book: a column for each blank that is listed, and a filter for whatever figures and to-dos link with. */
final class BookRegister {
    static final String VALID = "valid";
    static final String DOUBTFUL = "doubtful";
    private static final int CHOICES = 100;
    private static final Field<UUID> ID = of("id", UUID.class);

    private final Logbook book;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;

    BookRegister(Logbook book, Messages messages, DSLContext db, Tenancy tenancy) {
        this.book = book;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
    }

    /** The name of the switch by which the register is narrowed by another day of its records. */
    static String by(Field<LocalDate> day) {
        return "by_" + day.getName();
    }

    /** Other days by which figures count. */
    Set<Field<LocalDate>> otherDays() {
        return book.allMeasures().stream().map(m -> m.by).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @param by the day that from and to are about; null for the book's own */
    Register declare(@Nullable Field<LocalDate> by) {
        var register = Register.of(book.key(), book.path()).columns(columns().toArray(Column[]::new)).with(ID);
        book.allBlanks().stream().filter(b -> b.kind == Blank.Kind.PARENT).forEach(b -> register.with(same(b.field), of(BookRepository.PARENT_READ, Boolean.class)));
        register.words(words());
        if (by != null) register.days(same(by)).linkFlag(by(by), DSL.trueCondition());
        else if (book.firstDay != null) register.days(same(book.firstDay), same(book.lastDay == null ? book.firstDay : book.lastDay));
        register.choice("state", of("shown_state", String.class), this::states);
        book.blanks.stream().filter(b -> b.filtered).forEach(b -> register.choice(b.name(), same(b.readable()), () -> values(b)));
        filters(register);
        var tie = of("no", String.class);
        register.order(book.firstDay == null ? "-no" : "-" + nameOf(book.firstDay), tie);
        phone(register);
        if (!book.isView()) register.creates(book.path() + "/new", book.everyoneWrites ? Duty.values() : book.writes.toArray(Duty[]::new));
        return register;
    }

    /** A figure opens a register whose totals row shows the same number, or the office does not start. */
    void requireTotals() {
        for (var m : book.allMeasures()) {
            var shown = switch (m.kind) {
                case COUNT -> true;
                case RATE -> book.shares.containsKey(m.rate) || book.ratios.containsKey(m.rate);
                case SUM -> book.computed.containsKey(m.field.getName()) || book.allBlanks().stream().anyMatch(b -> b.listed && b.summed && b.field().equals(m.field));
                case MEDIAN -> book.computed.containsKey(m.field.getName()) && book.computed.get(m.field.getName()).median();
                case DISTINCT -> book.allBlanks().stream().anyMatch(b -> b.listed && b.counted && b.readable().equals(m.field));
            };
            if (!shown) throw new IllegalStateException(m.definition.id() + ": " + book.key() + " lists no column whose total it is");
            for (var flag : m.flags) if (!book.flags.containsKey(flag)) throw new IllegalStateException(m.definition.id() + ": " + book.key() + " has no flag " + flag);
            if (m.person != null && (!book.own.contains(m.person) || book.allBlanks().stream().noneMatch(b -> b.links() && b.field().equals(m.person)))) throw new IllegalStateException(m.definition.id() + ": whom " + book.key() + " names there may not open his records");
            m.listed.forEach(column -> requireShown(m, column));
        }
    }

    /** A report prints what the register shows to all who read it, and nothing else (R-SUM-11). */
    private void requireShown(Measure m, Field<?> column) {
        var confided = book.confidence != null && book.confidence.fields().contains(column);
        var listed = column.equals(book.state()) || book.allBlanks().stream().anyMatch(b -> b.listed && b.readable().equals(column));
        if (confided || !listed) throw new IllegalStateException(m.definition.id() + ": the register of " + book.key() + " does not show " + column.getName() + " to everybody");
    }

    private void filters(Register register) {
        if (!book.rules.isEmpty()) register.flag(DOUBTFUL, of("doubts", String.class).isNotNull());
        register.linkFlag(VALID, of(VALID, Boolean.class).isTrue());
        book.flags.keySet().forEach(f -> register.linkFlag(f, of("flag_" + f, Boolean.class).isTrue()));
        register.hiddenFilter("grade", of("grade", String.class)).hiddenFilter("made_by", of("made_by", UUID.class), "made_by_name");
        for (var blank : book.allBlanks()) if (blank.links()) register.hiddenFilter(blank.field().getName(), same(blank.field()), blank.name());
        for (var todo : book.todos) if (todo.due() != null) register.until(todo.due().getName(), same(todo.due()));
    }

    private List<Column> columns() {
        var all = new ArrayList<Column>();
        all.add(Column.code("no", of("no", String.class)).link(r -> book.cards() + "/" + r.get(ID)));
        // The day first, wherever it was declared
        book.allBlanks().stream().filter(b -> b.listed).sorted(Comparator.comparing(b -> !b.field().equals(book.firstDay))).map(this::column).forEach(all::add);
        book.computed.forEach((name, c) -> all.add(computed(name, c)));
        book.ratios.forEach((name, r) -> all.add(Column.rate(name, same(r.part()), same(r.whole()))));
        book.shares.keySet().forEach(name -> all.add(Column.share(name, of(name + "_part", Integer.class), of(name + "_whole", Integer.class))));
        all.add(Column.status("state", of("shown_state", String.class), book.key() + ".state", this::mark));
        return all;
    }

    private static Column computed(String name, LogbookParts.Computed c) {
        var column = switch (c.kind()) {
            case MONEY -> Column.money(name, of(name, Long.class));
            case QUANTITY -> Column.quantity(name, of(name, BigDecimal.class));
            case DATE -> Column.date(name, of(name, LocalDate.class));
            case COUNT -> Column.count(name, of(name, Integer.class));
            default -> Column.text(name, of(name, String.class));
        };
        return c.median() ? column.median() : c.summed() ? column.summed() : column;
    }

    private Column column(Blank blank) {
        var name = blank.name();
        var field = same(blank.readable());
        var column = switch (blank.kind) {
            case DAY -> Column.date(name, field);
            case MOMENT -> Column.time(name, field);
            case MONEY -> Column.money(name, field);
            case PRICE -> Column.price(name, field);
            case QUANTITY -> Column.quantity(name, field);
            case WHOLE -> Column.count(name, field);
            case CHOICE -> Column.status(name, field, book.key() + "." + name, v -> Column.Mark.END);
            case YES -> Column.status(name, field, "yes", v -> Column.Mark.END);
            case PARENT -> Column.text(name, field).link(r -> r.get(of(BookRepository.PARENT_READ, Boolean.class)) ? blank.parent.get().path() + "/" + r.get(same(blank.field)) : null);
            default -> Column.text(name, field);
        };
        if (blank.summed) column = column.summed();
        if (blank.counted) column = column.counted(field, blank.unit());
        return column;
    }

    /** Columns by which one searches: the number, the title, and the words of links and short texts. */
    @SuppressWarnings("unchecked")
    private Field<String>[] words() {
        var all = new ArrayList<Field<String>>();
        all.add(of("no", String.class));
        for (var b : book.blanks) {
            if (b.links() || b.kind == Blank.Kind.TEXT || b.kind == Blank.Kind.AREA) all.add((Field<String>) same(b.readable()));
        }
        return all.toArray(Field[]::new);
    }

    /** On a phone: which one it is and what it is worth or how it stands, then its number and day, and its state or whose it is. */
    private void phone(Register register) {
        var left = book.title == null ? phoneColumn("no", Blank.Kind.PERSON, Blank.Kind.PARTY, Blank.Kind.ROOM, Blank.Kind.PARENT) : nameOf(book.title);
        var money = book.allBlanks().stream().filter(b -> b.summed && b.listed && b.kind == Blank.Kind.MONEY).map(Blank::name).findFirst();
        var second = new ArrayList<String>();
        if (!left.equals("no")) second.add("no");
        if (book.firstDay != null) second.add(nameOf(book.firstDay));
        var person = phoneColumn(left, Blank.Kind.PERSON, Blank.Kind.CHOICE);
        register.phone(left, money.orElse("state"), second, money.isPresent() ? "state" : person.equals(left) ? "state" : person);
    }

    /** The first column of the kinds, the earlier kind before the later. */
    private String phoneColumn(String otherwise, Blank.Kind... kinds) {
        return Arrays.stream(kinds).flatMap(k -> book.allBlanks().stream().filter(b -> b.kind == k && b.listed && !b.name().equals(otherwise))).map(Blank::name).findFirst().orElse(otherwise);
    }

    private String nameOf(Field<?> field) {
        return BookKeeper.nameOf(book, field);
    }

    private Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        book.states.forEach(s -> all.put(s.name(), word(s.name())));
        if (book.todos.stream().anyMatch(t -> t.due() != null)) all.put("LATE", word("LATE"));
        all.put(LogbookParts.VOID, word(LogbookParts.VOID));
        return all;
    }

    String word(String state) {
        return messages.first(book.key() + ".state." + state, "state." + state);
    }

    Column.Mark mark(String state) {
        if (state.equals("LATE")) return Column.Mark.LATE;
        return Optional.of(state).flatMap(s -> book.states.stream().filter(b -> b.name().equals(s)).findFirst()).map(BookState::mark).orElse(Column.Mark.PLAIN);
    }

    /** The words of an enum, or whatever has been written into the column. */
    private Map<String, String> values(Blank blank) {
        var all = new LinkedHashMap<String, String>();
        if (blank.choices != null) {
            for (var value : blank.choices.getEnumConstants()) all.put(value.name(), messages.say(book.key() + "." + blank.name() + "." + value.name()));
            return all;
        }
        var column = blank.readable().cast(String.class);
        db.selectDistinct(column).from(book.table).where(book.schoolId().eq(tenancy.current()), column.isNotNull()).orderBy(column).limit(CHOICES)
                .forEach(r -> all.put(r.value1(), r.value1()));
        return all;
    }

    private static <T> Field<T> of(String name, Class<T> type) {
        return field(name("r", name), type);
    }

    static <T> Field<T> same(Field<T> field) {
        return DSL.field(name("r", field.getName()), field.getDataType());
    }
}
