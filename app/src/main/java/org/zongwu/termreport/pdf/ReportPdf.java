package org.zongwu.termreport.pdf;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.paper.Appendices;
import org.zongwu.termreport.paper.Labels;
import org.zongwu.termreport.paper.Report;
import org.zongwu.web.Printer;

/** Sets a report on A4 in the one embedded font, which has the rare characters of names (docs/decisions/0005). */
@Component
public class ReportPdf {
    private final Printer printer;
    private final MessageSource messages;
    private final FigureWords figures;
    private final Clock clock;

    ReportPdf(Printer printer, MessageSource messages, FigureWords figures, Clock clock) {
        this.printer = printer;
        this.messages = messages;
        this.figures = figures;
        this.clock = clock;
    }

    public ResponseEntity<byte[]> of(Report report, String fileName) {
        var labels = new Labels(messages, figures, clock.getZone());
        return printer.pdf(report.school(), "termreport/paper", Map.of("report", report, "labels", labels, "appendices", Appendices.of(report, messages, figures, clock.getZone()),
                "qr", printer.qr(report.proof().url())), fileName);
    }
}
