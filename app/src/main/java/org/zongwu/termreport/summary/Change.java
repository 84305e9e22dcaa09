package org.zongwu.termreport.summary;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Figure;
import org.zongwu.termreport.figure.FigureBook;

/**
 * 数据已变化: a figure whose present value is not the one that was written (R-SUM-3).
 *
 * @param now null when no module defines the figure any more
 */
public record Change(Figure written, @Nullable Figure now) {
    /** Whether the two may be compared at all (R-SUM-5). */
    public boolean sameDefinition() {
        return now != null && now.definition().version() == written.definition().version();
    }

    /** In the order of the report. A figure that is new since then is no change of what was written. */
    static List<Change> between(FigureBook written, FigureBook present) {
        return written.figures().stream().map(then -> since(then, present.find(then.definition().id()))).flatMap(Optional::stream).toList();
    }

    private static Optional<Change> since(Figure then, Optional<Figure> now) {
        return now.isPresent() && !differs(then, now.get()) ? Optional.empty() : Optional.of(new Change(then, now.orElse(null)));
    }

    /** Another value, or the same word for another thing: a definition of another version. */
    static boolean differs(Figure a, Figure b) {
        if (a.definition().version() != b.definition().version()) return true;
        if (a.value() == null || b.value() == null) return a.value() != b.value();
        return a.value().compareTo(b.value()) != 0;
    }
}
