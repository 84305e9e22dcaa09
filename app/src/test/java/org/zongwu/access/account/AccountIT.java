package org.zongwu.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.access.Tables.ACCOUNT;
import static zongwu.db.access.Tables.ONE_TIME_LINK;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
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
import org.zongwu.engine.AdminRecovery;
import org.zongwu.engine.DemoLogins;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.trail.Trail;

@Office
class AccountIT {
    private static final Pattern LINK = Pattern.compile("(/set-up/[A-Za-z0-9_-]+)");
    private static final String NEXT = "三月的风很轻很轻";

    @Autowired ApplicationContext office;
    @Autowired Accounts accounts;
    @Autowired Schools schools;
    @Autowired AdminRecovery recovery;
    @Autowired DemoLogins demoLogins;
    @Autowired Tenancy tenancy;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired Trail trail;

    private Doors doors;
    private Schools.School school;
    private Actor admin;
    private Actor keeper;
    private Doors.Browser desk;

    @BeforeEach
    void anAdministratorAtHisDesk() throws Exception {
        doors = new Doors(office);
        school = doors.school(false);
        admin = doors.person(school, "10001", "陈立", Duty.SYS_ADMIN);
        keeper = doors.person(school, "10217", "李秀兰");
        doors.account(admin);
        desk = doors.loggedIn(school, "10001");
    }

    @AfterEach
    void giveTheTimeBack() {
        clock.reset();
    }

    @Test
    void the_administrator_opens_an_account_and_the_person_sets_the_password_by_the_link_once() throws Exception {
        desk.open("/admin/accounts/new");
        var opened = desk.submit("/admin/accounts", "_key", UUID.randomUUID().toString(), "employee", "10217", "login", "Li.XiuLan");
        assertThat(opened.getStatus()).isEqualTo(303);
        var page = desk.open(opened.getHeader("Location")).getContentAsString();
        var link = link(page);
        assertThat(page).contains("等本人设密码").contains("li.xiulan");

        var person = doors.browser();
        assertThat(person.open(link).getContentAsString()).contains("li.xiulan");
        assertThat(person.submit(link + "/password", "password", "short").getStatus()).isEqualTo(422);
        assertThat(person.submit(link + "/password", "password", NEXT).getStatus()).isEqualTo(303);
        assertThat(person.open(link).getStatus()).isEqualTo(404);
        assertThat(person.submit(link + "/password", "password", "一个别的密码而已").getStatus()).isEqualTo(404);
        assertThat(doors.browser().logIn(school.code(), "LI.XIULAN", NEXT).getStatus()).isEqualTo(303);
        assertThat(desk.open("/admin/accounts").getContentAsString()).contains("李秀兰").contains("可登录");
    }

    @Test
    void of_many_who_use_one_link_at_once_one_does() throws Exception {
        var token = accounts.open(admin, Ids.next(), keeper.employeeId(), "10217");
        try (var pool = Executors.newFixedThreadPool(4)) {
            var jobs = IntStream.range(0, 8).<Callable<Integer>>mapToObj(i -> () -> {
                try {
                    accounts.setPassword(token, NEXT + i);
                    return 1;
                } catch (org.zongwu.kernel.RuleBroken used) {
                    return 0;
                }
            }).toList();
            assertThat(pool.invokeAll(jobs).stream().mapToInt(f -> f.resultNow()).sum()).isEqualTo(1);
        }
    }

    @Test
    void a_link_lives_a_day_and_only_its_hash_is_stored() {
        var token = accounts.open(admin, Ids.next(), keeper.employeeId(), "10217");
        assertThat(tenancy.read(school.id(), () -> db.select(ONE_TIME_LINK.TOKEN_HASH).from(ONE_TIME_LINK).where(ONE_TIME_LINK.SCHOOL_ID.eq(school.id())).fetchSingle().value1()))
                .isEqualTo(token.hash());
        clock.advance(Duration.ofHours(23));
        assertThat(accounts.behind(token)).isPresent();
        clock.advance(Duration.ofHours(1));
        assertThat(accounts.behind(token)).isEmpty();
    }

