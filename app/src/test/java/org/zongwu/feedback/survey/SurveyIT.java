package org.zongwu.feedback.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static zongwu.db.feedback.Tables.ISSUE;
import static zongwu.db.feedback.Tables.SURVEY;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/** One answer a person, told in sums, and joined to nobody by whatever the application may ask. */
@Office
class SurveyIT {
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired Logbooks books;
    @Autowired SurveyService surveys;
    @Autowired DSLContext db;
    @Autowired MockMvc web;

    private Opened school;
    private UUID survey;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        survey = books.enter(school.actor(Duty.GA_DIRECTOR), books.of(SURVEY), Draft.blank().set(SURVEY.DAY, Opened.TODAY).set(SURVEY.CLOSES_ON, Opened.TODAY.plusDays(7)).set(SURVEY.TITLE, "满意度").set(SURVEY.QUESTIONS, "食堂\n总体").set(SURVEY.MINIMUM, 5)).id();
    }

    @Test
    void below_the_minimum_nothing_is_said_and_small_groups_are_not_told_apart() {
        for (var i = 0; i < 4; i++) answer(person(i), "A", "B");
        assertThat(results()).isEmpty();
        answer(person(4), "D", "E");
        assertThat(results()).extracting(SurveyService.Result::rate).containsExactly("80.0%", "100.0%");
        assertThat(results()).extracting(SurveyService.Result::valid).containsExactly(5L, 4L);
        school.write(() -> surveys.sample(survey, List.of("A", "A"), "家长"));
        assertThat(school.read(() -> surveys.groups(survey))).containsExactly("教师");
        assertThat(school.read(() -> surveys.results(surveys.find(survey).orElseThrow(), "家长"))).as("one parent").isEmpty();
    }

    @Test
    void one_person_answers_once_however_often_at_once() throws Exception {
        var person = person(1);
        var done = new ArrayList<Boolean>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> all = List.of(() -> tries(person), () -> tries(person), () -> tries(person), () -> tries(person));
            for (var f : threads.invokeAll(all)) done.add(f.get());
        }
        assertThat(done).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(school.<Long>read(() -> surveys.turnout(survey))).isEqualTo(1);
    }

    @Test
    void no_answer_can_be_read_and_no_seat_stands_in_an_order() {
        answer(person(1), "A", "A");
        for (var sql : List.of("select * from feedback.ballot", "select xmin, levels from feedback.ballot", "select ctid, xmin, person_id from feedback.seat", "select s.person_id from feedback.seat s join feedback.ballot b on b.xmin = s.xmin")) {
            assertThatThrownBy(() -> school.read(() -> db.fetch(sql))).as(sql).isInstanceOf(DataAccessException.class).hasMessageContaining("permission denied");
        }
        assertThat(school.<Integer>read(() -> db.fetch("select 1 from trail.record where school_id = {0} and (object_type like 'feedback.ballot%' or object_type like 'feedback.seat%' or images::text like '%ballot%')", org.jooq.impl.DSL.val(school.id())).size())).isZero();
    }

    @Test
    void a_slip_is_good_for_one_answer_and_nobody_knows_whose() throws Exception {
        var slip = school.write(() -> surveys.slips(survey, 1)).getFirst();
        var path = "/r/" + schools.find(school.id()).orElseThrow().code() + "/s/" + slip;
        assertThat(web.perform(get(path)).andReturn().getResponse().getContentAsString()).contains("食堂", "总体");
        assertThat(web.perform(post(path).param("q0", "A").param("q1", "B").param("_key", UUID.randomUUID().toString()).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(303);
        assertThat(web.perform(post(path).param("q0", "D").param("_key", UUID.randomUUID().toString()).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(422);
        assertThat(school.<Long>read(() -> surveys.turnout(survey))).isEqualTo(1);
    }

    @Test
    void a_letter_in_the_box_is_nobodys_and_its_link_shows_the_answer() throws Exception {
        var path = "/r/" + schools.find(school.id()).orElseThrow().code() + "/box";
        var answer = web.perform(post(path).param("content", "厕所有异味").param("_key", UUID.randomUUID().toString()).with(csrf())).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(web.perform(get(answer.getRedirectedUrl())).andReturn().getResponse().getContentAsString()).contains("厕所有异味");
        var row = school.read(() -> db.selectFrom(ISSUE).where(ISSUE.SCHOOL_ID.eq(school.id())).fetchSingle());
        assertThat(row.getMadeBy()).isEqualTo(new UUID(0, 0));
        assertThat(row.getReplyBy()).as("two days of work").isEqualTo(Opened.TODAY.plusDays(2));
    }

    private boolean tries(Actor person) {
        try {
            answer(person, "A", "A");
            return true;
        } catch (RuleBroken refusal) {
            return false;
        }
    }

    private void answer(Actor person, String... levels) {
        school.write(() -> surveys.answer(person, surveys.find(survey).orElseThrow(), List.of(levels), "教师", null));
    }

    private List<SurveyService.Result> results() {
        return school.read(() -> surveys.results(surveys.find(survey).orElseThrow(), null));
    }

    private Actor person(int n) {
        var id = school.person("S" + n, "教师" + n);
        return new Actor(school.id(), id, "教师" + n, Set.of(Duty.TEACHER));
    }
}
