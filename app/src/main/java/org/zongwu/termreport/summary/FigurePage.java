package org.zongwu.termreport.summary;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zongwu.web.DeskChart.Chart;

/**
 * What the templates of figures draw.
 *
 * @param period  code of the period; null when the school has no term
 * @param mayAim  whether this person says what figures should reach
 * @param periods code and name of the periods to choose from
 */
public record FigurePage(@Nullable String period, String periodName, String days, boolean open, Map<String, String> periods, String computedAt, List<Line> lines,
        List<Mention> mentions, List<Chart> charts, List<Term> terms, List<Use> uses, boolean mayAim) {

    /**
     * A figure.
     *
     * @param room    the part of the house that counts it
     * @param value   exact, with thousands apart; the word for "no record" when there is none
     * @param formula how it is computed, in words; empty when nobody wrote it
     * @param mark    css of its grade
     */
    public record Line(String id, String room, String name, String value, String unit, boolean recorded, String grade, String mark, String rows, String definition, String formula,
            String link, String page) {}

    /** What a version of the report says of the figure. */
    public record Mention(int version, String value, String definition, String at, String author, String link, boolean changed) {}

    /**
     * The figure in a term.
     *
     * @param shown whether the page is of this term
     * @param link  path of its evidence; {@code page} of the figure in that term
     */
    public record Term(String name, String value, boolean recorded, String grade, String rows, String link, String page, boolean shown) {}

    /**
     * A text or a version that cites the figure.
     *
     * @param name what it is, {@code of} the period or that it came with the product
     * @param link where it is read or written; null for what came with the product
     */
    public record Use(String name, String of, String by, @Nullable String link) {}

    /** Where a program reads the same. */
    public String json() {
        return "/figures/" + only().id() + ".json?period=" + period;
    }

    /** The one figure of the page of one. */
    public Line only() {
        return lines.getFirst();
    }
}
