package org.zongwu.termreport.template;

import java.util.List;

/**
 * The report as written: what the screen shows and the document file prints.
 *
 * @param missing 缺项提醒: sections that were left out and figures without a record (R-SUM-8)
 */
public record Manuscript(List<String> title, List<Block> blocks, List<Missing> missing) {
    /** One block of the page, from the top. */
    public sealed interface Block {}

    /** @param number as {@code 一、}, {@code （二）}, {@code 3.} */
    public record Heading(int level, String number, String words) implements Block {}

    public record Paragraph(List<Run> runs) implements Block {}

    /** Where the plan's table stands. */
    public record Plan() implements Block {}

    /** A stretch of a paragraph. */
    public sealed interface Run {}

    public record Words(String words) implements Run {}

    /** A figure as it is said in the sentence. */
    public record Number(String text, String figureId) implements Run {}

    /** @param section heading of the part that lacks something; @param left whether the part was left out altogether */
    public record Missing(String section, boolean left, List<String> figureIds) {}

    /** How many figures the text cites. */
    public long figures() {
        return blocks.stream().filter(Paragraph.class::isInstance).flatMap(b -> ((Paragraph) b).runs().stream()).filter(Number.class::isInstance).count();
    }
}
