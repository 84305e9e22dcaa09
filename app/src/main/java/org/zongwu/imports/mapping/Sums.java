package org.zongwu.imports.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zongwu.imports.sheet.Line;

/** Holds the sums that a clerk wrote against the lines above them, column by column. */
final class Sums {
    /** A sheet with more wrong sums than this is not worth more sentences. */
    private static final int MOST_DOUBTS = 100;
    private static final BigDecimal HALF_A_FEN = new BigDecimal("0.005");

    private final Header header;
    private final BigDecimal[] sinceTotal;
    private final BigDecimal[] sinceTop;
    private final boolean[] unreadable;
    private final List<Line> lines = new ArrayList<>();
    private final List<SheetRows.Doubt> doubts = new ArrayList<>();
    private int firstOfPart;

    Sums(Header header) {
        this.header = header;
        var width = header.columns().stream().mapToInt(Header.Column::index).max().orElse(0) + 1;
        sinceTotal = zeros(width);
        sinceTop = zeros(width);
        unreadable = new boolean[width];
    }

    private static BigDecimal[] zeros(int width) {
        var zeros = new BigDecimal[width];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    void add(Line line) {
        lines.add(line);
        for (var column = 0; column < sinceTotal.length; column++) {
            var text = line.text(column);
            if (text.isEmpty() || unreadable[column]) continue;
            var number = Numbers.value(text);
            if (number == null) {
                unreadable[column] = true;
                continue;
            }
            sinceTotal[column] = sinceTotal[column].add(number);
            sinceTop[column] = sinceTop[column].add(number);
        }
    }

    /** A sum may be of the part above it or of everything above it; when it is neither, it is doubted. */
    void check(Line line) {
        var overYear = line.cells().stream().anyMatch(t -> t.contains("累计")); // it goes on from an earlier sheet
        for (var column : header.columns()) {
            var at = column.index();
            if (doubts.size() == MOST_DOUBTS) break;
            var written = overYear || unreadable[at] ? null : Numbers.value(line.text(at));
            if (written == null || agree(written, sinceTotal[at], lines.size() - firstOfPart) || agree(written, sinceTop[at], lines.size())) continue;
            doubts.add(new SheetRows.Doubt(line.number(), column.heading(), written, values(firstOfPart, at), values(0, at)));
        }
        for (var column : header.columns()) sinceTotal[column.index()] = BigDecimal.ZERO;
        firstOfPart = lines.size();
    }

    private Map<Integer, BigDecimal> values(int from, int column) {
        var values = new LinkedHashMap<Integer, BigDecimal>();
        for (var line : lines.subList(from, lines.size())) {
            var number = Numbers.value(line.text(column));
            if (number != null) values.put(line.number(), number);
        }
        return values;
    }

    /** Half a fen a line: what rounding the lines one by one may make. */
    static boolean agree(BigDecimal written, BigDecimal summed, int lines) {
        return written.subtract(summed).abs().compareTo(HALF_A_FEN.multiply(BigDecimal.valueOf(lines + 1L))) < 0;
    }

    List<SheetRows.Doubt> doubts() {
        return doubts;
    }
}
