package org.zongwu.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.tasks.Tables.TASK;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.logbook.BookOffice;
import org.zongwu.logbook.Draft;
import org.zongwu.web.NotFound;

/** Tasks: given to somebody by a day, done with evidence, confirmed by another. */
class TaskBookIT extends BookOffice {
    private Actor owner;
    private Actor giver;

    @BeforeEach
    void people() {
        owner = person("T001", "白轩", Duty.WORKER);
        giver = person("T002", "于雅军", Duty.VP_LOGISTICS);
    }

    private Draft task(String name) {
        return Draft.blank().set(TASK.DAY, DAY).set(TASK.NAME, name).set(TASK.OWNER_ID, owner.employeeId()).set(TASK.OWNER, "白轩").set(TASK.GIVER_ID, giver.employeeId())
                .set(TASK.GIVER, "于雅军").set(TASK.DUE_ON, DAY.plusDays(14));
    }

    private static Draft done() {
        return Draft.blank().set(TASK.DONE_ON, DAY.plusDays(7)).set(TASK.EVIDENCE, "验收单一份");
    }

    private UUID given(Draft draft) {
        return enter(giver, TASK, draft);
    }

    @Test
    void a_task_is_done_by_its_owner_and_confirmed_by_another() {
        var id = given(task("清理报废课桌"));
        assertThat(read(TASK.SOURCE, id)).isEqualTo("ORAL");
        assertThat(asked(owner)).containsExactly("todo.tasks.task.do");
        step(owner, TASK, id, "result", done());
        assertThat(asked(director)).contains("todo.tasks.task.confirm");
        var himself = new Actor(school.id(), owner.employeeId(), "白轩", Set.of(Duty.GA_DIRECTOR));
        assertThatThrownBy(() -> step(himself, TASK, id, "confirmation", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-TASK-2");
        step(giver, TASK, id, "confirmation", Draft.blank().set(TASK.CONFIRMED_ON, DAY.plusDays(8)));
        assertThat(read(TASK.STATE, id)).isEqualTo("CONFIRMED");
        assertThat(figure("TASK_DONE_RATE")).isEqualByComparingTo("100");
        proves();
    }

    @Test
    void who_reported_it_done_for_the_owner_does_not_confirm_it_either() {
        var id = given(task("清理报废课桌"));
        step(director, TASK, id, "result", done());
        assertThatThrownBy(() -> step(director, TASK, id, "confirmation", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-TASK-2");
    }

    @Test
    void what_was_not_really_done_goes_back_and_counts_as_open_again() {
        var id = given(task("清理报废课桌"));
        step(owner, TASK, id, "result", done());
        step(giver, TASK, id, "return", Draft.blank().set(TASK.RETURNED, "还剩两间"));
        assertThat(read(TASK.STATE, id)).isEqualTo("GIVEN");
        assertThat(figure("TASK_OPEN")).isEqualByComparingTo("1");
        assertThat(figure("TASK_DONE_RATE")).isEqualByComparingTo("0");
        step(owner, TASK, id, "result", done());
        assertThat(read(TASK.STATE, id)).isEqualTo("DONE");
        proves();
    }

    @Test
    void what_is_past_its_day_is_overdue_and_next_terms_plan_names_it() {
        given(task("清理报废课桌"));
        given(task("期末盘点方案").set(TASK.DUE_ON, TERM.to().plusDays(1)));
        assertThat(figure("TASKS")).isEqualByComparingTo("2");
        assertThat(figure("TASK_OVERDUE")).isEqualByComparingTo("1");
        assertThat(figure("TASK_OPEN")).isEqualByComparingTo("2");
        assertThat(planned()).containsEntry("plan.tasks.task.open", 2);
    }

    @Test
    void what_was_decided_in_writing_says_where_and_nothing_is_due_before_it_was_given() {
        assertThatThrownBy(() -> given(task("更换线路").set(TASK.SOURCE, "RESOLUTION"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-TASK-3");
        given(task("更换线路").set(TASK.SOURCE, "RESOLUTION").set(TASK.SOURCE_NO, "校务会第3次"));
        assertThatThrownBy(() -> given(task("早了").set(TASK.DUE_ON, DAY.minusDays(1)))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-TASK-1");
        var stranger = person("T003", "郝辉", Duty.TEACHER);
        var id = given(task("别人的事"));
        assertThatThrownBy(() -> step(stranger, TASK, id, "result", done())).isInstanceOf(NotFound.class);
    }

    @Test
    void the_rows_of_a_list_are_kept_as_far_as_they_have_come() {
        var outcomes = take("tasks.task",
                row(3, "own_no=1", "day=2026-11-02", "name=清理报废课桌", "source=领导交办", "owner=白轩", "due_on=2026-11-10", "progress=已完成"),
                row(4, "own_no=2", "day=2026-11-02", "name=更换线路", "source=会议决议", "owner=白轩", "due_on=2026-11-10", "done_on=2026-11-09", "confirmer=白轩"),
                row(5, "own_no=3", "day=2026-11-02", "name=补植香樟", "owner=白轩", "due_on=2026-11-10", "progress=进行中"),
                row(6, "own_no=3", "day=2026-11-02", "name=补植香樟", "owner=白轩", "due_on=2026-11-10", "progress=进行中"),
                row(7, "own_no=4", "day=2026-11-02", "name=早了", "owner=白轩", "due_on=2026-10-10"),
                row(8, "own_no=5", "day=2026-11-02", "name=没人", "due_on=2026-12-10"));
        assertThat(verdicts(outcomes)).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.DUPLICATE, Verdict.PROBLEM, Verdict.PROBLEM);
        assertThat(read(TASK.STATE, outcomes.get(1).made().id())).isEqualTo("CONFIRMED");
        assertThat(read(TASK.DOUBTS, outcomes.get(1).made().id())).isEqualTo("R-TASK-3 R-TASK-2");
        assertThat(figure("TASKS")).isEqualByComparingTo("3");
        assertThat(figure("TASK_DONE_RATE")).isEqualByComparingTo("66.67");
        assertThat(figure("TASK_OVERDUE")).isEqualByComparingTo("1");
        proves();
    }
}
