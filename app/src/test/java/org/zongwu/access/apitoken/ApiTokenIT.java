package org.zongwu.access.apitoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static zongwu.db.access.Tables.API_TOKEN;
import static zongwu.db.school.Tables.EMPLOYEE;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zongwu.Office;
import org.zongwu.TestClock;
import org.zongwu.access.Doors;
import org.zongwu.access.account.Accounts;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Duty;
import org.zongwu.trail.Trail;

@Office
class ApiTokenIT {
    private static final Pattern SECRET = Pattern.compile("zw_[0-9a-f]{32}_[A-Za-z0-9_-]+");
    private static final String FIGURES = "/api/v1/figures";

    @Autowired ApplicationContext office;
    @Autowired MockMvc web;
    @Autowired Tenancy tenancy;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired Trail trail;
    @Autowired Accounts accounts;
    @Autowired List<Control> controls;
    @Value("${zongwu.db.url}") String url;
    @Value("${zongwu.db.user}") String user;
    @Value("${zongwu.db.password}") String password;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    private Doors doors;
    private Schools.School school;
    private Actor director;
    private Actor admin;

    @BeforeEach
    void aDirectorAndAnAdministrator() {
        doors = new Doors(office);
        school = doors.school(false);
        director = doors.person(school, "10001", "程远", Duty.GA_DIRECTOR);
        admin = doors.person(school, "10002", "陈立", Duty.SYS_ADMIN);
    }

    @AfterEach
    void giveTheTimeBack() {
        clock.reset();
    }

    @Test
    void the_director_makes_one_and_sees_its_secret_once_and_it_is_kept_as_a_hash() throws Exception {
        doors.account(director);
        var desk = doors.loggedIn(school, "10001");
        assertThat(desk.open("/admin/tokens").getContentAsString()).contains("还没有令牌");
        desk.open("/admin/tokens/new");
        var made = desk.submit("/admin/tokens", "_key", UUID.randomUUID().toString(), "name", "县教育局数据平台", "until", "2027-03-31");
        assertThat(made.getStatus()).isEqualTo(303);
        var page = desk.open(made.getHeader("Location")).getContentAsString();
        var secret = SECRET.matcher(page);
        assertThat(secret.find()).isTrue();
        assertThat(desk.open("/admin/tokens/" + id(secret.group())).getContentAsString()).contains("县教育局数据平台", "2027-03-31", "还没有用过").doesNotContain(secret.group());

        var row = tenancy.read(school.id(), () -> db.selectFrom(API_TOKEN).where(API_TOKEN.SCHOOL_ID.eq(school.id())).fetchSingle());
        assertThat(row.getTokenHash()).isEqualTo(Bearer.parse(secret.group()).orElseThrow().token().hash());
        assertThat(ask(FIGURES, secret.group()).getStatus()).isEqualTo(200);
        assertThat(desk.open("/admin/tokens").getContentAsString()).contains("县教育局数据平台", "有效", "2026-11-23 09:00");
        assertThat(tenancy.read(school.id(), () -> trail.steps(row.getId()))).extracting(Trail.Step::action).containsExactly("api-token-made");
    }

