package org.zongwu.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.TodoSource;

/** The pages of approvals, as those who stamp use them. */
class ApprovalsScreensIT extends ApprovalsOffice {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Pattern HIDDEN = Pattern.compile("name=\"(step|digest|_key)\" value=\"([^\"]*)\"");

    @Autowired WebApplicationContext context;
    @Autowired List<TodoSource> todos;

    private MockMvc web;

    @BeforeEach
    void school() {
        openSchool();
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @AfterEach
    void today() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    private MockHttpServletResponse open(Actor as, String path) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(as, null, List.of()));
        var answer = web.perform(get(java.net.URI.create(path))).andReturn().getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    private String page(Actor as, String path) throws Exception {
        var answer = open(as, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    /** Posts the form that a page shows, with what is typed into it. */
    private MockHttpServletResponse submit(Actor as, String shown, String path, String... typed) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(as, null, List.of()));
        var request = post(java.net.URI.create(path));
        var hidden = HIDDEN.matcher(shown);
        while (hidden.find()) request.param(hidden.group(1), hidden.group(2));
        for (var i = 0; i < typed.length; i += 2) request.param(typed[i], typed[i + 1]);
        var answer = web.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    private long waiting(Actor actor) {
        return tenancy.<Long>read(school, () -> todos.stream().flatMap(t -> t.todos(actor).stream()).filter(t -> t.kindKey().startsWith("todo.approvals.")).count());
    }

    @Test
    void it_waits_for_one_after_the_other_and_shows_on_their_desks() throws Exception {
        var id = submitted(maker, bills.make(maker, "复印纸 200 包", "5000"));
        var path = "/approvals/courses/" + id;
        assertThat(waiting(accountant)).isEqualTo(1);
        assertThat(waiting(principal)).isZero();
        assertThat(page(accountant, "/approvals")).contains("复印纸 200 包", "5,000.00", "刘洋");
        assertThat(page(principal, "/approvals")).contains("没有等你审批的");
        assertThat(page(maker, "/approvals/mine")).contains("复印纸 200 包", "审批中");
        assertThat(page(accountant, path)).contains("伍仟元整", "等会计（核）", "看内容", path + "/approval", path + "/return");
        assertThat(page(principal, path)).contains("还没轮到").doesNotContain(path + "/approval");
        assertThat(open(principal, path + "/approval").getStatus()).isEqualTo(404);
        assertThat(page(maker, path)).contains(path + "/withdrawal").doesNotContain(path + "/approval");
        assertThat(open(teacher, path).getStatus()).as("who has no part in it").isEqualTo(404);

        var form = page(accountant, path + "/approval");
        assertThat(form).contains("签了不能改", "5,000.00").doesNotContain("会议决议文号");
        assertThat(submit(accountant, form, path + "/approval", "words", "预算内").getStatus()).isEqualTo(303);
        assertThat(submit(accountant, form, path + "/approval", "words", "预算内").getStatus()).as("the same form twice stamps once").isEqualTo(303);
        assertThat(waiting(accountant)).isZero();
        assertThat(waiting(vice)).isEqualTo(1);
        submit(vice, page(vice, path + "/approval"), path + "/approval");

        var last = page(principal, path + "/approval");
        assertThat(last).contains("会议决议文号");
        var refused = submit(principal, last, path + "/approval", "words", "同意购买");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).as("what was typed is kept").contains("要写明会议决议", "同意购买");
        assertThat(submit(principal, last, path + "/approval", "words", "同意购买", "resolution_no", "校办〔2026〕12号", "resolution_on", "2026-11-20").getStatus()).isEqualTo(303);
        assertThat(page(maker, path)).contains("已批准", "依据 校办〔2026〕12号（2026-11-20）　同意购买", "预算内");
        assertThat(page(director, "/approvals/all?state=APPROVED")).contains("复印纸 200 包");
    }

    @Test
    void a_return_says_why_and_whoever_comes_late_is_told() throws Exception {
        var bill = bills.make(maker, "粉笔 30 盒", "300");
        var path = "/approvals/courses/" + submitted(maker, bill);
        var shown = page(accountant, path + "/return");
        var agreed = page(accountant, path + "/approval");
        assertThat(submit(accountant, shown, path + "/return", "words", "").getContentAsString()).contains("退回原因");
        assertThat(submit(accountant, shown, path + "/return", "words", "缺验收单").getStatus()).isEqualTo(303);
        var late = submit(accountant, agreed, path + "/approval", "words", "照准");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("陈会计已在", "退回了", "照准");
        assertThat(page(maker, path)).contains("已退回", "缺验收单");
        var strip = tenancy.<StampStrip>read(school, () -> approvals.strip(TestBills.KIND, bill).orElseThrow());
        assertThat(strip.mark()).isEqualTo(CourseState.RETURNED.mark());
        assertThat(strip.onPaper()).first().satisfies(s -> assertThat(s.seal()).isNotNull()).satisfies(s -> assertThat(s.name()).isEqualTo("陈会计"));
    }

    @Test
    void whoever_read_it_before_it_changed_is_told_to_read_it_again() throws Exception {
        var bill = bills.make(maker, "先看后改", "300");
        var path = "/approvals/courses/" + submitted(maker, bill);
        var shown = page(accountant, path + "/approval");
        bills.change(bill, "900");
        approvals.changed(maker, TestBills.KIND, bill);
        assertThat(submit(accountant, shown, path + "/approval").getContentAsString()).contains("打开这一页以后内容改过");
    }

