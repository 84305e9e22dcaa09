package org.zongwu.termreport.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zongwu.termreport.docx.Grid.Column;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.template.Manuscript;

/** Sets a report as an official paper: the same report gives the same file. */
@Component
public class ReportDocx {
    private final Labels labels;
    private final Clock clock;

    public ReportDocx(MessageSource messages, FigureWords figures, Clock clock) {
        this.labels = new Labels(messages, figures, clock.getZone());
        this.clock = clock;
    }

    public byte[] of(Report report) {
        try (var document = new XWPFDocument()) {
            Styles.add(document);
            Paper.lay(document);
            FontTable.add(document);
            properties(document, report);
            var writing = new Writing(document);
            title(writing, report);
            body(writing, report);
            signature(writing, report);
            new Appendices(writing, report, labels).write();
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return SteadyZip.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void title(Writing writing, Report report) {
        report.manuscript().title().forEach(line -> writing.paragraph(Styles.TITLE, line));
        writing.bookmark(writing.document().getParagraphs().getFirst(), "title");
        var subtitle = labels.text(report.open() ? "subtitle.open" : "subtitle", labels.date(report.date()), report.version());
        writing.paragraph(Styles.SUBTITLE, subtitle).setSpacingBefore(200);
    }

    private void body(Writing writing, Report report) {
        var headings = 0;
        for (var block : report.manuscript().blocks()) {
            switch (block) {
                case Manuscript.Heading heading ->
                    writing.bookmark(writing.paragraph(Styles.heading(heading.level()), heading.number() + heading.words()), "part_" + ++headings);
                case Manuscript.Paragraph paragraph -> sentence(writing, report, paragraph);
                case Manuscript.Plan plan -> plan(writing, report);
            }
        }
    }

    private void sentence(Writing writing, Report report, Manuscript.Paragraph sentence) {
        var paragraph = writing.paragraph(Styles.BODY);
        for (var run : sentence.runs()) {
            switch (run) {
                case Manuscript.Words words -> writing.words(paragraph, words.words());
                case Manuscript.Number number -> writing.link(paragraph, number.text(), report.figureUrl(number.figureId()));
            }
        }
    }

    private void plan(Writing writing, Report report) {
        writing.document().getLastParagraph().setSpacingAfter(120);
        var grid = new Grid(writing, List.of(Column.centred(labels.text("plan.no"), 14), Column.words(labels.text("plan.task"), 62),
                Column.centred(labels.text("plan.count"), 16), Column.centred(labels.text("plan.owner"), 20), Column.centred(labels.text("plan.due"), 42)),
                Styles.PLAN_HEAD, Styles.PLAN_CELL);
        var number = 0;
        for (var task : report.plan()) {
            var row = grid.row();
            writing.words(row.get(0), Integer.toString(++number));
            writing.words(row.get(1), task.text());
            writing.link(row.get(2), labels.text("rows", task.count()), report.baseUrl() + task.link());
            writing.words(row.get(3), Optional.ofNullable(task.owner()).orElseGet(() -> labels.text("plan.nobody")));
            writing.words(row.get(4), task.due());
        }
    }

    private void signature(Writing writing, Report report) {
        for (var line : List.of(labels.text("office", report.school()), labels.date(report.date()))) {
            var paragraph = writing.paragraph(Styles.SIGNATURE, line);
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
            paragraph.setIndentationRight(640);
            // two empty lines between the text and who signs it
            if (line.equals(labels.text("office", report.school()))) paragraph.setSpacingBefore(56 * 20);
        }
    }

    private void properties(XWPFDocument document, Report report) {
        var core = document.getProperties().getCoreProperties();
        core.setTitle(String.join("", report.manuscript().title()));
        core.setCreator(report.author());
        core.setLastModifiedByUser(report.author());
        core.setSubjectProperty(labels.text("subject", report.termCode(), report.version()));
        core.setKeywords(report.termCode());
        var date = Optional.of(Date.from(report.date().atStartOfDay(clock.getZone()).toInstant()));
        core.setCreated(date);
        core.setModified(date);
        document.getProperties().getExtendedProperties().getUnderlyingProperties().setApplication("Zongwu");
    }
}
