package org.zongwu.termreport.subject;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a report looks at (domain.md §10.1). Its words are message {@code termreport.theme.THEME}, its text {@code termreport/THEME_zh.txt}. */
public enum Theme {
    OFFICE, CANTEEN, SAFETY, SUPPLIES, OWN;

    /** Those of the office; OWN is each person's own affair (R-SUM-10). */
    public static final List<Theme> OF_THE_OFFICE = List.of(OFFICE, CANTEEN, SAFETY, SUPPLIES);

    /** As in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> of(String code) {
        return Stream.of(values()).filter(t -> t.code().equals(code)).findFirst();
    }
}
