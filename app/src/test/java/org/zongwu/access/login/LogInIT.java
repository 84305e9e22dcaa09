package org.zongwu.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.access.Tables.ACCOUNT;
import static zongwu.db.access.Tables.SESSION;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.trail.Trail;

@Office
class LogInIT {
    @Autowired ApplicationContext office;
    @Autowired Tenancy tenancy;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired Trail trail;

    private Doors doors;
    private Schools.School school;
    private Actor keeper;
    private Account account;

    @BeforeEach
    void aSchoolWithOneWhoMayComeIn() {
        doors = new Doors(office);
        school = doors.school(false);
        keeper = doors.person(school, "10217", "李秀兰");
        account = doors.account(keeper);
    }

    @AfterEach
    void giveTheTimeBack() {
        clock.reset();
    }

    @Test
    void the_right_password_opens_a_session_and_leads_where_one_wanted_to_go() throws Exception {
        var browser = doors.browser();
        browser.open("/login");
        var answer = browser.submit("/login", "school", school.code(), "login", " １０２１７ ", "password", Doors.PASSWORD, "to", "/account?x=1");
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/account?x=1");
        assertThat(browser.open("/account").getContentAsString()).contains("李秀兰");
        assertThat(tenancy.read(school.id(), () -> trail.steps(account.id()))).extracting(Trail.Step::action).contains("logged-in");
    }

    @Test
    void only_the_hash_of_the_token_is_stored() throws Exception {
        var browser = doors.loggedIn(school, "10217");
        var stored = tenancy.read(school.id(), () -> db.select(SESSION.TOKEN_HASH).from(SESSION).where(SESSION.SCHOOL_ID.eq(school.id())).fetchSingle().value1());
        var token = Base64.getUrlDecoder().decode(browser.cookie("zw").getValue());
        assertThat(stored).isEqualTo(MessageDigest.getInstance("SHA-256").digest(token)).isNotEqualTo(Arrays.copyOfRange(token, 8, 40));
    }

    @Test
    void it_never_leads_to_another_site() throws Exception {
        var browser = doors.browser();
        browser.open("/login?to=//evil.example");
        var answer = browser.submit("/login", "school", school.code(), "login", "10217", "password", Doors.PASSWORD, "to", "https://evil.example/");
        assertThat(answer.getHeader("Location")).isEqualTo("/");
    }

    @Test
    void a_refusal_keeps_the_name_and_never_the_password() throws Exception {
        var browser = doors.browser();
        var answer = browser.logIn(school.code(), "10217", "wrong <b> password");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("value=\"10217\"").contains("账号或密码不对").doesNotContain("wrong &lt;b&gt;").doesNotContain("wrong <b>");
    }

    @Test
    void an_unknown_name_a_wrong_password_a_disabled_account_and_an_unknown_school_get_the_same_answer() throws Exception {
        var disabled = doors.account(doors.person(school, "10300", "周明"));
        tenancy.write(school.id(), () -> {
            db.update(ACCOUNT).set(ACCOUNT.DISABLED_AT, clock.instant()).where(ACCOUNT.SCHOOL_ID.eq(school.id()), ACCOUNT.ID.eq(disabled.id())).execute();
        });
        var wrong = answer(school.code(), "10217", "wrong password");
        assertThat(answer(school.code(), "nobody", "wrong password")).isEqualTo(wrong);
        assertThat(answer(school.code(), "10300", Doors.PASSWORD)).isEqualTo(wrong);
        assertThat(answer("no-such-school", "10217", Doors.PASSWORD)).isEqualTo(wrong);
    }

