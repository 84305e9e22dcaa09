package org.zongwu.termreport.paper;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.zongwu.kernel.Figure;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.template.FigureText;
import org.zongwu.termreport.template.Manuscript;
import org.zongwu.termreport.template.Manuscript.Align;
import org.zongwu.termreport.template.Manuscript.Cell;
import org.zongwu.termreport.template.Manuscript.Head;
import org.zongwu.termreport.template.Manuscript.Table;

/** 附表: every figure exact, where it comes from, what persons answer for, and what the report lacks. */
public final class Appendices {
    private final Report report;
    private final Labels labels;
    private final List<Appendix> all = new ArrayList<>();

    private Appendices(Report report, Labels labels) {
        this.report = report;
        this.labels = labels;
    }

    public static List<Appendix> of(Report report, MessageSource messages, FigureWords figures, ZoneId zone) {
        var appendices = new Appendices(report, new Labels(messages, figures, zone));
        appendices.figures();
        appendices.sources();
        appendices.handwritten();
        appendices.missing();
        return List.copyOf(appendices.all);
    }

    private void figures() {
        var rows = new ArrayList<List<Cell>>();
        for (var figure : shown()) {
            var id = figure.definition().id();
            rows.add(List.of(Cell.of(labels.name(id)), new Cell(value(figure), report.subject().page(figure)), Cell.of(labels.unit(figure.definition().unit())),
                    Cell.of(labels.grade(figure.grade())), Cell.of(labels.text("rows", figure.evidenceCount())), Cell.of(labels.text("definition.of", id, figure.definition().version()))));
        }
        var note = labels.text("figures.note", labels.date(report.book().span().from()), labels.date(report.book().span().to()), labels.instant(report.book().computedAt()));
        add("figures", note, rows, labels.text("grade.note"), head("name", 32, Align.LEFT), head("value", 22, Align.RIGHT), head("unit", 11, Align.CENTER), head("grade", 24, Align.CENTER),
                head("evidence", 17, Align.RIGHT), head("definition", 50, Align.LEFT));
    }

    /** The office says of everything that it counts, also that there is no record of it; a person says what he did. */
    private List<Figure> shown() {
        return report.book().figures().stream().filter(f -> report.subject().person() == null || f.value() != null).toList();
    }

    private void sources() {
        var rows = new ArrayList<List<Cell>>();
        for (var figure : shown()) {
            // what narrows the register to the figure is in the link, not in print
            rows.add(List.of(Cell.of(labels.name(figure.definition().id())), Cell.of(labels.formula(figure.definition().id())), new Cell(figure.link().replaceAll("\\?.*", ""), figure.link())));
        }
        add("sources", labels.text("sources.note", report.baseUrl()), rows, null, head("name", 30, Align.LEFT), head("formula", 68, Align.LEFT), head("register", 42, Align.LEFT));
    }

    private void handwritten() {
        var rows = report.manuscript().handwritten().stream().map(h -> List.of(Cell.of(h.words()), Cell.of(h.by()))).toList();
        if (!rows.isEmpty()) add("by-hand", labels.text("by-hand.note"), rows, null, head("by-hand.words", 60, Align.LEFT), head("by-hand.by", 40, Align.LEFT));
    }

    private void missing() {
        var rows = report.manuscript().missing().stream().map(lack -> List.of(Cell.of(lack.section()), Cell.of(says(lack)))).toList();
        if (!rows.isEmpty()) add("missing", labels.text("missing.note"), rows, null, head("missing.section", 40, Align.LEFT), head("missing.figures", 90, Align.LEFT));
    }

    private void add(String key, String note, List<List<Cell>> rows, @Nullable String below, Head... heads) {
        all.add(new Appendix(labels.text("appendix", all.size() + 1), note, new Table(labels.text(key + ".title"), List.of(heads), rows, below)));
    }

    private Head head(String key, int share, Align align) {
        return new Head(labels.text(key), share, align);
    }

    private String says(Manuscript.Missing lack) {
        var names = lack.figureIds().stream().map(labels::name).collect(Collectors.joining("、"));
        return labels.text(lack.left() ? "missing.left" : "missing.some", names);
    }

    private static String value(Figure figure) {
        var exact = FigureBook.shownText(figure);
        return exact == null ? FigureText.NONE : exact;
    }
}
