package org.zongwu.imports.mapping;

import java.util.List;
import java.util.Map;
import org.zongwu.kernel.ImportTemplate;

/**
 * What was read below a header.
 *
 * @param rows      the records
 * @param blank     how many blank lines
 * @param subtotals the lines of sums
 * @param repeated  how many lines that repeat the header or a title
 * @param notes     what stands between and below the records without being one; nothing is dropped unsaid
 * @param doubts    sums written by hand that do not agree with the lines above them
 * @param samples   the first text of each column, known or not, by column from 0
 */
public record SheetRows(List<ImportTemplate.Row> rows, int blank, List<Note> subtotals, int repeated, List<Note> notes, List<Doubt> doubts,
        Map<Integer, String> samples) {
    public record Note(int line, String text) {}

    /** A sum that is not the sum: what stands there and what the lines above it make. */
    public record Doubt(int line, String heading, String written, String summed) {}
}
