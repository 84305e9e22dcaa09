package org.zongwu.canteen.goods;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Until when food may be used, from the day and the term on its label: 2026.2.5 and 12个月. */
final class ShelfLife {
    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})日?.*");
    private static final Pattern COMPACT = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2}).*");
    private static final Pattern TERM = Pattern.compile("(\\d{1,4})(天|日|个月|月|年|d|days?|months?|years?)");

    private ShelfLife() {}

    /** @return null where the label does not say it */
    static @Nullable LocalDate end(@Nullable String produced, @Nullable String term, LocalDate received) {
        var from = produced == null ? null : day(plain(produced), received);
        var found = term == null ? null : TERM.matcher(plain(term));
        if (from == null || found == null || !found.matches()) return null;
        var length = Integer.parseInt(found.group(1));
        return switch (found.group(2).charAt(0)) {
            case '个', '月', 'm' -> from.plusMonths(length);
            case '年', 'y' -> from.plusYears(length);
            default -> from.plusDays(length);
        };
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    /** A batch number is no day. */
    private static @Nullable LocalDate day(String text, LocalDate received) {
        if (text.startsWith("当日") || text.startsWith("当天")) return received;
        var compact = COMPACT.matcher(text);
        var day = compact.matches() ? compact : DAY.matcher(text);
        if (!day.matches()) return null;
        try {
            var of = LocalDate.of(day.group(1) == null ? received.getYear() : Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            return day.group(1) == null && of.isAfter(received) ? of.minusYears(1) : of;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
