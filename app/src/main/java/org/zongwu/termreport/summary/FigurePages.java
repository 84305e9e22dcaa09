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
import org.zongwu.termreport.trend.TermCourse;
import org.zongwu.termreport.trend.Trends;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.figure.FiguresJson;
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
    private final TermCourse course;
    private final Citations citations;
    private final FiguresJson json;
    private final FigureWords words;
    private final Messages messages;
    private final Periods periods;

    FigurePages(SummaryService summaries, SummaryPages pages, Trends trends, TermCourse course, Citations citations, FiguresJson json, FigureWords words, Messages messages, Periods periods) {
        this.summaries = summaries;
        this.pages = pages;
        this.trends = trends;
        this.course = course;
        this.citations = citations;
        this.json = json;
        this.words = words;
        this.messages = messages;
        this.periods = periods;
    }

    FigurePage list(Optional<Period> period, Optional<FigureBook> book) {
        if (period.isEmpty() || book.isEmpty()) return new FigurePage(null, "", "", false, Map.of(), "", List.of(), List.of(), List.of(), List.of(), List.of(), false);
        return page(period.get(), book.get(), book.get().figures(), List.of(), List.of(), List.of(), List.of(), false);
    }

    FigurePage one(Actor actor, Period period, FigureBook book, Figure figure) {
        var mentions = summaries.mentions(Subject.office(period), figure.definition().id()).stream().map(m -> mention(m, figure, period)).toList();
        var charts = Figures.isProof(figure.definition().id()) ? List.<DeskChart.Chart>of() : trends.charts(period, List.of(figure.definition().id()));
        return page(period, book, List.of(figure), mentions, charts, course.of(figure.definition()).stream().map(p -> term(p, period)).toList(),
                citations.of(figure.definition().id()).stream().map(this::use).toList(), actor.holdsAny(Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.VP_LOGISTICS));
    }

    /** The same for programs. */
    FigureAnswer answer(Period period, FigureBook book, Figure figure) {
        var id = figure.definition().id();
        return new FigureAnswer(json.line(figure), words.formula(id, Locale.SIMPLIFIED_CHINESE), period.code(), book.computedAt(),
                course.of(figure.definition()).stream().map(p -> new FigureAnswer.Term(p.term().code(), json.line(p.figure()))).toList(),
                summaries.mentions(Subject.office(period), id).stream().map(m -> new FigureAnswer.Said(m.head().version(), m.head().writtenAt(), json.line(m.figure()), Change.differs(m.figure(), figure))).toList(),
                citations.of(id).stream().map(u -> new FigureAnswer.Use(u.theme().code(), u.period(), u.version())).toList());
    }

    private FigurePage page(Period period, FigureBook book, List<Figure> figures, List<Mention> mentions, List<DeskChart.Chart> charts, List<FigurePage.Term> terms, List<FigurePage.Use> uses,
            boolean mayAim) {
        return new FigurePage(period.code(), pages.name(period), messages.say("termreport.figure.period", book.span().from(), book.span().to()),
                periods.isOpen(period), pages.choices(), Shown.fullTime(book.computedAt()),
                figures.stream().map(f -> line(f, period)).toList(), mentions, charts, terms, uses, mayAim);
    }

    private Line line(Figure f, Period period) {
        var id = f.definition().id();
        var locale = Messages.locale();
        return new Line(id, room(f), words.name(id, locale), pages.shown(f), words.unit(f.definition().unit(), locale), f.value() != null, words.grade(f.grade(), locale),
                f.grade().name().toLowerCase(Locale.ROOT), Shown.count(f.evidenceCount()), definition(f), words.formula(id, locale), f.link(),
                "/figures/" + id + "?period=" + period.code());
    }

    private FigurePage.Term term(TermCourse.Point point, Period shown) {
        var f = point.figure();
        return new FigurePage.Term(pages.name(point.term()), pages.shown(f), f.value() != null, f.value() == null ? "—" : words.grade(f.grade(), Messages.locale()), Shown.count(f.evidenceCount()), f.link(),
                "/figures/" + f.definition().id() + "?period=" + point.term().code(), point.term().code().equals(shown.code()));
    }

    private FigurePage.Use use(Citations.Use use) {
        var theme = messages.say("termreport.theme." + use.theme());
        if (use.period() == null) return new FigurePage.Use(messages.say("termreport.figure.use.text", theme), messages.say("termreport.figure.use.shipped"), "—", null);
        var name = use.version() == null ? messages.say("termreport.figure.use.text", theme) : messages.say("termreport.figure.use.version", theme, use.version());
        var link = use.version() == null ? "/summary/" + use.theme().code() + "/" + use.period() + "/text" : "/summary?theme=" + use.theme().code() + "&period=" + use.period() + "&version=" + use.version();
        return new FigurePage.Use(name, periods.name(use.period(), Messages.locale()), use.by() + "　" + Shown.fullTime(use.at()), link);
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