    @Test
    void a_year_at_most_on_the_page_and_in_the_database() throws Exception {
        doors.account(director);
        var desk = doors.loggedIn(school, "10001");
        for (var until : List.of("2027-11-24", "2026-11-22", "")) {
            desk.open("/admin/tokens/new");
            assertThat(desk.submit("/admin/tokens", "_key", UUID.randomUUID().toString(), "name", "平台", "until", until).getStatus()).as(until).isEqualTo(422);
        }
        assertThat(desk.submit("/admin/tokens", "_key", UUID.randomUUID().toString(), "name", "平台", "until", "2027-11-23").getStatus()).isEqualTo(303);
        assertThatThrownBy(() -> tenancy.write(school.id(), () -> office.getBean(ApiTokenRepository.class).insert(UUID.randomUUID(), "后门", new byte[32], director, LocalDate.of(2027, 11, 24))))
                .hasMessageContaining("api_token_year");
        assertThatThrownBy(() -> tenancy.write(school.id(), () -> db.update(API_TOKEN).set(API_TOKEN.VALID_UNTIL, LocalDate.of(2030, 1, 1)).where(API_TOKEN.SCHOOL_ID.eq(school.id())).execute()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void it_opens_nothing_else_whatever_the_path_and_the_method() throws Exception {
        var token = token();
        var open = new ArrayList<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            for (var pattern : mapping.getPatternValues()) {
                for (var verb : mapping.getMethodsCondition().getMethods()) {
                    if (pattern.startsWith("/api/v1")) continue;
                    var path = pattern.replaceAll("\\{[a-z]+:[^/]+}", "n".repeat(22)).replaceAll("\\{(version|nth)}", "1").replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
                    var status = status(HttpMethod.valueOf(verb.name()), path, token);
                    if (status != 403) open.add(verb + " " + path + " answers " + status);
                }
            }
        });
        assertThat(open).isEmpty();
        for (var method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.OPTIONS)) assertThat(status(method, FIGURES, token)).as(method.name()).isEqualTo(403);
        assertThat(status(HttpMethod.GET, "/static/x/app/zongwu.css", token)).isEqualTo(403);
        assertThat(status(HttpMethod.GET, "/api/v2/figures", token)).isEqualTo(403);
        assertThat(status(HttpMethod.GET, "/api/v1/pupils", token)).isEqualTo(404);
        assertThat(status(HttpMethod.HEAD, FIGURES, token)).isEqualTo(200);
    }

    @Test
    void without_a_good_one_a_program_is_told_so_in_json() throws Exception {
        var none = web.perform(get(FIGURES)).andReturn().getResponse();
        assertThat(none.getStatus()).isEqualTo(401);
        assertThat(none.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"zongwu\"");
        assertThat(none.getContentType()).isEqualTo("application/problem+json");
        assertThat(text(none)).contains("\"status\":401", "\"detail\":\"这个地址要用令牌读取", "\"instance\":\"/api/v1/figures\"");

        var good = token();
        var bearer = Bearer.parse(good).orElseThrow();
        var wrongId = good.replaceFirst("zw_[0-9a-f]{4}", "zw_0000");
        for (var wrong : List.of("x", "zw_", good + "A", wrongId, new Bearer(bearer.id(), org.zongwu.access.token.Token.next(school.id())).text(), bearer.token().text(), good.toUpperCase(java.util.Locale.ROOT))) {
            var answer = ask(FIGURES, wrong);
            assertThat(answer.getStatus()).as(wrong).isEqualTo(401);
            assertThat(answer.getHeader("WWW-Authenticate")).contains("invalid_token");
            assertThat(text(answer)).doesNotContain(wrong.length() > 3 ? wrong : "zw_");
        }
        assertThat(ask(FIGURES, good).getStatus()).isEqualTo(200);
    }

    @Test
    void no_cookie_is_set_and_none_is_looked_at() throws Exception {
        doors.account(director);
        var desk = doors.loggedIn(school, "10001");
        assertThat(desk.open("/figures").getStatus()).isEqualTo(200);
        assertThat(desk.open(FIGURES).getStatus()).isEqualTo(401);
        assertThat(ask(FIGURES, token()).getCookies()).isEmpty();
        // who is logged in and shows a token is the program, and gets no page
        assertThat(desk.send(get("/figures").header("Authorization", "Bearer " + token())).getStatus()).isEqualTo(403);
    }

    @Test
    void revoked_is_over_at_once_and_for_good_and_the_administrator_may_do_it() throws Exception {
        var token = token();
        assertThat(ask(FIGURES, token).getStatus()).isEqualTo(200);
        doors.account(admin);
        var desk = doors.loggedIn(school, "10002");
        assertThat(desk.open("/admin/tokens").getContentAsString()).contains("测试程序").doesNotContain("/admin/tokens/new");
        assertThat(desk.open("/admin/tokens/new").getStatus()).isEqualTo(403);
        var id = id(token);
        desk.open("/admin/tokens/" + id);
        assertThat(desk.submit("/admin/tokens/" + id + "/revocation", "_key", UUID.randomUUID().toString()).getStatus()).isEqualTo(303);
        assertThat(ask(FIGURES, token).getStatus()).isEqualTo(401);
        assertThat(tenancy.read(school.id(), () -> trail.steps(id))).extracting(Trail.Step::action).containsExactly("api-token-revoked", "api-token-made");
        assertThat(tenancy.write(school.id(), () -> db.update(API_TOKEN).setNull(API_TOKEN.REVOKED_AT).setNull(API_TOKEN.REVOKED_BY).setNull(API_TOKEN.REVOKED_BY_NAME)
                .where(API_TOKEN.SCHOOL_ID.eq(school.id()), API_TOKEN.ID.eq(id)).execute())).isZero();
    }

