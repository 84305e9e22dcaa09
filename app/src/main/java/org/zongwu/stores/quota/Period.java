package org.zongwu.stores.quota;

import java.time.LocalDate;
import java.util.List;
import org.zongwu.kernel.Span;
import org.zongwu.school.Term;

/** How long a quota is meant for. Its word is {@code stores.quota.period.NAME}. */
public enum Period {
    MONTH, TERM, YEAR;

    /**
     * The days that count together with this one. The holidays belong to the term before them; before the first term it is the year.
     *
     * @param terms newest first
     */
    Span around(LocalDate day, List<Term> terms) {
        return switch (this) {
            case MONTH -> new Span(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
            case YEAR -> year(day);
            case TERM -> {
                var next = (Term) null;
                for (var term : terms) {
                    if (!term.startsOn().isAfter(day)) yield new Span(term.startsOn(), next == null ? later(term.endsOn(), day) : next.startsOn().minusDays(1));
                    next = term;
                }
                yield year(day);
            }
        };
    }

    private static Span year(LocalDate day) {
        return new Span(day.withDayOfYear(1), day.withDayOfYear(day.lengthOfYear()));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
