package org.zongwu.termreport.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.termreport.TermReports;
import org.zongwu.termreport.docx.Report;
import org.zongwu.termreport.docx.ReportDocx;
import org.zongwu.termreport.figure.FiguresJson;

/** A version of the report as files. */
@Component
class ReportFiles implements TermReports {
    private final SummaryService summaries;
    private final ReportDocx docx;
    private final FiguresJson json;
    private final Clock clock;

    ReportFiles(SummaryService summaries, ReportDocx docx, FiguresJson json, Clock clock) {
        this.summaries = summaries;
        this.docx = docx;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Written write(Actor actor, String periodCode, Path dir, String baseUrl) {
        var summary = summaries.write(actor, periodCode);
        var document = dir.resolve(name(summary));
        var figures = dir.resolve("figures.json");
        try {
            Files.createDirectories(dir);
            Files.write(document, document(summary, baseUrl));
            Files.write(figures, figures(summary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(summary.head().version(), document, figures);
    }

    /** As {@code summary-2026-2027-1-v2.docx}. */
    static String name(Summary summary) {
        return "summary-%s-v%d.docx".formatted(summary.head().subject().code(), summary.head().version());
    }

    byte[] document(Summary summary, String baseUrl) {
        var head = summary.head();
        var written = LocalDate.ofInstant(head.writtenAt(), clock.getZone());
        var base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        return docx.of(new Report(head.school(), head.subject().period(), head.version(), written, !written.isAfter(summary.book().span().to()),
                head.author(), summaries.manuscript(summary), summary.book(), base));
    }

    byte[] figures(Summary summary) {
        return json.of(summary.book());
    }
}
