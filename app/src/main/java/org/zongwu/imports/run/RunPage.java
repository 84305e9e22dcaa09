package org.zongwu.imports.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.ImportReport.Finding;
import org.zongwu.imports.ImportReport.Heading;
import org.zongwu.imports.ImportReport.Ledger;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.kernel.ImportTemplate.Verdict;

/**
 * What the page of one run draws.
 *
 * @param ledgers   what the file holds, each with its columns
 * @param templates what a sheet may be taken for: title by id
 * @param undone    when, by whom and why it was taken back; null when it was not
 * @param standing  what keeps it from being taken back
 * @param show      which findings are listed
 * @param problems  what is wrong with what was just sent, by field
 */
public record RunPage(ImportReport report, List<Columns> ledgers, Map<String, String> templates, @Nullable Undone undone, List<Standing> standing, Verdict show,
        Map<String, String> problems) {
    public static final int SHOWN = 200;

    /** The sheets of one template: what their columns were taken for. */
    public record Columns(Ledger ledger, TemplateFields fields, List<Heading> headings) {
        public long mapped() {
            return headings.stream().filter(h -> h.field() != null).count();
        }

        public long skipped() {
            return headings.size() - mapped();
        }
    }

    public record Undone(Instant at, @Nullable String by, String reason) {}

    /** What stands on a record that the run made, and where it opens. */
    public record Standing(String words, @Nullable String path) {}

    static RunPage of(ImportReport report, Function<String, TemplateFields> fields, Map<String, String> templates, @Nullable Undone undone, List<Standing> standing,
            String show, Map<String, String> problems) {
        var ledgers = report.ledgers().stream().map(l -> new Columns(l, fields.apply(l.template()), headings(report, l.template()))).toList();
        return new RunPage(report, ledgers, templates, undone, standing, verdict(report, show), problems);
    }

    /** Columns of all sheets of the template; one that several sheets share is listed once. */
    private static List<Heading> headings(ImportReport report, String template) {
        var all = new LinkedHashMap<String, Heading>();
        report.sheets().stream().filter(s -> template.equals(s.template())).forEach(s -> s.headings().forEach(h -> all.putIfAbsent(h.key(), h)));
        return new ArrayList<>(all.values());
    }

    /** What was asked for; else the gravest that there is. */
    private static Verdict verdict(ImportReport report, String show) {
        for (var verdict : List.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.DUPLICATE)) {
            if (verdict.name().equalsIgnoreCase(show)) return verdict;
        }
        if (report.counts().problem() > 0) return Verdict.PROBLEM;
        return report.counts().warning() > 0 ? Verdict.WARNING : Verdict.DUPLICATE;
    }

    public String title() {
        return report.ledgers().stream().map(Ledger::title).collect(Collectors.joining("、"));
    }

    public List<Finding> findings() {
        return report.findings().stream().filter(f -> f.verdict() == show).limit(SHOWN).toList();
    }

    public long hidden() {
        return Math.max(0, report.findings().stream().filter(f -> f.verdict() == show).count() - SHOWN);
    }

    public boolean severalSheets() {
        return report.sheets().stream().filter(ImportReport.Sheet::isRead).count() > 1;
    }

    /** How many sheets a person must look at. */
    public long open() {
        return report.sheets().stream().filter(s -> !s.isRead() && !s.quiet()).count();
    }
}
