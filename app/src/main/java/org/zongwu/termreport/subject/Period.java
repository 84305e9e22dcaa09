package org.zongwu.termreport.subject;

import org.zongwu.kernel.Span;

/**
 * A span that a report is written of (domain.md §10.1).
 *
 * @param code {@code 2026-2027-1} a term, {@code 2026-2027} a school year, {@code 2026-h1} half a year, {@code 2026} a year
 */
public record Period(String code, Kind kind, Span span) {
    /** What kind of span it is. Its words are messages {@code termreport.period.KIND…}. */
    public enum Kind { TERM, SCHOOL_YEAR, HALF_YEAR, YEAR }

    static final String TERM = "\\d{4}-\\d{4}-[12]";
    static final String SCHOOL_YEAR = "\\d{4}-\\d{4}";
    static final String HALF_YEAR = "\\d{4}-h[12]";
    static final String YEAR = "\\d{4}";

    /** The code of the period that follows, whether the school has it yet or not. */
    public String next() {
        return moved(1);
    }

    /** The code of the one before. */
    public String last() {
        return moved(-1);
    }

    /** The code of the same a year before, with which a year's course is compared. */
    public String yearBefore() {
        return switch (kind) {
            case TERM, HALF_YEAR -> moved(-2);
            case SCHOOL_YEAR, YEAR -> moved(-1);
        };
    }

    private String moved(int by) {
        var year = Integer.parseInt(code.substring(0, 4));
        return switch (kind) {
            case YEAR -> Integer.toString(year + by);
            case SCHOOL_YEAR -> (year + by) + "-" + (year + by + 1);
            case HALF_YEAR -> half(2 * year + (code.endsWith("1") ? 0 : 1) + by);
            case TERM -> term(2 * year + (code.endsWith("1") ? 0 : 1) + by);
        };
    }

    private static String half(int halves) {
        return halves / 2 + "-h" + (halves % 2 + 1);
    }

    private static String term(int terms) {
        return terms / 2 + "-" + (terms / 2 + 1) + "-" + (terms % 2 + 1);
    }
}
