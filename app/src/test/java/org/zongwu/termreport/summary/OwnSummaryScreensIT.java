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
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
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
import org.zongwu.kernel.Ids;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.text.ShippedText;

/** 个人总结 on the screen: everybody has his own page, and nobody another's. */
@Office
class OwnSummaryScreensIT {
    private static final String TEXT = "/my/summary/2026-2027-1/text";

    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private Terms terms;
    @Autowired private MockMvc web;

    private Actor director;
    private Actor teacher;
    private Actor other;

    @BeforeEach
    void a_school_with_a_term() {
        var school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        teacher = new Actor(school.id(), school.person("T001", "梁红远"), "梁红远", Set.of(Duty.TEACHER));
        other = new Actor(school.id(), school.person("T002", "邹欣静"), "邹欣静", Set.of(Duty.TEACHER));
        school.write(() -> {
            terms.open(director, new Term(Ids.next(), "2026-2027-1", LocalDate.of(2026, 8, 25), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20)));
            return null;
        });
    }

    @Test
    void everybody_writes_his_own_and_reads_it() throws Exception {
        assertThat(page("/my/summary", teacher)).contains("2026年秋季学期还没有写过总结", "只有你自己看得到", "action=\"/my/summary\"").doesNotContain("name=\"theme\"", "href=\"/figures");
        assertThat(write(teacher).getStatus()).isEqualTo(303);
        assertThat(page("/my/summary?period=2026-2027-1", teacher)).contains("梁红远2026年秋季学期", "第 1 稿", "整节未写").doesNotContain("送签", "/summary/own", "href=\"/figures");
        assertThat(page("/", teacher)).contains("href=\"/my/summary\"");
    }

    @Test
    void nobody_reads_anothers_the_director_neither() throws Exception {
        write(teacher);
        for (var who : List.of(other, director)) {
            assertThat(page("/my/summary", who)).contains("还没有写过总结").doesNotContain("梁红远2026");
            for (var path : List.of("/my/summary?version=1", "/my/summary/2026-2027-1/1/report.docx", "/my/summary/2026-2027-1/1/report.pdf", "/my/summary/2026-2027-1/1/figures.json")) {
                assertThat(answer(get(path), who).getStatus()).as(path).isEqualTo(404);
            }
        }
        for (var path : List.of("/summary?theme=own&period=2026-2027-1", "/summary/own/2026-2027-1/1/report.docx", "/summary/own/2026-2027-1/text")) {
            assertThat(answer(get(path), director).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void what_he_writes_of_himself_stands_there_and_a_number_in_it_has_his_name() throws Exception {
        var text = ShippedText.of(Theme.OWN).replace("六、体会\n", "六、体会\n把每件小事登记清楚，比事后回忆可靠。带徒弟{!2名}。\n");
        assertThat(save(teacher, text, 0).getStatus()).isEqualTo(303);
        assertThat(page(TEXT, teacher)).contains("带徒弟{!2名|梁红远}");
        assertThat(page(TEXT, other)).doesNotContain("带徒弟");
        write(teacher);

        var read = page("/my/summary", teacher);
        assertThat(read).contains("把每件小事登记清楚，比事后回忆可靠。带徒弟", "人工填报：梁红远");
        var document = answer(get("/my/summary/2026-2027-1/1/report.docx"), teacher);
        try (var docx = new XWPFDocument(new ByteArrayInputStream(document.getContentAsByteArray()))) {
            var words = docx.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
            assertThat(words).contains("比事后回忆可靠", "\n梁红远\n").doesNotContain("总务处\n");
        }
        assertThat(answer(get("/my/summary/2026-2027-1/1/report.pdf"), teacher).getContentType()).contains("pdf");
        assertThat(answer(get("/my/summary/2026-2027-1/1/figures.json"), teacher).getContentAsString()).contains("OWN_TASKS").doesNotContain("\"TASKS\"", "CONTROL_RULES");
    }

    /** R-SUM-10. */
    @Test
    void figures_and_lists_of_the_office_are_none_of_it() throws Exception {
        var trial = answer(post(TEXT + "/trial").param("text", "= t\n一、人\n教职工{POP_TEACHERS 名}。\n任务{OWN_TASKS 项}。\n@list HONOURS\n@chart STOCK_OUT_AMOUNT"), teacher).getContentAsString(StandardCharsets.UTF_8);
        assertThat(trial).contains("没有编号为“POP_TEACHERS”的指标", "没有编号为“HONOURS”的指标", "没有编号为“STOCK_OUT_AMOUNT”的指标").doesNotContain("没有编号为“OWN_TASKS”");
        assertThat(page(TEXT, teacher)).doesNotContain("data-insert=\"{POP_TEACHERS");
        assertThat(answer(post("/summary/office/2026-2027-1/text/trial").param("text", "= t\n一、人\n任务{OWN_TASKS 项}。"), director).getContentAsString(StandardCharsets.UTF_8))
                .contains("没有编号为“OWN_TASKS”的指标");
    }

    @Test
    void a_typed_number_is_refused_here_too() throws Exception {
        save(teacher, "= {person}总结\n一、体会\n带徒弟2名。\n", 0);
        assertThat(write(teacher).getStatus()).isEqualTo(422);
    }

    @Test
    void it_speaks_english_too() throws Exception {
        var english = answer(get("/my/summary").cookie(new jakarta.servlet.http.Cookie("lang", "en")), teacher).getContentAsString(StandardCharsets.UTF_8);
        assertThat(english).contains("lang=\"en\"", "Nobody but you sees it").doesNotContain("termreport.");
    }

    private MockHttpServletResponse write(Actor as) throws Exception {
        return answer(post("/my/summary").param("period", "2026-2027-1").param("_key", UUID.randomUUID().toString()), as);
    }

    private MockHttpServletResponse save(Actor as, String text, int state) throws Exception {
        return answer(post(TEXT).param("text", text).param("state", Integer.toString(state)).param("_key", UUID.randomUUID().toString()), as);
    }

    private String page(String path, Actor as) throws Exception {
        var answer = answer(get(java.net.URI.create(path)), as);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Actor as) throws Exception {
        return web.perform(request.with(authentication(new TestingAuthenticationToken(as, null, List.of()))).with(csrf())).andReturn().getResponse();
    }
}
