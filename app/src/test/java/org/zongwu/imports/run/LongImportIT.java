package org.zongwu.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/** A file too long for a request: tried, taken in and taken back by jobs, with progress, and cancelled. */
@Office
class LongImportIT {
    private static final int ROWS = Tasks.LONG + 1;

    @Autowired
    MockMvc web;
    @Autowired
    Schools schools;
    @Autowired
    Tenancy tenancy;
    @Autowired
    SetUp setUp;
    @Autowired
    TaskRepository tasks;
    @Autowired
    TaskWork work;
    @Autowired
    DSLContext db;

    private Opened school;
    private Actor director;

    @BeforeEach
    void aSchool() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
    }

    @Test
    void it_is_tried_taken_in_and_taken_back_in_the_background() throws Exception {
        var trial = upload();
        assertThat(trial).startsWith("/imports/tasks/");
        var run = over(trial);
        assertThat(students()).isZero();
        var taking = send(post(run + "/commit").param("_key", UUID.randomUUID().toString())).getRedirectedUrl();
        assertThat(taking).startsWith("/imports/tasks/");
        var taken = over(taking);
        assertThat(students()).isEqualTo(ROWS);
        assertThat(taken).endsWith("?did=imported");
        var undoing = send(post(taken.replace("?did=imported", "/undo")).param("_key", UUID.randomUUID().toString()).param("reason", "导错了文件")).getRedirectedUrl();
        assertThat(over(undoing)).endsWith("?did=import-undone");
        assertThat(students()).isZero();
    }

    @Test
    void the_page_says_how_far_it_is_and_a_script_is_led_on_too() throws Exception {
        var path = upload();
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        over(path);
        school.write(() -> db.execute("update imports.task set state = 'RUNNING' where school_id = {0} and id = {1}", school.id(), id));
        assertThat(school.<Boolean>write(() -> tasks.note(id, Steps.Phase.JUDGE, 1500, ROWS))).isFalse();
        var page = send(get(path)).getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("逐行核对", "1,500 / 5,001", "aria-valuenow=\"1500\"", "aria-valuemax=\"5001\"", "http-equiv=\"refresh\"", "hx-trigger=\"every 1s\"");
        assertThat(send(get("/imports")).getContentAsString(StandardCharsets.UTF_8)).contains(path);
        school.write(() -> tasks.end(id, Task.State.DONE, null));
        assertThat(send(get(path).header("HX-Request", "true")).getHeader("HX-Redirect")).startsWith("/imports/runs/");
        assertThat(as(school.actor(school.person("T900", "吴二"), Duty.GA_DIRECTOR), get(path)).getStatus()).isEqualTo(404);
    }

    @Test
    void cancelled_it_leaves_nothing() throws Exception {
        var run = over(upload());
        // Asked for and cancelled before a job takes it up; the job then passes over it
        var task = UUID.randomUUID();
        school.write(() -> tasks.add(Task.of(task, new Task.Asked(Task.Kind.TAKE, UUID.randomUUID(), UUID.fromString(run.substring(run.lastIndexOf('/') + 1)), "a.csv", sha256(), Wanted.BY_HEADINGS,
                false, false, null), director, "zh-CN"), java.time.Instant.EPOCH));
        assertThat(send(post("/imports/tasks/" + task + "/cancel")).getStatus()).isEqualTo(303);
        work.run("{\"school\":" + school.id() + ",\"task\":\"" + task + "\"}");
        assertThat(send(get("/imports/tasks/" + task)).getContentAsString(StandardCharsets.UTF_8)).contains("已取消，什么也没有写入");
        assertThat(students()).isZero();
    }

    @Test
    void cancelled_in_the_middle_it_is_undone() {
        var task = UUID.randomUUID();
        try (var watch = new TaskWatch(school.id(), task, tasks, tenancy)) {
            watch.at(Steps.Phase.JUDGE, 1, 2);
            Thread.currentThread().interrupt();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> watch.at(Steps.Phase.JUDGE, 2, 2)).isInstanceOf(TaskWatch.Stopped.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private String sha256() {
        return school.read(() -> db.fetchSingle("select sha256 from files.original where school_id = {0} limit 1", school.id()).get(0, String.class));
    }

    private String upload() throws Exception {
        var file = new StringBuilder("2026-2027学年学生名册\n班级,学号,姓名,性别\n");
        for (var i = 0; i < ROWS; i++) file.append("七（").append(i % 40 + 1).append("）班,").append(20260000L * 10 + i).append(",学生").append(i).append(",男\n");
        return web.perform(multipart("/imports").file(new MockMultipartFile("file", "学生.csv", "text/csv", file.toString().getBytes(StandardCharsets.UTF_8)))
                .with(authentication(new TestingAuthenticationToken(director, null, List.of()))).with(csrf())).andReturn().getResponse().getRedirectedUrl();
    }

    /** Where the page of a task leads once it is done. */
    private String over(String path) throws Exception {
        until(() -> status(path) == 303);
        return send(get(path)).getRedirectedUrl();
    }

    private int status(String path) {
        try {
            return send(get(path)).getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("not over in a minute");
            Thread.sleep(200);
        }
    }

    private int students() {
        return school.read(() -> db.fetchSingle("select count(*) from school.student where school_id = {0}", school.id()).get(0, Integer.class));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return as(director, request);
    }

    private MockHttpServletResponse as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(new TestingAuthenticationToken(actor, null, List.of()))).with(csrf())).andReturn().getResponse();
    }
}
