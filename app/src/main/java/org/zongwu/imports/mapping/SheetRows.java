package org.zongwu.imports.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zongwu.kernel.ImportTemplate;

/**
 * What was read below a header.
 *
 * @param rows      the records; of a sheet with a column a day, one a cell
 * @param lines     how many lines hold records
 * @param blank     how many blank lines
 * @param subtotals the lines of sums
 * @param repeated  how many lines that repeat the header or a title
 * @param notes     what stands between and below the records without being one; nothing is dropped unsaid
 * @param doubts    sums written by hand that do not agree with the lines above them
 * @param samples   the first text of each column, known or not, by column from 0
 */
public record SheetRows(List<ImportTemplate.Row> rows, int lines, int blank, List<Note> subtotals, int repeated, List<Note> notes, List<Doubt> doubts,
        Map<Integer, String> samples) {
    public record Note(int line, String text) {}

    /**
     * A sum that is not the sum of its part of the sheet, nor of everything above it.
     *
     * @param part  what the lines since the last sum hold, by line number; {@code whole} likewise since the header
     */
    public record Doubt(int line, String heading, BigDecimal written, Map<Integer, BigDecimal> part, Map<Integer, BigDecimal> whole) {
        /** Whether the sum is right after all when these lines do not count. */
        public boolean agreesWithout(Set<Integer> lines) {
            return Sums.agree(written, sum(part, lines), part.size()) || Sums.agree(written, sum(whole, lines), whole.size());
        }

        /** What the lines make: of the part, or of the whole where that comes nearer. */
        public BigDecimal summed() {
            var ofPart = sum(part, Set.of());
            var ofWhole = sum(whole, Set.of());
            return written.subtract(ofPart).abs().compareTo(written.subtract(ofWhole).abs()) <= 0 ? ofPart : ofWhole;
        }

        private static BigDecimal sum(Map<Integer, BigDecimal> values, Set<Integer> without) {
            var sum = BigDecimal.ZERO;
            for (var value : values.entrySet()) if (!without.contains(value.getKey())) sum = sum.add(value.getValue());
            return sum;
        }
    }
}
