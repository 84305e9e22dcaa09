package org.zongwu.imports.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.mapping.Header;
import org.zongwu.imports.sheet.Line;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** Keeps every line that went in as it stood, with what became of it: the way back from a record to its file. */
@Component
class SourceRows {
    private static final int AT_ONCE = 5000;

    private final DSLContext db;
    private final Tenancy tenancy;
    private final JsonMapper json;

    SourceRows(DSLContext db, Tenancy tenancy, JsonMapper json) {
        this.db = db;
        this.tenancy = tenancy;
        this.json = json;
    }

    /** Within the caller's transaction. @param outcomes of each template, in the order in which they went in */
    void write(UUID runId, Reading reading, List<List<Outcome>> outcomes) {
        var taken = outcomes.stream().flatMap(List::stream).filter(o -> o.verdict() == Verdict.ACCEPTED || o.verdict() == Verdict.WARNING).toList();
        for (var from = 0; from < taken.size(); from += AT_ONCE) insert(runId, reading, taken.subList(from, Math.min(from + AT_ONCE, taken.size())), from);
    }

    private void insert(UUID runId, Reading reading, List<Outcome> some, int from) {
        var size = some.size();
        var places = new Integer[size];
        var templates = new String[size];
        var sheets = new String[size];
        var lines = new Integer[size];
        var columns = new @Nullable Integer[size];
        var types = new @Nullable String[size];
        var ids = new @Nullable UUID[size];
        var nos = new @Nullable String[size];
        var cells = new String[size];
        for (var i = 0; i < size; i++) {
            var row = some.get(i).row();
            var made = some.get(i).made();
            var part = reading.sheet(row.sheet());
            if (part == null || part.header() == null) throw new IllegalStateException("a row of no sheet: " + row.sheet());
            places[i] = from + i;
            templates[i] = part.header().template().id();
            sheets[i] = row.sheet();
            lines[i] = row.number();
            columns[i] = row.column();
            types[i] = made == null ? null : made.type();
            ids[i] = made == null ? null : made.id();
            nos[i] = made == null ? null : made.no();
            cells[i] = json.writeValueAsString(cells(part.header(), part.sheet().line(row.number())));
        }
        db.execute("""
                insert into imports.source_row (school_id, run_id, place, template, sheet, line, col, record_type, record_id, record_no, cells)
                select {0}, {1}, u.* from unnest({2}::int[], {3}::text[], {4}::text[], {5}::int[], {6}::int[], {7}::text[], {8}::uuid[], {9}::text[], {10}::jsonb[]) u""",
                tenancy.current(), runId, places, templates, sheets, lines, columns, types, ids, nos, cells);
    }

    /** The line as it stood, by heading; what stands in a column without one is called by the column's letter. */
    static Map<String, String> cells(Header header, Line line) {
        var cells = new LinkedHashMap<String, String>();
        var named = new LinkedHashMap<Integer, String>();
        header.columns().forEach(c -> named.put(c.index(), c.heading()));
        for (var column = 0; column < line.cells().size(); column++) {
            var text = line.text(column);
            if (text.isEmpty()) continue;
            var heading = named.getOrDefault(column, letters(column));
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
}
