package org.zongwu.kernel;

import java.util.List;
import java.util.Set;

/** A module that knows figures. Collected by {@code termreport}, which knows nobody. */
public interface FigureSource {
    /** What this module can compute, in the order of the report. */
    List<FigureDefinition> definitions();

    /** All figures of this module over the span, in the order of {@link #definitions()}, within the caller's transaction. */
    List<Figure> figures(Span span);

    /** Only these, as for a course over many spans; who can leave out the work for the others does. */
    default List<Figure> figures(Span span, Set<String> ids) {
        return figures(span).stream().filter(f -> ids.contains(f.definition().id())).toList();
    }
}
