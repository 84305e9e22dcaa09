package org.zongwu.imports.mapping;

import java.util.List;
import org.zongwu.kernel.ImportTemplate;

/**
 * What was read below a header.
 *
 * @param rows      the records
 * @param blank     how many blank lines
 * @param subtotals how many lines of sums
 * @param repeated  how many lines that repeat the header or a title
 * @param notes     what stands between and below the records without being one; nothing is dropped unsaid
 * @param doubts    sums written by hand that do not agree with the lines above them
 */
public record SheetRows(List<ImportTemplate.Row> rows, int blank, int subtotals, int repeated, List<Note> notes, List<Doubt> doubts) {
    public record Note(int line, String text) {}

    /** A sum that is not the sum: what stands there and what the lines above it make. */
    public record Doubt(int line, String heading, String written, String summed) {}
}
