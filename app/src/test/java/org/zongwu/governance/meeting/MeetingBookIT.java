package org.zongwu.governance.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.governance.Tables.MEETING;
import static zongwu.db.governance.Tables.RESOLUTION;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.logbook.BookOffice;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Policies;

/** Meetings and what they resolve: quorum, minutes that become final, and whether it was done. */
class MeetingBookIT extends BookOffice {
    @Autowired private Policies policies;

    private Actor owner;
    private Actor recorder;
    private Actor principal;

    @BeforeEach
    void people() {
        owner = person("T001", "白轩", Duty.WORKER);
        recorder = person("T002", "林嘉远", Duty.TEACHER);
        principal = person("T003", "邵德涵", Duty.PRINCIPAL);
    }

    private Draft meeting(int present) {
        return Draft.blank().set(MEETING.OWN_NO, "第1次").set(MEETING.DAY, DAY).set(MEETING.NAME, "校务会").set(MEETING.EXPECTED, 9).set(MEETING.PRESENT, present)
                .set(MEETING.TOPICS, "食堂设备更新").set(MEETING.RECORDER_ID, recorder.employeeId()).set(MEETING.RECORDER, "林嘉远");
    }

    private Draft resolution(String content) {
        return Draft.blank().set(RESOLUTION.CONTENT, content).set(RESOLUTION.OWNER_ID, owner.employeeId()).set(RESOLUTION.OWNER, "白轩").set(RESOLUTION.DUE_ON, DAY.plusDays(14));
    }

    private UUID resolved(UUID meeting, Draft draft) {
        return enter(director, RESOLUTION, draft.set(RESOLUTION.MEETING_ID, meeting).set(RESOLUTION.MEETING, "第1次"));
    }

