package org.zongwu.termreport.insert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zongwu.termreport.subject.Period;

/** What comes round every year in a school's office, by its month (domain.md §10.7). */
final class Seasons {
    private static final int AUTUMN = 9;
    private static final int SPRING = 2;
    private static final Map<Month, String> TASKS = read();

    private Seasons() {}

    static String of(Month month) {
        return TASKS.getOrDefault(month, "");
    }

    /** The months for which the plan of a period plans: those of the period after it. */
    static List<YearMonth> after(Period period) {
        var next = period.next();
        var year = Integer.parseInt(next.substring(0, 4));
        return switch (period.kind()) {
            case TERM -> next.endsWith("1") ? months(YearMonth.of(year, AUTUMN - 1), 6) : months(YearMonth.of(year + 1, SPRING), 6);
            case SCHOOL_YEAR -> months(YearMonth.of(year, AUTUMN - 1), 12);
            case HALF_YEAR -> months(YearMonth.of(year, next.endsWith("1") ? 1 : 7), 6);
            case YEAR -> months(YearMonth.of(year, 1), 12);
        };
    }

    private static List<YearMonth> months(YearMonth first, int count) {
        var all = new ArrayList<YearMonth>();
        for (var i = 0; i < count; i++) all.add(first.plusMonths(i));
        return all;
    }

    private static Map<Month, String> read() {
        try (var in = Seasons.class.getResourceAsStream("/termreport/seasons_zh.txt")) {
            if (in == null) throw new IllegalStateException("termreport/seasons_zh.txt is not in the program");
            var all = new EnumMap<Month, String>(Month.class);
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                var parts = line.split("\\s+", 2);
                all.put(Month.of(Integer.parseInt(parts[0])), parts[1].strip());
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
