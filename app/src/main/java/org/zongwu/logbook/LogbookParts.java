package org.zongwu.logbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.web.Column;
import org.zongwu.web.Guarded.Access;

/** What a {@link Logbook} has been told, and what follows from it. */
abstract sealed class LogbookParts permits Logbook {
    /** The state of a record that was made void, in every book. */
    static final String VOID = "VOID";

    final Table<?> table;
    final List<Blank> blanks = new ArrayList<>();
    final List<Blank> importedToo = new ArrayList<>();
    final Set<Duty> reads = EnumSet.noneOf(Duty.class);
    final Set<Duty> writes = EnumSet.noneOf(Duty.class);
    final Set<Duty> voids = EnumSet.noneOf(Duty.class);
    final Set<Field<UUID>> own = new LinkedHashSet<>();
    final List<Step> steps = new ArrayList<>();
    final List<Consumer<Draft>> completions = new ArrayList<>();
    final List<Consumer<Draft>> hereCompletions = new ArrayList<>();
    final List<Consumer<Draft>> filedCompletions = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    final Map<String, Function<LocalDate, Condition>> flags = new LinkedHashMap<>();
    final Map<String, Share> shares = new LinkedHashMap<>();
    final Map<String, Ratio> ratios = new LinkedHashMap<>();
    final Map<String, Computed> computed = new LinkedHashMap<>();
    final List<Measure> measures = new ArrayList<>();
    final List<Measure> ownMeasures = new ArrayList<>();
    final List<Asked> todos = new ArrayList<>();
    final List<Planned> plans = new ArrayList<>();
    final List<Supplier<Logbook>> children = new ArrayList<>();
    String series = "";
    String menuGroup = "";
    int menuOrder;
    @Nullable Confidence confidence;
    @Nullable String opensAt;
    boolean everyoneWrites;
    boolean ownReads;
    @Nullable Field<String> title;
    @Nullable Field<LocalDate> firstDay;
    @Nullable Field<LocalDate> lastDay;
    List<? extends BookState> states = List.of(BookState.Plain.RECORDED);
    Function<Draft, BookState> begins = draft -> BookState.Plain.RECORDED;
    List<Field<?>> once = List.of();
    int importOrder;
    List<Field<?>> matrix = List.of();
    @Nullable Supplier<Logbook> lines;
    Function<Actor, List<Draft>> proposedLines = actor -> List.of();

    LogbookParts(Table<?> table) {
        this.table = table;
    }

    record Share(Function<LocalDate, Condition> part, Function<LocalDate, Condition> whole) {}

    record Ratio(Field<? extends Number> part, Field<? extends Number> whole) {}

    /** @param median its total is the middle one of all */
    record Computed(Column.Kind kind, boolean summed, boolean median, Function<LocalDate, Field<?>> value) {}

    record Confidence(Condition when, Field<UUID> from, List<Field<?>> fields) {}

    record Asked(String name, String flag, @Nullable Field<UUID> person, Set<Duty> duties, @Nullable Field<LocalDate> due) {}

    /** @param leadDays how many days before {@code due} it is to be done */
    record Planned(String flag, Duty owner, @Nullable Field<LocalDate> due, int leadDays) {}

    /** {@code safety.hazard}: the name of its table, of its records in the trail, and the beginning of its messages. */
    public String key() {
        return table.getSchema().getName() + "." + table.getName();
    }

    /** {@code /safety/hazards}. */
    public String path() {
        var name = table.getName().replace('_', '-').replaceAll("(?<![aeiou])y$", "ie").replaceAll("(s|x|ch)$", "$1e");
        return "/" + table.getSchema().getName() + "/" + name + "s";
    }

    /** Books whose records belong to one of these. */
    List<Logbook> childBooks() {
        var all = new ArrayList<Logbook>();
        if (lines != null) all.add(lines.get());
        children.forEach(c -> all.add(c.get()));
        return all;
    }

