package org.zongwu.events.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.events.Tables.SUPPORT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.logbook.BookOffice;
import org.zongwu.logbook.Draft;

/** Events: asked for by anybody, given one place at a time, ready in time, examinations checked. */
class SupportBookIT extends BookOffice {
    private static final Instant DAY_BEFORE = Instant.parse("2026-11-01T08:00:00Z");

    private Actor organiser;
    private Actor owner;

    @BeforeEach
    void people() {
        organiser = person("T001", "唐海静", Duty.TEACHER);
        owner = person("T002", "白轩", Duty.WORKER);
    }

    private Draft event(String name, String place, String times) {
        return Draft.blank().set(SUPPORT.DAY, DAY).set(SUPPORT.NAME, name).set(SUPPORT.PLACE, place).set(SUPPORT.TIMES, times);
    }

    private UUID planned(Draft draft) {
        var id = enter(organiser, SUPPORT, draft);
        step(director, SUPPORT, id, "planning", Draft.blank().set(SUPPORT.OWNER_ID, owner.employeeId()).set(SUPPORT.OWNER, "白轩"));
        return id;
    }

    private void over(UUID id, Instant ready) {
        step(owner, SUPPORT, id, "readiness", Draft.blank().set(SUPPORT.READY_AT, ready));
        step(owner, SUPPORT, id, "support", Draft.blank().set(SUPPORT.COST, 26_000L));
    }

    @Test
    void an_event_goes_from_its_request_to_its_review() {
        var id = enter(organiser, SUPPORT, event("公开课", "大会议室", "8:00-9:00"));
        assertThat(asked(director)).contains("todo.events.support.plan");
        step(director, SUPPORT, id, "planning", Draft.blank().set(SUPPORT.OWNER_ID, owner.employeeId()).set(SUPPORT.OWNER, "白轩"));
        assertThat(asked(owner)).containsExactly("todo.events.support.ready");
        over(id, DAY_BEFORE);
        assertThatThrownBy(() -> step(new Actor(school.id(), owner.employeeId(), "白轩", java.util.Set.of(Duty.GA_DIRECTOR)), SUPPORT, id, "review", Draft.blank().set(SUPPORT.FEEDBACK, "很好")))
                .isInstanceOf(RuleBroken.class).hasMessageContaining("R-EVT-3");
        step(organiser, SUPPORT, id, "review", Draft.blank().set(SUPPORT.FEEDBACK, "很好"));
        assertThat(read(SUPPORT.STATE, id)).isEqualTo("REVIEWED");
        assertThat(figure("EVENTS_SUPPORTED")).isEqualByComparingTo("1");
        assertThat(figure("EVENT_COST")).isEqualByComparingTo("260");
        proves();
    }

    @Test
    void ready_in_time_is_before_it_begins_or_the_day_before() {
        over(planned(event("公开课", "大会议室", "8:00-9:00")), Instant.parse("2026-11-01T23:59:00Z"));
        over(planned(event("评优课", "大会议室", "10:00-11:00")), Instant.parse("2026-11-02T02:01:00Z"));
        over(planned(event("运动会", "操场", null)), Instant.parse("2026-11-01T15:59:00Z"));
        over(planned(event("科技节", "报告厅", null)), Instant.parse("2026-11-01T16:01:00Z"));
        assertThat(figure("EVENT_ONTIME_RATE")).isEqualByComparingTo("50");
    }

    @Test
    void a_place_is_given_away_once_at_a_time() {
        var first = enter(organiser, SUPPORT, event("公开课", "大会议室", "8:00-9:00"));
        assertThatThrownBy(() -> enter(organiser, SUPPORT, event("家长会", "大会议室", "8:30-10:00"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-EVT-1");
        assertThatThrownBy(() -> enter(organiser, SUPPORT, event("开放日", "大会议室", null))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-EVT-1");
        enter(organiser, SUPPORT, event("家长会", "大会议室", "9:00-10:00"));
        enter(organiser, SUPPORT, event("讲座", "阶梯教室", "8:00-9:00"));
        books.cancel(director, books.of(SUPPORT), first, "取消");
        enter(organiser, SUPPORT, event("说课", "大会议室", "8:00-9:00"));
        proves();
    }

    @Test
    void an_examination_is_not_ready_before_power_broadcast_and_clocks_are_checked() {
        var id = planned(event("期中考试", "春播楼", "8:00-17:00"));
        var ready = Draft.blank().set(SUPPORT.READY_AT, DAY_BEFORE).set(SUPPORT.POWER, true).set(SUPPORT.BROADCAST, true);
        assertThatThrownBy(() -> step(owner, SUPPORT, id, "readiness", ready)).isInstanceOf(RuleBroken.class).hasMessageContaining("R-EVT-2");
        step(owner, SUPPORT, id, "readiness", ready.set(SUPPORT.CLOCKS, true));
        step(owner, SUPPORT, id, "support", Draft.blank());
        assertThat(figure("EVENT_EXAMS")).isEqualByComparingTo("1");
        over(planned(event("评优课", "夏耘楼", "8:00-17:00")), DAY_BEFORE);
        proves();
    }

    @Test
    void what_is_not_finished_by_the_end_of_term_is_planned() {
        planned(event("公开课", "大会议室", "8:00-9:00"));
        assertThat(planned()).containsEntry("plan.events.support.unfinished", 1);
        assertThat(figure("EVENTS_SUPPORTED")).isEqualByComparingTo("0");
    }

    @Test
    void the_rows_of_a_register_have_taken_place() {
        var outcomes = take("events.support",
                row(3, "day=2026-11-02", "name=开学典礼", "organiser=教务处", "place=教学楼", "needs=场地、帐篷", "owner=白轩", "early=提前1天", "on_time=√"),
                row(4, "day=2026-11-05", "name=期中考试", "organiser=政教处", "place=阶梯教室", "owner=阎桂敏", "early=当天", "on_time=√", "cost=260"),
                row(5, "day=2026-11-12", "name=评优课", "place=大会议室", "owner=白轩", "early=提前2小时", "on_time=否", "cost=0"),
                row(6, "day=2026-11-12", "name=合唱比赛", "place=大会议室", "owner=白轩", "early=提前1天", "on_time=√", "cost=120"),
                row(7, "day=2026-11-12", "name=合唱比赛", "place=大会议室", "owner=白轩", "early=提前1天", "on_time=√", "cost=120"),
                row(8, "day=2026-11-13", "name=家长会", "place=大会议室", "on_time=大概"),
                row(9, "day=2026-11-14", "name=招生宣传", "place=大会议室", "cost=-5"));
        assertThat(verdicts(outcomes)).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.WARNING, Verdict.DUPLICATE, Verdict.PROBLEM, Verdict.PROBLEM);
        assertThat(sentences(outcomes)).startsWith("rule.events.support.taken");
        assertThat(read(SUPPORT.STATE, outcomes.getFirst().made().id())).isEqualTo("SUPPORTED");
        assertThat(read(SUPPORT.DOUBTS, outcomes.get(1).made().id())).as("marked, and nothing to report").isEqualTo("R-EVT-2");
        assertThat(figure("EVENTS_SUPPORTED")).isEqualByComparingTo("4");
        assertThat(figure("EVENT_ONTIME_RATE")).isEqualByComparingTo("75");
        assertThat(figure("EVENT_COST")).isEqualByComparingTo("380");
        proves();
    }
}
