package org.zongwu.imports.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.ImportReport.Counts;
import org.zongwu.imports.ImportReport.Finding;
import org.zongwu.imports.ImportReport.Ledger;
import org.zongwu.imports.mapping.Header;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.web.Messages;

/** What a template said of every row of a file, and the reading of the sheets, counted by lines and put into sentences; the latter are warnings. */
final class Judged {
    private final LedgerRows ledger;
    private final Reading reading;
    private final Messages messages;
    private final Map<Place, Verdict> verdicts = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final int warnings;

    Judged(LedgerRows ledger, List<Outcome> outcomes, Reading reading, Messages messages) {
        this.ledger = ledger;
        this.reading = reading;
        this.messages = messages;
        requireEach(outcomes);
        for (var outcome : Stream.concat(outcomes.stream(), ledger.harmful().stream()).toList()) {
            verdicts.merge(new Place(outcome.row().sheet(), outcome.row().number()), outcome.verdict(), Judged::graver);
            if (outcome.verdict() != Verdict.ACCEPTED) findings.add(finding(outcome));
        }
        var extra = reading.findings(ledger.template().id(), (sheet, line) -> isOutside(verdicts.get(new Place(sheet, line))));
        findings.addAll(extra);
        warnings = extra.size();
    }

    private void requireEach(List<Outcome> outcomes) {
        var judged = new HashSet<Cell>();
        outcomes.forEach(o -> judged.add(Cell.of(o.row())));
        var given = new HashSet<Cell>();
        ledger.rows().forEach(r -> given.add(Cell.of(r)));
        if (!judged.equals(given)) throw new IllegalStateException("template " + ledger.template().id() + " did not judge each row of the file");
    }

    private static boolean isOutside(@Nullable Verdict verdict) {
        return verdict == Verdict.PROBLEM || verdict == Verdict.DUPLICATE;
    }

    private record Place(String sheet, int line) {}

    private record Cell(String sheet, int line, @Nullable Integer column) {
        static Cell of(Row row) {
            return new Cell(row.sheet(), row.number(), row.column());
        }
    }

    private static Verdict graver(Verdict a, Verdict b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private Finding finding(Outcome outcome) {
        var row = outcome.row();
        var field = outcome.field();
        var title = ledger.fields().fields().stream().filter(f -> f.name().equals(field)).findFirst().map(TemplateFields.Known::title);
        var written = field == null ? null : row.get(field);
        var key = outcome.key() == null ? "" : outcome.key();
        return new Finding(row.sheet(), row.number(), column(row, field), outcome.verdict(), title.orElse(null), written == null ? "" : written, key,
                key.isEmpty() ? "" : messages.say(key, outcome.args()));
    }

    private @Nullable Integer column(Row row, @Nullable String field) {
        var part = reading.sheet(row.sheet());
        if (part == null || part.header() == null) return row.column();
        var own = part.header().columns().stream().filter(c -> c.how() != Header.How.ACROSS && field != null && field.equals(c.field())).findFirst();
        return own.isPresent() ? (Integer) own.get().index() : row.column();
    }

    Ledger ledger() {
        var counts = new Counts(verdicts.size(), of(Verdict.ACCEPTED) + of(Verdict.WARNING), of(Verdict.DUPLICATE), of(Verdict.WARNING) + warnings, of(Verdict.PROBLEM));
        return new Ledger(ledger.template().id(), ledger.fields().title(), counts);
    }

    private int of(Verdict verdict) {
        return (int) verdicts.values().stream().filter(v -> v == verdict).count();
    }

    List<Finding> findings() {
        return findings;
    }
}
