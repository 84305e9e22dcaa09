package org.zongwu.imports.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.ImportReport.Finding;
import org.zongwu.imports.ImportReport.Heading;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.kernel.ImportTemplate.Verdict;

/**
 * What the page of one run draws.
 *
 * @param show     which findings are listed
 * @param problems what is wrong with what was just sent, by field
 */
public record RunPage(ImportReport report, TemplateFields fields, Verdict show, Map<String, String> problems) {
    public static final int SHOWN = 200;

    static RunPage of(ImportReport report, TemplateFields fields, String show, Map<String, String> problems) {
        return new RunPage(report, fields, verdict(report, show), problems);
    }

    /** What was asked for; else the gravest that there is. */
    private static Verdict verdict(ImportReport report, String show) {
        for (var verdict : List.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.DUPLICATE)) {
            if (verdict.name().equalsIgnoreCase(show)) return verdict;
        }
        if (report.counts().problem() > 0) return Verdict.PROBLEM;
        return report.counts().warning() > 0 ? Verdict.WARNING : Verdict.DUPLICATE;
    }

    /** Columns of all sheets that were read; one that several sheets share is listed once. */
    public List<Heading> headings() {
        var all = new LinkedHashMap<String, Heading>();
        for (var part : report.parts()) part.headings().forEach(h -> all.putIfAbsent(h.key(), h));
        return new ArrayList<>(all.values());
    }

    public long mapped() {
        return headings().stream().filter(h -> h.field() != null).count();
    }

    public List<Finding> findings() {
        return report.findings().stream().filter(f -> f.verdict() == show).limit(SHOWN).toList();
    }

    public long hidden() {
        return Math.max(0, report.findings().stream().filter(f -> f.verdict() == show).count() - SHOWN);
    }

    public boolean severalSheets() {
        return report.parts().stream().filter(p -> p.skipped() == null).count() > 1;
    }

    public boolean has(Verdict verdict) {
        return report.findings().stream().anyMatch(f -> f.verdict() == verdict);
    }
}
