package org.zongwu.imports.sheet;

import java.util.List;

/** A row of a sheet: its number as Excel shows it, from 1, and trimmed texts from column A on; empty where nothing stands. */
public record Line(int number, List<String> cells) {
    public String text(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isBlank() {
        for (var text : cells) if (!text.isEmpty()) return false;
        return true;
    }
}
