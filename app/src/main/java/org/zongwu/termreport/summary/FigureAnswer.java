package org.zongwu.termreport.summary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zongwu.termreport.figure.FiguresJson.Line;

/**
 * What the page of a figure says, for programs.
 *
 * @param terms    newest first, of the same definition
 * @param versions what each version of the period's report says of it, newest first
 * @param uses     texts and versions that cite it
 */
record FigureAnswer(Line figure, String formula, String period, Instant computedAt, List<Term> terms, List<Said> versions, List<Use> uses) {
    record Term(String period, Line figure) {}

    /** @param changed whether the records say something else today */
    record Said(int version, Instant writtenAt, Line figure, boolean changed) {}

    /** @param period null for the text that came with the product; {@code version} null for a text that is being written */
    record Use(String theme, @Nullable String period, @Nullable Integer version) {}
}