    @Test
    void a_newer_link_ends_the_older() {
        var id = Ids.next();
        var older = accounts.open(admin, id, keeper.employeeId(), "10217");
        var newer = accounts.reset(admin, id);
        assertThat(accounts.behind(older)).isEmpty();
        assertThat(accounts.behind(newer)).isPresent();
    }

    @Test
    void a_reset_ends_the_sessions_and_the_new_password_ends_a_lock() throws Exception {
        var account = doors.account(keeper);
        var inside = doors.loggedIn(school, "10217");
        for (var i = 0; i < 10; i++) doors.browser().logIn(school.code(), "10217", "wrong password");
        desk.open("/admin/accounts/" + account.id());
        var reset = desk.submit("/admin/accounts/" + account.id() + "/link", "_key", UUID.randomUUID().toString());
        assertThat(reset.getStatus()).isEqualTo(303);
        assertThat(inside.open("/account").getStatus()).isEqualTo(302);
        var link = link(desk.open(reset.getHeader("Location")).getContentAsString());
        var person = doors.browser();
        person.open(link);
        assertThat(person.submit(link + "/password", "password", NEXT).getStatus()).isEqualTo(303);
        assertThat(doors.browser().logIn(school.code(), "10217", NEXT).getStatus()).isEqualTo(303);
        assertThat(doors.browser().logIn(school.code(), "10217", Doors.PASSWORD).getStatus()).isEqualTo(422);
        assertThat(tenancy.read(school.id(), () -> trail.steps(account.id()))).extracting(Trail.Step::action).contains("account-opened", "account-reset", "password-set", "logged-in");
    }

    @Test
    void a_link_is_shown_to_nobody_but_the_one_who_made_it_and_not_for_long() throws Exception {
        desk.open("/admin/accounts/new");
        var location = desk.submit("/admin/accounts", "_key", UUID.randomUUID().toString(), "employee", "李秀兰", "login", "10217").getHeader("Location");
        assertThat(desk.open(location).getContentAsString()).contains("/set-up/");
        var second = doors.person(school, "10002", "何苗", Duty.SYS_ADMIN);
        doors.account(second);
        assertThat(doors.loggedIn(school, "10002").open(location).getContentAsString()).doesNotContain("/set-up/");
        clock.advance(Duration.ofMinutes(11));
        assertThat(desk.open(location).getContentAsString()).doesNotContain("/set-up/");
    }

    @Test
    void two_people_cannot_have_names_that_look_alike() {
        accounts.open(admin, Ids.next(), keeper.employeeId(), "li.xl");
        var other = doors.person(school, "10300", "林晓岚");
        assertThatThrownBy(() -> accounts.open(admin, Ids.next(), other.employeeId(), "ＬＩ．ＸＬ")).hasMessageContaining("rule.access.login.taken");
        assertThatThrownBy(() -> accounts.open(admin, Ids.next(), keeper.employeeId(), "second")).hasMessageContaining("rule.access.account.has-one");
    }

