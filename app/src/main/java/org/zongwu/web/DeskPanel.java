package org.zongwu.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;

/** A panel beside the to-dos of the desk, contributed by a module. */
public interface DeskPanel {
    int order();

    /** The panel for this person, within a reading transaction of the school; none when it is not for him. */
    Optional<Panel> panel(Actor actor);

    record Panel(String title, @Nullable String lead, List<Row> rows, @Nullable String moreText, @Nullable String morePath, @Nullable String foot) {
        /** Whether any row says what it was before. */
        public boolean compares() {
            return rows.stream().anyMatch(r -> r.before() != null);
        }
    }

    /**
     * @param path   opens the rows behind the value
     * @param before the value of the span before; null where there is none to compare with
     * @param change by how much it has changed since, with its sign
     */
    record Row(String label, String value, String unit, String path, @Nullable String before, @Nullable String change) {
        public Row(String label, String value, String unit, String path) {
            this(label, value, unit, path, null, null);
        }
    }
}
