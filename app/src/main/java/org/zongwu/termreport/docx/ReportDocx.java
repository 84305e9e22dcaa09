package org.zongwu.termreport.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zongwu.termreport.docx.Grid.Column;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.paper.Appendices;
import org.zongwu.termreport.paper.Appendix;
import org.zongwu.termreport.paper.Labels;
import org.zongwu.termreport.paper.Report;
import org.zongwu.termreport.template.Manuscript;

/** Sets a report as an official paper: the same report gives the same file. */
@Component
public class ReportDocx {
    private final MessageSource messages;
    private final FigureWords figures;
    private final Labels labels;
    private final Clock clock;

    public ReportDocx(MessageSource messages, FigureWords figures, Clock clock) {
        this.messages = messages;
        this.figures = figures;
        this.labels = new Labels(messages, figures, clock.getZone());
        this.clock = clock;
    }

    /** On the product's own paper, laid out by GB/T 9704-2012. */
    public byte[] of(Report report) {
        try (var document = new XWPFDocument()) {
            Styles.add(document);
            Paper.lay(document);
            FontTable.add(document);
            var writing = new Writing(document);
            title(writing, report);
            write(writing, report);
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written into the school's own file, whose paper, head and foot stay as they are. */
    public byte[] into(Path letter, Report report) {
        try (var in = Files.newInputStream(letter); var document = new XWPFDocument(in)) {
            Styles.add(document);
            var place = Letter.place(document).orElseThrow();
            var titled = Letter.hasTitle(document);
            Letter.fill(document, Map.of(Letter.TITLE, String.join("", report.manuscript().title()), "{{学校}}", report.school(), "{{日期}}", labels.date(report.date()),
                    "{{稿次}}", labels.text("subtitle", labels.date(report.date()), report.version()), "{{起草}}", report.author()));
            var before = document.getBodyElements().size();
            var writing = new Writing(document);
            if (!titled) title(writing, report);
            write(writing, report);
            Letter.move(document, place, before);
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Writing writing, Report report) {
        properties(writing.document(), report);
        body(writing, report);
        signature(writing, report);
        signatures(writing, report);
        for (var appendix : Appendices.of(report, messages, figures, clock.getZone())) appendix(writing, report, appendix);
        Seals.draw(writing, report.proof(), labels);
    }

    private static byte[] bytes(XWPFDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.write(bytes);
        return SteadyZip.of(bytes.toByteArray());
    }

    private void title(Writing writing, Report report) {
        report.manuscript().title().forEach(line -> writing.bookmark(writing.paragraph(Styles.TITLE, line)));
        var subtitle = labels.text(report.open() ? "subtitle.open" : "subtitle", labels.date(report.date()), report.version());
        writing.paragraph(Styles.SUBTITLE, subtitle).setSpacingBefore(200);
    }

    private void body(Writing writing, Report report) {
        for (var block : report.manuscript().blocks()) {
            switch (block) {
                case Manuscript.Heading heading ->
                    writing.bookmark(writing.paragraph(Styles.heading(heading.level()), heading.number() + heading.words()));
                case Manuscript.Paragraph paragraph -> sentence(writing, report, paragraph);
                case Manuscript.Table table -> table(writing, report, table);
                case Manuscript.Chart chart -> Charted.draw(writing, chart);
            }
        }
    }

    private void sentence(Writing writing, Report report, Manuscript.Paragraph sentence) {
        var paragraph = writing.paragraph(Styles.BODY);
        for (var run : sentence.runs()) {
            switch (run) {
                case Manuscript.Words words -> writing.words(paragraph, words.words());
                case Manuscript.Handwritten typed -> writing.words(paragraph, typed.words());
                case Manuscript.Number number -> writing.link(paragraph, number.text(), report.figureUrl(number.figureId()));
            }
        }
    }

    private void table(Writing writing, Report report, Manuscript.Table table) {
        writing.paragraph(Styles.CAPTION, table.caption()).setAlignment(ParagraphAlignment.CENTER);
        grid(writing, report, table, Styles.PLAN_HEAD, Styles.PLAN_CELL);
        // two tables must not meet, and the last goes with the signature
        if (table.note() != null) writing.paragraph(Styles.NOTE, table.note()).setSpacingBefore(80);
        else writing.paragraph(Styles.GAP).setKeepNext(true);
    }

    /** Each on a page of its own, in smaller type. */
    private void appendix(Writing writing, Report report, Appendix appendix) {
        var mark = writing.paragraph(Styles.APPENDIX, appendix.mark());
        mark.setPageBreak(true);
        writing.bookmark(mark);
        writing.paragraph(Styles.APPENDIX_TITLE, appendix.table().caption());
        writing.paragraph(Styles.NOTE, appendix.note());
        grid(writing, report, appendix.table(), Styles.HEAD, Styles.CELL);
        if (appendix.table().note() != null) writing.paragraph(Styles.NOTE, appendix.table().note()).setSpacingBefore(120);
    }

    /** Its rows at the end stay with what comes next. */
    private static void grid(Writing writing, Report report, Manuscript.Table table, String headStyle, String cellStyle) {
        var grid = new Grid(writing, table.heads().stream().map(h -> new Column(h.words(), h.share(), alignment(h.align()))).toList(), headStyle, cellStyle);
        for (var cells : table.rows()) {
            var row = grid.row();
            for (var i = 0; i < cells.size(); i++) {
                var cell = cells.get(i);
                if (cell.link() == null || cell.link().isEmpty()) writing.words(row.get(i), cell.words());
                else writing.link(row.get(i), cell.words(), report.baseUrl() + cell.link());
            }
        }
        grid.keepLastRowsWithNext();
    }

    /** Who checked the figures, who agreed, who decided. */
    private void signatures(Writing writing, Report report) {
        if (report.signatures().isEmpty()) return;
        writing.paragraph(Styles.CAPTION, labels.text("signatures")).setSpacingBefore(400);
        var grid = new Grid(writing, List.of(Column.words(labels.text("signatures.role"), 40), Column.words(labels.text("signatures.name"), 40), Column.words(labels.text("signatures.time"), 60)),
                Styles.PLAN_HEAD, Styles.PLAN_CELL);
        for (var signature : report.signatures()) {
            var row = grid.row();
            writing.words(row.get(0), signature.role());
            writing.words(row.get(1), signature.name());
            writing.words(row.get(2), signature.time());
        }
    }

    private static ParagraphAlignment alignment(Manuscript.Align align) {
        return switch (align) {
            case LEFT -> ParagraphAlignment.LEFT;
            case CENTER -> ParagraphAlignment.CENTER;
            case RIGHT -> ParagraphAlignment.RIGHT;
        };
    }

    private void signature(Writing writing, Report report) {
        for (var line : List.of(labels.from(report), labels.date(report.date()))) {
            var paragraph = writing.paragraph(Styles.SIGNATURE, line);
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
            paragraph.setIndentationRight(640);
            paragraph.setKeepNext(line.equals(labels.from(report)));
            // an empty line between the text and who signs it
            if (line.equals(labels.from(report))) paragraph.setSpacingBefore(28 * 20);
        }
    }

    private void properties(XWPFDocument document, Report report) {
        var core = document.getProperties().getCoreProperties();
        core.setTitle(String.join("", report.manuscript().title()));
        core.setCreator(report.author());
        core.setLastModifiedByUser(report.author());
        core.setSubjectProperty(labels.text("subject", report.subject().code(), report.version()));
        core.setKeywords(report.subject().code());
        var date = Optional.of(Date.from(report.date().atStartOfDay(clock.getZone()).toInstant()));
        core.setCreated(date);
        core.setModified(date);
        document.getProperties().getExtendedProperties().getUnderlyingProperties().setApplication("Zongwu");
    }
}
