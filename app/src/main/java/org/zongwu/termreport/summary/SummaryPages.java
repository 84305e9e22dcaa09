package org.zongwu.termreport.summary;

import java.time.Clock;
import java.time.LocalDate;
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
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.summary.SummaryPage.Evidence;
import org.zongwu.termreport.summary.SummaryPage.Version;
import org.zongwu.termreport.template.FigureText;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Shown;

/** Puts a version of the report, its figures and what has changed since on one page. Within a reading transaction. */
@Component
class SummaryPages {
    private final SummaryService summaries;
    private final Terms terms;
    private final ReportWords words;
    private final FigureWords figures;
    private final Messages messages;
    private final Clock clock;

    SummaryPages(SummaryService summaries, Terms terms, ReportWords words, FigureWords figures, Messages messages, Clock clock) {
        this.summaries = summaries;
        this.terms = terms;
        this.words = words;
        this.figures = figures;
        this.messages = messages;
        this.clock = clock;
    }

    /** @throws NotFound when there is no version of that number */
    SummaryPage page(Actor actor, Optional<Term> term, Optional<Integer> number, FormView form) {
        var mayWrite = actor.holds(Duty.GA_DIRECTOR);
        if (term.isEmpty()) return new SummaryPage(null, "", Map.of(), false, null, List.of(), null, Map.of(), List.of(), mayWrite, form);
        var shown = term.get();
        var summary = number.isPresent() ? Optional.of(summaries.version(shown, number.get()).orElseThrow(NotFound::new)) : summaries.latest(shown);
        var heads = summaries.versions(shown);
        var versions = heads.stream().map(head -> version(head, heads.getFirst(), null)).toList();
        var open = !LocalDate.now(clock).isAfter(shown.endsOn());
        return new SummaryPage(shown.code(), name(shown), choices(), open, summary.map(s -> version(s.head(), heads.getFirst(), s.book())).orElse(null), versions,
                summary.map(summaries::manuscript).orElse(null), summary.map(s -> evidence(s, shown)).orElse(Map.of()),
                summary.map(Summary::plan).orElse(List.of()), mayWrite, form);
    }

    String name(Term term) {
        return words.term(term.code(), Messages.locale());
    }

    /** Terms to choose from, newest first. */
    Map<String, String> choices() {
        return terms.all().stream().collect(Collectors.toMap(Term::code, this::name, (a, b) -> a, LinkedHashMap::new));
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

    private Map<String, Evidence> evidence(Summary summary, Term term) {
        var changes = summaries.changes(summary, term).stream().collect(Collectors.toMap(c -> c.written().definition().id(), Function.identity()));
        return summary.book().figures().stream().map(f -> evidence(f, changes.get(f.definition().id()), term))
                .collect(Collectors.toMap(Evidence::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private Evidence evidence(Figure f, @Nullable Change change, Term term) {
        var id = f.definition().id();
        var now = change == null ? null : change.now();
        return new Evidence(id, figures.name(id, Messages.locale()), shown(f), change == null ? null : shown(now),
                now == null ? null : FigureText.of(now.value(), now.definition().unit()),
                change == null || change.sameDefinition() ? null : messages.say("termreport.summary.other-definition"),
                figures.unit(f.definition().unit(), Messages.locale()), figures.grade(f.grade(), Messages.locale()), Shown.count(f.evidenceCount()),
                f.link(), "/figures/" + id + "?term=" + term.code());
    }
}
