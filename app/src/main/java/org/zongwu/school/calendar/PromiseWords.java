package org.zongwu.school.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zongwu.school.Promise;
import org.zongwu.web.Messages;

/** A promise in words, in the reader's language: from when to when, and why not sooner. */
@Component
class PromiseWords {
    private static final int SAME_WEEK = 6;

    private final Messages messages;

    PromiseWords(Messages messages) {
        this.messages = messages;
    }

    String of(Promise promise, ZoneId zone) {
        var from = promise.from().atZone(zone).toLocalDateTime();
        var due = endOfDay(promise.due(), zone);
        var near = ChronoUnit.DAYS.between(from.toLocalDate(), due.day) <= SAME_WEEK;
        var why = new ArrayList<String>();
        promise.gaps().stream().filter(g -> g.name() != null).forEach(g -> why.add(messages.say("promise.holiday", g.name(), days(g, false))));
        var rest = promise.gaps().stream().filter(g -> g.name() == null).map(g -> days(g, near)).collect(Collectors.joining(messages.say("list.and")));
        if (!rest.isEmpty()) why.add(messages.say("promise.rest", rest));
        if (promise.stopped().isPositive()) why.add(messages.say("promise.stopped", length(promise.stopped())));
        promise.unannounced().forEach(year -> why.add(messages.say("promise.unannounced", Integer.toString(year))));
        var line = messages.say("promise.line", at(from.toLocalDate(), from.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(), near), at(due.day, due.time, near));
        return why.isEmpty() ? line : messages.say("promise.why", line, String.join(messages.say("promise.and"), why));
    }

    /** Midnight belongs to the day that it ends. */
    private static Point endOfDay(Instant due, ZoneId zone) {
        LocalDateTime at = due.atZone(zone).toLocalDateTime();
        if (at.toLocalTime().equals(LocalTime.MIDNIGHT)) return new Point(at.toLocalDate().minusDays(1), "24:00");
        return new Point(at.toLocalDate(), at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
    }

    private String at(LocalDate day, String time, boolean near) {
        return near ? messages.say("promise.at.near", weekday(day), time) : messages.say("promise.at.far", date(day), weekday(day), time);
    }

    private String days(Promise.Gap gap, boolean near) {
        if (near) return gap.first().datesUntil(gap.last().plusDays(1)).map(PromiseWords::weekday).collect(Collectors.joining(messages.say("list.and")));
        return gap.first().equals(gap.last()) ? date(gap.first()) : messages.say("promise.days", date(gap.first()), date(gap.last()));
    }

    private String length(Duration time) {
        var hours = time.toHours();
        return hours == 0 ? messages.say("promise.minutes", Math.max(1, time.toMinutes())) : messages.say("promise.hours", hours, time.toMinutesPart());
    }

    private static String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern("E", Messages.locale()).format(day);
    }

    private static String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(Messages.locale().getLanguage().equals("en") ? "d MMM yyyy" : "yyyy年M月d日", Messages.locale()).format(day);
    }

    private record Point(LocalDate day, String time) {}
}
