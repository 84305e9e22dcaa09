package org.zongwu.school.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Allowance;
import org.zongwu.school.Promise;
import org.zongwu.school.Promises.Stop;

class WorkCalendarTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Hours TERM = Hours.of("1-5 08:00-12:00 14:00-18:00");
    private static final Hours VACATION = Hours.of("1,3,5 08:30-11:30");
    private static final LocalDate TERM_ENDS = LocalDate.of(2026, 7, 3);
    private static final LocalDate TERM_BEGINS = LocalDate.of(2026, 8, 31);
    private final WorkCalendar calendar = new WorkCalendar(ZONE, Announced.SHIPPED.days(), Announced.SHIPPED.years().keySet(),
            day -> !day.isAfter(TERM_ENDS) || !day.isBefore(TERM_BEGINS), day -> TERM, day -> VACATION);

    @Test
    void reported_on_friday_at_ten_past_five_four_hours_of_work_end_on_monday_at_ten_past_eleven() {
        var promise = due("2026-11-27T17:10", "4wh");
        assertThat(promise.due()).isEqualTo(at("2026-11-30T11:10"));
        assertThat(promise.gaps()).containsExactly(new Promise.Gap(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 29), null));
    }

    @Test
    void the_lunch_break_is_no_work_and_what_ends_with_the_morning_is_due_then() {
        assertThat(due("2026-11-23T11:30", "30wm").due()).isEqualTo(at("2026-11-23T12:00"));
        assertThat(due("2026-11-23T11:30", "31wm").due()).isEqualTo(at("2026-11-23T14:01"));
        assertThat(due("2026-11-23T12:30", "1wm").due()).isEqualTo(at("2026-11-23T14:01"));
        assertThat(due("2026-11-23T23:59", "1wm").due()).isEqualTo(at("2026-11-24T08:01"));
    }

    @Test
    void round_the_clock_nothing_stands_between() {
        assertThat(due("2026-11-27T23:30", "2h").due()).isEqualTo(at("2026-11-28T01:30"));
        assertThat(due("2026-12-31T23:30", "45m").due()).isEqualTo(at("2027-01-01T00:15"));
        assertThat(due("2026-11-27T23:30", "2h").unannounced()).isEmpty();
    }

    @Test
    void days_end_at_midnight_and_working_days_when_work_ends() {
        assertThat(due("2026-11-20T10:50", "3d").due()).isEqualTo(at("2026-11-24T00:00"));
        assertThat(due("2026-11-20T10:50", "3wd").due()).isEqualTo(at("2026-11-25T18:00"));
        assertThat(due("2026-11-21T10:50", "1wd").due()).as("reported on a Saturday").isEqualTo(at("2026-11-23T18:00"));
    }

    @Test
    void a_holiday_is_no_work_and_says_its_name() {
        var promise = due("2026-09-30T17:00", "2wd");
        // 1 to 7 October off, the 8th and 9th worked
        assertThat(promise.due()).isEqualTo(at("2026-10-09T18:00"));
        assertThat(promise.gaps()).containsExactly(new Promise.Gap(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7), "国庆节"));
    }

    @Test
    void a_saturday_worked_instead_of_a_holiday_counts() {
        assertThat(due("2026-10-09T17:30", "1wh").due()).isEqualTo(at("2026-10-10T08:30"));
        assertThat(due("2026-10-09T17:30", "1wd").due()).isEqualTo(at("2026-10-10T18:00"));
    }

    @Test
    void in_the_vacation_the_hours_of_the_vacation_hold() {
        assertThat(due("2026-07-06T10:30", "2wh").due()).as("Monday morning goes on on Wednesday").isEqualTo(at("2026-07-08T09:30"));
        assertThat(due("2026-07-03T17:00", "2wh").due()).as("the term ends on the way").isEqualTo(at("2026-07-06T09:30"));
        assertThat(due("2026-08-28T11:00", "1wh").due()).as("the term begins on the way").isEqualTo(at("2026-08-31T08:30"));
    }

    @Test
    void a_year_that_is_not_announced_is_reckoned_by_weekends_and_says_so() {
        var promise = due("2026-12-31T17:30", "2wd");
        assertThat(promise.due()).isEqualTo(at("2027-01-04T18:00"));
        assertThat(promise.unannounced()).containsExactly(2027);
    }

    @Test
    void the_school_may_arrange_a_day_otherwise() {
        var days = new HashMap<>(Announced.SHIPPED.days());
        days.put(LocalDate.of(2026, 11, 24), new SpecialDay(SpecialDay.Kind.OFF, "校运动会"));
        days.put(LocalDate.of(2026, 10, 10), new SpecialDay(SpecialDay.Kind.PLAIN, "不调休"));
        var own = new WorkCalendar(ZONE, days, calendar.announced(), calendar.inTerm(), calendar.term(), calendar.vacation());
        assertThat(own.promise(at("2026-11-23T17:30"), Allowance.of("1wh"), List.of()).due()).isEqualTo(at("2026-11-25T08:30"));
        assertThat(own.shifts(LocalDate.of(2026, 10, 10))).isEmpty();
    }

    @Test
    void while_the_clock_stands_nothing_passes() {
        var from = at("2026-11-23T09:00");
        var lunch = new Stop(at("2026-11-23T10:00"), at("2026-11-23T15:00")); // two hours and one of work
        assertThat(calendar.promise(from, Allowance.of("4wh"), List.of(lunch)).due()).isEqualTo(at("2026-11-23T18:00"));
        assertThat(calendar.promise(from, Allowance.of("4h"), List.of(lunch)).due()).isEqualTo(at("2026-11-23T18:00"));
        assertThat(calendar.promise(from, Allowance.of("1wd"), List.of(lunch)).due()).isEqualTo(at("2026-11-25T11:00"));
        assertThat(calendar.promise(from, Allowance.of("4wh"), List.of(lunch, lunch)).due()).as("one stop told twice is one").isEqualTo(at("2026-11-23T18:00"));
        var after = new Stop(at("2026-11-24T10:00"), at("2026-11-24T15:00"));
        assertThat(calendar.promise(from, Allowance.of("4wh"), List.of(after)).due()).as("it was late already").isEqualTo(at("2026-11-23T15:00"));
    }

    @Test
    void a_stop_over_a_night_and_a_holiday_costs_only_the_work_in_it() {
        var stop = new Stop(at("2026-09-30T17:00"), at("2026-10-08T09:00"));
        assertThat(calendar.promise(at("2026-09-30T16:00"), Allowance.of("2wh"), List.of(stop)).due()).isEqualTo(at("2026-10-08T10:00"));
    }

    @Test
    void nobody_who_never_works_is_waited_for_without_end() {
        var none = new WorkCalendar(ZONE, Map.of(), calendar.announced(), day -> true, day -> Hours.of("1 08:00-08:01"), day -> TERM);
        assertThatThrownBy(() -> none.promise(at("2026-11-23T09:00"), Allowance.of("9999wh"), List.of())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CLK-3");
    }

    @Property
    void pausing_never_makes_a_promise_earlier(@ForAll @IntRange(min = 0, max = 500_000) int start, @ForAll @IntRange(min = 1, max = 300) int amount, @ForAll Allowance.Measure measure,
            @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 20_000) Integer> begins, @ForAll @IntRange(min = 0, max = 9_000) int length) {
        var from = at("2025-12-01T00:00").plusSeconds(start * 60L);
        var allowance = new Allowance(measure == Allowance.Measure.WORKING_DAYS || measure == Allowance.Measure.DAYS ? amount % 20 + 1 : amount, measure);
        var stops = new ArrayList<Stop>();
        var before = calendar.promise(from, allowance, stops).due();
        for (var begin : begins) {
            stops.add(new Stop(from.plusSeconds(begin * 60L), from.plusSeconds((begin + length) * 60L)));
            var after = calendar.promise(from, allowance, stops).due();
            assertThat(after).isAfterOrEqualTo(before);
            before = after;
        }
    }

    @Property
    void of_working_time_just_as_much_passes_as_was_allowed(@ForAll @IntRange(min = 0, max = 500_000) int start, @ForAll @IntRange(min = 1, max = 3000) int minutes) {
        var from = at("2025-12-01T00:00").plusSeconds(start * 60L);
        assertThat(calendar.worked(from, calendar.promise(from, new Allowance(minutes, Allowance.Measure.WORKING_MINUTES), List.of()).due())).hasMinutes(minutes);
    }

    @Test
    void hours_and_allowances_say_how_they_are_written() {
        for (var wrong : List.of("", "1-5", "8 08:00-12:00", "1-5 12:00-08:00", "1-5 08:00-12:00 11:00-14:00", "5-1 08:00-12:00", "1-5 25:00-26:00")) {
            assertThatThrownBy(() -> Hours.of(wrong)).as(wrong).isInstanceOf(RuleBroken.class);
        }
        for (var wrong : List.of("", "2", "0h", "2x", "-2h", "h")) assertThatThrownBy(() -> Allowance.of(wrong)).as(wrong).isInstanceOf(RuleBroken.class);
        assertThat(Allowance.of("4wh").code()).isEqualTo("4wh");
    }

    @Test
    void a_year_is_pasted_as_lines_or_as_the_public_list() {
        assertThat(YearText.read("2027-02-06 班 春节\n2月7日 休\n2027/2/8，休，除夕", 2027)).containsExactly(
                Map.entry(LocalDate.of(2027, 2, 6), new SpecialDay(SpecialDay.Kind.WORK, "春节")), Map.entry(LocalDate.of(2027, 2, 7), new SpecialDay(SpecialDay.Kind.OFF, "春节")),
                Map.entry(LocalDate.of(2027, 2, 8), new SpecialDay(SpecialDay.Kind.OFF, "除夕")));
        assertThat(YearText.read("{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}", 2027)).hasSize(1);
        for (var wrong : List.of("春节", "2027-13-01 休 元旦", "2026-01-01 休 元旦", "{\"days\":[{\"date\":\"x\"}]}", "{")) {
            assertThatThrownBy(() -> YearText.read(wrong, 2027)).as(wrong).isInstanceOf(RuleBroken.class);
        }
    }

    private Promise due(String from, String allowance) {
        return calendar.promise(at(from), Allowance.of(allowance), List.of());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