    /** Status and page, without what was typed and what is drawn by chance. */
    private String answer(String code, String login, String password) throws Exception {
        var answer = doors.browser().logIn(code, login, password);
        return answer.getStatus() + answer.getContentAsString().replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void of_a_hundred_guesses_at_once_ten_are_looked_at() throws Exception {
        // the tenth already says that it locks; on a slow machine some are turned away unseen, and those may be tried again
        var wrong = wrong(guess("10217", 100));
        while (wrong(guess("10217", 1)) == 1) wrong++;
        assertThat(wrong).isBetween(1, 9);
        var right = doors.browser().logIn(school.code(), "10217", Doors.PASSWORD);
        assertThat(right.getStatus()).isEqualTo(422);
        assertThat(right.getContentAsString()).contains("15 分钟内不能登录");
        assertThat(tenancy.read(school.id(), () -> trail.steps(account.id()))).extracting(Trail.Step::action).contains("login-locked");
    }

    @Test
    void a_name_that_nobody_has_is_locked_all_the_same() throws Exception {
        var wrong = 0;
        while (wrong(guess("nobody", 1)) == 1) wrong++;
        assertThat(wrong).isEqualTo(9);
    }

    private static int wrong(List<String> answers) {
        return (int) answers.stream().filter(a -> a.contains("账号或密码不对")).count();
    }

    private List<String> guess(String login, int times) throws Exception {
        try (var pool = Executors.newFixedThreadPool(16)) {
            var jobs = IntStream.range(0, times).<Callable<String>>mapToObj(i -> () ->
                    doors.browser().logIn(school.code(), login, "wrong password " + i).getContentAsString()).toList();
            return pool.invokeAll(jobs).stream().map(f -> f.resultNow()).toList();
        }
    }

    @Test
    void after_a_quarter_of_an_hour_the_name_may_be_tried_again() throws Exception {
        for (var i = 0; i < 10; i++) doors.browser().logIn(school.code(), "10217", "wrong password");
        clock.advance(Duration.ofMinutes(14));
        var early = doors.browser().logIn(school.code(), "10217", Doors.PASSWORD);
        assertThat(early.getContentAsString()).contains("1 分钟内不能登录");
        clock.advance(Duration.ofMinutes(1));
        assertThat(doors.browser().logIn(school.code(), "10217", Doors.PASSWORD).getStatus()).isEqualTo(303);
    }

    @Test
    void a_lock_does_not_end_a_session_that_is_open() throws Exception {
        var inside = doors.loggedIn(school, "10217");
        for (var i = 0; i < 10; i++) doors.browser().logIn(school.code(), "10217", "wrong password");
        assertThat(inside.open("/account").getStatus()).isEqualTo(200);
    }

    @Test
    void the_right_password_makes_the_budget_whole_again() throws Exception {
        for (var round = 0; round < 3; round++) {
            for (var i = 0; i < 9; i++) doors.browser().logIn(school.code(), "10217", "wrong password");
            doors.loggedIn(school, "10217");
        }
    }

    @Test
    void one_network_has_sixty_guesses_whatever_names_it_tries() throws Exception {
        doors.spend(school.id(), "2001:db8:7:7::5", 57);
        for (var i = 0; i < 4; i++) {
            var answer = doors.browser().at("2001:db8:7:7::" + i).logIn(school.code(), "name" + i, "wrong password").getContentAsString();
            assertThat(answer).contains(i < 3 ? "账号或密码不对" : "这个网络输错密码的次数太多");
        }
        assertThat(doors.browser().at("2001:db8:7:8::1").logIn(school.code(), "10217", Doors.PASSWORD).getStatus()).isEqualTo(303);
        clock.advance(Duration.ofMinutes(20));
        assertThat(doors.browser().at("2001:db8:7:7::1").logIn(school.code(), "10217", Doors.PASSWORD).getStatus()).isEqualTo(303);
    }

    @Test
    void a_token_of_one_school_opens_nothing_in_another() throws Exception {
        var other = doors.school(false);
        doors.account(doors.person(other, "10217", "王建国"));
        var browser = doors.loggedIn(school, "10217");
        var bytes = Base64.getUrlDecoder().decode(browser.cookie("zw").getValue());
        ByteBuffer.wrap(bytes).putLong(other.id());
        browser.cookie("zw").setValue(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        assertThat(browser.open("/account").getStatus()).isEqualTo(302);
        assertThat(doors.browser().logIn(other.code(), "10217", "another password").getStatus()).isEqualTo(422);
    }

    @Test
    void the_password_of_one_school_opens_nothing_in_another() throws Exception {
        var other = doors.school(false);
        doors.person(other, "10217", "李秀兰");
        assertThat(doors.browser().logIn(other.code(), "10217", Doors.PASSWORD).getStatus()).isEqualTo(422);
    }
}
