package org.zongwu.access.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.zongwu.Office;
import org.zongwu.access.Doors;
import org.zongwu.access.account.Accounts;
import org.zongwu.engine.FirstStart;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.school.Duties;

/** Needs an office that nobody has entered yet, so the property gives it a context and a database of its own. */
@Office
@TestPropertySource(properties = "zongwu.test=first-start")
class FirstSetUpIT {
    private static final String PASSWORD = "橘子树下有三把伞";

    @Autowired FirstStart firstStart;
    @Autowired Accounts accounts;
    @Autowired Schools schools;
    @Autowired Duties duties;
    @Autowired Tenancy tenancy;
    @Autowired ApplicationContext office;

    @Test
    void the_console_link_sets_up_the_school_once_and_its_first_person_is_the_system_administrator() throws Exception {
        var doors = new Doors(office);
        var browser = doors.browser();
        assertThat(browser.open("/login").getContentAsString()).contains("还没有学校");
        var path = firstStart.setUpPath().orElseThrow();
        assertThat(firstStart.setUpPath()).contains(path);
        assertThat(doors.browser().open("/set-up/" + org.zongwu.access.token.Token.next(0).text()).getStatus()).isEqualTo(404);

        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        var weak = send(browser, path, "xczx1234");
        assertThat(weak.getStatus()).isEqualTo(422);
        assertThat(weak.getContentAsString()).contains("value=\"星城中学\"").contains("value=\"10001\"").doesNotContain("xczx1234");
        assertThat(schools.all()).isEmpty();

        var done = send(browser, path, PASSWORD);
        assertThat(done.getStatus()).isEqualTo(303);
        assertThat(browser.open(done.getHeader("Location")).getContentAsString()).contains("安全管理员");
        var school = schools.findByCode("xczx").orElseThrow();
        assertThat(school.name()).isEqualTo("星城中学");
        var admin = accounts.byLogin(school.id(), "10001").orElseThrow();
        assertThat(tenancy.read(school.id(), () -> duties.heldBy(admin.employeeId(), LocalDate.of(2026, 11, 23)))).containsExactly(Duty.SYS_ADMIN);

        assertThat(firstStart.setUpPath()).isEmpty();
        assertThat(browser.open(path).getStatus()).isEqualTo(404);
        assertThat(send(browser, path, PASSWORD).getStatus()).isEqualTo(404);
        assertThat(schools.all()).hasSize(1);

        // with one school nobody is asked for its code
        assertThat(browser.open("/login").getContentAsString()).contains("星城中学").doesNotContain("name=\"school\"");
        assertThat(browser.submit("/login", "login", "10001", "password", PASSWORD).getStatus()).isEqualTo(303);
        assertThat(browser.open("/admin/accounts").getContentAsString()).contains("陈立");
    }

    private static org.springframework.mock.web.MockHttpServletResponse send(Doors.Browser browser, String path, String password) throws Exception {
        return browser.submit(path + "/school", "schoolName", "星城中学", "schoolCode", "XCZX", "department", "总务处", "name", "陈立", "staffNo", "10001",
                "login", "10001", "password", password);
    }
}
