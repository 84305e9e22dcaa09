package org.zongwu.imports.run;

import static zongwu.db.imports.Tables.RUN;
import static zongwu.db.imports.Tables.SOURCE_ROW;
import static zongwu.db.imports.Tables.UNDONE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Bulk;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.mapping.Header;
import org.zongwu.imports.sheet.Line;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.WorkRef;
import tools.jackson.databind.json.JsonMapper;

/** Keeps every line that went in as it stood, with what became of it: the way back from a record to its file. */
@Repository
class SourceRows {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final JsonMapper json;

    SourceRows(DSLContext db, Tenancy tenancy, JsonMapper json) {
        this.db = db;
        this.tenancy = tenancy;
        this.json = json;
    }

    /** What became of a line, or was opened for it. */
    private record Entry(Outcome outcome, @Nullable WorkRef record) {
        Row row() {
            return outcome.row();
        }

        @Nullable String type() {
            return record == null ? null : record.type();
        }

        @Nullable UUID id() {
            return record == null ? null : record.id();
        }

        @Nullable String no() {
            return record == null ? null : record.no();
        }
    }

    /**
     * Within the caller's transaction.
     *
     * @param outcomes of each template, in the order in which they went in
     * @param steps    told how many lines are written
     */
    void write(UUID runId, Reading reading, List<List<Outcome>> outcomes, Steps steps) {
        var entries = new ArrayList<Entry>();
        for (var outcome : outcomes.stream().flatMap(List::stream).toList()) {
            if (outcome.verdict() != Verdict.ACCEPTED && outcome.verdict() != Verdict.WARNING) continue;
            outcome.opened().forEach(o -> entries.add(new Entry(outcome, o)));
            entries.add(new Entry(outcome, outcome.made()));
        }
        var places = IntStream.range(0, entries.size()).boxed().toList();
        Bulk.write(db, Bulk.parts(places), part -> columns(part, entries, reading), columns -> {
            db.execute("""
                    insert into imports.source_row (school_id, run_id, place, template, sheet, line, col, record_type, record_id, record_no, cells)
                    select {0}, {1}, u.place, u.template, u.sheet, u.line, u.col, u.record_type, u.record_id, u.record_no, u.cells::jsonb
                    from unnest({2}, string_to_array({3}, chr(30))) u (place, template, sheet, line, col, record_type, record_id, record_no, cells)""",
                    tenancy.current(), runId, columns.values(), columns.cells());
            steps.at(Steps.Phase.KEEP, columns.to(), entries.size());
        });
    }

    /** @param cells as one text: a separator that no JSON holds is cheaper than quoting each of them once more */
    private record Columns(QueryPart values, String cells, int to) {}

    private Columns columns(List<Integer> places, List<Entry> entries, Reading reading) {
        var headings = new IdentityHashMap<Header, List<String>>();
        var cells = new StringBuilder();
        for (var place : places) {
            var row = entries.get(place).row();
            var part = reading.sheet(row.sheet());
            if (!cells.isEmpty()) cells.append('\u001E');
            cells.append(json.writeValueAsString(cells(headings.computeIfAbsent(part.header(), SourceRows::headings), part.sheet().line(row.number()))));
        }
        return new Columns(DSL.list(Bulk.column(places, SOURCE_ROW.PLACE.getDataType(), p -> p),
                Bulk.column(places, SOURCE_ROW.TEMPLATE.getDataType(), p -> reading.sheet(entries.get(p).row().sheet()).header().template().id()),
                Bulk.column(places, SOURCE_ROW.SHEET.getDataType(), p -> entries.get(p).row().sheet()), Bulk.column(places, SOURCE_ROW.LINE.getDataType(), p -> entries.get(p).row().number()),
                Bulk.column(places, SOURCE_ROW.COL.getDataType(), p -> entries.get(p).row().column()), Bulk.column(places, SOURCE_ROW.RECORD_TYPE.getDataType(), p -> entries.get(p).type()),
                Bulk.column(places, SOURCE_ROW.RECORD_ID.getDataType(), p -> entries.get(p).id()), Bulk.column(places, SOURCE_ROW.RECORD_NO.getDataType(), p -> entries.get(p).no())), cells.toString(),
                places.getLast() + 1);
    }

    /** By column, empty for one without. */
    private static List<String> headings(Header header) {
        var headings = new ArrayList<String>();
        for (var column : header.columns()) {
            while (headings.size() <= column.index()) headings.add("");
            headings.set(column.index(), column.heading());
        }
        return headings;
    }

