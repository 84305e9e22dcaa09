package org.zongwu.kernel;

import java.util.List;
import java.util.UUID;

/**
 * A module that knows what one person did. Collected by {@code termreport} for personal summaries: no figure of it counts a record in
 * which that person is not named (R-PS-1), and its link opens just those records, for that person too.
 */
public interface OwnFigureSource {
    /** What this module can say of a person, in the order of the report. */
    List<FigureDefinition> ownDefinitions();

    /** All of it over the span, in the order of {@link #ownDefinitions()}, within the caller's transaction. */
    List<Figure> figuresOf(UUID employeeId, Span span);
}
