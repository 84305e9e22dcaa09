package org.zongwu.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as its paper: title and №, meta in threes, lines, the amount in words, the sign strip. One template draws it on
 * the screen, another on A5.
 *
 * @param totals   one cell a column, after the amount in words; empty cells stay empty
 * @param wordsSpan how many columns the amount in words takes
 * @param voidMark what is stamped across it, as 红字冲销
 */
public record Paper(String title, String no, List<Meta> meta, List<Head> heads, List<List<String>> lines, String words, int wordsSpan,
        List<String> totals, @Nullable String note, List<Stamp> stamps, @Nullable String voidMark) {

    /** Whether the whole document takes back another: its words are red. */
    public boolean red() {
        return words.startsWith("负");
    }

    public record Meta(String label, String value) {}

    /** @param mm width on paper in millimetres; 0 takes what is left */
    public record Head(String label, boolean right, int mm) {}

    /**
     * @param time   when it was signed, or what is still awaited
     * @param seal   what the seal says once the state was really reached
     * @param signed false while the name is only whose turn it is
     */
    public record Stamp(String role, String name, String time, @Nullable String seal, boolean signed) {
        public Stamp(String role, String name, String time, @Nullable String seal) {
            this(role, name, time, seal, true);
        }
    }
}
