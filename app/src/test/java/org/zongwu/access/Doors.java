package org.zongwu.access;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.support.WebTestUtils;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zongwu.access.account.Account;
import org.zongwu.access.account.Accounts;
import org.zongwu.access.guard.Guard;
import org.zongwu.access.password.Passwords;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.school.People;
import org.zongwu.school.SetUp;

/** Schools with people who can log in, and browsers that do, as people do it: over the page, its cookie and its form. */
public final class Doors {
    public static final String PASSWORD = "橘子树下有三把伞";
    private static final AtomicReference<String> HASH = new AtomicReference<>();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Schools schools;
    private final SetUp setUp;
    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final CsrfTokenRepository formTokens;
    private final Guard guard;
    private final Tenancy tenancy;
    private final MockMvc mvc;

    /** @param office the shared context of an {@link org.zongwu.Office} test; no bean of its own, so that the context stays shared */
    public Doors(ApplicationContext office) {
        schools = office.getBean(Schools.class);
        setUp = office.getBean(SetUp.class);
        people = office.getBean(People.class);
        accounts = office.getBean(Accounts.class);
        passwords = office.getBean(Passwords.class);
        formTokens = office.getBean(CsrfTokenRepository.class);
        guard = office.getBean(Guard.class);
        tenancy = office.getBean(Tenancy.class);
        mvc = office.getBean(MockMvc.class);
    }

    public Schools.School school(boolean demo) {
        var code = "d" + UUID.randomUUID().toString().substring(0, 12);
        if (schools.all().isEmpty()) schools.open("first", "先开的学校", false);
        return schools.open(code, "门口学校" + code, demo);
    }

    public Actor person(Schools.School school, String staffNo, String name, Duty... duties) {
        return tenancy.write(school.id(), () -> {
            var id = setUp.firstEmployee(staffNo, name, "总务处");
            for (var duty : duties) setUp.firstDuty(id, duty);
            return new Actor(school.id(), id, name, Set.of(duties));
        });
    }

    /** An account with {@link #PASSWORD}; the login name is the staff number. */
    public Account account(Actor person) {
        var hash = HASH.updateAndGet(h -> h == null ? passwords.hash(PASSWORD) : h); // costly on purpose, so once
        return tenancy.write(person.schoolId(), () -> accounts.openWith(person, person.employeeId(),
                people.employee(person.employeeId()).orElseThrow().staffNo(), hash));
    }

    /** As if so many guesses had just come from the network of this address. */
    public void spend(long schoolId, String address, int guesses) {
        for (var i = 0; i < guesses; i++) guard.takeFromNetwork(schoolId, address);
    }

    public Browser browser() {
        return new Browser();
    }

    public Browser loggedIn(Schools.School school, String login) throws Exception {
        var browser = browser();
        var answer = browser.logIn(school.code(), login, PASSWORD);
        if (answer.getStatus() != 303) throw new AssertionError(answer.getStatus() + " " + answer.getContentAsString());
        return browser;
    }

    /** Keeps cookies, and the token of the form that it last saw. */
    public final class Browser {
        private Cookie[] cookies = {};
        private String csrf = "";
        private String address = "10.%d.%d.%d".formatted(random(), random(), random());

        public Browser at(String address) {
            this.address = address;
            return this;
        }

        public MockHttpServletResponse open(String path) throws Exception {
            return send(get(URI.create(path)));
        }

        /** Posts the form that was last opened. */
        public MockHttpServletResponse submit(String path, String... params) throws Exception {
            var request = post(URI.create(path)).param("_csrf", csrf);
            for (var i = 0; i < params.length; i += 2) request.param(params[i], params[i + 1]);
            return send(request);
        }

        public MockHttpServletResponse logIn(String school, String login, String password) throws Exception {
            open("/login");
            return submit("/login", "school", school, "login", login, "password", password);
        }

        public MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
            if (cookies.length > 0) request.cookie(cookies);
            var response = mvc.perform(request.with(r -> {
                r.setRemoteAddr(address);
                // Spring's csrf() of some other test puts a repository of its own into the shared chain, and leaves it there
                WebTestUtils.setCsrfTokenRepository(r, formTokens);
                return r;
            })).andReturn().getResponse();
            for (var set : response.getCookies()) keep(set);
            var found = CSRF.matcher(response.getContentAsString());
            if (found.find()) csrf = found.group(1);
            return response;
        }

        public String csrf() {
            return csrf;
        }

        public Cookie cookie(String name) {
            return Arrays.stream(cookies).filter(c -> c.getName().equals(name)).findFirst().orElseThrow();
        }

        /** A second browser that was given this one's cookies. */
        public Browser copy() {
            var copy = new Browser();
            copy.cookies = cookies.clone();
            copy.csrf = csrf;
            return copy;
        }

        private void keep(Cookie set) {
            var others = Arrays.stream(cookies).filter(c -> !c.getName().equals(set.getName()));
            cookies = (set.getMaxAge() == 0 ? others : Stream.concat(others, Stream.of(set))).toArray(Cookie[]::new);
        }

        private static int random() {
            return ThreadLocalRandom.current().nextInt(1, 250);
        }
    }
}
