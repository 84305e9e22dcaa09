package org.zongwu.termreport.subject;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Span;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;

/** The periods that a school can report on, from the terms that it has registered. Within a transaction of the school. */
@Component
public class Periods {
    private static final int HALF = 6;

    private final Terms terms;
    private final MessageSource messages;
    private final Clock clock;

    Periods(Terms terms, MessageSource messages, Clock clock) {
        this.terms = terms;
        this.messages = messages;
        this.clock = clock;
    }

    /** None when it is no code of a period, or of one that has none of the school's terms. */
    public Optional<Period> find(String code) {
        if (code.matches(Period.TERM)) return terms.byCode(code).map(Periods::term);
        if (code.matches(Period.SCHOOL_YEAR)) return schoolYear(code);
        var span = code.matches(Period.HALF_YEAR) ? half(code) : code.matches(Period.YEAR) ? year(code) : null;
        if (span == null || terms.all().stream().noneMatch(t -> !t.startsOn().isAfter(span.to()) && !t.endsOn().isBefore(span.from()))) return Optional.empty();
        return Optional.of(new Period(code, code.contains("h") ? Period.Kind.HALF_YEAR : Period.Kind.YEAR, span));
    }

    /** The term of today, or else the last that has begun. */
    public Optional<Period> present() {
        var today = LocalDate.now(clock);
        return terms.on(today).or(() -> terms.all().stream().filter(t -> !t.startsOn().isAfter(today)).findFirst()).map(Periods::term);
    }

    /** All that have begun, the terms first, newest first. */
    public List<Period> all() {
        var today = LocalDate.now(clock);
        var begun = terms.all().stream().filter(t -> !t.startsOn().isAfter(today)).toList();
        var codes = new LinkedHashSet<String>();
        begun.forEach(t -> codes.add(t.code()));
        begun.forEach(t -> codes.add(t.code().substring(0, 9)));
        for (var half = today.getYear() * 2 + (today.getMonthValue() > HALF ? 1 : 0); begun.stream().anyMatch(since(half)); half--) codes.add(half / 2 + "-h" + (half % 2 + 1));
        for (var year = today.getYear(); begun.stream().anyMatch(since(2 * year)); year--) codes.add(Integer.toString(year));
        return codes.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** The terms that have begun, newest first. */
    public List<Period> begun() {
        var today = LocalDate.now(clock);
        return terms.all().stream().filter(t -> !t.startsOn().isAfter(today)).map(Periods::term).toList();
    }

    /** Code and name of all that have begun. */
    public Map<String, String> choices(Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        all().forEach(p -> choices.put(p.code(), name(p.code(), locale)));
        return choices;
    }

    /** As 2026年秋季学期, 2026—2027学年, 2026年上半年, 2026年. */
    public String name(String code, Locale locale) {
        var year = code.substring(0, 4);
        if (code.matches(Period.TERM)) return code.endsWith("1") ? text("autumn", locale, year) : text("spring", locale, code.substring(5, 9));
        if (code.matches(Period.SCHOOL_YEAR)) return text("school-year", locale, year, code.substring(5));
        return code.matches(Period.HALF_YEAR) ? text(code.endsWith("1") ? "first-half" : "second-half", locale, year) : text("year", locale, year);
    }

    /** As 本学期, and 下学期 of the one that follows. */
    public String called(Period period, boolean next, Locale locale) {
        var second = period.kind() == Period.Kind.HALF_YEAR && period.code().endsWith("2");
        return text((next ? "next." : "this.") + period.kind() + (second ? ".2" : ""), locale);
    }

    /** The first school day after the period: by then nothing of it may be left. None when the term is not registered yet. */
    public Optional<LocalDate> followed(Period period) {
        return terms.all().stream().filter(t -> t.startsOn().isAfter(period.span().to())).map(Term::opensOn).min(LocalDate::compareTo);
    }

    /** Whether records of it are still to come. */
    public boolean isOpen(Period period) {
        return !LocalDate.now(clock).isAfter(period.span().to());
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage("termreport.period." + key, args, locale);
    }

    private Optional<Period> schoolYear(String code) {
        var own = new ArrayList<>(terms.all().stream().filter(t -> t.code().startsWith(code + "-")).toList());
        if (own.isEmpty()) return Optional.empty();
        var from = own.stream().map(Term::startsOn).min(LocalDate::compareTo).orElseThrow();
        var to = own.stream().map(Term::endsOn).max(LocalDate::compareTo).orElseThrow();
        return Optional.of(new Period(code, Period.Kind.SCHOOL_YEAR, new Span(from, to)));
    }

    private static java.util.function.Predicate<Term> since(int half) {
        return t -> !t.startsOn().isAfter(LocalDate.of(half / 2, half % 2 * HALF + HALF, 28));
    }

    private static Period term(Term term) {
        return new Period(term.code(), Period.Kind.TERM, term.span());
    }

    private static Span half(String code) {
        var year = Integer.parseInt(code.substring(0, 4));
        return code.endsWith("1") ? new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 6, 30)) : new Span(LocalDate.of(year, 7, 1), LocalDate.of(year, 12, 31));
    }

    private static Span year(String code) {
        return new Span(LocalDate.of(Integer.parseInt(code), 1, 1), LocalDate.of(Integer.parseInt(code), 12, 31));
    }
}
