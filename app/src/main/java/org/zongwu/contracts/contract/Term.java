package org.zongwu.contracts.contract;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The term of a contract where a file writes it in one cell, as {@code 2026.3.1-2027.2.28} or {@code 2026年3月1日至2027年2月28日}. */
final class Term {
    private static final Pattern DAY = Pattern.compile("(\\d{4})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})");

    private Term() {}

    /** The days in it, in their order; none where it names a length only, as 一年. */
    static List<LocalDate> days(String text) {
        var all = new ArrayList<LocalDate>();
        for (var day : DAY.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).results().toList()) {
            try {
                all.add(LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
            } catch (DateTimeException e) {
                return List.of();
            }
        }
        return all;
    }
}
