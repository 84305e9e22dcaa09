package org.zongwu.termreport.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
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
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.summary.Summary;
import org.zongwu.termreport.summary.SummaryService;
import org.zongwu.trail.seal.Anchors;
import org.zongwu.trail.verify.Checked;

/** A superuser tampers after a version was written: it shows in the document, in the trail and in {@code verify}. */
@Office
class TamperedSummaryIT {
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
    private Anchors anchors;
    @Autowired
    private Environment environment;
    @Autowired
    private MockMvc web;

    private Opened school;
    private Actor director;
    private Summary written;

    @BeforeEach
    void a_version_is_written() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        school.write(() -> {
            terms.open(director, new Term(Ids.next(), "2026-2027-1", LocalDate.of(2026, 8, 25), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20)));
            return null;
        });
        var office = school.<Subject>read(() -> Subject.office(summaries.period(java.util.Optional.of("2026-2027-1")).orElseThrow()));
        written = summaries.keep(director, summaries.draft(school.id(), office));
    }

    @Test
    void a_record_behind_a_figure_changed_behind_the_programs_back() throws Exception {
        superuser("update school.employee set left_on = '2026-09-01' where school_id = " + school.id());

        assertThat(page()).contains("数据已变化", "教职工人数");
        assertThat(findings("TRAIL-ROWS")).anyMatch(f -> f.contains("school.employee") && f.contains("left_on"));
    }

    @Test
    void a_frozen_figure_itself() throws Exception {
        superuser("update termreport.summary_figure set value = value + 1 where figure = 'POP_TEACHERS' and school_id = " + school.id());

        var digest = written.digest().substring(0, 16);
        assertThat(page("&version=1&digest=" + digest)).contains("不同：不是这一稿，或者有人改过");
        assertThat(findings("TRAIL-ROWS")).anyMatch(f -> f.contains("termreport.summary_figure") && f.contains("value"));
    }

    @Test
    void a_table_of_the_document() throws Exception {
        superuser("update termreport.summary_insert set content = jsonb_set(content, '{table,caption}', '\"改过的表\"') where content ? 'table' and school_id = " + school.id());

        assertThat(page()).contains("改过的表").doesNotContain(">" + written.digest().substring(0, 16) + "<");
        assertThat(findings("TRAIL-ROWS")).anyMatch(f -> f.contains("termreport.summary_insert"));
    }

    @Test
    void an_honest_version_is_silent() throws Exception {
        assertThat(page("&version=1&digest=" + written.digest().substring(0, 16))).contains("与系统里的第 1 稿一致").doesNotContain("数据已变化");
        assertThat(findings("TRAIL-ROWS")).isEmpty();
    }

    private String page() throws Exception {
        return page("");
    }

    private String page(String more) throws Exception {
        return web.perform(get("/summary?period=2026-2027-1" + more).with(authentication(new TestingAuthenticationToken(director, null, List.of())))).andReturn().getResponse().getContentAsString();
    }

    private void superuser(String sql) throws SQLException {
        try (var db = connection(); var statement = db.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private List<String> findings(String check) throws SQLException {
        try (var db = connection()) {
            db.setAutoCommit(false);
            return Checked.findings(db, school.id(), anchors, check);
        }
    }

    private java.sql.Connection connection() throws SQLException {
        return DriverManager.getConnection(String.valueOf(environment.getProperty("zongwu.db.url")), environment.getProperty("zongwu.db.user"), environment.getProperty("zongwu.db.password"));
    }
}
