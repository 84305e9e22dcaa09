package org.zongwu.school.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Allowance;
import org.zongwu.school.Promise;
import org.zongwu.school.Promises.Stop;
import org.zongwu.school.calendar.Hours.Shift;

/**
 * Which hours of which days are worked, and what is due when.
 *
 * @param announced years whose days off are known
 * @param inTerm    whether a day lies in a term; between terms the hours of the vacation hold
 * @param term      hours in force on a day in term
 * @param vacation  hours in force on a day between terms
 */
record WorkCalendar(ZoneId zone, Map<LocalDate, SpecialDay> special, Set<Integer> announced, Predicate<LocalDate> inTerm, Function<LocalDate, Hours> term,
        Function<LocalDate, Hours> vacation) {
    /** Nobody waits longer; whoever works on no day at all would be waited for without end. */
    private static final int LONGEST_DAYS = 1000;

    /** What is worked on that day; nothing on a day off. A day worked instead of a holiday is worked in term only. */
    List<Shift> shifts(LocalDate day) {
        var inTerm = this.inTerm.test(day);
        var hours = (inTerm ? term : vacation).apply(day);
        var it = special.get(day);
        var works = it == null || it.kind() == SpecialDay.Kind.PLAIN ? hours.days().contains(day.getDayOfWeek())
                : it.kind() == SpecialDay.Kind.WORK && (inTerm || hours.days().contains(day.getDayOfWeek()));
        return works ? hours.shifts() : List.of();
    }

    /** @throws RuleBroken {@code R-CLK-3} when no hours of work come within three years */
    Promise promise(Instant from, Allowance allowance, List<Stop> stops) {
        var due = due(from, allowance);
        var stopped = Duration.ZERO;
        for (var stop : merged(stops)) {
            if (!stop.from().isBefore(due)) break;
            var begin = stop.from().isBefore(from) ? from : stop.from();
            if (!begin.isBefore(stop.until())) continue;
            stopped = stopped.plus(Duration.between(begin, stop.until()));
            due = allowance.measure().working() ? advance(due, worked(begin, stop.until())) : due.plus(Duration.between(begin, stop.until()));
        }
        return allowance.measure().working() ? new Promise(from, due, allowance, gaps(from, due), stopped, unannounced(from, due))
                : new Promise(from, due, allowance, List.of(), stopped, Set.of());
    }

    private Instant due(Instant from, Allowance allowance) {
        var day = from.atZone(zone).toLocalDate();
        return switch (allowance.measure()) {
            case MINUTES -> from.plus(Duration.ofMinutes(allowance.amount()));
            case HOURS -> from.plus(Duration.ofHours(allowance.amount()));
            case DAYS -> day.plusDays(allowance.amount() + 1L).atStartOfDay(zone).toInstant();
            case WORKING_MINUTES -> advance(from, Duration.ofMinutes(allowance.amount()));
            case WORKING_HOURS -> advance(from, Duration.ofHours(allowance.amount()));
            case WORKING_DAYS -> endOfWorkingDay(day, allowance.amount());
        };
    }

    private Instant endOfWorkingDay(LocalDate from, int days) {
        var left = days;
        for (var day = from.plusDays(1); ; day = day.plusDays(1)) {
            requireNear(from, day);
            var shifts = shifts(day);
            if (!shifts.isEmpty() && --left == 0) return at(day, shifts.getLast().to());
        }
    }

    /** So much work later; nothing is due between two shifts, but when the earlier one ends. */
    private Instant advance(Instant from, Duration work) {
        if (work.isZero()) return from;
        var left = work;
        var first = from.atZone(zone).toLocalDate();
        for (var day = first; ; day = day.plusDays(1)) {
            requireNear(first, day);
            for (var shift : shifts(day)) {
                var begin = later(at(day, shift.from()), from);
                var end = at(day, shift.to());
                if (!begin.isBefore(end)) continue;
                var there = Duration.between(begin, end);
                if (there.compareTo(left) >= 0) return begin.plus(left);
                left = left.minus(there);
            }
        }
    }

    /** How long work was done between two instants. */
    Duration worked(Instant from, Instant until) {
        var all = Duration.ZERO;
        var last = until.atZone(zone).toLocalDate();
        for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (var shift : shifts(day)) {
                var begin = later(at(day, shift.from()), from);
                var end = at(day, shift.to()).isBefore(until) ? at(day, shift.to()) : until;
                if (begin.isBefore(end)) all = all.plus(Duration.between(begin, end));
            }
        }
        return all;
    }

    /** Overlapping stops are one. */
    private static List<Stop> merged(List<Stop> stops) {
        var all = new ArrayList<Stop>();
        for (var stop : stops.stream().sorted(Comparator.comparing(Stop::from)).toList()) {
            if (!all.isEmpty() && !stop.from().isAfter(all.getLast().until())) {
                var before = all.removeLast();
                all.add(new Stop(before.from(), later(before.until(), stop.until())));
            } else all.add(stop);
        }
        return all;
    }

    /** Days without work from the day of the beginning to the day of the end, those next to each other and of one holiday together. */
    private List<Promise.Gap> gaps(Instant from, Instant due) {
        var all = new ArrayList<Promise.Gap>();
        var last = due.atZone(zone).toLocalDate();
        for (var day = from.atZone(zone).toLocalDate(); day.isBefore(last); day = day.plusDays(1)) {
            if (!shifts(day).isEmpty()) continue;
            var it = special.get(day);
            var name = it != null && it.kind() == SpecialDay.Kind.OFF ? it.name() : null;
            var before = all.isEmpty() ? null : all.getLast();
            if (before != null && before.last().equals(day.minusDays(1)) && Objects.equals(before.name(), name)) all.set(all.size() - 1, new Promise.Gap(before.first(), day, name));
            else all.add(new Promise.Gap(day, day, name));
        }
        return all;
    }

    private Set<Integer> unannounced(Instant from, Instant due) {
        var all = new TreeSet<Integer>();
        for (var year = from.atZone(zone).getYear(); year <= due.atZone(zone).getYear(); year++) if (!announced.contains(year)) all.add(year);
        return all;
    }

    private Instant at(LocalDate day, LocalTime time) {
        return LocalDateTime.of(day, time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void requireNear(LocalDate from, LocalDate day) {
        if (ChronoUnit.DAYS.between(from, day) > LONGEST_DAYS) throw new RuleBroken("R-CLK-3", "rule.school.clock.no-hours");
    }
}
