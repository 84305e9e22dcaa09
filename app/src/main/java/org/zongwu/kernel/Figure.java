package org.zongwu.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of a definition in a span.
 *
 * @param value         in the definition's unit; null when there is no record at all (无记录), never an invented 0
 * @param evidenceCount how many records it was computed from
 * @param link          path of the register whose total row shows the same number
 */
public record Figure(FigureDefinition definition, Span span, @Nullable BigDecimal value, Grade grade, long evidenceCount, String link) {}
