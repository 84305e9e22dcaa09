package org.zongwu.imports.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.ImportReport.Finding;
import org.zongwu.imports.ImportReport.Heading;
import org.zongwu.imports.ImportReport.Note;
import org.zongwu.imports.mapping.Header;
import org.zongwu.imports.mapping.RowReader;
import org.zongwu.imports.mapping.SheetRows;
import org.zongwu.imports.mapping.Years;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.web.Messages;

/** All rows of a workbook, by template, and what is to be said of the sheets. */
final class Reading {
    private static final int MOST_NOTES = 200;
    private static final int MOST_LINES_NAMED = 5;

    private final Map<String, LedgerRows> ledgers = new LinkedHashMap<>();
    private final Map<String, Workbook.Part> taken = new LinkedHashMap<>();
    private final List<ImportReport.Sheet> sheets = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Doubted> doubts = new ArrayList<>();
    private final Messages messages;

    /** @param years what is known of the year before the file is read */
    Reading(Workbook workbook, Function<String, ImportTemplate> templates, Years years, Messages messages) {
        this.messages = messages;
        var days = new ArrayList<LocalDate>();
        for (var part : workbook.parts()) if (part.header() != null) days.addAll(RowReader.days(part.sheet(), part.header()));
        var known = years.among(days);
        for (var part : workbook.parts()) {
            if (part.header() != null) take(part, part.header(), templates.apply(part.header().template().id()), known);
            else sheets.add(ImportReport.Sheet.unread(part.sheet().name(), messages.say(part.why()), part.candidates(), part.quiet()));
        }
    }

    /** In the order in which they must go in. */
    List<LedgerRows> ledgers() {
        return ledgers.values().stream().sorted(Comparator.comparingInt(l -> l.template().order())).toList();
    }

    List<ImportReport.Sheet> sheets() {
        return sheets;
    }

    /** The sheet and its header, by name; null when it was not read. */
    Workbook.@Nullable Part sheet(String name) {
        return taken.get(name);
    }

    int rows() {
        return ledgers.values().stream().mapToInt(l -> l.rows().size()).sum();
    }

    /** A sum of a sheet that does not agree with all its lines. */
    record Doubted(String sheet, SheetRows.Doubt doubt) {}

    /** What the reading itself found in the sheets of a template, once it is known which lines do not count. */
    List<Finding> findings(String template, BiPredicate<String, Integer> outside) {
        var all = new ArrayList<>(findings.stream().filter(f -> is(f.sheet(), template)).toList());
        for (var d : doubts) {
            var doubt = d.doubt();
            var without = doubt.whole().keySet().stream().filter(line -> outside.test(d.sheet(), line)).collect(Collectors.toSet());
            if (!is(d.sheet(), template) || doubt.agreesWithout(without)) continue;
            var written = doubt.written().toPlainString();
            all.add(new Finding(d.sheet(), doubt.line(), null, Verdict.WARNING, doubt.heading(), written, "imports.sum",
                    messages.say("imports.sum", doubt.heading(), written, doubt.summed().toPlainString())));
        }
        return all;
    }

    private boolean is(String sheet, String template) {
        var part = taken.get(sheet);
        return part != null && part.header() != null && part.header().template().id().equals(template);
    }

    private void take(Workbook.Part part, Header header, ImportTemplate template, Years years) {
        var sheet = part.sheet();
        var read = RowReader.read(sheet, header, years);
        var example = template.example();
        var invented = read.rows().stream().filter(r -> isExample(r, example)).toList();
        var ledger = ledgers.computeIfAbsent(template.id(), t -> LedgerRows.of(template, header.template()));
        for (var row : read.rows()) if (invented.isEmpty() || !invented.contains(row)) ledger.add(row);
        taken.put(sheet.name(), part);
        read.doubts().forEach(d -> doubts.add(new Doubted(sheet.name(), d)));
        unsolved(sheet, header);
        var titles = RowReader.titles(sheet, header);
        Stream.of(titles, read.subtotals(), read.notes()).flatMap(List::stream)
                .forEach(n -> ledger.notes().add(new ImportTemplate.Note(sheet.name(), n.line(), n.text())));
        sheets.add(new ImportReport.Sheet(sheet.name(), template.id(), null, List.of(), true, header.firstLine(), read.lines() - invented.size(), read.blank(),
                read.subtotals().size(), read.repeated(), titles.stream().map(SheetRows.Note::text).toList(), headings(header, read),
                Stream.concat(invented.stream().map(r -> new Note(r.number(), messages.say("imports.example"))),
                        read.notes().stream().limit(MOST_NOTES).map(n -> new Note(n.line(), n.text()))).toList()));
    }

    /** The invented row of the downloaded template, which some leave in. */
    private static boolean isExample(Row row, Map<String, String> example) {
        return !example.isEmpty() && example.entrySet().stream().allMatch(e -> e.getValue().equals(row.get(e.getKey())) || row.get(e.getKey()) == null)
                && example.keySet().stream().filter(f -> row.get(f) != null).count() > 1;
    }

    static List<Heading> headings(Header header, SheetRows read) {
        return header.columns().stream().map(c -> new Heading(c.index(), c.heading(), c.key(), c.field(), title(header, c.field()),
                c.how() == Header.How.BY_HAND || c.how() == Header.How.LEFT_OUT, c.how() == Header.How.ACROSS, read.samples().getOrDefault(c.index(), ""))).toList();
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
            findings.add(new Finding(sheet.name(), of.getFirst(), column.index(), Verdict.WARNING, column.heading(), "", "imports.formulas",
                    messages.say("imports.formulas", column.heading(), of.size(), named)));
        }
    }
}
