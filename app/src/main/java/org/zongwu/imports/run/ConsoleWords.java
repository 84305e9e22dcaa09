package org.zongwu.imports.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zongwu.engine.FileImports.Finding;
import org.zongwu.engine.FileImports.Result;
import org.zongwu.engine.FileImports.Sheet;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.web.Messages;

/** A report for somebody at the console: what each sheet was taken for, the counts, and each row that is not simply taken. */
@Component
class ConsoleWords {
    private final Catalogue catalogue;
    private final Messages messages;

    ConsoleWords(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    Result refused(String file, String sentence) {
        return new Result(file, sentence, List.of(), 0, 0, 0, 0, 0, List.of(), 0, List.of(messages.say("imports.console.refused", sentence)));
    }

    Result result(ImportReport report) {
        var counts = report.counts();
        var sheets = report.sheets().stream().map(s -> new Sheet(s.name(), s.template(), s.why(), s.quiet(), s.rows())).toList();
        var findings = report.findings().stream().map(ConsoleWords::finding).toList();
        return new Result(report.fileName(), null, sheets, counts.read(), counts.accepted(), counts.duplicate(), counts.warning(), counts.problem(), findings, report.moreFindings(), said(report));
    }

    private static Finding finding(ImportReport.Finding f) {
        return new Finding(f.sheet(), f.line(), f.column() == null ? null : SourceRows.letters(f.column()), f.verdict().name().toLowerCase(Locale.ROOT), f.code(), f.sentence());
    }

    private List<String> said(ImportReport report) {
        var lines = new ArrayList<String>();
        for (var s : report.sheets()) {
            var name = s.name().isEmpty() ? report.fileName() : s.name();
            if (s.template() != null) lines.add(messages.say("imports.console.sheet", name, catalogue.title(s.template()), s.rows()));
            else lines.add(messages.say(s.quiet() ? "imports.console.passed-over" : "imports.console.unknown", name, String.valueOf(s.why())));
        }
        for (var ledger : report.ledgers()) {
            var c = ledger.counts();
            lines.add(messages.say(report.dry() ? "imports.console.tried" : "imports.console.taken", ledger.title(), c.read(), c.accepted(), c.duplicate(), c.warning(), c.problem()));
        }
        report.findings().forEach(f -> lines.add(said(f)));
        if (report.moreFindings() > 0) lines.add(messages.say("imports.console.more", report.moreFindings()));
        return lines;
    }

    private String said(ImportReport.Finding f) {
        var place = f.column() == null ? String.valueOf(f.line()) : SourceRows.letters(f.column()) + f.line();
        return messages.say("imports.console.row", messages.say("imports.console." + f.verdict()), f.sheet(), place, f.field() == null ? "" : f.field(), f.written(), f.sentence());
    }
}
