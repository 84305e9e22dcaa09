package org.zongwu.school.rollover;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the step into the next term will do; shown first, done after. A school year that begins ends the cohort that has
 * stayed its years and opens a new one; nobody is renamed, because a class is a cohort.
 *
 * @param graduates the classes that end the day before the term, with the students who graduate
 * @param firstDays when the term starts, opens and ends, as proposed from the year before
 */
record Plan(String code, FirstDays firstDays, List<Ending> graduates, int newEntryYear, int newClasses) {
    record FirstDays(LocalDate startsOn, LocalDate opensOn, LocalDate endsOn) {}

    record Ending(UUID classId, String title, int students) {}

    boolean newYear() {
        return code.endsWith("-1");
    }

    int students() {
        return graduates.stream().mapToInt(Ending::students).sum();
    }

    /** The code of the term after this one: 2025-2026-2 is followed by 2026-2027-1. */
    static String after(String code) {
        var year = Integer.parseInt(code.substring(0, 4));
        return code.endsWith("-1") ? year + "-" + (year + 1) + "-2" : (year + 1) + "-" + (year + 2) + "-1";
    }

    /** The school year that a term belongs to, by the year it begins in. */
    static int yearOf(String code) {
        return Integer.parseInt(code.substring(0, 4));
    }

    /** Where the term usually lies: the days of the same term a year before, if known, else what most schools do. */
    static FirstDays usual(String code) {
        var year = yearOf(code);
        return code.endsWith("-1") ? new FirstDays(LocalDate.of(year, 8, 24), LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 1, 31))
                : new FirstDays(LocalDate.of(year + 1, 2, 1), LocalDate.of(year + 1, 3, 1), LocalDate.of(year + 1, 7, 15));
    }
}