    @Test
    void the_principal_names_a_stand_in_and_takes_it_back() throws Exception {
        var blank = page(principal, "/approvals/delegations/new");
        assertThat(blank).contains("校长", "所有类别").doesNotContain(">会计<");
        assertThat(submit(principal, blank, "/approvals/delegations", "duty", "PRINCIPAL", "stand_in", "王校长", "from", "2026-11-23", "to", "2026-11-25", "kind", "*", "reason", "出差").getContentAsString())
                .contains("不能授权给自己", "出差");
        var given = submit(principal, blank, "/approvals/delegations", "duty", "PRINCIPAL", "stand_in", "吴老师", "from", "2026-11-23", "to", "2026-11-25", "kind", "*", "max", "500", "reason", "出差");
        assertThat(given.getStatus()).as(given.getContentAsString()).isEqualTo(303);
        var path = given.getRedirectedUrl().replaceAll("\\?.*", "");
        assertThat(page(teacher, path)).contains("王校长", "500.00", "2026-11-23 – 2026-11-25");
        assertThat(open(maker, path).getStatus()).isEqualTo(404);

        var id = submitted(maker, bills.make(maker, "拖把 10 把", "120"));
        var course = "/approvals/courses/" + id;
        submit(accountant, page(accountant, course + "/approval"), course + "/approval");
        assertThat(page(teacher, "/approvals")).contains("拖把 10 把");
        submit(teacher, page(teacher, course + "/approval"), course + "/approval");
        assertThat(page(maker, course)).contains("吴老师（代 王校长）", "已批准");

        submit(principal, page(principal, path + "/ending"), path + "/ending");
        assertThat(page(principal, "/approvals/delegations")).contains("已收回");
    }

    @Test
    void the_director_proposes_a_rule_and_the_principal_sets_it() throws Exception {
        assertThat(page(director, "/approvals/rules")).contains("现行", "approvals/rules/TEST_BILL");
        assertThat(page(director, "/approvals/rules/TEST_BILL")).contains("1,000.00 以内", "会计核（或会计主管） → 校长批（或书记）");
        var blank = page(director, "/approvals/rules/new?kind=TEST_BILL");
        var two = submit(director, blank, "/approvals/rules", "kind", "TEST_BILL", "from", "2026-11-24", "source", "校务会〔2026〕7号", "up_to", "2000", "duty", "GA_DIRECTOR", "what", "DECIDES", "otherwise", "");
        assertThat(two.getStatus()).isEqualTo(422);
        assertThat(two.getContentAsString()).contains("最后一档不能有金额上限", "校务会〔2026〕7号");
        var proposed = submit(director, blank, "/approvals/rules", "kind", "TEST_BILL", "from", "2026-11-24", "source", "校务会〔2026〕7号", "up_to", "2000", "duty", "GA_DIRECTOR", "what", "DECIDES", "otherwise", "",
                "up_to", "", "duty", "GA_DIRECTOR", "what", "CHECKS", "otherwise", "", "up_to", "", "duty", "PRINCIPAL", "what", "DECIDES_CITING", "otherwise", "PARTY_SECRETARY");
        assertThat(proposed.getStatus()).as(proposed.getContentAsString()).isEqualTo(303);
        var path = proposed.getRedirectedUrl().replaceAll("\\?.*", "");
        assertThat(waiting(principal)).isEqualTo(1);
        assertThat(page(principal, path)).contains("待审定", "2,000.00 以内", "总务主任核 → 校长批（写明会议决议）（或书记）", path + "/setting");
        submit(principal, page(principal, path + "/setting"), path + "/setting");
        assertThat(waiting(principal)).isZero();
        assertThat(page(director, "/approvals/rules")).contains("未生效");
        clock.set(TODAY.plusDays(1), java.time.LocalTime.NOON);
        assertThat(page(director, "/approvals/rules?state=SET")).contains("校务会〔2026〕7号");
    }

    @Test
    void every_page_speaks_english_too() throws Exception {
        var path = "/approvals/courses/" + submitted(maker, bills.make(maker, "Paper", "5000"));
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(accountant, null, List.of()));
        for (var p : List.of("/approvals", "/approvals/mine", "/approvals/all", path, path + "/approval", path + "/return", "/approvals/delegations", "/approvals/delegations/new", "/approvals/rules", "/approvals/rules/TEST_BILL")) {
            var english = web.perform(get(p).cookie(new jakarta.servlet.http.Cookie("lang", "en"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
            assertThat(english.replaceAll("approvable.TEST_BILL", "")).as(p).contains("lang=\"en\"").doesNotContainPattern("(?<![\\w/.-])(approvals|approvable|label|form)\\.[a-z-]+\\.?[A-Za-z_.-]*(?=[<\"’ ])");
        }
    }

    @Test
    void the_paper_can_be_printed() throws Exception {
        var id = submitted(maker, bills.make(maker, "打印", "100"));
        var path = "/approvals/courses/" + id + "/prints";
        var counted = submit(maker, "", path);
        assertThat(counted.getRedirectedUrl()).isEqualTo(path + "/1");
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(maker, null, List.of()));
        var pdf = web.perform(get(path + "/1").header("Host", "localhost")).andReturn().getResponse();
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
    }
}
