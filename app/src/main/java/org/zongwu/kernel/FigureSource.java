package org.zongwu.kernel;

import java.util.List;

/** A module that knows figures. Collected by {@code termreport}, which knows nobody. */
public interface FigureSource {
    /** What this module can compute, in the order of the report. */
    List<FigureDefinition> definitions();

    /** All figures of this module over the span, in the order of {@link #definitions()}, within the caller's transaction. */
    List<Figure> figures(Span span);
}
