package org.zongwu.logbook;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Bulk;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;

/** The tables of all logbooks, each through its own declaration. */
@Repository
class BookRepository {
    /** Of {@link #rows}: whether the reader may open the record that this one belongs to. */
    static final String PARENT_READ = "parent_read";

    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    BookRepository(DSLContext db, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * The book's rows as a derived table named {@code r}: its columns, its flags and shares as they hold on that day, and the state
     * that is shown, which is never late by a day that is still to come.
     *
     * @param reader narrows the rows to his own where the book says so; null for all
     */
    Table<?> rows(Logbook book, LocalDate asOf, @Nullable Actor reader) {
        var today = LocalDate.now(clock);
        var fields = new ArrayList<SelectFieldOrAsterisk>(fields(book, reader));
        fields.add(shownState(book, asOf.isAfter(today) ? today : asOf).as("shown_state"));
        fields.add(book.valid().as("valid"));
        book.flags.forEach((name, condition) -> fields.add(DSL.field(condition.apply(asOf)).as("flag_" + name)));
        book.shares.forEach((name, share) -> {
            fields.add(number(share.whole().apply(asOf).and(share.part().apply(asOf))).as(name + "_part"));
            fields.add(number(share.whole().apply(asOf)).as(name + "_whole"));
        });
        book.computed.forEach((name, c) -> fields.add(c.value().apply(asOf).as(name)));
        if (book.parentBlank() != null) fields.add(DSL.field(reachable(book.parentBlank(), reader)).as(PARENT_READ));
        return db.select(fields).from(book.table).where(here(book), readable(book, reader)).asTable("r");
    }

    /** The record that this one belongs to is one that the reader may open. */
    private Condition reachable(Blank blank, @Nullable Actor reader) {
        var parent = blank.parent.get();
        if (reader == null || parent.readsAll(reader)) return trueCondition();
        return exists(selectOne().from(parent.table).where(here(parent), parent.id().eq(link(blank)), readable(parent, reader)));
    }

    /** The columns of the table as this person sees them. */
    private static List<Field<?>> fields(Logbook book, @Nullable Actor reader) {
        var confidence = book.confidence;
        if (reader == null || confidence == null) return List.of(book.table.fields());
        var told = confidence.when().and(book.madeBy().ne(reader.employeeId()));
        if (book.readsAll(reader)) told = told.and(confidence.from().eq(reader.employeeId()));
        var hidden = told;
        return Arrays.stream(book.table.fields()).<Field<?>>map(f -> confidence.fields().contains(f) ? unless(hidden, f) : f).toList();
    }

    private static <T> Field<T> unless(Condition hidden, Field<T> field) {
        return when(hidden, DSL.inline(null, field.getDataType())).otherwise(field).as(field.getName());
    }

    private static Field<Integer> number(Condition condition) {
        return when(condition, inline(1)).otherwise(inline(0));
    }

    /** A record that somebody was asked for and did not do in time is late, whatever its state. */
    private static Field<String> shownState(Logbook book, LocalDate asOf) {
        var late = or(book.todos.stream().filter(t -> t.due() != null).map(t -> book.flags.get(t.flag()).apply(asOf).and(t.due().lt(asOf))).toList());
        return book.todos.stream().allMatch(t -> t.due() == null) ? book.state() : when(late.and(book.valid()), inline("LATE")).otherwise(book.state());
    }

    private Condition here(Logbook book) {
        return book.schoolId().eq(tenancy.current());
    }

    private static Condition readable(Logbook book, @Nullable Actor reader) {
        if (reader == null || book.readsAll(reader)) return noCondition();
        var mine = book.madeBy().eq(reader.employeeId());
        for (var person : book.own) mine = mine.or(person.eq(reader.employeeId()));
        return mine;
    }

    Condition one(Logbook book, UUID id) {
        return here(book).and(book.id().eq(id));
    }

    /** How a record stands today. */
    String shownState(Logbook book, UUID id, LocalDate today) {
        return db.select(shownState(book, today)).from(book.table).where(one(book, id)).fetchSingle().value1();
    }

    Optional<Record> find(Logbook book, UUID id, @Nullable Actor reader) {
        return db.select(fields(book, reader)).from(book.table).where(one(book, id), readable(book, reader)).fetchOptional().map(r -> r);
    }

    /** A record that was searched for. */
    record Found(Logbook book, UUID id, String no, String title) {}

    /** Valid records of these books that this person reads, by number or the words of their title, in one statement; of each the newest first. */
    List<Found> found(List<Logbook> books, Actor reader, String words, int limit) {
        var like = "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        Select<Record4<Integer, UUID, String, String>> all = null;
        for (var i = 0; i < books.size(); i++) {
            var book = books.get(i);
            var title = book.title == null ? book.no() : book.title;
            var part = db.select(inline(i), book.id(), book.no(), title).from(book.table)
                    .where(here(book), readable(book, reader), book.valid(), book.no().likeIgnoreCase(like, '!').or(title.likeIgnoreCase(like, '!'))).orderBy(book.no().desc()).limit(limit);
            all = all == null ? part : all.unionAll(part);
        }
        return all == null ? List.of() : all.fetch(r -> new Found(books.get(r.value1()), r.value2(), r.value3(), r.value4() == null ? r.value3() : r.value4()));
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Record> lock(Logbook book, UUID id) {
        return db.select(book.table.fields()).from(book.table).where(one(book, id)).forNoKeyUpdate().fetchOptional().map(r -> r);
    }

    /** Records that belong to one of another book, in the order in which they were written. */
    List<Record> of(Logbook book, UUID parent) {
        var link = book.parentBlank();
        return link == null ? List.of() : new ArrayList<>(db.select(book.table.fields()).from(book.table)
                .where(here(book), link(link).eq(parent)).orderBy(book.no()).fetch());
    }

    @SuppressWarnings("unchecked")
    private static Field<UUID> link(Blank blank) {
        return (Field<UUID>) blank.field();
    }

    /** What is written in a record, as it was judged. */
    static Draft draft(Logbook book, Record row) {
        var draft = Draft.of(row.get(book.id()));
        for (var f : book.table.fields()) draft.put(f, row.get(f));
        return draft;
    }

    /** Every record that is not void, for the proof of the rules. */
    List<Draft> worked(Logbook book) {
        return db.select(book.table.fields()).from(book.table).where(here(book), book.valid(), book.grade().eq("WORKED"))
                .orderBy(book.no()).fetch(r -> draft(book, r));
    }

    /** Records by id. */
    Map<UUID, Record> all(Logbook book, Collection<UUID> ids) {
        return db.select(book.table.fields()).from(book.table).where(here(book), book.id().eq(DSL.any(ids.toArray(UUID[]::new)))).fetchMap(book.id(), r -> r);
    }

    /** Ids of all valid records of the book by what people call them there; of several that are called the same, the last one made. */
    Map<Object, UUID> all(Logbook book, Field<?> key) {
        var found = new LinkedHashMap<Object, UUID>();
        db.select(key, book.id()).from(book.table).where(here(book), book.valid(), key.isNotNull()).orderBy(book.madeAt().desc(), book.no().desc()).forEach(r -> found.putIfAbsent(r.value1(), r.value2()));
        return found;
    }

    /** The keys by which records are one and the same, of the valid records; where the day is part of it, in the days that the drafts are of. */
    List<List<Object>> keys(Logbook book, @Nullable LocalDate from, @Nullable LocalDate to) {
        var days = book.firstDay == null || from == null || !book.once.contains(book.firstDay) ? noCondition() : book.firstDay.between(from, to);
        return db.select(book.once).from(book.table).where(here(book), book.valid(), days).fetch(r -> key(book.once, r::get));
    }

    static List<Object> key(List<Field<?>> once, Function<Field<?>, Object> value) {
        var key = new ArrayList<Object>();
        for (var f : once) {
            var v = value.apply(f);
            key.add(v instanceof java.math.BigDecimal n ? n.stripTrailingZeros() : v == null ? "" : v);
        }
        return key;
    }

    /** Adds records, thousands in one statement: one array a column. */
    void insert(Logbook book, List<Draft> drafts) {
        Set<Field<?>> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var d : drafts) for (var f : d.fields()) if (!used.contains(f) && d.has(f)) used.add(f);
        var fields = Arrays.stream(book.table.fields()).filter(used::contains).toList();
        var names = DSL.list(fields.stream().map(f -> (QueryPart) field(name(f.getName()))).toList());
        Bulk.write(db, Bulk.parts(drafts), part -> DSL.list(fields.stream().map(f -> (QueryPart) Bulk.column(part, f.getDataType(), d -> d.get(f))).toList()),
                columns -> db.execute("insert into {0} ({1}) select * from unnest({2})", book.table, names, columns));
    }

    /** Writes what a step filled in and where it led. @return false when somebody else has changed the record since */
    boolean step(Logbook book, UUID id, int version, Map<Field<?>, Object> filled, String state) {
        var values = new HashMap<Field<?>, Object>(filled);
        values.put(book.state(), state);
        values.put(book.column("version", Integer.class), version + 1);
        return db.update(book.table).set(values).where(one(book, id), book.column("version", Integer.class).eq(version), book.valid()).execute() == 1;
    }

    /** @return how many of them were not void already */
    int cancel(Logbook book, Collection<UUID> ids, Actor by, Instant at, String reason) {
        return db.update(book.table).set(Map.of(book.state(), LogbookParts.VOID, book.column("voided_by", UUID.class), by.employeeId(),
                book.column("voided_at", Instant.class), at, book.column("void_reason", String.class), reason))
                .where(here(book), book.id().eq(DSL.any(ids.toArray(UUID[]::new))), book.valid()).execute();
    }
}
