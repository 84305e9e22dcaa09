package org.zongwu.termreport.subject;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Figure;

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

    /** What he himself writes of himself. */
    public static Subject own(Period period, Actor person) {
        return new Subject(Theme.OWN, period, person.employeeId());
    }

    /** The same of another period. */
    public Subject of(Period another) {
        return new Subject(theme, another, person);
    }

    /** Under which its text and its files stand. */
    public String path() {
        return path(theme, period.code());
    }

    public static String path(Theme theme, String period) {
        return theme == Theme.OWN ? "/my/summary/" + period : "/summary/" + theme.code() + "/" + period;
    }

    /** Where it is read. */
    public String page() {
        return page(theme, period.code());
    }

    public static String page(Theme theme, String period) {
        return theme == Theme.OWN ? "/my/summary?period=" + period : "/summary?theme=" + theme.code() + "&period=" + period;
    }

    /** Where one of its figures is explained; a person's own opens his records at once. */
    public String page(Figure figure) {
        return theme == Theme.OWN ? figure.link() : "/figures/" + figure.definition().id() + "?period=" + period.code();
    }

    /** As in file names and in the trail: {@code 2026-2027-1}, {@code canteen-2026-h1}. */
    public String code() {
        return theme == Theme.OFFICE ? period.code() : theme.code() + "-" + period.code();
    }
}
