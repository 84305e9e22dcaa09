package org.zongwu.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.school.Tables.DUTY_HELD;
import static zongwu.db.school.Tables.EMPLOYEE;

import java.time.Duration;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zongwu.Office;
import org.zongwu.TestClock;
import org.zongwu.access.Doors;
import org.zongwu.access.account.Account;
import org.zongwu.access.account.Accounts;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.school.Duties;

@Office
class SessionIT {
    @Autowired ApplicationContext office;
    @Autowired Accounts accounts;
    @Autowired Duties duties;
    @Autowired Tenancy tenancy;
    @Autowired DSLContext db;
    @Autowired TestClock clock;

    private Doors doors;
    private Schools.School school;
    private Actor admin;
    private Actor keeper;
    private Account keepersAccount;

    @BeforeEach
    void anAdministratorAndAStorekeeper() {
        doors = new Doors(office);
        school = doors.school(false);
        admin = doors.person(school, "10001", "陈立", Duty.SYS_ADMIN);
        keeper = doors.person(school, "10217", "李秀兰", Duty.STOREKEEPER);
        doors.account(admin);
        keepersAccount = doors.account(keeper);
    }

    @AfterEach
    void giveTheTimeBack() {
        clock.reset();
    }

    @Test
    void a_session_that_is_used_goes_on_and_one_that_is_not_ends_after_half_an_hour() throws Exception {
        var browser = doors.loggedIn(school, "10217");
        for (var i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(29));
            assertThat(browser.open("/account").getStatus()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(30));
        assertThat(browser.open("/account").getStatus()).isEqualTo(302);
    }

    @Test
    void no_session_outlives_twelve_hours() throws Exception {
        var browser = doors.loggedIn(school, "10217");
        for (var i = 0; i < 36; i++) {
            clock.advance(Duration.ofMinutes(20));
            if (i < 35) assertThat(browser.open("/account").getStatus()).isEqualTo(200);
        }
        assertThat(browser.open("/account").getStatus()).isEqualTo(302);
    }

    @Test
    void the_token_changes_at_log_in_and_the_old_one_is_dead() throws Exception {
        var browser = doors.loggedIn(school, "10217");
        browser.open("/account");
        var old = browser.copy();
        var answer = browser.submit("/login", "school", school.code(), "login", "10217", "password", Doors.PASSWORD);
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(browser.cookie("zw").getValue()).isNotEqualTo(old.cookie("zw").getValue());
        assertThat(old.open("/account").getStatus()).isEqualTo(302);
        assertThat(browser.open("/account").getStatus()).isEqualTo(200);
    }

    @Test
    void logging_out_ends_the_session_for_whoever_kept_the_cookie() throws Exception {
        var browser = doors.loggedIn(school, "10217");
        var thief = browser.copy();
        browser.open("/account");
        var answer = browser.submit("/logout");
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/login");
        assertThat(thief.open("/account").getStatus()).isEqualTo(302);
    }

    @Test
    void a_person_can_log_out_everywhere_else() throws Exception {
        var here = doors.loggedIn(school, "10217");
        var there = doors.loggedIn(school, "10217");
        assertThat(here.open("/account").getContentAsString()).contains("退出其他地方");
        assertThat(here.submit("/account/sessions/closure").getStatus()).isEqualTo(303);
        assertThat(there.open("/account").getStatus()).isEqualTo(302);
        assertThat(here.open("/account").getStatus()).isEqualTo(200);
    }

    @Test
    void the_session_of_a_disabled_account_dies_at_once() throws Exception {
        var browser = doors.loggedIn(school, "10217");
        accounts.disable(admin, keepersAccount.id());
        assertThat(browser.open("/account").getStatus()).isEqualTo(302);
    }

    @Test
    void the_session_of_one_who_left_dies_with_his_service() throws Exception {
        var browser = doors.loggedIn(school, "10217");
        tenancy.write(school.id(), () -> {
            db.update(EMPLOYEE).set(EMPLOYEE.LEFT_ON, LocalDate.of(2026, 11, 22)).where(EMPLOYEE.SCHOOL_ID.eq(school.id()), EMPLOYEE.ID.eq(keeper.employeeId())).execute();
        });
        assertThat(browser.open("/account").getStatus()).isEqualTo(302);
    }

    @Test
    void a_duty_that_has_ended_opens_no_door_with_the_very_next_request() throws Exception {
        var browser = doors.loggedIn(school, "10001");
        assertThat(browser.open("/admin/accounts").getStatus()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        tenancy.write(school.id(), () -> {
            db.update(DUTY_HELD).set(DUTY_HELD.VALID_FROM, LocalDate.of(2026, 9, 1))
                    .set(DUTY_HELD.VALID_TO, LocalDate.of(2026, 11, 22))
                    .where(DUTY_HELD.SCHOOL_ID.eq(school.id()), DUTY_HELD.EMPLOYEE_ID.eq(admin.employeeId())).execute();
        });
        assertThat(browser.open("/admin/accounts").getStatus()).isEqualTo(403);
    }

    @Test
    void who_has_no_such_duty_does_not_get_in() throws Exception {
        assertThat(doors.loggedIn(school, "10217").open("/admin/accounts").getStatus()).isEqualTo(403);
    }
}
