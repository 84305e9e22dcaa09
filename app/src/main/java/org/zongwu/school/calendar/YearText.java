package org.zongwu.school.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.web.Typed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The days off of a year as they are pasted: a line each, {@code 2027-02-06 班 春节} or {@code 10月1日 休 国庆节}, or the JSON of the
 * public list holiday-cn.
 */
final class YearText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LINE = Pattern.compile("(\\S+?)[\\s,，、:：]+(休|放假|假|off|班|上班|补班|work)[\\s,，、:：]*(.*)", Pattern.CASE_INSENSITIVE);

    private YearText() {}

    /** @throws RuleBroken {@code R-CLK-4} with the line that cannot be read, or when no day of the year is among them */
    static Map<LocalDate, SpecialDay> read(String text, int year) {
        var days = text.strip().startsWith("{") ? json(text) : lines(text, year);
        if (days.keySet().stream().noneMatch(d -> d.getYear() == year)) throw RuleBroken.at("days", "R-CLK-4", "rule.school.calendar.none", year);
        return new TreeMap<>(days);
    }

    private static Map<LocalDate, SpecialDay> lines(String text, int year) {
        var days = new LinkedHashMap<LocalDate, SpecialDay>();
        var name = "";
        for (var line : text.strip().lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            var m = LINE.matcher(line);
            var day = m.matches() ? Typed.day(m.group(1), LocalDate.of(year, 1, 1)) : null;
            if (day == null) throw RuleBroken.at("days", "R-CLK-4", "rule.school.calendar.line", line);
            var off = m.group(2).matches("休|放假|假|(?i:off)");
            name = m.group(3).isBlank() ? name : m.group(3).strip();
            days.put(day, new SpecialDay(off ? SpecialDay.Kind.OFF : SpecialDay.Kind.WORK, name));
        }
        return days;
    }

    private static Map<LocalDate, SpecialDay> json(String text) {
        try {
            var days = new LinkedHashMap<LocalDate, SpecialDay>();
            for (var day : JSON.readTree(text).path("days")) {
                days.put(LocalDate.parse(day.path("date").asString()), new SpecialDay(day.path("isOffDay").asBoolean() ? SpecialDay.Kind.OFF : SpecialDay.Kind.WORK, day.path("name").asString()));
            }
            return days;
        } catch (JacksonException | java.time.DateTimeException e) {
            throw RuleBroken.at("days", "R-CLK-4", "rule.school.calendar.json");
        }
    }
}
