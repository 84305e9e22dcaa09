package org.zongwu.termreport.docx;

import java.util.List;
import java.util.stream.Collectors;
import org.zongwu.kernel.Figure;
import org.zongwu.termreport.docx.Grid.Column;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.template.FigureText;
import org.zongwu.termreport.template.Manuscript;

/** 附表: every figure exact, where it comes from, and what the report lacks. */
final class Appendices {
    private final Writing writing;
    private final Report report;
    private final Labels labels;

    Appendices(Writing writing, Report report, Labels labels) {
        this.writing = writing;
        this.report = report;
        this.labels = labels;
    }

    void write() {
        figures();
        sources();
        if (!report.manuscript().missing().isEmpty()) missing();
    }

    private void figures() {
        begin(1, "figures");
        writing.paragraph(Styles.NOTE, labels.text("figures.note", labels.date(report.book().span().from()), labels.date(report.book().span().to()),
                labels.instant(report.book().computedAt())));
        var grid = new Grid(writing, List.of(Column.words(labels.text("name"), 32), Column.number(labels.text("value"), 22),
                Column.centred(labels.text("unit"), 11), Column.centred(labels.text("grade"), 24), Column.number(labels.text("evidence"), 17),
                Column.words(labels.text("definition"), 50)), Styles.HEAD, Styles.CELL);
        for (var figure : report.book().figures()) {
            var id = figure.definition().id();
            var row = grid.row();
            writing.bookmark(row.getFirst(), "figure_" + id);
            writing.words(row.getFirst(), labels.name(id));
            writing.link(row.get(1), value(figure), report.figureUrl(id));
            writing.words(row.get(2), labels.unit(figure.definition().unit()));
            writing.words(row.get(3), labels.grade(figure.grade()));
            writing.words(row.get(4), labels.text("rows", figure.evidenceCount()));
            writing.words(row.get(5), labels.text("definition.of", id, figure.definition().version()));
        }
        writing.paragraph(Styles.NOTE, labels.text("grade.note")).setSpacingBefore(120);
    }

    private void sources() {
        begin(2, "sources");
        writing.paragraph(Styles.NOTE, labels.text("sources.note", report.baseUrl()));
        var grid = new Grid(writing, List.of(Column.words(labels.text("name"), 30), Column.words(labels.text("formula"), 68),
                Column.words(labels.text("register"), 42)), Styles.HEAD, Styles.CELL);
        for (var figure : report.book().figures()) {
            var row = grid.row();
            writing.words(row.getFirst(), labels.name(figure.definition().id()));
            writing.words(row.get(1), labels.formula(figure.definition().id()));
            writing.link(row.get(2), figure.link().replaceAll("\\?.*", ""), report.baseUrl() + figure.link()); // what narrows it to the figure is in the link, not in print
        }
    }

    private void missing() {
        begin(3, "missing");
        writing.paragraph(Styles.NOTE, labels.text("missing.note"));
        var grid = new Grid(writing, List.of(Column.words(labels.text("missing.section"), 40), Column.words(labels.text("missing.figures"), 90)),
                Styles.HEAD, Styles.CELL);
        for (var lack : report.manuscript().missing()) {
            var row = grid.row();
            writing.words(row.getFirst(), lack.section());
            writing.words(row.get(1), says(lack));
        }
    }

    private String says(Manuscript.Missing lack) {
        var names = lack.figureIds().stream().map(labels::name).collect(Collectors.joining("、"));
        return labels.text(lack.left() ? "missing.left" : "missing.some", names);
    }

    private void begin(int number, String key) {
        var mark = writing.paragraph(Styles.APPENDIX, labels.text("appendix", number));
        mark.setPageBreak(true);
        writing.bookmark(mark, "appendix_" + number);
        writing.paragraph(Styles.APPENDIX_TITLE, labels.text(key + ".title"));
    }

    private String value(Figure figure) {
        var exact = FigureBook.shownText(figure);
        return exact == null ? FigureText.NONE : exact;
    }
}
