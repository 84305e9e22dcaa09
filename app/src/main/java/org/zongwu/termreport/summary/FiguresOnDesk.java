package org.zongwu.termreport.summary;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Figure;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.target.Target;
import org.zongwu.termreport.target.Targets;
import org.zongwu.web.DeskPanel;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;

/** The first figures of the term's report on the desk of those who read it, as its newest version froze them: nothing is computed for a page. */
@Component
class FiguresOnDesk implements DeskPanel {
    private static final List<String> SHOWN = List.of("HAZARD_CLOSED_RATE", "HAZARD_OVERDUE", "ISSUE_QUICK_RATE", "ISSUE_SATISFIED_RATE", "EVENT_ONTIME_RATE", "FOOD_SAMPLE_RATE", "TASK_DONE_RATE",
            "ARREARS", "STOCK_OUT_AMOUNT", "STOCK_VALUE", "STOCK_LOW", "VEHICLE_COST", "RECEPTION_COST");

    private final SummaryService summaries;
    private final Periods periods;
    private final Targets targets;
    private final FigureWords words;
    private final Messages messages;
    private final Clock clock;

    FiguresOnDesk(SummaryService summaries, Periods periods, Targets targets, FigureWords words, Messages messages, Clock clock) {
        this.summaries = summaries;
        this.periods = periods;
        this.targets = targets;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<Panel> panel(Actor actor) {
        if (!actor.holdsAny(SummaryMenu.READERS)) return Optional.empty();
        return periods.present().flatMap(period -> summaries.latest(Subject.office(period)).map(summary -> new Panel(messages.say("termreport.desk.title"),
                messages.say("termreport.desk.lead", summary.head().version()), rows(summary.book(), periods.find(period.last()).map(Subject::office).flatMap(summaries::latest).map(Summary::book)),
                messages.say("termreport.desk.more"), "/figures", null)));
    }

    /** Figures with a record behind them, each beside the same of the term before and what it should reach. */
    private List<Row> rows(FigureBook book, Optional<FigureBook> before) {
        var aims = targets.on(LocalDate.now(clock));
        return SHOWN.stream().flatMap(id -> book.find(id).stream()).filter(f -> f.value() != null)
                .map(f -> row(f, aims.get(f.definition().id()), before.flatMap(b -> b.find(f.definition().id())).filter(b -> b.value() != null && b.definition().version() == f.definition().version()))).toList();
    }

    private Row row(Figure figure, @Nullable Target target, Optional<Figure> before) {
        var named = words.name(figure.definition().id(), Messages.locale());
        var name = target == null ? named : messages.say(target.isMet(figure.value()) ? "termreport.desk.met" : "termreport.desk.missed", named, target.shown(figure.definition().unit()));
        var unit = words.unit(figure.definition().unit(), Messages.locale());
        return before.map(b -> new Row(name, FigureBook.shownText(figure), unit, figure.link(), FigureBook.shownText(b), change(figure.value().subtract(b.value()))))
                .orElseGet(() -> new Row(name, FigureBook.shownText(figure), unit, figure.link()));
    }

    private static String change(BigDecimal by) {
        return (by.signum() > 0 ? "+" : "") + Shown.quantity(by);
    }
}
