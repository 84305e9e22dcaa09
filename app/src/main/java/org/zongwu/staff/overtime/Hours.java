package org.zongwu.staff.overtime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hours as clerks write them: from when to when. */
final class Hours {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2})[:.时](\\d{2})?分?[-—–~至到]+(\\d{1,2})[:.时](\\d{2})?分?");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private Hours() {}

    /** The hours of one or more spans, as {@code 8:00-12:00 13:00-17:00}; null when there is none. A span past midnight ends the next day. */
    static @Nullable BigDecimal between(String times) {
        var minutes = 0;
        for (var span : SPAN.matcher(Normalizer.normalize(times, Normalizer.Form.NFKC)).results().toList()) {
            var length = minute(span.group(3), span.group(4)) - minute(span.group(1), span.group(2));
            minutes += length <= 0 ? length + 24 * 60 : length;
        }
        return minutes == 0 ? null : BigDecimal.valueOf(minutes).divide(SIXTY, 2, RoundingMode.HALF_UP);
    }

    private static int minute(String hour, @Nullable String minute) {
        return Integer.parseInt(hour) * 60 + (minute == null ? 0 : Integer.parseInt(minute));
    }
}
