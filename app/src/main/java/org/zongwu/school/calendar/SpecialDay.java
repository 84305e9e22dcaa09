package org.zongwu.school.calendar;

/**
 * A day that is not as its day of the week says: off, or worked instead of another (调休).
 *
 * @param name of the holiday that it belongs to
 */
record SpecialDay(Kind kind, String name) {
    /** PLAIN takes back what was announced: as any other day of the week. */
    enum Kind { OFF, WORK, PLAIN }
}
