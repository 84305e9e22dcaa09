package org.zongwu.termreport.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zongwu.Office;
import org.zongwu.approvals.Approvals;
import org.zongwu.approvals.CourseState;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.summary.SummaryService;

/** A version goes from the accountant to the deputy to the principal, and is published when it has all stamps (R-SUM-9). */
@Office
class PublicationIT {
    private static final String REPORT = "/summary/office/2026-2027-1/";

    @Autowired
    private Schools schools;
    @Autowired
    private Tenancy tenancy;
    @Autowired
    private SetUp setUp;
    @Autowired
    private Terms terms;
    @Autowired
    private SummaryService summaries;
    @Autowired
    private Approvals approvals;
    @Autowired
    private DSLContext db;
    @Autowired
    private MockMvc web;

    private Opened school;
    private Actor director;
    private Actor accountant;
    private Actor deputy;
    private Actor principal;

    @BeforeEach
    void a_school_with_a_version() throws Exception {
        school = Opened.school(schools, tenancy, setUp);
        director = person("G101", "周宁", Duty.GA_DIRECTOR);
        accountant = person("G102", "林会", Duty.ACCOUNTANT);
        deputy = person("G103", "高副", Duty.VP_LOGISTICS);
        principal = person("G104", "王校", Duty.PRINCIPAL);
        school.write(() -> {
            terms.open(director, new Term(Ids.next(), "2026-2027-1", LocalDate.of(2026, 8, 25), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20)));
            return null;
        });
        assertThat(act(director, "/summary", "theme", "office", "period", "2026-2027-1").getStatus()).isEqualTo(303);
    }

    @Test
    void it_is_stamped_in_order_by_different_persons_and_then_published() throws Exception {
        assertThat(act(director, REPORT + "1/publication").getContentAsString()).contains("签章没有齐");
        assertThat(act(director, REPORT + "1/submission").getStatus()).isEqualTo(303);
        for (var signer : List.of(accountant, deputy, principal)) stamp(signer);
        assertThat(state(1)).isEqualTo(CourseState.APPROVED);

        assertThat(act(director, REPORT + "1/publication").getStatus()).isEqualTo(303);
        assertThat(page(director, "/summary")).contains("周宁", "公布", "林会", "高副", "王校");
        assertThat(act(director, REPORT + "1/publication").getContentAsString()).contains("已经公布过了");

        var pdf = answer(director, get(REPORT + "1/report.pdf")).getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("林会", "高副", "王校", "内容校验码 " + digest(), "— 1 —");
        }
    }

    @Test
    void a_new_version_takes_the_old_one_back_from_its_stamps() throws Exception {
        act(director, REPORT + "1/submission");
        stamp(accountant);
        assertThat(act(director, "/summary", "theme", "office", "period", "2026-2027-1").getStatus()).isEqualTo(303);

        assertThat(state(1)).isEqualTo(CourseState.WITHDRAWN);
        assertThat(act(director, REPORT + "1/submission").getContentAsString()).contains("请送审最新稿");
        assertThat(act(director, REPORT + "2/submission").getStatus()).isEqualTo(303);
    }

    @Test
    void a_printed_copy_is_compared_with_the_version() throws Exception {
        assertThat(page(director, "/summary?period=2026-2027-1&version=1&digest=" + digest())).contains("与系统里的第 1 稿一致");
        assertThat(page(director, "/summary?period=2026-2027-1&version=1&digest=0000000000000000")).contains("不同：不是这一稿，或者有人改过");
    }

    @Test
    void what_was_published_is_never_taken_back() throws Exception {
        act(director, REPORT + "1/submission");
        for (var signer : List.of(accountant, deputy, principal)) stamp(signer);
        act(director, REPORT + "1/publication");

        assertThatThrownBy(() -> school.write(() -> db.execute("delete from termreport.publication where school_id = {0}", school.id()))).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> school.write(() -> db.execute("update termreport.publication set published_by_name = 'x' where school_id = {0}", school.id()))).hasMessageContaining("permission denied");
    }

    private void stamp(Actor signer) throws Exception {
        var course = school.<Approvals.Standing>read(() -> approvals.standing("SUMMARY", version(1)).orElseThrow());
        var form = page(signer, course.path() + "/approval");
        assertThat(act(signer, course.path() + "/approval", "step", hidden(form, "step"), "digest", hidden(form, "digest")).getStatus()).isEqualTo(303);
    }

    private static String hidden(String form, String name) {
        var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(form);
        assertThat(value.find()).as(form).isTrue();
        return value.group(1);
    }

    private UUID version(int n) {
        return school.read(() -> summaries.version(subject(), n).orElseThrow().head().id());
    }

    private CourseState state(int n) {
        return school.read(() -> approvals.standing("SUMMARY", version(n)).orElseThrow().state());
    }

    private String digest() {
        return school.read(() -> summaries.version(subject(), 1).orElseThrow().digest().substring(0, 16));
    }

    private Subject subject() {
        return Subject.office(summaries.period(java.util.Optional.of("2026-2027-1")).orElseThrow());
    }

    private Actor person(String no, String name, Duty duty) {
        return school.write(() -> {
            var id = setUp.firstEmployee(no, name, "总务处");
            setUp.firstDuty(id, duty);
            return new Actor(school.id(), id, name, Set.of(duty));
        });
    }

    private String page(Actor who, String path) throws Exception {
        return answer(who, get(path)).getContentAsString();
    }

    private MockHttpServletResponse act(Actor who, String path, String... fields) throws Exception {
        var request = post(path).param("_key", UUID.randomUUID().toString());
        for (var i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return answer(who, request);
    }

    private MockHttpServletResponse answer(Actor who, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(new TestingAuthenticationToken(who, null, List.of()))).with(csrf())).andReturn().getResponse();
    }
}
