package org.zongwu.events.support;

import static zongwu.db.events.Tables.SUPPORT;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Rule.Broken;
import org.zongwu.web.Column.Mark;

/** An event that the office supports: when it is, whether it is an examination, and what it goes through. */
final class Support {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2})[:.时点](\\d{2})?分?\\s*[-—–~至到]+\\s*(\\d{1,2})[:.时点](\\d{2})?分?");
    private static final Pattern EXAM = Pattern.compile("考试|中考|高考|会考|模考|联考|月考|统考|学考|考点|模拟|竞赛初赛|水平测试|质量监测|\\bexam", Pattern.CASE_INSENSITIVE);

    enum State implements BookState {
        REQUESTED, PLANNED, READY, SUPPORTED, REVIEWED;

        @Override
        public Mark mark() {
            return switch (this) {
                case REQUESTED -> Mark.WAIT;
                case PLANNED, READY -> Mark.GO;
                case SUPPORTED, REVIEWED -> Mark.END;
            };
        }
    }

    /** From when to when on a day: as the words say, else the whole day. */
    record Hours(Instant from, Instant to) {
        static Hours of(LocalDate day, @Nullable String words) {
            var said = SPAN.matcher(words == null ? "" : Normalizer.normalize(words, Normalizer.Form.NFKC));
            if (said.find()) {
                var from = time(said.group(1), said.group(2));
                var to = time(said.group(3), said.group(4));
                if (from != null && to != null && from.isBefore(to)) return new Hours(day.atTime(from).atZone(ZONE).toInstant(), day.atTime(to).atZone(ZONE).toInstant());
            }
            return new Hours(day.atStartOfDay(ZONE).toInstant(), day.plusDays(1).atStartOfDay(ZONE).toInstant());
        }

        private static @Nullable LocalTime time(String hour, @Nullable String minute) {
            var h = Integer.parseInt(hour);
            var m = minute == null ? 0 : Integer.parseInt(minute);
            return h > 23 || m > 59 ? null : LocalTime.of(h, m);
        }

        boolean overlaps(Hours other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    private Support() {}

    static boolean isExam(String name) {
        return EXAM.matcher(name).find();
    }

    static void complete(Draft in) {
        if (in.has(SUPPORT.NAME)) in.complete(SUPPORT.EXAM, isExam(in.get(SUPPORT.NAME)));
        if (!in.has(SUPPORT.DAY)) return;
        var hours = Hours.of(in.get(SUPPORT.DAY), in.get(SUPPORT.TIMES));
        in.set(SUPPORT.STARTS_AT, hours.from()).set(SUPPORT.ENDS_AT, hours.to());
    }

    static Hours hours(Draft in) {
        return new Hours(Objects.requireNonNull(in.get(SUPPORT.STARTS_AT)), Objects.requireNonNull(in.get(SUPPORT.ENDS_AT)));
    }

    /** An event that stands at a place, under the number or the name that people know it by. */
    record Taken(UUID id, String name, String place, Hours hours) {}

    /**
     * One place is given away once at a time: against what is written down, and against the rows before in a file.
     *
     * @param taken what stands there between two days
     */
    static List<Broken> clashes(List<Draft> drafts, BiFunction<LocalDate, LocalDate, List<Taken>> taken) {
        var days = drafts.stream().map(d -> Objects.requireNonNull(d.get(SUPPORT.DAY))).sorted().toList();
        if (days.isEmpty()) return List.of();
        var own = drafts.stream().map(Draft::id).collect(Collectors.toSet());
        var byPlace = new HashMap<String, List<Taken>>();
        for (var t : taken.apply(days.getFirst(), days.getLast())) if (!own.contains(t.id())) byPlace.computeIfAbsent(t.place(), p -> new ArrayList<>()).add(t);
        var broken = new ArrayList<Broken>();
        for (var draft : drafts) {
            var wanted = new Taken(draft.id(), Objects.requireNonNull(draft.get(SUPPORT.NAME)), Objects.requireNonNull(draft.get(SUPPORT.PLACE)), hours(draft));
            var here = byPlace.computeIfAbsent(wanted.place(), p -> new ArrayList<>());
            here.stream().filter(t -> t.hours().overlaps(wanted.hours())).findFirst().ifPresent(t -> broken.add(Broken.of(draft, "rule.events.support.taken", t.place(), t.name())));
            here.add(wanted);
        }
        return broken;
    }

    /** What a file tells of has taken place once it says how it went. */
    static State state(Draft in) {
        if (in.has(SUPPORT.EARLY) || in.has(SUPPORT.ON_TIME) || in.has(SUPPORT.READY_AT)) return State.SUPPORTED;
        return in.has(SUPPORT.OWNER) ? State.PLANNED : State.REQUESTED;
    }

    /** Nobody sits an examination before power, broadcast and clocks have been checked. */
    static boolean isChecked(Draft in) {
        return !Boolean.TRUE.equals(in.get(SUPPORT.EXAM))
                || Boolean.TRUE.equals(in.get(SUPPORT.POWER)) && Boolean.TRUE.equals(in.get(SUPPORT.BROADCAST)) && Boolean.TRUE.equals(in.get(SUPPORT.CLOCKS));
    }
}
