package org.zongwu.school.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zongwu.kernel.RuleBroken;

/** When work is done on an ordinary week, as a policy says it: {@code 1-5 08:00-12:00 14:00-18:00}, Monday being 1. */
record Hours(Set<DayOfWeek> days, List<Shift> shifts) {
    static final String PATTERN = "[1-7](?:-[1-7])?(?:,[1-7](?:-[1-7])?)*(?: [0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9])+";

    /** From one time of day to a later one. */
    record Shift(LocalTime from, LocalTime to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    /** @throws RuleBroken {@code R-CLK-2} when it is not written so, or a shift begins before the one before it has ended */
    static Hours of(String text) {
        if (!text.strip().matches(PATTERN)) throw refused(text);
        var parts = text.strip().split(" ");
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var some : parts[0].split(",")) {
            var ends = some.split("-");
            for (var day = Integer.parseInt(ends[0]); day <= Integer.parseInt(ends[ends.length - 1]); day++) days.add(DayOfWeek.of(day));
        }
        var shifts = new ArrayList<Shift>();
        for (var i = 1; i < parts.length; i++) {
            var ends = parts[i].split("-");
            if (ends[0].compareTo("24:00") >= 0 || ends[1].compareTo("24:00") >= 0) throw refused(text);
            var shift = new Shift(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
            if (!shift.from.isBefore(shift.to) || !shifts.isEmpty() && shift.from.isBefore(shifts.getLast().to)) throw refused(text);
            shifts.add(shift);
        }
        if (days.isEmpty()) throw refused(text);
        return new Hours(days, List.copyOf(shifts));
    }

    private static RuleBroken refused(String text) {
        return RuleBroken.at("value", "R-CLK-2", "rule.school.clock.hours", text);
    }
}
