package org.zongwu.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.zongwu.Office;
import org.zongwu.access.Doors;
import org.zongwu.engine.Schools;

@Office
class ChainIT {
    @Autowired ApplicationContext office;

    private Doors doors;
    private Schools.School school;
    private Doors.Browser inside;

    @BeforeEach
    void somebodyInside() throws Exception {
        doors = new Doors(office);
        school = doors.school(false);
        doors.account(doors.person(school, "10217", "李秀兰"));
        inside = doors.loggedIn(school, "10217");
        inside.open("/account");
    }

    @Test
    void a_stranger_is_sent_to_the_door_and_from_there_where_he_wanted_to_go() throws Exception {
        assertThat(doors.browser().open("/account?x=%E7%B2%89").getHeader("Location")).isEqualTo("/login?to=%2Faccount%3Fx%3D%25E7%25B2%2589");
        assertThat(doors.browser().open("/").getHeader("Location")).isEqualTo("/login");
        assertThat(doors.browser().open("/no-such-page").getHeader("Location")).isEqualTo("/login?to=%2Fno-such-page");
    }

    @Test
    void a_fragment_sends_the_whole_page_to_the_door() throws Exception {
        var answer = doors.browser().send(get("/account").header("HX-Request", "true").header("HX-Current-URL", "http://localhost/stores/issues?page=2"));
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("HX-Redirect")).isEqualTo("/login?to=%2Fstores%2Fissues%3Fpage%3D2");
        var foreign = doors.browser().send(get("/account").header("HX-Request", "true").header("HX-Current-URL", "https://evil.example/x"));
        assertThat(foreign.getHeader("HX-Redirect")).isEqualTo("/login");
    }

    @Test
    void what_does_not_exist_is_a_404_for_those_inside() throws Exception {
        assertThat(inside.open("/no-such-page").getStatus()).isEqualTo(404);
    }

    @Test
    void a_form_without_its_token_changes_nothing() throws Exception {
        var answer = inside.send(post("/account/sessions/closure"));
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString()).contains("没有提交");
        assertThat(inside.send(post("/account/sessions/closure").param("_csrf", "AAAA")).getStatus()).isEqualTo(403);
        assertThat(doors.browser().send(post("/login").param("login", "10217").param("password", Doors.PASSWORD)).getStatus()).isEqualTo(403);
    }

    @Test
    void the_token_of_another_session_is_none() throws Exception {
        var other = doors.loggedIn(school, "10217");
        other.open("/account");
        assertThat(inside.send(post("/account/sessions/closure").param("_csrf", other.csrf())).getStatus()).isEqualTo(403);
        assertThat(inside.send(post("/account/sessions/closure").header("X-CSRF-Token", inside.csrf())).getStatus()).isEqualTo(303);
    }

    @Test
    void another_site_changes_nothing_even_with_the_token() throws Exception {
        for (var origin : new String[] {"https://evil.example", "null", "http://localhost:81"}) {
            var answer = inside.send(post("/account/sessions/closure").param("_csrf", inside.csrf()).header("Origin", origin));
            assertThat(answer.getStatus()).as(origin).isEqualTo(403);
            assertThat(answer.getContentAsString()).contains("别的网站");
        }
        assertThat(inside.send(post("/account/sessions/closure").param("_csrf", inside.csrf()).header("Sec-Fetch-Site", "cross-site")).getStatus()).isEqualTo(403);
        assertThat(inside.send(post("/account/sessions/closure").param("_csrf", inside.csrf()).header("Origin", "http://localhost")).getStatus()).isEqualTo(303);
    }

    @Test
    void methods_that_the_house_does_not_use_are_denied() throws Exception {
        for (var request : new org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder[] {delete("/account"), put("/account")}) {
            assertThat(inside.send(request.header("X-CSRF-Token", inside.csrf())).getStatus()).isEqualTo(403);
        }
    }

    @Test
    void every_answer_carries_the_headers() throws Exception {
        headers(inside.open("/account"), 200);
        headers(inside.open("/no-such-page"), 404);
        headers(inside.send(post("/account/sessions/closure")), 403);
        headers(inside.open("/admin/accounts"), 403);
        headers(doors.browser().open("/login"), 200);
        headers(doors.browser().open("/account"), 302);
        headers(doors.browser().open("/set-up/x"), 404);
        headers(doors.browser().logIn(school.code(), "10217", "wrong password"), 422);
    }

    @Test
    void what_the_firewall_refuses_is_a_page_with_the_headers_too() throws Exception {
        var answer = doors.browser().open("/a//b");
        headers(answer, 400);
        assertThat(answer.getContentAsString()).contains("这个地址打不开");
    }

    @Test
    void the_error_page_is_no_page_of_its_own() throws Exception {
        assertThat(inside.open("/error").getStatus()).isEqualTo(404);
        var fault = inside.send(get("/error").requestAttr("jakarta.servlet.error.status_code", 500));
        assertThat(fault.getStatus()).isEqualTo(500);
        assertThat(fault.getContentAsString()).contains("账上什么也没变");
        assertThat(inside.send(get("/error").requestAttr("jakarta.servlet.error.status_code", 418)).getStatus()).isEqualTo(418);
    }

    @Test
    void the_language_is_chosen_by_a_form_and_kept_in_a_cookie_even_before_log_in() throws Exception {
        var browser = doors.browser();
        browser.open("/login");
        var answer = browser.submit("/language", "lang", "en", "to", "//evil.example");
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/");
        assertThat(browser.open("/login").getContentAsString()).contains("<html lang=\"en\">").contains("Log in");
        assertThat(browser.send(get("/account").queryParam("lang", "zh")).getStatus()).isEqualTo(302);
        assertThat(browser.open("/login").getContentAsString()).contains("<html lang=\"en\">");
    }

    private static void headers(MockHttpServletResponse answer, int status) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; script-src 'self'; style-src-elem 'self'; "
                + "style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void strict_transport_is_asked_for_over_https_only() throws Exception {
        assertThat(doors.browser().send(get("/login").secure(true)).getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void the_cookie_is_closed_to_scripts_other_sites_and_over_https_to_everybody_else() throws Exception {
        var plain = doors.browser().logIn(school.code(), "10217", Doors.PASSWORD).getHeaders("Set-Cookie");
        assertThat(plain).anySatisfy(c -> assertThat(c).startsWith("zw=").contains("; HttpOnly").contains("; SameSite=Lax").contains("Path=/").doesNotContain("Secure").doesNotContain("Domain"));
        var browser = doors.browser();
        browser.send(get("/login").secure(true));
        var secure = browser.send(post("/login").secure(true).param("_csrf", browser.csrf()).param("school", school.code()).param("login", "10217").param("password", Doors.PASSWORD));
        assertThat(secure.getHeaders("Set-Cookie")).anySatisfy(c -> assertThat(c).startsWith("__Host-zw=").contains("; Secure").contains("; HttpOnly").contains("; SameSite=Lax").contains("Path=/").doesNotContain("Domain"));
        assertThat(secure.getHeaders("Set-Cookie")).noneMatch(c -> c.startsWith("JSESSIONID"));
    }

    @Test
    void what_is_open_is_open_without_asking_who_it_is() throws Exception {
        assertThat(doors.browser().open("/static/v/app/zongwu.css").getStatus()).isEqualTo(200);
        assertThat(doors.browser().open("/static/v/app/zongwu.css").getHeader("Cache-Control")).contains("max-age").doesNotContain("no-store");
    }
}
