package org.zongwu.termreport.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.summary.SummaryPage.Evidence;
import org.zongwu.termreport.summary.SummaryPage.Version;
import org.zongwu.termreport.template.FigureText;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Shown;

/** Puts a version of the report, its figures and what has changed since on one page. Within a reading transaction. */
@Component
public class SummaryPages {
    private final SummaryService summaries;
    private final Periods periods;
    private final FigureWords figures;
    private final Signatures signatures;
    private final Messages messages;

    SummaryPages(SummaryService summaries, Periods periods, FigureWords figures, Signatures signatures, Messages messages) {
        this.summaries = summaries;
        this.periods = periods;
        this.figures = figures;
        this.signatures = signatures;
        this.messages = messages;
    }

    /** @throws NotFound when there is no version of that number */
    public SummaryPage page(Actor actor, Theme theme, Optional<Period> period, Optional<Integer> number, FormView form) {
        var own = theme == Theme.OWN;
        var mayWrite = own || actor.holds(Duty.GA_DIRECTOR);
        if (period.isEmpty()) return new SummaryPage(theme, themes(), null, "", Map.of(), false, null, List.of(), null, Map.of(), null, "", mayWrite, false, form);
        var subject = own ? Subject.own(period.get(), actor) : new Subject(theme, period.get(), null);
        var summary = number.isPresent() ? Optional.of(summaries.version(subject, number.get()).orElseThrow(NotFound::new)) : summaries.latest(subject);
        var heads = summaries.versions(subject);
        var versions = heads.stream().map(head -> version(head, heads.getFirst(), null)).toList();
        return new SummaryPage(theme, themes(), period.get().code(), name(period.get()), choices(), periods.isOpen(period.get()),
                summary.map(s -> version(s.head(), heads.getFirst(), s.book())).orElse(null), versions, summary.map(summaries::manuscript).orElse(null),
                summary.map(this::evidence).orElse(Map.of()), summary.filter(s -> !own).map(s -> signatures.standing(s.head().id())).orElse(null), summary.map(s -> s.digest().substring(0, 16)).orElse(""),
                mayWrite, !own && actor.holdsAny(Duty.GA_DIRECTOR, Duty.PRINCIPAL), form);
    }

    private Map<String, String> themes() {
        var themes = new LinkedHashMap<String, String>();
        Theme.OF_THE_OFFICE.forEach(t -> themes.put(t.code(), messages.say("termreport.theme." + t)));
        return themes;
    }

    public String name(Period period) {
        return periods.name(period.code(), Messages.locale());
    }

    /** Periods to choose from, the terms first, newest first. */
    Map<String, String> choices() {
        return periods.choices(Messages.locale());
    }

    /** The exact value as tables show it, in the reader's language where it has words. */
    String shown(@Nullable Figure figure) {
        if (figure == null) return messages.say("termreport.figure.gone");
        var text = FigureBook.shownText(figure);
        return text == null ? messages.say("grade.NONE") : text;
    }

    private Version version(Summary.Head head, Summary.Head newest, @Nullable FigureBook book) {
        return new Version(head.version(), head.author(), Shown.fullTime(head.writtenAt()), book == null ? "" : Shown.fullTime(book.computedAt()),
                head.version() == newest.version());
    }

    private Map<String, Evidence> evidence(Summary summary) {
        return evidence(summary.book(), summaries.changes(summary), summary.head().subject());
    }

    /** The figures of a book beside a text. */
    public Map<String, Evidence> evidence(FigureBook book, List<Change> changed, Subject subject) {
        var changes = changed.stream().collect(Collectors.toMap(c -> c.written().definition().id(), Function.identity()));
        return book.figures().stream().map(f -> evidence(f, changes.get(f.definition().id()), subject))
                .collect(Collectors.toMap(Evidence::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private Evidence evidence(Figure f, @Nullable Change change, Subject subject) {
        var id = f.definition().id();
        var now = change == null ? null : change.now();
        return new Evidence(id, figures.name(id, Messages.locale()), shown(f), change == null ? null : shown(now),
                now == null ? null : FigureText.of(now.value(), now.definition().unit()),
                change == null || change.sameDefinition() ? null : messages.say("termreport.summary.other-definition"),
                figures.unit(f.definition().unit(), Messages.locale()), figures.grade(f.grade(), Messages.locale()), Shown.count(f.evidenceCount()),
                f.link(), subject.page(f));
    }
}
