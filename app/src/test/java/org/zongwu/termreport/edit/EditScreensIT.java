package org.zongwu.termreport.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
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

@Office
class EditScreensIT {
    private static final String TEXT = "/summary/office/2026-2027-1/text";
    private static final String TITLE = "= {school}总结\n一、人\n教职工{POP_TEACHERS 名}。\n";

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

    private Opened school;
    private Actor director;

    @BeforeEach
    void a_school_with_a_term() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        school.write(() -> {
            terms.open(director, new Term(Ids.next(), "2026-2027-1", LocalDate.of(2026, 8, 25), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20)));
            return null;
        });
    }

    @Test
    void the_page_begins_with_the_text_that_came_with_the_product_and_says_what_it_would_say() throws Exception {
        assertThat(page(TEXT)).contains("还没有人保存过", "教职工{POP_TEACHERS 名}", "在职教职工<a class=\"tok\"", "data-insert=\"{POP_TEACHERS 人}\"");
    }

    @Test
    void what_is_saved_is_there_again_with_the_name_of_who_answers_for_a_number() throws Exception {
        assertThat(save(TITLE + "来宾{!12位}。\n", 0).getStatus()).isEqualTo(303);
        assertThat(page(TEXT)).contains("来宾{!12位|" + director.name() + "}", director.name() + " ");
    }

    @Test
    void who_read_an_older_state_is_told_and_keeps_what_he_typed() throws Exception {
        save(TITLE, 0);
        var refused = save(TITLE + "迟到的改动。\n", 0);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("刚刚保存过这份稿子", "迟到的改动。");
    }

    @Test
    void a_line_that_cannot_be_read_is_refused_by_its_number_and_kept() throws Exception {
        var refused = save(TITLE + "库存{stock}。\n", 0);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("第 4 行", "库存{stock}。");
    }

    @Test
    void a_typed_number_is_found_and_the_figure_that_has_it_is_offered() throws Exception {
        var trial = trial(TITLE + "教师1名，来宾八十人，达到９５％。\n@list POP_TEACHERS\n{NO_SUCH}");

        assertThat(trial).contains("第 4 行的“1”没有来由", "第 4 行的“八十”没有来由", "第 4 行的“９５％”没有来由", "换成指标“教职工人数”", "标为人工填报",
                "指标“POP_TEACHERS”的记录不能逐条列出", "没有编号为“NO_SUCH”的指标");
        assertThat(trial("= t\n入库{A。")).contains("第 2 行：花括号不成对");
    }

    @Test
    void no_version_is_written_of_a_text_with_a_typed_number() throws Exception {
        save(TITLE + "来宾12位。\n", 0);
        var refused = answer(post("/summary").param("theme", "office").param("period", "2026-2027-1").param("_key", UUID.randomUUID().toString()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("1 处数字没有来由", "4: 12");

        save(TITLE + "来宾{!12位}。\n", 1);
        assertThat(answer(post("/summary").param("theme", "office").param("period", "2026-2027-1").param("_key", UUID.randomUUID().toString())).getStatus()).isEqualTo(303);
        assertThat(page("/summary?period=2026-2027-1")).contains("人工填报：" + director.name());
    }

    @Test
    void the_next_report_begins_with_the_schools_own_words() throws Exception {
        save(TITLE + "这是我们自己的话。\n", 0);
        answer(post("/summary").param("theme", "office").param("period", "2026-2027-1").param("_key", UUID.randomUUID().toString()));

        assertThat(page("/summary/office/2026-h2/text")).contains("这是我们自己的话。");
        assertThat(page("/summary/canteen/2026-2027-1/text")).doesNotContain("这是我们自己的话。");
    }

    @Test
    void a_report_that_is_not_there_is_not_found() throws Exception {
        for (var path : List.of("/summary/office/2031-2032-1/text", "/summary/own/2026-2027-1/text", "/summary/nothing/2026/text")) {
            assertThat(answer(get(path)).getStatus()).as(path).isEqualTo(404);
        }
    }

    private MockHttpServletResponse save(String text, int state) throws Exception {
        return answer(post(TEXT).param("text", text.replace("\n", "\r\n")).param("state", Integer.toString(state)).param("_key", UUID.randomUUID().toString()));
    }

    private String trial(String text) throws Exception {
        return answer(post(TEXT + "/trial").param("text", text)).getContentAsString();
    }

    private String page(String path) throws Exception {
        return answer(get(path)).getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(who()).with(csrf())).andReturn().getResponse();
    }

    private RequestPostProcessor who() {
        return authentication(new TestingAuthenticationToken(director, null, List.of()));
    }
}
