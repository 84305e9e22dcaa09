package org.zongwu.feedback.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static zongwu.db.feedback.Tables.ISSUE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.logbook.BookOffice;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Policies;

/** Suggestions: anybody writes, somebody answers, another closes; and who wrote in confidence stays unknown to who answers. */
class IssueBookIT extends BookOffice {
    @Autowired private WebApplicationContext context;
    @Autowired private Policies policies;

    private Actor writer;
    private Actor handler;
    private Actor deputy;

    @BeforeEach
    void people() {
        writer = new Actor(school.id(), school.person("T001", "唐海静"), "唐海静", java.util.Set.of(Duty.TEACHER));
        handler = person("T002", "邹欣静", Duty.WORKER);
        deputy = person("T003", "于雅军", Duty.VP_LOGISTICS);
    }

    private static Draft issue(String content) {
        return Draft.blank().set(ISSUE.DAY, DAY).set(ISSUE.CONTENT, content);
    }

    private UUID assigned(Draft draft, Actor to) {
        var id = enter(writer, ISSUE, draft);
        step(director, ISSUE, id, "assignment", Draft.blank().set(ISSUE.OWNER_ID, to.employeeId()).set(ISSUE.OWNER, "邹欣静"));
        return id;
    }

    private static Draft reply(int days, String solved) {
        return Draft.blank().set(ISSUE.REPLIED_ON, DAY.plusDays(days)).set(ISSUE.REPLY, "已处理").set(ISSUE.SOLVED, solved);
    }

    /** domain.md §12.14: of all who gave an opinion, not of all who were asked. */
    @Test
    void satisfaction_leaves_out_who_gave_no_opinion_and_says_of_how_many_it_is() {
        school.write(() -> {
            rated("SATISFIED", 812);
            rated("FAIRLY", 153);
            rated("NEUTRAL", 41);
            rated("DISSATISFIED", 9);
            rated(null, 15);
            return null;
        });
        assertThat(figure("ISSUES")).isEqualByComparingTo("1030");
        assertThat(figure("ISSUE_SATISFIED_RATE", TERM).value()).isEqualByComparingTo("95.07");
        assertThat(figure("ISSUE_SATISFIED_RATE", TERM).evidenceCount()).isEqualTo(1015);
    }

    private void rated(@Nullable String rating, int count) {
        db.execute("insert into feedback.issue (school_id, id, day, content, reply_by, rating, no, state, grade, made_by, made_by_name, made_at) select {0}, gen_random_uuid(), {1}, 'x', {1}, {2}, 'T' || gen_random_uuid(),"
                + " 'CLOSED', 'IMPORTED', {3}, 'x', now() from generate_series(1, {4})", DSL.val(school.id()), DSL.val(DAY), DSL.val(rating, String.class), DSL.val(director.employeeId()), DSL.val(count));
    }

