package org.zongwu.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How many records stand behind a figure, and how many of them came from a file. */
public record Evidence(long count, long imported) {
    /** A register adds up so many rows by itself; more only when its address asks for it. */
    private static final int ADDED_UP = 10_000;

    public Grade grade() {
        if (count == 0) return Grade.NONE;
        if (imported == 0) return Grade.WORKED;
        return imported == count ? Grade.IMPORTED : Grade.MIXED;
    }

    /** The figure; without any record there is none, rather than an invented 0. */
    public Figure figure(FigureDefinition definition, Span span, @Nullable BigDecimal value, String link) {
        return new Figure(definition, span, count == 0 ? null : value, grade(), count, count > ADDED_UP ? link + (link.contains("?") ? "&" : "?") + "exact=yes" : link);
    }
}
