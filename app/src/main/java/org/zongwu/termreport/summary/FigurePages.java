package org.zongwu.termreport.summary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.trend.Trends;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.summary.FigurePage.Line;
import org.zongwu.termreport.summary.FigurePage.Mention;
import org.zongwu.web.DeskChart;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;

/** Puts figures on pages, in the reader's language. Within a reading transaction. */
@Component
class FigurePages {
    private final SummaryService summaries;
    private final SummaryPages pages;
    private final Trends trends;
    private final FigureWords words;
    private final Messages messages;
    private final Periods periods;

    FigurePages(SummaryService summaries, SummaryPages pages, Trends trends, FigureWords words, Messages messages, Periods periods) {
        this.summaries = summaries;
        this.pages = pages;
        this.trends = trends;
        this.words = words;
        this.messages = messages;
        this.periods = periods;
    }

    FigurePage list(Optional<Period> period, Optional<FigureBook> book) {
        if (period.isEmpty() || book.isEmpty()) return new FigurePage(null, "", "", false, Map.of(), "", List.of(), List.of(), List.of(), false);
        return page(period.get(), book.get(), book.get().figures(), List.of(), List.of(), false);
    }

    FigurePage one(Actor actor, Period period, FigureBook book, Figure figure) {
        var mentions = summaries.mentions(Subject.office(period), figure.definition().id()).stream().map(m -> mention(m, figure, period)).toList();
        return page(period, book, List.of(figure), mentions, Figures.isProof(figure.definition().id()) ? List.of() : trends.charts(period, List.of(figure.definition().id())), actor.holdsAny(Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.VP_LOGISTICS));
    }

    private FigurePage page(Period period, FigureBook book, List<Figure> figures, List<Mention> mentions, List<DeskChart.Chart> charts, boolean mayAim) {
        return new FigurePage(period.code(), pages.name(period), messages.say("termreport.figure.period", book.span().from(), book.span().to()),
                periods.isOpen(period), pages.choices(), Shown.fullTime(book.computedAt()),
                figures.stream().map(f -> line(f, period)).toList(), mentions, charts, mayAim);
    }

    private Line line(Figure f, Period period) {
        var id = f.definition().id();
        var locale = Messages.locale();
        return new Line(id, room(f), words.name(id, locale), pages.shown(f), words.unit(f.definition().unit(), locale), f.value() != null, words.grade(f.grade(), locale),
                f.grade().name().toLowerCase(Locale.ROOT), Shown.count(f.evidenceCount()), definition(f), words.formula(id, locale), f.link(),
                "/figures/" + id + "?period=" + period.code());
    }

    /** Where in the house it is counted. */
    private String room(Figure f) {
        return messages.first("nav." + f.link().split("[/?]")[1], "termreport.figure.room");
    }

    private Mention mention(SummaryRepository.Mention m, Figure now, Period period) {
        var head = m.head();
        return new Mention(head.version(), pages.shown(m.figure()), definition(m.figure()), Shown.fullTime(head.writtenAt()), head.author(),
                "/summary?period=" + period.code() + "&version=" + head.version(), Change.differs(m.figure(), now));
    }

    private String definition(Figure f) {
        return messages.say("termreport.figure.definition", f.definition().id(), f.definition().version());
    }
}