    @Test
    void the_database_itself_refuses_to_rename_an_account_or_give_it_to_another() {
        var account = doors.account(keeper);
        assertThatThrownBy(() -> tenancy.write(school.id(), () -> {
            db.update(ACCOUNT).set(ACCOUNT.LOGIN, "other").where(ACCOUNT.SCHOOL_ID.eq(school.id()), ACCOUNT.ID.eq(account.id())).execute();
        })).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> tenancy.write(school.id(), () -> {
            db.update(ACCOUNT).set(ACCOUNT.EMPLOYEE_ID, admin.employeeId()).where(ACCOUNT.SCHOOL_ID.eq(school.id()), ACCOUNT.ID.eq(account.id())).execute();
        })).hasMessageContaining("permission denied");
    }

    @Test
    void nobody_disables_himself() {
        var own = accounts.byLogin(school.id(), "10001").orElseThrow();
        assertThatThrownBy(() -> accounts.disable(admin, own.id())).hasMessageContaining("rule.access.account.own");
    }

    @Test
    void a_disabled_account_comes_back_with_the_password_it_had() throws Exception {
        var account = doors.account(keeper);
        accounts.disable(admin, account.id());
        assertThat(doors.browser().logIn(school.code(), "10217", Doors.PASSWORD).getStatus()).isEqualTo(422);
        accounts.enable(admin, account.id());
        assertThat(doors.browser().logIn(school.code(), "10217", Doors.PASSWORD).getStatus()).isEqualTo(303);
    }

    @Test
    void an_account_of_another_school_is_not_there() throws Exception {
        var other = doors.school(false);
        var theirs = doors.account(doors.person(other, "10217", "王建国"));
        assertThat(desk.open("/admin/accounts/" + theirs.id()).getStatus()).isEqualTo(404);
        assertThatThrownBy(() -> accounts.reset(admin, theirs.id())).isInstanceOf(org.zongwu.web.NotFound.class);
    }

    @Test
    void whoever_has_the_console_may_let_the_administrator_back_in() throws Exception {
        var path = recovery.link(school.code() + "/10001");
        assertThat(desk.open("/account").getStatus()).isEqualTo(302);
        var person = doors.browser();
        assertThat(person.open(path).getStatus()).isEqualTo(200);
        assertThat(person.submit(path + "/password", "password", NEXT).getStatus()).isEqualTo(303);
        assertThat(doors.browser().logIn(school.code(), "10001", NEXT).getStatus()).isEqualTo(303);
        assertThatThrownBy(() -> recovery.link(school.code() + "/nobody")).hasMessageContaining("rule.access.console.nobody");
        var own = accounts.byLogin(school.id(), "10001").orElseThrow();
        assertThat(tenancy.read(school.id(), () -> trail.steps(own.id()))).anySatisfy(s -> assertThat(s.actorName()).contains("console"));
    }

    @Test
    void a_known_password_is_for_example_schools_only() throws Exception {
        assertThatThrownBy(() -> demoLogins.open(school.id(), keeper.employeeId(), "demo", "demo")).hasMessageContaining("R-ACC-DEMO");
        assertThat(accounts.byEmployee(school.id(), keeper.employeeId())).isEmpty();
        var example = doors.school(true);
        var actor = doors.person(example, "1", "示例人");
        demoLogins.open(example.id(), actor.employeeId(), "demo", "demo");
        demoLogins.open(example.id(), actor.employeeId(), "demo", "demo");
        assertThat(doors.browser().logIn(example.code(), "demo", "demo").getStatus()).isEqualTo(303);
    }

    @Test
    void changing_the_password_needs_the_present_one_and_ends_every_other_session() throws Exception {
        doors.account(keeper);
        var here = doors.loggedIn(school, "10217");
        var there = doors.loggedIn(school, "10217");
        here.open("/account");
        var wrong = here.submit("/account/password", "current", "wrong password", "password", NEXT);
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("现在的密码不对");
        assertThat(here.submit("/account/password", "current", Doors.PASSWORD, "password", "12345678").getStatus()).isEqualTo(422);
        assertThat(here.submit("/account/password", "current", Doors.PASSWORD, "password", NEXT).getStatus()).isEqualTo(303);
        assertThat(here.open("/account").getStatus()).isEqualTo(200);
        assertThat(there.open("/account").getStatus()).isEqualTo(302);
        assertThat(doors.browser().logIn(school.code(), "10217", Doors.PASSWORD).getStatus()).isEqualTo(422);
    }

    @Test
    void guessing_the_present_password_from_inside_is_limited_too_and_ends_no_session() throws Exception {
        doors.account(keeper);
        var inside = doors.loggedIn(school, "10217");
        inside.open("/account");
        for (var i = 0; i < 10; i++) inside.submit("/account/password", "current", "wrong password", "password", NEXT);
        assertThat(inside.submit("/account/password", "current", Doors.PASSWORD, "password", NEXT).getContentAsString()).contains("15 分钟内不能登录");
        assertThat(inside.open("/account").getStatus()).isEqualTo(200);
    }

    @Test
    void guessing_links_is_limited_by_network() throws Exception {
        var guesser = doors.browser().at("2001:db8:9:9::1");
        doors.spend(schools.all().getFirst().id(), "2001:db8:9:9::2", 58);
        for (var i = 0; i < 2; i++) assertThat(guesser.open("/set-up/guess" + i).getStatus()).isEqualTo(404);
        assertThat(guesser.open("/set-up/guess").getStatus()).isEqualTo(429);
    }

    private static String link(String page) {
        var found = LINK.matcher(page);
        if (!found.find()) throw new AssertionError("no link in " + page);
        return found.group(1);
    }
}
