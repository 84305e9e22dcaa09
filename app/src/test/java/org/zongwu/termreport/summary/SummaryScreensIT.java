package org.zongwu.termreport.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;

@Office
class SummaryScreensIT {
    private static final Pattern KEY = Pattern.compile("name=\"_key\" value=\"([^\"]+)\"");

    @Autowired
    private Schools schools;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private SetUp setUp;

    @Autowired
    private Terms terms;

    @Autowired
    private MockMvc web;

    private Actor director;

    @BeforeEach
    void aSchoolWithATerm() {
        director = school();
        tenancy.write(director.schoolId(), () -> terms.open(director,
                new Term(Ids.next(), "2026-2027-1", LocalDate.of(2026, 8, 25), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20))));
    }

    @Test
    void a_school_without_a_term_is_told_what_to_do_first() throws Exception {
        assertThat(page("/summary", school())).contains("还没有登记学期");
        assertThat(page("/figures", school())).contains("还没有登记学期");
    }

    @Test
    void the_director_writes_the_first_version_and_reads_it() throws Exception {
        var empty = page("/summary", director);
        assertThat(empty).contains("2026年秋季学期还没有写过总结", "写第一稿");

        var answer = write(empty, director);
        assertThat(answer.getStatus()).isEqualTo(303);

        var page = page(answer.getRedirectedUrl(), director);
        assertThat(page).contains("新稿写好了", "第 1 稿", "学期未结", "class=\"tok\"", "账实核对", "公文 DOCX", "写新稿");
        assertThat(page("/summary?period=2026-2027-1&version=1", director)).contains("第 1 稿");
    }

    @Test
    void the_same_form_twice_writes_one_version() throws Exception {
        var empty = page("/summary", director);
        write(empty, director);
        write(empty, director);

        assertThat(page("/summary", director)).contains("第 1 稿").doesNotContain("第 2 稿");
    }

    @Test
    void others_read_and_do_not_write() throws Exception {
        var empty = page("/summary", director);
        var union = with(Duty.UNION);
        assertThat(page("/summary", union)).contains("总务主任写好第一稿后").doesNotContain("写第一稿”", "name=\"_key\"");
        assertThat(write(empty, union).getStatus()).isEqualTo(403);
        for (var path : new String[] {"/summary", "/figures", "/figures/CONTROL_RULES", "/figures/proof", "/summary/office/2026-2027-1/1/report.docx"}) {
            assertThat(answer(path, with(Duty.TEACHER)).getStatus()).as(path).isEqualTo(403);
        }
    }

    @Test
    void the_files_of_a_version_can_be_taken_away() throws Exception {
        write(page("/summary", director), director);

        var document = answer("/summary/office/2026-2027-1/1/report.docx", director);
        assertThat(document.getContentType()).contains("wordprocessingml");
        try (var read = new XWPFDocument(new ByteArrayInputStream(document.getContentAsByteArray()))) {
            assertThat(read.getParagraphs().getFirst().getText()).startsWith("星城中学2026年秋季学期");
        }
        var figures = answer("/summary/office/2026-2027-1/1/figures.json", director);
        assertThat(figures.getContentAsString(StandardCharsets.UTF_8)).contains("\"CONTROL_FINDINGS\"");
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        for (var path : new String[] {"/summary?period=2030-2031-1", "/summary?version=7", "/summary/office/2026-2027-1/1/report.docx", "/figures/NO_SUCH", "/figures?period=x"}) {
            assertThat(answer(path, director).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_figure_opens_with_its_definition_and_what_each_version_said() throws Exception {
        write(page("/summary", director), director);

        assertThat(page("/figures?period=2026-2027-1", director)).contains("数据目录", "账实核对", "2026-08-25 至 2027-01-20");
        assertThat(page("/figures/CONTROL_RULES", director)).contains("核对规则", "CONTROL_RULES 第1版", "第 1 稿", "周主任");
        assertThat(page("/figures/proof", director)).contains("TRAIL-LEAF", "相符", "R-GL-1", "没有可核对的记录");
    }

    @Test
    void a_figure_shows_its_course_by_term_and_who_cites_it_and_says_the_same_to_programs() throws Exception {
        tenancy.write(director.schoolId(), () -> terms.open(director, new Term(Ids.next(), "2025-2026-2", LocalDate.of(2026, 2, 20), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 7, 5))));
        assertThat(page("/figures/POP_TEACHERS", director)).contains("各学期", "/figures/POP_TEACHERS?period=2025-2026-2", "全面工作的文字", "随系统带的").doesNotContain("全面工作总结第 1 稿");
        assertThat(page("/figures/CONTROL_FINDINGS", director)).as("a proof looks at no term").doesNotContain("各学期");
        write(page("/summary", director), director);
        assertThat(page("/figures/POP_TEACHERS?period=2026-2027-1", director)).contains("全面工作总结第 1 稿");

        var json = page("/figures/POP_TEACHERS.json?period=2026-2027-1", director);
        assertThat(json).contains("\"period\":\"2026-2027-1\"", "\"period\":\"2025-2026-2\"", "\"theme\":\"office\"", "\"version\":1", "\"value\":\"1\"");
        var accepted = web.perform(get("/figures/POP_TEACHERS?period=2026-2027-1").accept("application/json").with(authentication(new TestingAuthenticationToken(director, null, List.of())))).andReturn().getResponse();
        assertThat(accepted.getContentType()).isEqualTo("application/json");
        assertThat(answer("/figures/NO_SUCH.json", director).getStatus()).isEqualTo(404);
        assertThat(answer("/figures/POP_TEACHERS.json", with(Duty.TEACHER)).getStatus()).isEqualTo(403);
    }

    @Test
    void every_page_speaks_english_too() throws Exception {
        write(page("/summary", director), director);
        for (var path : new String[] {"/summary", "/figures", "/figures/CONTROL_ROWS", "/figures/proof"}) {
            var english = web.perform(get(path).cookie(new jakarta.servlet.http.Cookie("lang", "en")).with(authentication(new TestingAuthenticationToken(director, null, List.of()))))
                    .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
            assertThat(english).contains("lang=\"en\"").doesNotContain("termreport.");
        }
    }

    private Actor school() {
        var school = schools.open("q" + UUID.randomUUID().toString().substring(0, 12), "星城中学", false).id();
        return tenancy.write(school, () -> {
            var id = setUp.firstEmployee("G001", "周主任", "总务处");
            setUp.firstDuty(id, Duty.GA_DIRECTOR);
            return new Actor(school, id, "周主任", Set.of(Duty.GA_DIRECTOR));
        });
    }

    private Actor with(Duty duty) {
        return new Actor(director.schoolId(), Ids.next(), "别人", Set.of(duty));
    }

    private MockHttpServletResponse write(String page, Actor as) throws Exception {
        var key = KEY.matcher(page);
        assertThat(key.find()).isTrue();
        return web.perform(post("/summary").param("theme", "office").param("period", "2026-2027-1").param("_key", key.group(1)).with(csrf())
                .with(authentication(new TestingAuthenticationToken(as, null, List.of())))).andReturn().getResponse();
    }

    private String page(String path, Actor as) throws Exception {
        var answer = answer(path, as);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String path, Actor as) throws Exception {
        return web.perform(get(java.net.URI.create(path)).with(authentication(new TestingAuthenticationToken(as, null, List.of())))).andReturn().getResponse();
    }
}