    @Test
    void an_issue_is_answered_and_closed_by_another() {
        var id = enter(writer, ISSUE, issue("教室风扇响"));
        assertThat(asked(director)).contains("todo.feedback.issue.assign");
        step(director, ISSUE, id, "assignment", Draft.blank().set(ISSUE.OWNER_ID, handler.employeeId()).set(ISSUE.OWNER, "邹欣静"));
        assertThat(asked(handler)).containsExactly("todo.feedback.issue.reply");
        assertThatThrownBy(() -> step(writer, ISSUE, id, "conclusion", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-LOG-4");
        assertThatThrownBy(() -> step(handler, ISSUE, id, "reply", reply(-1, "YES"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-ISS2-5");
        step(handler, ISSUE, id, "reply", reply(1, "YES"));
        var himself = new Actor(school.id(), handler.employeeId(), "邹欣静", java.util.Set.of(Duty.GA_DIRECTOR));
        assertThatThrownBy(() -> step(himself, ISSUE, id, "conclusion", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-ISS2-6");
        step(writer, ISSUE, id, "conclusion", Draft.blank().set(ISSUE.RATING, "SATISFIED"));
        assertThat(read(ISSUE.STATE, id)).isEqualTo("CLOSED");
        proves();
    }

    @Test
    void who_answers_does_not_learn_who_wrote_in_confidence() throws Exception {
        var id = assigned(issue("厕所有异味").set(ISSUE.REPORTER, "唐海静").set(ISSUE.ANONYMOUS, true), handler);
        for (var page : List.of("/feedback/issues/" + id, "/feedback/issues?format=json", "/feedback/issues", "/feedback/issues/" + id + "/reply",
                "/feedback/issues?made_by=" + writer.employeeId() + "&format=json")) {
            assertThat(page(page, handler)).as(page).doesNotContain("唐海静</").doesNotContain("\"唐海静\"").doesNotContain("　唐海静").doesNotContain(writer.employeeId().toString() + "\"");
        }
        assertThat(page("/feedback/issues?q=唐海静&format=json", handler)).contains("\"count\":0");
        assertThat(page("/feedback/issues?made_by=" + writer.employeeId() + "&format=json", handler)).contains("\"count\":0");
        assertThat(page("/feedback/issues/" + id, handler)).contains("厕所有异味").contains("不公开");
        assertThat(page("/feedback/issues/" + id, writer)).contains("唐海静");
        assertThat(page("/feedback/issues/" + id, deputy)).contains("唐海静");
        var leader = new Actor(school.id(), handler.employeeId(), "邹欣静", java.util.Set.of(Duty.GA_DIRECTOR));
        assertThat(page("/feedback/issues/" + id, leader)).as("even where he reads the whole book").contains("厕所有异味").doesNotContain("唐海静");
    }

    @Test
    void who_wrote_openly_is_known_to_who_answers() throws Exception {
        var id = assigned(issue("厕所有异味").set(ISSUE.REPORTER, "唐海静"), handler);
        assertThat(page("/feedback/issues/" + id, handler)).contains("唐海静");
    }

    @Test
    void whoever_neither_wrote_nor_answers_sees_nothing() throws Exception {
        assigned(issue("厕所有异味"), handler);
        var other = person("T009", "郝辉", Duty.TEACHER);
        assertThat(page("/feedback/issues?format=json", other)).contains("\"count\":0");
    }

    @Test
    void rates_are_of_all_that_came_in_and_satisfaction_of_all_that_was_rated() {
        var days = new int[] {0, 2, 3};
        for (var i = 0; i < days.length; i++) {
            var id = assigned(issue("第" + i + "件"), handler);
            step(handler, ISSUE, id, "reply", reply(days[i], i == 2 ? "ESCALATED" : "YES"));
            if (i < 2) step(deputy, ISSUE, id, "conclusion", Draft.blank().set(ISSUE.RATING, i == 0 ? "FAIRLY" : "DISSATISFIED"));
        }
        assigned(issue("没有答复"), handler);
        assertThat(figure("ISSUES")).isEqualByComparingTo("4");
        assertThat(figure("ISSUE_REPLY_RATE")).isEqualByComparingTo("75");
        assertThat(figure("ISSUE_QUICK_RATE")).isEqualByComparingTo("50");
        assertThat(figure("ISSUE_SOLVED_RATE")).isEqualByComparingTo("50");
        assertThat(figure("ISSUE_SATISFIED_RATE")).isEqualByComparingTo("50");
        assertThat(planned()).containsEntry("plan.feedback.issue.unreplied", 1).containsEntry("plan.feedback.issue.unsolved", 2);
    }

    @Test
    void how_long_a_reply_may_take_is_as_ruled_on_the_day() {
        school.write(() -> policies.set(director, "issue.reply.first", "5wd", LocalDate.of(2026, 11, 3), "校规"));
        assertThat(read(ISSUE.REPLY_BY, enter(writer, ISSUE, issue("甲")))).isEqualTo(DAY.plusDays(2));
        assertThat(read(ISSUE.REPLY_BY, enter(writer, ISSUE, issue("乙").set(ISSUE.DAY, DAY.plusDays(1))))).as("five working days with a weekend between").isEqualTo(DAY.plusDays(8));
    }

    @Test
    void the_rows_of_a_register_are_kept_once_each() {
        var outcomes = take("feedback.issue",
                row(3, "own_no=反001", "day=2026-11-02", "reporter=程豪", "identity=学生", "channel=意见箱", "content=校门口停车乱", "owner=邹欣静", "replied_on=2026-11-10", "reply=已答复", "solved=已上报", "rating=满意"),
                row(4, "own_no=反002", "day=2026-11-03", "reporter=匿名", "identity=学生", "channel=微信", "content=厕所有异味", "owner=邹欣静", "replied_on=2026-11-03", "reply=已答复", "solved=是", "rating=较满意"),
                row(5, "own_no=反003", "day=2026-11-04", "reporter=家长", "content=教室风扇响", "owner=邹欣静"),
                row(6, "own_no=反003", "day=2026-11-04", "reporter=家长", "content=教室风扇响", "owner=邹欣静"),
                row(7, "own_no=反004", "day=2026-11-05", "content=操场积水", "replied_on=2026-11-01"),
                row(8, "own_no=反005", "day=2026-11-05", "content=空调不修", "rating=一般"),
                row(9, "own_no=反006", "day=2026-11-05", "content=水不热", "rating=说不清"),
                row(10, "own_no=反007", "day=2026-11-05", "reporter=匿名"));
        assertThat(verdicts(outcomes)).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.DUPLICATE, Verdict.PROBLEM, Verdict.WARNING, Verdict.PROBLEM, Verdict.PROBLEM);
        assertThat(sentences(outcomes)).containsExactly("import.logbook.twice", "rule.feedback.issue.too-early", "rule.feedback.issue.no-reply", "import.logbook.no-choice", "import.flaw.missing");
        assertThat(read(ISSUE.ANONYMOUS, outcomes.get(1).made().id())).isTrue();
        assertThat(read(ISSUE.STATE, outcomes.get(1).made().id())).isEqualTo("CLOSED");
        assertThat(figure("ISSUES")).isEqualByComparingTo("4");
        assertThat(figure("ISSUE_REPLY_RATE")).isEqualByComparingTo("50");
        assertThat(figure("ISSUE_QUICK_RATE")).isEqualByComparingTo("25");
        assertThat(figure("ISSUE_SOLVED_RATE")).isEqualByComparingTo("25");
        proves();
    }

    private String page(String path, Actor actor) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, "", List.of()));
        try {
            var answer = MockMvcBuilders.webAppContextSetup(context).build().perform(get(java.net.URI.create(path.replace("唐海静", "%E5%94%90%E6%B5%B7%E9%9D%99")))).andReturn().getResponse();
            answer.setCharacterEncoding("UTF-8");
            return answer.getContentAsString();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
