package org.zongwu.termreport.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The report as written: what the screen shows and the document file prints.
 *
 * @param missing     缺项提醒: sections that were left out and figures without a record (R-SUM-8)
 * @param handwritten 人工填报: what persons answer for
 * @param cited       the figures in its sentences, tables and charts
 */
public record Manuscript(List<String> title, List<Block> blocks, List<Missing> missing, List<Handwritten> handwritten, Set<String> cited) {
    /** One block of the page, from the top. */
    public sealed interface Block {}

    /** @param number as {@code 一、}, {@code （二）}, {@code 3.} */
    public record Heading(int level, String number, String words) implements Block {}

    public record Paragraph(List<Run> runs) implements Block {}

    /** What an insert of the text has become. */
    public sealed interface Inserted extends Block {}

    /**
     * A table.
     *
     * @param rows each as wide as the heads
     * @param note below it; null when there is nothing to say
     */
    public record Table(String caption, List<Head> heads, List<List<Cell>> rows, @Nullable String note) implements Inserted {}

    /** @param share of the width, of all shares together */
    public record Head(String words, int share, Align align) {}

    /** How the words of a column stand. */
    public enum Align { LEFT, CENTER, RIGHT }

    /** @param link path of what proves it; null when nothing does */
    public record Cell(String words, @Nullable String link) {
        public static Cell of(String words) {
            return new Cell(words, null);
        }
    }

    /**
     * Bars, for now and for the time compared with.
     *
     * @param finding what it shows, in a sentence
     * @param then    what the paler bars are called; null when nothing is compared
     */
    public record Chart(String figureId, String caption, String finding, String unit, String now, @Nullable String then, List<Bar> bars) implements Inserted {}

    /** @param now null where nothing is recorded; {@code then} too */
    public record Bar(String label, @Nullable BigDecimal now, @Nullable BigDecimal then) {}

    /** A stretch of a paragraph. */
    public sealed interface Run {}

    public record Words(String words) implements Run {}

    /** A figure as it is said in the sentence. */
    public record Number(String text, String figureId) implements Run {}

    /** What no record says; {@code by} answers for it. */
    public record Handwritten(String words, String by) implements Run {}

    /** @param section heading of the part that lacks something; @param left whether the part was left out altogether */
    public record Missing(String section, boolean left, List<String> figureIds) {}

    /** How many figures the text cites. */
    public long figures() {
        return blocks.stream().filter(Paragraph.class::isInstance).flatMap(b -> ((Paragraph) b).runs().stream()).filter(Number.class::isInstance).count();
    }
}
