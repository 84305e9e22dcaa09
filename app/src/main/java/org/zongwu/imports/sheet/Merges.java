package org.zongwu.imports.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The merged ranges of a sheet, found by the cell that they cover. */
public final class Merges {
    public static final Merges NONE = new Merges(List.of());
    private static final int WIDEST = 500;
    private static final int MOST_PLACES = 1_000_000;

    private final Map<Integer, TreeMap<Integer, Merge>> byColumn = new HashMap<>();

    Merges(List<Merge> merges) {
        var places = 0;
        for (var merge : merges) {
            places += Math.clamp(merge.width(), 1, WIDEST);
            if (places > MOST_PLACES) break; // no ledger is merged like that
            for (var column = merge.firstColumn(); column <= Math.min(merge.lastColumn(), merge.firstColumn() + WIDEST); column++) {
                byColumn.computeIfAbsent(column, c -> new TreeMap<>()).put(merge.firstLine(), merge);
            }
        }
    }

    /** The range that covers this cell; null when it stands alone. */
    public @Nullable Merge at(int line, int column) {
        var starts = byColumn.get(column);
        var before = starts == null ? null : starts.floorEntry(line);
        return before == null || before.getValue().lastLine() < line ? null : before.getValue();
    }

    /** Lines from 1, columns from 0, all included. */
    public record Merge(int firstLine, int firstColumn, int lastLine, int lastColumn) {
        public int width() {
            return lastColumn - firstColumn + 1;
        }

        public int height() {
            return lastLine - firstLine + 1;
        }
    }
}