    @Test
    void a_meeting_with_its_resolutions_is_minuted_and_issued_by_another() {
        var id = enter(director, MEETING, meeting(8).line(resolution("购置蒸饭柜").set(RESOLUTION.AMOUNT, 900_000L)).line(resolution("公示价格")));
        assertThat(figure("RESOLUTIONS")).isEqualByComparingTo("2");
        assertThat(figure("RESOLUTION_AMOUNT")).isEqualByComparingTo("9000");
        step(recorder, MEETING, id, "minutes", Draft.blank().set(MEETING.MINUTES, "会议研究了食堂设备。"));
        var himself = new Actor(school.id(), recorder.employeeId(), "林嘉远", java.util.Set.of(Duty.VP_LOGISTICS));
        assertThatThrownBy(() -> step(himself, MEETING, id, "issue", Draft.blank().set(MEETING.ISSUED_ON, DAY))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-MTG-4");
        step(principal, MEETING, id, "issue", Draft.blank().set(MEETING.ISSUED_ON, DAY.plusDays(1)));
        assertThat(read(MEETING.STATE, id)).isEqualTo("ISSUED");
        proves();
    }

    @Test
    void issued_minutes_are_final_even_for_sql_and_a_correction_is_a_new_version() {
        var id = enter(director, MEETING, meeting(8).line(resolution("购置蒸饭柜")));
        step(recorder, MEETING, id, "minutes", Draft.blank().set(MEETING.MINUTES, "原文"));
        step(principal, MEETING, id, "issue", Draft.blank().set(MEETING.ISSUED_ON, DAY));
        assertThatThrownBy(() -> step(recorder, MEETING, id, "minutes", Draft.blank().set(MEETING.MINUTES, "改过的"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-LOG-4");
        assertThatThrownBy(() -> school.write(() -> db.update(MEETING).set(MEETING.MINUTES, "改过的").where(MEETING.SCHOOL_ID.eq(school.id()), MEETING.ID.eq(id)).execute()))
                .hasMessageContaining("issued minutes are final");
        books.cancel(director, books.of(MEETING), id, "漏记一项");
        assertThat(read(MEETING.MINUTES, id)).isEqualTo("原文");
        assertThat(figure("RESOLUTIONS")).isNull();
        enter(director, MEETING, meeting(8).line(resolution("购置蒸饭柜")).line(resolution("漏记的一项")));
        assertThat(figure("RESOLUTIONS")).isEqualByComparingTo("2");
        proves();
    }

    @Test
    void without_a_quorum_nothing_is_resolved() {
        assertThatThrownBy(() -> enter(director, MEETING, meeting(4).line(resolution("购置蒸饭柜")))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-MTG-1");
        var id = enter(director, MEETING, meeting(4));
        assertThat(read(MEETING.DOUBTS, id)).isEqualTo("R-MTG-1");
        assertThatThrownBy(() -> resolved(id, resolution("购置蒸饭柜"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-MTG-1");
        assertThat(figure("MEETINGS_NO_QUORUM")).isEqualByComparingTo("1");
        proves();
    }

    @Test
    void the_quorum_is_the_one_ruled_on_the_day_and_people_want_two_thirds() {
        assertThat(read(MEETING.QUORUM, enter(director, MEETING, meeting(5)))).isEqualTo(">1/2");
        var people = enter(director, MEETING, meeting(5).set(MEETING.OWN_NO, "第2次").set(MEETING.PERSONNEL, true));
        assertThat(read(MEETING.QUORATE, people)).isFalse();
        school.write(() -> policies.set(director, "meeting.quorum", ">=2/3;>=3/4", LocalDate.of(2026, 11, 3), "章程"));
        var later = enter(director, MEETING, meeting(5).set(MEETING.OWN_NO, "第3次").set(MEETING.DAY, DAY.plusDays(1)));
        assertThat(read(MEETING.QUORUM, later)).isEqualTo(">=2/3");
        assertThat(read(MEETING.QUORATE, later)).isFalse();
        assertThat(figure("MEETINGS_NO_QUORUM")).isEqualByComparingTo("2");
    }

    @Test
    void the_owner_is_asked_reports_and_then_it_counts_as_done() {
        var meeting = enter(director, MEETING, meeting(8));
        var id = resolved(meeting, resolution("更换线路"));
        assertThat(read(RESOLUTION.DAY, id)).isEqualTo(DAY);
        assertThat(asked(owner)).containsExactly("todo.governance.resolution.execute");
        assertThat(planned()).containsEntry("plan.governance.resolution.open", 1);
        step(owner, RESOLUTION, id, "progress", Draft.blank().set(RESOLUTION.PROGRESS, "DOING").set(RESOLUTION.RESULT, "正在询价"));
        assertThat(read(RESOLUTION.STATE, id)).isEqualTo("EXECUTING");
        assertThatThrownBy(() -> step(owner, RESOLUTION, id, "progress", Draft.blank().set(RESOLUTION.PROGRESS, "DONE").set(RESOLUTION.RESULT, "好了"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-MTG-9");
        assertThatThrownBy(() -> step(owner, RESOLUTION, id, "progress", Draft.blank().set(RESOLUTION.PROGRESS, "DONE").set(RESOLUTION.DONE_ON, DAY.minusDays(1)))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-MTG-7");
        step(owner, RESOLUTION, id, "progress", Draft.blank().set(RESOLUTION.PROGRESS, "DONE").set(RESOLUTION.DONE_ON, DAY.plusDays(10)).set(RESOLUTION.RESULT, "已更换并验收"));
        assertThat(read(RESOLUTION.STATE, id)).isEqualTo("REPORTED_BACK");
        assertThat(figure("RESOLUTION_EXEC_RATE")).isEqualByComparingTo("100");
        assertThat(asked(owner)).isEmpty();
        proves();
    }

    @Test
    void a_resolution_names_who_does_it_and_by_when_and_is_not_due_before_it_was_made() {
        var meeting = enter(director, MEETING, meeting(8));
        assertThatThrownBy(() -> resolved(meeting, resolution("更换线路").set(RESOLUTION.DUE_ON, null))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-MTG-8");
        assertThatThrownBy(() -> resolved(meeting, resolution("更换线路").set(RESOLUTION.DUE_ON, DAY.minusDays(1)))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-MTG-7");
        assertThatThrownBy(() -> enter(director, MEETING, meeting(10).set(MEETING.OWN_NO, "第2次"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-MTG-6");
    }

    @Test
    void two_sheets_of_a_workbook_find_each_other_by_number() {
        var meetings = take("governance.meeting",
                row(3, "own_no=第1次", "day=2026-11-02", "name=校务会", "expected=9", "present=8", "chair=邵德涵", "topics=食堂设备更新", "recorder=林嘉远"),
                row(4, "own_no=第2次", "day=2026-11-09", "name=总务例会", "expected=9", "present=4", "chair=邵德涵", "topics=预算调整"),
                row(5, "own_no=第2次", "day=2026-11-09", "name=总务例会", "expected=9", "present=4", "chair=邵德涵", "topics=预算调整"),
                row(6, "own_no=第3次", "day=2026-11-10", "name=总务例会", "expected=9", "present=-1", "topics=预算调整"));
        assertThat(verdicts(meetings)).containsExactly(Verdict.ACCEPTED, Verdict.WARNING, Verdict.DUPLICATE, Verdict.PROBLEM);
        assertThat(sentences(meetings)).startsWith("rule.governance.meeting.no-quorum");
        var resolutions = take("governance.resolution",
                row(3, "meeting=1", "item_no=1", "content=同意维修食堂设备", "owner=白轩", "due_on=2026-11-19", "progress=未完成"),
                row(4, "item_no=2", "content=责成总务处整改", "amount=9000", "owner=白轩", "due_on=2026-11-19", "progress=已落实"),
                row(5, "meeting=2", "item_no=1", "content=调整预算", "amount=800", "owner=白轩", "due_on=2026-12-01", "progress=完成"),
                row(6, "item_no=2", "content=公示标准", "owner=白轩", "due_on=2026-12-01", "progress=正在办理"),
                row(7, "item_no=3", "content=没有下文", "owner=白轩", "due_on=2026-12-01"),
                row(8, "item_no=3", "content=没有下文", "owner=白轩", "due_on=2026-12-01"),
                row(9, "meeting=7", "item_no=1", "content=哪次会议", "owner=白轩", "due_on=2026-12-01"),
                row(10, "meeting=1", "item_no=9", "content=早于会议", "owner=白轩", "due_on=2026-10-01"),
                row(11, "meeting=1", "item_no=10", "content=无人负责"));
        assertThat(verdicts(resolutions)).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.DUPLICATE, Verdict.PROBLEM, Verdict.PROBLEM, Verdict.WARNING);
        assertThat(sentences(resolutions)).containsExactly("import.logbook.twice", "import.logbook.no-parent", "rule.governance.resolution.too-early", "rule.governance.resolution.nobody");
        assertThat(resolutions).extracting(o -> o.row().number()).containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(resolutions.get(1).row().get("meeting")).as("the row is given back as it stood").isNull();
        assertThat(figure("RESOLUTIONS")).isEqualByComparingTo("6");
        assertThat(figure("RESOLUTION_EXEC_RATE")).isEqualByComparingTo("33.33");
        assertThat(figure("RESOLUTION_AMOUNT")).isEqualByComparingTo("9800");
        assertThat(read(RESOLUTION.DOUBTS, resolutions.get(2).made().id())).as("decided without a quorum").isEqualTo("R-MTG-1");
        proves();
    }
}
