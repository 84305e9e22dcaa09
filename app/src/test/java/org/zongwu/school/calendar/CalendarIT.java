package org.zongwu.school.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.school.Allowance;
import org.zongwu.school.Opened;
import org.zongwu.school.Policies;
import org.zongwu.school.Promises;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;

@Office
class CalendarIT {
    private static final Pattern NEAR = Pattern.compile(".* → (周.)(\\d\\d:\\d\\d)前.*");
    private static final Pattern FAR = Pattern.compile(".* → (\\d{4})年(\\d{1,2})月(\\d{1,2})日（(周.)）(\\d\\d:\\d\\d)前.*");

    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired Terms terms;
    @Autowired Policies policies;
    @Autowired Promises promises;
    @Autowired CalendarService calendar;
    @Autowired Clock clock;

    private Opened school;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        terms.open(school.actor(Duty.GA_DIRECTOR), new Term(Ids.next(), "2026-2027-1", LocalDate.of(2026, 8, 28), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 22)));
    }

    @Test
    void it_says_why_in_words() {
        assertThat(words("2026-11-27T17:10", "4wh")).isEqualTo("周五17:10 → 周一11:10前（周六、周日不上班）");
        assertThat(words("2026-11-23T09:00", "2h")).isEqualTo("周一09:00 → 周一11:00前");
        assertThat(words("2026-09-30T17:00", "2wd")).isEqualTo("2026年9月30日（周三）17:00 → 2026年10月9日（周五）18:00前（2026年10月1日至2026年10月7日国庆节放假）");
        assertThat(words("2026-12-31T17:30", "1wd")).isEqualTo("周四17:30 → 周五18:00前（2027 年放假安排还没录入，先按周末推算）");
        assertThat(words("2026-11-20T10:50", "3d")).isEqualTo("周五10:50 → 周一24:00前");
    }

    @Test
    void the_words_are_the_computed_time() {
        var random = new Random(7);
        for (var i = 0; i < 400; i++) {
            var from = LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(600_000));
            var allowance = new Allowance(1 + random.nextInt(60), List.of(Allowance.Measure.values()).get(random.nextInt(6)));
            var stop = new Promises.Stop(at(from).plusSeconds(random.nextInt(90_000)), at(from).plusSeconds(90_000 + random.nextInt(90_000)));
            school.read(() -> {
                var promise = promises.promise(at(from), allowance, List.of(stop));
                var due = promise.due().atZone(clock.getZone()).toLocalDateTime();
                assertThat(due(promises.words(promise), from)).as("%s %s", from, allowance).isEqualTo(due.minusSeconds(due.getSecond()));
                return true;
            });
        }
    }

    /** What a reader takes from the words. */
    private static LocalDateTime due(String words, LocalDateTime from) {
        var far = FAR.matcher(words);
        var near = NEAR.matcher(words);
        LocalDate day;
        String time;
        if (far.matches()) {
            day = LocalDate.of(Integer.parseInt(far.group(1)), Integer.parseInt(far.group(2)), Integer.parseInt(far.group(3)));
            assertThat(DateTimeFormatter.ofPattern("E", Locale.SIMPLIFIED_CHINESE).format(day)).isEqualTo(far.group(4));
            time = far.group(5);
        } else {
            assertThat(near.matches()).as(words).isTrue();
            day = from.toLocalDate();
            while (!DateTimeFormatter.ofPattern("E", Locale.SIMPLIFIED_CHINESE).format(day).equals(near.group(1))) day = day.plusDays(1);
            time = near.group(2);
        }
        return time.equals("24:00") ? day.plusDays(1).atStartOfDay() : LocalDateTime.parse(day + "T" + time);
    }

    @Test
    void a_year_that_was_entered_holds_from_then_on() {
        assertThat(school.read(() -> calendar.isAnnounced(2027))).isFalse();
        calendar.announce(school.actor(Duty.GA_DIRECTOR), 2027, "国办发明电〔2026〕1号", YearText.read("2027-01-01 休 元旦", 2027));
        assertThat(school.read(() -> calendar.isAnnounced(2027))).isTrue();
        assertThat(words("2026-12-31T17:30", "1wd")).isEqualTo("周四17:30 → 周一18:00前（2027年1月1日元旦放假；周六、周日不上班）");
        var other = Opened.school(schools, tenancy, setUp);
        assertThat(other.read(() -> calendar.isAnnounced(2027))).as("another school has not").isFalse();
    }

    @Test
    void hours_are_those_in_force_on_each_day() {
        policies.set(school.actor(Duty.GA_DIRECTOR), CalendarService.TERM_HOURS, "1-6 08:00-12:00", LocalDate.of(2026, 11, 28), "冬季作息");
        assertThat(words("2026-11-27T17:30", "1wh")).isEqualTo("周五17:30 → 周六08:30前");
    }

    private String words(String from, String allowance) {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        return school.read(() -> promises.words(promises.promise(at(LocalDateTime.parse(from)), Allowance.of(allowance), List.of())));
    }

    private Instant at(LocalDateTime local) {
        return local.atZone(clock.getZone()).toInstant();
    }
}
