package org.zongwu.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as its paper: title and №, meta, lines, what is said at length, the amount in words, the sign strip. One template
 * draws it on the screen, another on A5. With lines it is a slip, its meta in threes above them; without, a form of ruled fields.
 *
 * @param texts    what is said at length, each over the whole width
 * @param totals   one cell a column, after the amount in words; empty cells stay empty
 * @param wordsSpan how many columns the amount in words takes
 * @param voidMark what is stamped across it, as 红字冲销
 * @param copies   what is written on each of its printed copies, as 存根; one without words where there is only one
 */
public record Paper(String title, String no, List<Meta> meta, List<Head> heads, List<List<String>> lines, List<Meta> texts, String words, int wordsSpan,
        List<String> totals, @Nullable String note, List<Stamp> stamps, @Nullable String voidMark, List<String> copies) {
    public Paper(String title, String no, List<Meta> meta, List<Head> heads, List<List<String>> lines, List<Meta> texts, String words, int wordsSpan,
            List<String> totals, @Nullable String note, List<Stamp> stamps, @Nullable String voidMark) {
        this(title, no, meta, heads, lines, texts, words, wordsSpan, totals, note, stamps, voidMark, List.of(""));
    }

    public Paper(String title, String no, List<Meta> meta, List<Head> heads, List<List<String>> lines, String words, int wordsSpan, List<String> totals,
            @Nullable String note, List<Stamp> stamps, @Nullable String voidMark) {
        this(title, no, meta, heads, lines, List.of(), words, wordsSpan, totals, note, stamps, voidMark);
    }

    /** Printed as often as these, each with its word. */
    public Paper copies(String... words) {
        return new Paper(title, no, meta, heads, lines, texts, this.words, wordsSpan, totals, note, stamps, voidMark, List.of(words));
    }

    /** Whether the whole document takes back another: its words are red. */
    public boolean red() {
        return words.startsWith("负");
    }

    /** The rows of the form: two fields each, or one that needs the width. */
    public List<List<Meta>> fields() {
        var rows = new ArrayList<List<Meta>>();
        for (var field : meta) {
            var open = !rows.isEmpty() && rows.getLast().size() == 1 && !rows.getLast().getFirst().wide() && !field.wide();
            if (open) rows.getLast().add(field);
            else rows.add(new ArrayList<>(List.of(field)));
        }
        return rows;
    }

    /** @param wide whether the value needs the whole width */
    public record Meta(String label, String value, boolean wide) {
        private static final int SHORT = 18;

        public Meta(String label, String value) {
            this(label, value, value.length() > SHORT);
        }
    }

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
