package org.zongwu.termreport.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Figure;
import org.zongwu.termreport.api.Answers.PeriodLine;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.figure.FiguresJson;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.summary.Signatures;
import org.zongwu.termreport.summary.Summary;
import org.zongwu.termreport.summary.SummaryService;
import org.zongwu.termreport.template.Task;

/** Puts figures and reports into the words of the interface, which are Chinese as the reports are. Within a reading transaction of the school. */
@Component
class ApiAnswers {
    static final String BASE = "/api/v1";
    private static final Locale LOCALE = Locale.SIMPLIFIED_CHINESE;

    private final Figures figures;
    private final FigureWords words;
    private final FiguresJson json;
    private final Periods periods;
    private final SummaryService summaries;
    private final Signatures signatures;
    private final MessageSource messages;

    ApiAnswers(Figures figures, FigureWords words, FiguresJson json, Periods periods, SummaryService summaries, Signatures signatures, MessageSource messages) {
        this.figures = figures;
        this.words = words;
        this.json = json;
        this.periods = periods;
        this.summaries = summaries;
        this.signatures = signatures;
        this.messages = messages;
    }

    Answers.Definitions definitions() {
        return new Answers.Definitions(figures.definitions().stream().map(d -> new Answers.Definition(d.id(), words.name(d.id(), LOCALE), d.unit(), words.unit(d.unit(), LOCALE), d.version(),
                words.formula(d.id(), LOCALE), BASE + "/figures/" + d.id())).toList());
    }

    Answers.OneFigure figure(Figure f, Period period, FigureBook book) {
        var d = f.definition();
        return new Answers.OneFigure(d.id(), words.name(d.id(), LOCALE), FigureBook.exactText(f), d.unit(), words.unit(d.unit(), LOCALE), line(period), f.grade(), f.evidenceCount(), f.link(),
                d.version(), words.formula(d.id(), LOCALE), book.computedAt());
    }

    Answers.Periods periods() {
        return new Answers.Periods(periods.all().stream().map(this::line).toList());
    }

    /** As many versions as are asked for, and one more is looked at to know whether there are others. */
    Answers.Reports reports(Optional<Theme> theme, Optional<String> period, int from, int limit) {
        var found = summaries.newest(theme, period, from, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var states = states(shown);
        var query = theme.map(t -> "theme=" + t.code() + "&").orElse("") + period.map(p -> "period=" + p + "&").orElse("");
        return new Answers.Reports(shown.stream().map(s -> line(s, states.get(s.head().id()))).toList(),
                found.size() > limit ? BASE + "/reports?" + query + "from=" + (from + limit) + "&limit=" + limit : null);
    }

    Answers.Report report(Summary summary) {
        var head = summary.head();
        var line = line(summary, states(List.of(summary)).get(head.id()));
        return new Answers.Report(line.theme(), line.themeName(), line(head.subject().period()), head.version(), head.title(), head.school(), head.author(), head.writtenAt(), line.state(),
                line.digest(), summary.book().computedAt(), summary.book().figures().stream().map(json::line).toList(), summary.plan().stream().map(ApiAnswers::task).toList(),
                PlainText.of(summaries.manuscript(summary)));
    }

    private Map<UUID, Signatures.State> states(List<Summary> all) {
        return signatures.states(all.stream().map(s -> s.head().id()).toList());
    }

    private Answers.ReportLine line(Summary summary, Signatures.State state) {
        var head = summary.head();
        var theme = head.subject().theme();
        var period = head.subject().period().code();
        return new Answers.ReportLine(theme.code(), messages.getMessage("termreport.theme." + theme, null, LOCALE), period, head.version(), head.title(), head.author(), head.writtenAt(), state,
                summary.digest(), BASE + "/reports/" + theme.code() + "/" + period + "/" + head.version());
    }

    private PeriodLine line(Period period) {
        return new PeriodLine(period.code(), period.kind(), periods.name(period.code(), LOCALE), period.span().from(), period.span().to(), periods.isOpen(period));
    }

    private static Answers.TaskLine task(Task t) {
        return new Answers.TaskLine(t.source(), t.text(), t.count(), t.owner(), t.due(), t.dueOn(), t.target(), t.budget() == null ? null : t.budget().yuan().toPlainString(), t.byHand(), t.link());
    }
}
