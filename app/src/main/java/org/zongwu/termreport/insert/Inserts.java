package org.zongwu.termreport.insert;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.ListSource;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Unit;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.target.Target;
import org.zongwu.termreport.target.Targets;
import org.zongwu.termreport.template.FigureText;
import org.zongwu.termreport.template.Manuscript.Align;
import org.zongwu.termreport.template.Manuscript.Cell;
import org.zongwu.termreport.template.Manuscript.Head;
import org.zongwu.termreport.template.Manuscript.Inserted;
import org.zongwu.termreport.template.Manuscript.Table;
import org.zongwu.termreport.template.Part;
import org.zongwu.termreport.template.Task;
import org.zongwu.termreport.template.Template;
import org.zongwu.termreport.template.Template.Insert;

/** Makes the tables and charts that a text asks for, in the language of the paper. Within a reading transaction. */
@Component
public class Inserts {
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月");
    /** A list in a report is to be read; the register has the rest. */
    private static final int MOST_ROWS = 15;

    private final List<ListSource> lists;
    private final Charts charts;
    private final Targets targets;
    private final FigureWords figures;
    private final MessageSource messages;

    Inserts(List<ListSource> lists, Charts charts, Targets targets, FigureWords figures, MessageSource messages) {
        this.lists = List.copyOf(lists);
        this.charts = charts;
        this.targets = targets;
        this.figures = figures;
        this.messages = messages;
    }

    /** By the line of the text that asks for it; what would be empty is not there (R-SUM-8). */
    public Map<Integer, Inserted> of(Template template, Material material) {
        var all = new LinkedHashMap<Integer, Inserted>();
        for (var insert : template.inserts()) made(insert, material).ifPresent(made -> all.put(insert.line(), made));
        return all;
    }

    /** Whether some module lists the records of the figure. */
    public boolean isListed(String id) {
        return lists.stream().anyMatch(l -> l.lists().contains(id));
    }

    private Optional<? extends Inserted> made(Insert insert, Material material) {
        return switch (insert.kind()) {
            case PLAN -> plan(material.plan());
            case SCORE -> score(material.last());
            case CALENDAR -> calendar(material);
            case TABLE -> figures(insert.arguments(), material);
            // a course is of the office: of one person there are too few records for one
            case CHART -> material.subject().person() != null ? Optional.empty() : charts.of(insert.arguments().getFirst(), material.subject().period());
            case LIST -> list(insert.arguments().getFirst(), material);
        };
    }

    private Optional<Table> plan(List<Task> plan) {
        if (plan.isEmpty()) return Optional.empty();
        var rows = new ArrayList<List<Cell>>();
        for (var task : plan) {
            var source = task.byHand() == null ? new Cell(text("rows", task.count()), task.link()) : Cell.of(text("plan.by-hand", task.byHand()));
            rows.add(List.of(Cell.of(Integer.toString(rows.size() + 1)), Cell.of(task.text()), source, Cell.of(said(task.target())), Cell.of(task.due()),
                    Cell.of(task.owner() == null ? text("plan.nobody") : task.owner()), Cell.of(task.budget() == null ? "" : FigureText.of(task.budget().yuan(), Unit.YUAN))));
        }
        var budgeted = plan.stream().map(Task::budget).filter(b -> b != null).reduce(Money.ZERO, Money::plus);
        var heads = new ArrayList<>(List.of(head("plan.no", 15, Align.CENTER), head("plan.task", 56, Align.LEFT), head("plan.count", 20, Align.CENTER), head("plan.target", 30, Align.LEFT),
                head("plan.due", 30, Align.CENTER), head("plan.owner", 19, Align.CENTER)));
        // a column of blanks is no column
        if (budgeted.equals(Money.ZERO)) return Optional.of(new Table(text("plan.title"), heads, rows.stream().map(r -> r.subList(0, heads.size())).toList(), null));
        heads.add(head("plan.budget", 22, Align.RIGHT));
        return Optional.of(new Table(text("plan.title"), heads, rows, text("plan.budgeted", FigureText.of(budgeted.yuan(), Unit.YUAN))));
    }

    private Optional<Table> score(List<Scored> last) {
        if (last.isEmpty()) return Optional.empty();
        var rows = new ArrayList<List<Cell>>();
        for (var scored : last) {
            var task = scored.task();
            var result = !scored.isCounted() ? "score.by-hand" : scored.isDone() ? "score.done" : scored.left() < task.count() ? "score.part" : "score.open";
            rows.add(List.of(Cell.of(Integer.toString(rows.size() + 1)), Cell.of(task.text()), Cell.of(task.owner() == null ? text("plan.nobody") : task.owner()),
                    Cell.of(scored.isCounted() ? Long.toString(task.count()) : ""), scored.isCounted() ? new Cell(Long.toString(scored.left()), task.link()) : Cell.of(""), Cell.of(text(result))));
        }
        var counted = last.stream().filter(Scored::isCounted).count();
        var done = last.stream().filter(Scored::isDone).count();
        return Optional.of(new Table(text("score.title"), List.of(head("plan.no", 15, Align.CENTER), head("plan.task", 62, Align.LEFT), head("plan.owner", 19, Align.CENTER), head("score.then", 18, Align.RIGHT),
                head("score.now", 18, Align.RIGHT), head("score.result", 24, Align.CENTER)), rows, text("score.note", last.size(), counted, done)));
    }

