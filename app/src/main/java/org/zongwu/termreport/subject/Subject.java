package org.zongwu.termreport.subject;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param person whose own summary it is; null for the office's
 */
public record Subject(Theme theme, Period period, @Nullable UUID person) {
    public Subject {
        if ((theme == Theme.OWN) != (person != null)) throw new IllegalArgumentException("a person's own summary, and no other, has a person: " + theme);
    }

    public static Subject office(Period period) {
        return new Subject(Theme.OFFICE, period, null);
    }

    /** The same of another period. */
    public Subject of(Period another) {
        return new Subject(theme, another, person);
    }

    /** As in file names and in the trail: {@code 2026-2027-1}, {@code canteen-2026-h1}. */
    public String code() {
        return theme == Theme.OFFICE ? period.code() : theme.code() + "-" + period.code();
    }
}
