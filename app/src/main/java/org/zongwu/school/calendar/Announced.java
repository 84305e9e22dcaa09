package org.zongwu.school.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The days off that the State Council's general office has announced, as this release knows them: a head line a year with where it was
 * published, then its days. What a school enters itself holds before it.
 */
record Announced(Map<Integer, String> years, Map<LocalDate, SpecialDay> days) {
    static final Announced SHIPPED = read();

    private static Announced read() {
        try (var in = Announced.class.getResourceAsStream("/calendar/china.txt")) {
            var years = new TreeMap<Integer, String>();
            var days = new TreeMap<LocalDate, SpecialDay>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                var parts = line.split(" ", 3);
                if (parts.length == 2) years.put(Integer.valueOf(parts[0]), parts[1]);
                else days.put(LocalDate.parse(parts[0]), new SpecialDay(SpecialDay.Kind.valueOf(parts[1]), parts[2]));
            }
            return new Announced(Map.copyOf(years), Map.copyOf(days));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
