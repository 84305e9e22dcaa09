package org.zongwu.imports.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.ImportReport.Finding;
import org.zongwu.imports.ImportReport.Heading;
import org.zongwu.imports.ImportReport.Note;
import org.zongwu.imports.ImportReport.Part;
import org.zongwu.imports.mapping.Header;
import org.zongwu.imports.mapping.RowReader;
import org.zongwu.imports.mapping.SheetRows;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.web.Messages;

/** All rows of a workbook for its template, and what is to be said of the sheets. */
final class Reading {
    private static final int MOST_NOTES = 200;
    private static final int MOST_LINES_NAMED = 5;

    private final List<Row> rows = new ArrayList<>();
    private final List<ImportTemplate.Note> notes = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Doubted> doubts = new ArrayList<>();
    private final Messages messages;

    private final Map<String, String> example;

    /** @param example the invented row of the downloaded template, which some leave in */
    Reading(Workbook workbook, Map<String, String> example, Messages messages) {
        this.messages = messages;
        this.example = example;
        for (var part : workbook.parts()) {
            if (part.fits()) take(part.sheet(), part.header().orElseThrow());
            else parts.add(new Part(part.sheet().name(), reason(part), 0, 0, 0, 0, 0, List.of(), List.of(), List.of()));
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** Titles, sums and notes, for a template that learns from them. */
    List<ImportTemplate.Note> notes() {
        return notes;
    }

    List<Part> parts() {
        return parts;
    }

    /** A sum of a sheet that does not agree with all its lines. */
    record Doubted(String sheet, SheetRows.Doubt doubt) {}

    /** What the reading itself found, once it is known which lines do not count. */
    List<Finding> findings(BiPredicate<String, Integer> outside) {
        var all = new ArrayList<>(findings);
        for (var d : doubts) {
            var doubt = d.doubt();
            var without = doubt.whole().keySet().stream().filter(line -> outside.test(d.sheet(), line)).collect(Collectors.toSet());
            if (doubt.agreesWithout(without)) continue;
            var written = doubt.written().toPlainString();
            all.add(new Finding(d.sheet(), doubt.line(), Verdict.WARNING, doubt.heading(), written,
                    messages.say("imports.sum", doubt.heading(), written, doubt.summed().toPlainString())));
        }
        return all;
    }

    private String reason(Workbook.Part part) {
        if (part.sheet().hidden()) return messages.say("imports.skipped.hidden");
        if (part.sheet().lines().stream().allMatch(l -> l.isBlank())) return messages.say("imports.skipped.empty");
        return part.header().filter(h -> !h.missing().isEmpty())
                .map(h -> messages.say("imports.skipped.missing", String.join("、", h.missing())))
                .orElseGet(() -> messages.say("imports.skipped.no-header"));
    }

    private void take(Sheet sheet, Header header) {
        var read = RowReader.read(sheet, header);
        var invented = read.rows().stream().filter(this::isExample).toList();
        rows.addAll(read.rows().stream().filter(r -> !invented.contains(r)).toList());
        read.doubts().forEach(d -> doubts.add(new Doubted(sheet.name(), d)));
        unsolved(sheet, header);
        var titles = RowReader.titles(sheet, header);
        Stream.of(titles, read.subtotals(), read.notes()).flatMap(List::stream)
                .forEach(n -> notes.add(new ImportTemplate.Note(sheet.name(), n.line(), n.text())));
        parts.add(new Part(sheet.name(), null, header.firstLine(), read.rows().size() - invented.size(), read.blank(), read.subtotals().size(), read.repeated(),
                titles.stream().map(SheetRows.Note::text).toList(), headings(header, read),
                Stream.concat(invented.stream().map(r -> new Note(r.number(), messages.say("imports.example"))),
                        read.notes().stream().limit(MOST_NOTES).map(n -> new Note(n.line(), n.text()))).toList()));
    }

    private boolean isExample(Row row) {
        return !example.isEmpty() && example.entrySet().stream().allMatch(e -> e.getValue().equals(row.get(e.getKey())) || row.get(e.getKey()) == null)
                && example.keySet().stream().filter(f -> row.get(f) != null).count() > 1;
    }

    static List<Heading> headings(Header header, SheetRows read) {
        return header.columns().stream().map(c -> new Heading(c.index(), c.heading(), c.key(), c.field(), title(header, c.field()),
                c.how() == Header.How.BY_HAND || c.how() == Header.How.LEFT_OUT, read.samples().getOrDefault(c.index(), ""))).toList();
    }

    private static @Nullable String title(Header header, @Nullable String field) {
        return field == null ? null : header.template().fields().stream().filter(f -> f.name().equals(field)).findFirst().orElseThrow().title();
    }

    /** One warning a column: the cells stay empty, and the person should know before trusting them. */
    private void unsolved(Sheet sheet, Header header) {
        var lines = new TreeMap<Integer, List<Integer>>();
        for (var place : sheet.unsolved()) if (place.line() > header.lastLine()) lines.computeIfAbsent(place.column(), c -> new ArrayList<>()).add(place.line());
        for (var column : header.columns()) {
            var of = lines.get(column.index());
            if (of == null || column.field() == null) continue;
            var named = of.stream().limit(MOST_LINES_NAMED).map(String::valueOf).collect(Collectors.joining("、"));
            findings.add(new Finding(sheet.name(), of.getFirst(), Verdict.WARNING, column.heading(), "",
                    messages.say("imports.formulas", column.heading(), of.size(), named)));
        }
    }
}
