package org.zongwu.termreport.template;

/** A piece of a paragraph: words, a name that is known when the report is written, a figure, or a number that a person answers for. */
public sealed interface Part {
    /** Words as they stand. */
    record Text(String words) implements Part {}

    /** {@code {school}}, {@code {term}} and the like. */
    record Word(Name name) implements Part {}

    /**
     * A figure, {@code {ISSUE_COUNT 张}}.
     *
     * @param style   how it is written, {@code {STOCK_IN_AMOUNT:wan}}; the usual way when nothing is said
     * @param measure the measure word after it; not written when there is no record
     */
    record Token(String figureId, Style style, String measure) implements Part {}

    /** 人工填报: {@code {!12名|张三}}, what no record says, with the name of who answers for it; no name before it has been saved (R-SUM-2). */
    record Handwritten(String words, String by) implements Part {}

    /** What a report knows about itself. {@code from} and {@code to} are its days, {@code next} the period after it, {@code this} and {@code coming} as 本学期 and 下学期. */
    enum Name { SCHOOL, TERM, NEXT, FROM, TO, THIS, COMING, PERSON }

    /**
     * USUAL: 万元 from ten thousand yuan on (R-SUM-4). ABOUT: in round words. YEAR and LAST: what has changed against the same period
     * of last year, or the period before, as a clause of its own; nothing where the two cannot be compared (R-SUM-5).
     */
    enum Style {
        USUAL, WAN, YUAN, ABOUT, YEAR, LAST;

        /** Whether it says a change and not the value. */
        public boolean compares() {
            return this == YEAR || this == LAST;
        }
    }
}