    private Optional<Table> calendar(Material material) {
        var rows = new ArrayList<List<Cell>>();
        for (var month : Seasons.after(material.subject().period())) {
            var dated = material.plan().stream().filter(t -> t.dueOn() != null && month.equals(YearMonth.from(t.dueOn())) && t.byHand() != null).map(Task::text).toList();
            var usual = Seasons.of(month.getMonth());
            var all = new ArrayList<>(dated);
            if (!usual.isEmpty()) all.add(usual);
            if (!all.isEmpty()) rows.add(List.of(Cell.of(MONTH.format(month)), Cell.of(String.join("；", all))));
        }
        return rows.isEmpty() ? Optional.empty()
                : Optional.of(new Table(text("calendar.title"), List.of(head("calendar.month", 26, Align.CENTER), head("calendar.tasks", 130, Align.LEFT)), rows, null));
    }

    /** Figures one under the other, beside the same a year ago where that is recorded; those without a record are left out. */
    private Optional<Table> figures(List<String> ids, Material material) {
        var shown = ids.stream().flatMap(id -> material.book().find(id).stream()).filter(f -> f.value() != null).toList();
        if (shown.isEmpty()) return Optional.empty();
        var before = Optional.ofNullable(material.bases().get(Part.Style.YEAR));
        var compared = shown.stream().anyMatch(f -> comparable(f, before).isPresent());
        var set = targets.on(material.subject().period().span().to());
        var aimed = shown.stream().anyMatch(f -> set.containsKey(f.definition().id()));
        var heads = new ArrayList<>(List.of(head("name", 50, Align.LEFT), head("unit", 18, Align.CENTER), head("value", 30, Align.RIGHT)));
        if (compared) heads.addAll(List.of(head("value.before", 30, Align.RIGHT), head("value.change", 28, Align.RIGHT)));
        if (aimed) heads.add(head("value.target", 34, Align.RIGHT));
        var rows = new ArrayList<List<Cell>>();
        for (var f : shown) {
            var row = new ArrayList<>(List.of(Cell.of(figures.name(f.definition().id(), CHINESE)), Cell.of(figures.unit(f.definition().unit(), CHINESE)), new Cell(shownText(f), material.subject().page(f))));
            if (compared) {
                var base = comparable(f, before);
                row.add(Cell.of(base.map(Inserts::shownText).orElse("—")));
                row.add(Cell.of(base.map(b -> signed(f, b)).orElse("—")));
            }
            if (aimed) row.add(Cell.of(aim(f, set.get(f.definition().id()))));
            rows.add(row);
        }
        return Optional.of(new Table(text("figures.some"), heads, rows, null));
    }

    private String aim(Figure figure, @Nullable Target target) {
        return target == null ? "—" : text(target.isMet(figure.value()) ? "target.met" : "target.missed", target.shown(figure.definition().unit()));
    }

    private static Optional<Figure> comparable(Figure figure, Optional<FigureBook> before) {
        return before.flatMap(b -> b.find(figure.definition().id())).filter(b -> b.value() != null && b.definition().version() == figure.definition().version());
    }

    private static String signed(Figure now, Figure before) {
        var by = now.value().subtract(before.value());
        var shown = FigureText.inTable(by.abs(), now.definition().unit());
        return by.signum() == 0 ? "0" : (by.signum() > 0 ? "+" : "−") + shown;
    }

    private static String shownText(Figure figure) {
        return FigureText.inTable(figure.value(), figure.definition().unit());
    }

    /** The records of a figure of this report: another's own, or the office's in a person's, are none of it (R-SUM-10). */
    private Optional<Table> list(String id, Material material) {
        var subject = material.subject();
        var source = lists.stream().filter(l -> l.lists().contains(id) && material.book().hasData(id)).findFirst();
        return source.map(s -> InChinese.said(() -> s.list(id, subject.period().span(), subject.person(), MOST_ROWS))).filter(l -> !l.rows().isEmpty()).map(l -> table(id, l));
    }

    private Table table(String id, ListSource.Listing listing) {
        var heads = listing.heads().stream().map(h -> new Head(h.words(), h.share(), h.number() ? Align.RIGHT : Align.LEFT)).toList();
        var rows = listing.rows().stream().map(row -> linked(row, listing.link())).toList();
        return new Table(text("list.title", figures.name(id, CHINESE)), heads, rows, listing.count() > rows.size() ? text("list.more", listing.count(), rows.size()) : null);
    }

    /** The register opens from the first words of each record. */
    private static List<Cell> linked(List<String> row, String link) {
        var cells = new ArrayList<>(row.stream().map(Cell::of).toList());
        cells.set(0, new Cell(row.getFirst(), link));
        return cells;
    }

    private Head head(String key, int share, Align align) {
        return new Head(text(key), share, align);
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }

    private String text(String key, Object... args) {
        return messages.getMessage("termreport.docx." + key, args, CHINESE);
    }
}
