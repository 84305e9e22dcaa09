package org.zongwu.kernel;

/**
 * A named figure (domain.md §10.4). Its name is message {@code figure.ID}, its formula in words {@code figure.ID.formula}.
 *
 * @param version raised whenever the formula changes; comparisons need the same version (R-SUM-5)
 */
public record FigureDefinition(String id, Unit unit, int version) {}