    /** The line as it stood, by heading; what stands in a column without one is called by the column's letter. */
    private static Map<String, String> cells(List<String> headings, Line line) {
        var cells = new LinkedHashMap<String, String>();
        for (var column = 0; column < line.cells().size(); column++) {
            var text = line.text(column);
            if (text.isEmpty()) continue;
            var heading = column < headings.size() && !headings.get(column).isEmpty() ? headings.get(column) : letters(column);
            cells.put(cells.containsKey(heading) ? heading + " " + letters(column) : heading, text);
        }
        return cells;
    }

    /** 0 is A, 26 is AA. */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) letters.insert(0, (char) ('A' + rest % 26));
        return letters.toString();
    }

    /** What a run made, by template, in the order in which it was made. */
    Map<String, List<WorkRef>> made(UUID runId) {
        var made = new LinkedHashMap<String, List<WorkRef>>();
        db.select(SOURCE_ROW.TEMPLATE, SOURCE_ROW.RECORD_TYPE, SOURCE_ROW.RECORD_ID, SOURCE_ROW.RECORD_NO).from(SOURCE_ROW)
                .where(of(runId), SOURCE_ROW.RECORD_ID.isNotNull()).orderBy(SOURCE_ROW.PLACE)
                .forEach(r -> made.computeIfAbsent(r.value1(), t -> new ArrayList<>()).add(new WorkRef(r.value2(), r.value3(), r.value4())));
        return made;
    }

    private Condition of(UUID runId) {
        return SOURCE_ROW.SCHOOL_ID.eq(tenancy.current()).and(SOURCE_ROW.RUN_ID.eq(runId));
    }

    /** A line with the run that took it in. */
    record Source(UUID runId, String fileName, Instant at, @Nullable UUID by, int place, String template, String sheet, int line, @Nullable WorkRef record,
            Map<String, String> cells) {}

    Optional<Source> row(UUID runId, int place) {
        return one(of(runId).and(SOURCE_ROW.PLACE.eq(place)));
    }

    /** The line that a record came from; a run that was taken back made nothing. */
    Optional<Source> origin(UUID recordId) {
        var undone = DSL.exists(DSL.selectOne().from(UNDONE).where(UNDONE.SCHOOL_ID.eq(tenancy.current()), UNDONE.RUN_ID.eq(SOURCE_ROW.RUN_ID)));
        return one(SOURCE_ROW.RECORD_ID.eq(recordId).andNot(undone));
    }

    private Optional<Source> one(Condition which) {
        return db.select(RUN.FILE_NAME, RUN.AT, RUN.BY_ID).select(SOURCE_ROW.fields()).from(SOURCE_ROW)
                .join(RUN).on(RUN.SCHOOL_ID.eq(SOURCE_ROW.SCHOOL_ID), RUN.ID.eq(SOURCE_ROW.RUN_ID))
                .where(SOURCE_ROW.SCHOOL_ID.eq(tenancy.current()), which).orderBy(RUN.AT.desc(), SOURCE_ROW.PLACE).limit(1).fetchOptional(this::source);
    }

    private Source source(Record r) {
        var id = r.get(SOURCE_ROW.RECORD_ID);
        var cells = new LinkedHashMap<String, String>();
        json.readTree(r.get(SOURCE_ROW.CELLS).data()).properties().forEach(e -> cells.put(e.getKey(), e.getValue().asString()));
        return new Source(r.get(SOURCE_ROW.RUN_ID), r.get(RUN.FILE_NAME), r.get(RUN.AT), r.get(RUN.BY_ID), r.get(SOURCE_ROW.PLACE), r.get(SOURCE_ROW.TEMPLATE),
                r.get(SOURCE_ROW.SHEET), r.get(SOURCE_ROW.LINE), id == null ? null : new WorkRef(r.get(SOURCE_ROW.RECORD_TYPE), id, r.get(SOURCE_ROW.RECORD_NO)), cells);
    }

    /** The lines of a run, for their register. */
    Table<?> rows(UUID runId) {
        return db.select(SOURCE_ROW.PLACE, SOURCE_ROW.TEMPLATE, SOURCE_ROW.SHEET, SOURCE_ROW.LINE, SOURCE_ROW.RECORD_TYPE, SOURCE_ROW.RECORD_ID, SOURCE_ROW.RECORD_NO,
                        DSL.field("(select string_agg(c.value, ' ') from jsonb_each_text({0}) c)", String.class, SOURCE_ROW.CELLS).as("stood"))
                .from(SOURCE_ROW).where(of(runId)).asTable("lines");
    }
}
