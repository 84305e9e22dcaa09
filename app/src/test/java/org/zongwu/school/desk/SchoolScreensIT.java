package org.zongwu.school.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Span;
import org.zongwu.school.Duties;
import org.zongwu.school.Opened;
import org.zongwu.school.People;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;

@Office
class SchoolScreensIT {
    @Autowired MockMvc web;
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired People people;
    @Autowired Terms terms;
    @Autowired Duties duties;
    @Autowired List<FigureSource> figures;
    @Autowired DSLContext db;

    Opened school;
    Actor director;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        var answer = web.perform(request.locale(Locale.SIMPLIFIED_CHINESE).with(csrf()).with(authentication(new TestingAuthenticationToken(actor, null, "ROLE_USER")))).andReturn().getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    private String page(String path, Actor actor) throws Exception {
        var answer = send(get(path), actor);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String posted(String path, Actor actor, String... typed) throws Exception {
        var answer = send(form(path, typed), actor);
        assertThat(answer.getStatus()).as(path + answer.getContentAsString()).isEqualTo(303);
        return answer.getRedirectedUrl();
    }

    private static MockHttpServletRequestBuilder form(String path, String... typed) {
        var request = post(path).param("_key", UUID.randomUUID().toString());
        for (var i = 0; i < typed.length; i += 2) request.param(typed[i], typed[i + 1]);
        return request;
    }

    private static String id(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    @Test
    void every_register_and_every_form_opens_in_an_empty_school_without_a_missing_word() throws Exception {
        terms.open(director, new Term(UUID.randomUUID(), "2026-2027-1", LocalDate.of(2026, 8, 24), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31)));
        for (var path : List.of("/school/employees", "/school/employees/new", "/school/departments", "/school/departments/new", "/school/classes", "/school/classes/new", "/school/students",
                "/school/students/new", "/school/movements", "/school/rooms", "/school/rooms/new", "/school/buildings", "/school/buildings/new", "/school/terms", "/school/terms/new",
                "/school/terms/roll-over", "/school/policies", "/school/policies/new", "/school/duties", "/parties", "/parties/new")) {
            assertThat(page(path, director)).as(path).doesNotContainPattern(">\\s*(school|parties|label|rule|leavingreason|sex|policy|figure)\\.[a-z_.-]+\\s*<");
        }
        assertThat(page("/school/terms", director)).contains("2026年秋季学期 第 13 周");
        assertThat(page("/school/duties/new", school.actor(Duty.SEC_ADMIN))).contains("补偿性控制");
    }

    @Test
    void a_person_is_registered_moved_and_recorded_as_leaving() throws Exception {
        var office = school.read(() -> people.employee(school.first()).orElseThrow().departmentId()).toString();
        var card = posted("/school/employees", director, "staff_no", "T100", "name", "翟静", "department", office, "job", "干事", "joined_on", "2026.9.1");
        assertThat(page(card, director)).contains("翟静", "校办", "登记");
        var hall = id(posted("/school/departments", director, "name", "礼堂", "kind", "OFFICE", "from", "2026-01-01"));
        posted(bare(card) + "/posting", director, "department", hall, "from", "11.1", "reason", "工作需要");
        assertThat(page("/school/employees?on=2026-10-31", director)).contains("翟静", "2026-10-31");
        assertThat(page(bare(card), director)).contains("礼堂", "工作需要", "调部门");
        var refused = send(form("/school/employees", "staff_no", "T100", "name", "另一人", "department", office), director);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("工号T100已经是翟静的", "另一人");
        posted(bare(card) + "/leaving", director, "left_on", "2026-11-20", "reason", "调出");
        assertThat(page("/school/employees", director)).doesNotContain("翟静");
        assertThat(page(bare(card), director)).contains("已离职");
    }

    private static String bare(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    @Test
    void a_class_its_students_and_their_movements_are_kept_on_the_screens() throws Exception {
        var one = id(posted("/school/classes", director, "entry_year", "2026", "number", "1", "opens_on", "2026-08-24"));
        var two = id(posted("/school/classes", director, "entry_year", "2026", "number", "2", "opens_on", "2026-08-24"));
        var first = posted("/school/students", director, "student_no", "20260101", "name", "仇可", "sex", "F", "class", one, "from", "2026-08-24", "how", "OPENING");
        var second = posted("/school/students", director, "student_no", "20260102", "name", "朴宁", "class", one, "from", "2026-10-12", "how", "TRANSFER");
        posted(bare(first) + "/move", director, "class", two, "on", "2026-11-02");
        posted(bare(second) + "/leaving", director, "why", "TRANSFERRED_OUT", "on", "2026-11-16", "reason", "随父母外出");
        assertThat(page("/school/movements", director)).contains("仇可", "转班", "朴宁", "转入", "转出");
        assertThat(page("/school/movements?kind=IN&from=2026-08-24&to=2027-01-31", director)).contains("朴宁").doesNotContain("仇可");
        assertThat(page(bare(second), director)).contains("随父母外出", "办理复学");
        posted(bare(second) + "/return", director, "class", two, "on", "2026-11-23");
        assertThat(page("/school/students", director)).contains("仇可", "朴宁", "2026级2班");
    }

    @Test
    void a_building_on_a_new_campus_and_its_rooms_are_registered_and_found_by_the_names_people_say() throws Exception {
        posted("/school/buildings", director, "name", "长青楼", "new_campus", "南校区", "aliases", "行政楼、4号楼");
        assertThat(page("/school/buildings", director)).contains("长青楼", "行政楼、4号楼", "南校区");
        var building = school.read(() -> db.fetchSingle("select id from school.building where school_id = ?", school.id()).get(0).toString());
        posted("/school/rooms", director, "building", building, "code", "203", "name", "档案室", "use", "办公", "floor", "2", "area", "41.5");
        assertThat(page("/school/rooms?q=行政楼", director)).contains("档案室", "41.5");
        var again = send(form("/school/rooms", "building", building, "code", "203", "name", "别的", "use", "办公"), director);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("已有门牌号203", "别的");
        assertThat(send(form("/school/buildings", "name", "短亭"), director).getContentAsString()).contains("请选校区");
    }

    @Test
    void a_head_teacher_reads_her_own_class_and_no_other() throws Exception {
        var teacher = school.person("T200", "区静");
        var mine = id(posted("/school/classes", director, "entry_year", "2026", "number", "1", "opens_on", "2026-08-24", "head", "区静 T200"));
        var other = id(posted("/school/classes", director, "entry_year", "2026", "number", "2", "opens_on", "2026-08-24"));
        posted("/school/students", director, "student_no", "1", "name", "甲同学", "class", mine, "from", "2026-08-24", "how", "OPENING");
        var stranger = posted("/school/students", director, "student_no", "2", "name", "乙同学", "class", other, "from", "2026-08-24", "how", "OPENING");
        var actor = school.actor(teacher, Duty.HEAD_TEACHER, Duty.TEACHER);
        assertThat(page("/school/students", actor)).contains("甲同学").doesNotContain("乙同学");
        assertThat(page("/school/classes/" + other, actor)).doesNotContain("乙同学");
        assertThat(send(get(bare(stranger)), actor).getStatus()).isEqualTo(404);
        assertThat(send(get("/school/students/new"), actor).getStatus()).isEqualTo(403);
        assertThat(page("/search?q=乙同学", actor)).doesNotContain("乙同学</a>");
    }

    @Test
    void the_number_of_a_figure_is_the_number_of_rows_behind_its_link() throws Exception {
        var one = id(posted("/school/classes", director, "entry_year", "2026", "number", "1", "opens_on", "2026-08-24"));
        for (var i = 0; i < 3; i++) posted("/school/students", director, "student_no", "9" + i, "name", "学生" + i, "class", one, "from", "2026-09-1" + i, "how", "TRANSFER");
        duties.grant(school.actor(Duty.SEC_ADMIN), school.person("T300", "华一"), Duty.BUYER, Opened.TODAY, null);
        var span = new Span(LocalDate.of(2026, 8, 24), Opened.TODAY);
        var all = school.read(() -> figures.stream().filter(f -> f.getClass().getName().contains(".school.")).flatMap(f -> f.figures(span).stream()).filter(f -> f.value() != null).toList());
        assertThat(all).hasSizeGreaterThan(4);
        for (var figure : all) {
            var json = send(get(figure.link() + (figure.link().contains("?") ? "&" : "?") + "format=json"), director).getContentAsString();
            assertThat(json).as(figure.definition().id()).contains("\"count\":" + figure.value().toPlainString());
        }
    }

    @Test
    void a_duty_is_granted_by_a_second_person_who_names_who_asked() throws Exception {
        school.person("T400", "盖安");
        var asker = school.person("T401", "任远");
        var security = school.actor(Duty.SEC_ADMIN);
        posted("/school/duties", security, "employee", "盖安 T400", "duty", "CASHIER", "from", "2026-11-01", "asked_by", "任远 T401");
        assertThat(page("/school/duties", security)).contains("盖安", "出纳", "任远", "安可");
        var refused = send(form("/school/duties", "employee", "盖安", "duty", "ACCOUNTANT", "from", "2026-11-01", "asked_by", "任远"), security);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("盖安已担任出纳，不得再任会计", "SOD-1", "任远");
        assertThat(send(get("/school/duties/new"), director).getStatus()).isEqualTo(403);
        assertThat(asker).isNotNull();
    }

    @Test
    void what_belongs_to_another_school_is_a_page_that_does_not_exist() throws Exception {
        var other = Opened.school(schools, tenancy, setUp).actor(Duty.GA_DIRECTOR, Duty.SEC_ADMIN);
        var card = bare(posted("/parties", director, "name", "云麓县文澜办公用品商行"));
        assertThat(page(card, director)).contains("G001");
        var one = posted("/school/classes", director, "entry_year", "2026", "number", "1", "opens_on", "2026-08-24");
        for (var path : List.of(card, card + "/edit", bare(one), bare(one) + "/head-teacher", "/school/employees/" + school.first(), "/school/employees/" + school.first() + "/leaving")) {
            assertThat(send(get(path), other).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(send(form("/school/employees/" + school.first() + "/leaving", "left_on", "2026-11-20", "reason", "x"), other).getStatus()).isEqualTo(404);
    }

    @Test
    void the_desk_says_which_class_nobody_leads_and_the_box_finds_people_and_suppliers() throws Exception {
        posted("/school/classes", director, "entry_year", "2026", "number", "7", "opens_on", "2026-08-24");
        posted("/parties", director, "name", "云麓县净雅日化批发部", "phone", "130-1111-2222");
        school.person("T500", "解文");
        assertThat(page("/", director)).contains("2026级7班", "还没有班主任");
        assertThat(page("/search?q=xw", director)).contains("解文");
        assertThat(page("/search?q=净雅", director)).contains("云麓县净雅日化批发部");
        assertThat(send(get("/search?q=七7班"), director).getRedirectedUrl()).startsWith("/school/classes/");
        assertThat(page("/school/employees/pick?q=jw", director)).doesNotContain("incident");
        assertThat(page("/parties/pick?q=净雅", school.actor(Duty.STOREKEEPER))).contains("G001");
    }
}
