package org.zongwu.termreport.template;

/** A piece of a paragraph: words, a name that is known when the report is written, or a figure. */
public sealed interface Part {
    /** Words as they stand. */
    record Text(String words) implements Part {}

    /** {@code {school}}, {@code {term}} and the like. */
    record Word(Name name) implements Part {}

    /**
     * A figure, {@code {ISSUE_COUNT 张}}.
     *
     * @param style   how money is written, {@code {STOCK_IN_AMOUNT:wan}}; the usual way when nothing is said
     * @param measure the measure word after it; not written when there is no record
     */
    record Token(String figureId, Style style, String measure) implements Part {}

    /** What a report knows about itself. {@code from} and {@code to} are the days of the term, {@code next} the term after it. */
    enum Name { SCHOOL, TERM, NEXT, FROM, TO }

    /** USUAL: 万元 from ten thousand yuan on (R-SUM-4). */
    enum Style { USUAL, WAN, YUAN }
}
