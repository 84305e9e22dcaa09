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

/** 附表: every figure that the text cites, exact and with where it comes from, what persons answer for, and what the report lacks. */
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
        appendices.handwritten();
        appendices.missing();
        return List.copyOf(appendices.all);
    }

    /** What the text cites, exact, and how it is found: what it does not cite stands in the register of figures. */
    private void figures() {
        var cited = report.manuscript().cited();
        var rows = new ArrayList<List<Cell>>();
        for (var figure : report.book().figures()) {
            var id = figure.definition().id();
            if (!cited.contains(id)) continue;
            rows.add(List.of(Cell.of(labels.name(id)), new Cell(value(figure), report.subject().page(figure)), Cell.of(labels.unit(figure.definition().unit())),
                    // what narrows the register to the figure is in the link, not in print
                    Cell.of(labels.grade(figure.grade())), new Cell(labels.text("rows", figure.evidenceCount()), figure.link()), Cell.of(formula(figure))));
        }
        var note = labels.text(report.subject().person() == null ? "figures.note" : "figures.note.own", labels.date(report.book().span().from()), labels.date(report.book().span().to()), labels.instant(report.book().computedAt()), report.baseUrl());
        add("figures", note, rows, labels.text("grade.note"), head("name", 31, Align.LEFT), head("value", 22, Align.RIGHT), head("unit", 12, Align.CENTER), head("grade", 20, Align.CENTER),
                head("evidence", 16, Align.RIGHT), head("formula", 55, Align.LEFT));
    }

    private String formula(Figure figure) {
        var definition = figure.definition();
        return labels.text("formula.of", labels.formula(definition.id()), definition.id(), definition.version());
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
