package org.zongwu.imports.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.ImportReport.Counts;
import org.zongwu.imports.ImportReport.Finding;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.web.Messages;

/** What the template said of every row and the reading of the sheets, counted and put into sentences; the latter are warnings. */
final class Judged {
    private final Map<Place, Verdict> verdicts = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final int warnings;

    Judged(Reading reading, List<Outcome> outcomes, TemplateFields fields, Messages messages) {
        var rows = reading.rows();
        for (var row : rows) order.putIfAbsent(row.sheet(), order.size());
        for (var outcome : outcomes) {
            verdicts.merge(Place.of(outcome.row()), outcome.verdict(), Judged::graver);
            if (outcome.verdict() != Verdict.ACCEPTED) findings.add(finding(outcome, fields, messages));
        }
        if (!verdicts.keySet().equals(rows.stream().map(Place::of).collect(Collectors.toSet()))) {
            throw new IllegalStateException("template " + fields.id() + " did not judge each row of the file");
        }
        var extra = reading.findings((sheet, line) -> isOutside(verdicts.get(new Place(sheet, line))));
        findings.addAll(extra);
        findings.sort(Comparator.comparing((Finding f) -> order.getOrDefault(f.sheet(), Integer.MAX_VALUE)).thenComparing(Finding::line));
        warnings = extra.size();
    }

    private static boolean isOutside(@Nullable Verdict verdict) {
        return verdict == Verdict.PROBLEM || verdict == Verdict.DUPLICATE;
    }

    private record Place(String sheet, int line) {
        static Place of(Row row) {
            return new Place(row.sheet(), row.number());
        }
    }

    private static Verdict graver(Verdict a, Verdict b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Finding finding(Outcome outcome, TemplateFields fields, Messages messages) {
        var known = fields.fields().stream().filter(f -> f.name().equals(outcome.field())).findFirst();
        var written = outcome.field() == null ? null : outcome.row().get(outcome.field());
        return new Finding(outcome.row().sheet(), outcome.row().number(), outcome.verdict(), known.map(TemplateFields.Known::title).orElse(null),
                written == null ? "" : written, outcome.key() == null ? "" : messages.say(outcome.key(), outcome.args()));
    }

    Counts counts() {
        return new Counts(verdicts.size(), of(Verdict.ACCEPTED) + of(Verdict.WARNING), of(Verdict.DUPLICATE), of(Verdict.WARNING) + warnings,
                of(Verdict.PROBLEM));
    }

    private int of(Verdict verdict) {
        return (int) verdicts.values().stream().filter(v -> v == verdict).count();
    }

    List<Finding> findings() {
        return findings.size() <= ImportReport.MOST_FINDINGS ? findings : findings.subList(0, ImportReport.MOST_FINDINGS);
    }

    int moreFindings() {
        return Math.max(0, findings.size() - ImportReport.MOST_FINDINGS);
    }
}