    /** Where its records open, before their id. */
    String cards() {
        return opensAt == null ? path() : opensAt;
    }

    /** A column that {@code logbook.keep} gives every book: the table's own field, so that drafts know it again. */
    @SuppressWarnings("unchecked")
    <T> Field<T> column(String name, Class<T> type) {
        var field = Objects.requireNonNull(table.field(name), () -> key() + " has no column " + name + ": was logbook.keep called for it?");
        if (field.getType() != type) throw new IllegalArgumentException(key() + "." + name + " is " + field.getType());
        return (Field<T>) field;
    }

    Field<UUID> id() {
        return column("id", UUID.class);
    }

    Field<Long> schoolId() {
        return column("school_id", Long.class);
    }

    Field<String> no() {
        return column("no", String.class);
    }

    Field<String> state() {
        return column("state", String.class);
    }

    Field<String> doubts() {
        return column("doubts", String.class);
    }

    Field<String> grade() {
        return column("grade", String.class);
    }

    Field<UUID> madeBy() {
        return column("made_by", UUID.class);
    }

    Field<String> madeByName() {
        return column("made_by_name", String.class);
    }

    Field<Instant> madeAt() {
        return column("made_at", Instant.class);
    }

    Condition valid() {
        return state().ne(VOID);
    }

    /** The blanks of the record and of its steps, each column once. */
    List<Blank> allBlanks() {
        var all = new LinkedHashMap<String, Blank>();
        blanks.forEach(b -> all.put(b.name(), b));
        steps.forEach(s -> s.blanks.forEach(b -> all.putIfAbsent(b.name(), b)));
        importedToo.forEach(b -> all.putIfAbsent(b.name(), b));
        return List.copyOf(all.values());
    }

    /** The rules of the book, and those of its blanks. */
    List<Rule> allRules() {
        var all = new ArrayList<Rule>();
        allBlanks().stream().filter(b -> b.least != null).map(Blank::leastRule).forEach(all::add);
        all.addAll(rules);
        return all;
    }

    /** What a file may bring: everything but originals. */
    List<Blank> importedBlanks() {
        var all = new LinkedHashMap<String, Blank>();
        allBlanks().forEach(b -> all.put(b.name(), b));
        importedToo.forEach(b -> all.put(b.name(), b));
        return all.values().stream().filter(b -> b.kind != Blank.Kind.FILE).toList();
    }

    @Nullable Blank parentBlank() {
        return blanks.stream().filter(b -> b.kind == Blank.Kind.PARENT).findFirst().orElse(null);
    }

    Step step(String name) {
        return steps.stream().filter(s -> s.name.equals(name)).findFirst().orElseThrow();
    }

    /** The figures of the office, and those of each person's own. */
    List<Measure> allMeasures() {
        return Stream.concat(measures.stream(), ownMeasures.stream()).toList();
    }

    boolean readsAll(Actor actor) {
        return reads.isEmpty() && !ownReads || reads.stream().anyMatch(actor::holds) || writes.stream().anyMatch(actor::holds);
    }

    /** A book that nobody writes stands over a view of other books: it is read, totalled and printed. */
    boolean isView() {
        return writes.isEmpty() && !everyoneWrites;
    }

    boolean mayWrite(Actor actor) {
        return everyoneWrites || writes.stream().anyMatch(actor::holds);
    }

    boolean mayVoid(Actor actor) {
        return voids.stream().anyMatch(actor::holds);
    }

    Access readAccess() {
        if (ownReads || reads.isEmpty()) return Access.EVERYONE;
        var all = EnumSet.copyOf(reads);
        all.addAll(writes);
        return Access.of(all);
    }

    Access writeAccess() {
        return everyoneWrites ? Access.EVERYONE : Access.of(writes);
    }

    Access stepAccess(Step step) {
        return step.persons.isEmpty() ? Access.of(step.duties) : Access.EVERYONE;
    }
}