    @Test
    void its_last_day_counts_and_the_next_does_not() throws Exception {
        var token = token();
        clock.advance(Duration.ofDays(30));
        assertThat(ask(FIGURES, token).getStatus()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(ask(FIGURES, token).getStatus()).isEqualTo(401);
    }

    @Test
    void it_stops_when_nobody_answers_for_it_any_more() throws Exception {
        var token = token();
        var account = doors.account(director);
        accounts.disable(admin, account.id());
        assertThat(ask(FIGURES, token).getStatus()).isEqualTo(401);
        accounts.enable(admin, account.id());
        assertThat(ask(FIGURES, token).getStatus()).isEqualTo(200);
        tenancy.write(school.id(), () -> db.update(EMPLOYEE).set(EMPLOYEE.LEFT_ON, LocalDate.of(2026, 11, 20)).where(EMPLOYEE.SCHOOL_ID.eq(school.id()), EMPLOYEE.ID.eq(director.employeeId())).execute());
        assertThat(ask(FIGURES, token).getStatus()).isEqualTo(401);
        doors.account(admin);
        assertThat(doors.loggedIn(school, "10002").open("/admin/tokens").getContentAsString()).contains("生成人已离岗");
    }

    @Test
    void a_use_is_noted_once_a_minute() throws Exception {
        var token = token();
        ask(FIGURES, token);
        var first = lastUsed(token);
        clock.advance(Duration.ofSeconds(30));
        ask(FIGURES, token);
        assertThat(lastUsed(token)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(31));
        ask(FIGURES, token);
        assertThat(lastUsed(token)).isAfter(first);
    }

    @Test
    void one_that_was_changed_or_put_in_by_hand_is_found_by_the_proof() throws Exception {
        var token = token();
        ask(FIGURES, token);
        var rows = controls.stream().filter(c -> c.id().equals("TRAIL-ROWS")).findFirst().orElseThrow();
        assertThat(tenancy.read(school.id(), rows::check).findings()).isEmpty();
        var superuser = new JdbcTemplate(new DriverManagerDataSource(url, user, password));
        superuser.update("update access.api_token set valid_until = valid_until + 100 where school_id = ?", school.id());
        assertThat(tenancy.read(school.id(), rows::check).findings().toString()).contains("access.api_token", "valid_until");
        superuser.update("insert into access.api_token (school_id, id, name, scope, token_hash, made_by, made_by_name, made_at, valid_until) select school_id, gen_random_uuid(), '后门', scope, token_hash,"
                + " made_by, made_by_name, made_at, valid_until - 100 from access.api_token where school_id = ?", school.id());
        assertThat(tenancy.read(school.id(), rows::check).findings()).hasSize(2);
    }

    private java.time.Instant lastUsed(String token) {
        return tenancy.read(school.id(), () -> db.select(API_TOKEN.LAST_USED_AT).from(API_TOKEN).where(API_TOKEN.SCHOOL_ID.eq(school.id()), API_TOKEN.ID.eq(id(token))).fetchSingle().value1());
    }

    private String token() {
        return Programs.bearer(office, director).substring("Bearer ".length());
    }

    private static UUID id(String token) {
        return Bearer.parse(token).orElseThrow().id();
    }

    private MockHttpServletResponse ask(String path, String token) throws Exception {
        return web.perform(get(URI.create(path)).header("Authorization", "Bearer " + token)).andReturn().getResponse();
    }

    private int status(HttpMethod method, String path, String token) {
        try {
            return web.perform(request(method, URI.create(path)).header("Authorization", "Bearer " + token)).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
