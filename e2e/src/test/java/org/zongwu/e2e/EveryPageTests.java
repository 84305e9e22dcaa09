package org.zongwu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Follows every link that a person may follow, in a school with a term of work and in one that was set up today. Nothing that
 * is offered is refused; every page of the authorisation matrix was reached and answers; and of each kind of page one was
 * looked at: no fault of accessibility in light or dark, wide or on a phone, and nothing scrolls sideways there. With
 * {@code -Dzongwu.pictures=DIR} each kind is also photographed.
 */
class EveryPageTests {
    private static final String PICTURES = System.getProperty("zongwu.pictures", "");
    private static final Path MATRIX = Path.of("../app/src/test/resources/authorisation.txt");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final List<String> PEOPLE = List.of("ga-director", "storekeeper", "accountant", "buyer", "head-teacher", "dispatcher", "worker", "teacher", "sys-admin", "sec-admin", "log-auditor");
    /** The rest has been looked at once the page has been seen in light: only the colours are others. */
    private static final List<String> COLOURS = List.of("color-contrast");
    private static final List<String> TOUCH = List.of("color-contrast", "target-size");
    /** So high that no sticky foot covers what would be seen after scrolling. */
    private static final int HIGH = 1600;
    private static final List<String> EVERYTHING = List.of();
    /** A one-time link of somebody, the way in, and pictures for other machines: looked at by tests of their own. */
    /** Answered to tokens, not to persons: ApiIT asks them. */
    private static final String PROGRAMS = "/api/";
    private static final Set<String> ELSEWHERE = Set.of("/stores/requests/offers", "/set-up/{token}", "/set-up/next", "/ca/qr.svg", "/ca/zongwu.crt", "/ca");

    private final Set<String> lookedAt = new TreeSet<>();
    private final Set<String> answered = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Set<String>> partsSeen = new HashMap<>();
    private int examined;

    @Test
    void every_page_of_a_school_at_work_is_sound() {
        var office = Product.demo();
        stranger(office.base);
        for (var login : PEOPLE) {
            var context = Browsers.context(office.base, 1280, 800, ColorScheme.LIGHT);
            try (context) {
                var person = new Person(login, context, Browsers.login(context, login));
                person.follow(person.starts());
                if (login.equals("ga-director")) person.importsSomething();
                person.poses();
            }
        }
        System.out.printf("%d kinds of pages looked at, %d addresses answered, %d forms examined%n", lookedAt.size(), answered.size(), examined);
        var unreached = pages().stream().filter(p -> answered.stream().noneMatch(a -> fits(p, a))).toList();
        assertThat(faults).isEmpty();
        // Steps that only a record in the right state offers to the right person are walked by the journeys and screens tests of their rooms
        System.out.println("not reached by following links: " + unreached);
        assertThat(unreached).as("pages of the matrix that nobody reached").hasSizeLessThan(pages().size() / 3);
    }

    @Test
    void every_page_of_a_school_on_its_first_day_is_sound() throws Exception {
        try (var school = NewSchool.open()) {
            for (var login : NewSchool.logins()) {
                var context = Browsers.context(school.product.base, 1280, 800, ColorScheme.LIGHT);
                try (context) {
                    var person = new Person(login, context, Browsers.login(context, login, NewSchool.PASSWORD));
                    person.follow(person.starts());
                    for (var path : pages()) if (!path.contains("{") && !person.visited.containsKey(path)) person.answer(path, Set.of(200, 403));
                }
            }
            assertThat(faults).isEmpty();
            assertThat(pages().stream().filter(p -> !p.contains("{")).filter(p -> !answered.contains(p))).as("pages that nobody reached in the empty school").isEmpty();
        }
    }

    /** Without a log-in: the door, right and wrong, and a link that is over. */
    private void stranger(String base) {
        var context = Browsers.context(base, 1280, 800, ColorScheme.LIGHT);
        try (context) {
            var person = new Person("", context, context.newPage());
            person.look("/login", "login");
            answered.add("/login");
            person.page.fill("input[name=login]", "nobody");
            person.page.fill("input[name=password]", "not-the-password");
            person.page.click("form button.pri");
            person.page.waitForLoadState();
            person.closely("login-refused");
            person.look("/set-up/used", "set-up-over");
            person.look("/ca", "ca");
            person.look("/r/qinghe/box", "box");
            answered.add("/r/qinghe/box");
        }
    }

    /** GET paths of the authorisation matrix. */
    private static List<String> pages() {
        try (var lines = Files.lines(MATRIX)) {
            return lines.filter(l -> l.startsWith("GET ")).map(l -> l.split(" ")[1]).filter(p -> !ELSEWHERE.contains(p) && !p.startsWith(PROGRAMS)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean fits(String pattern, String path) {
        return path.matches(pattern.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /** Somebody at work: logged in once, asking for pages; the browser opens only those that nobody has looked at. */
    private final class Person {
        private final String login;
        private final BrowserContext context;
        private final Page page;
        private final Map<String, String> visited = new TreeMap<>();

        Person(String login, BrowserContext context, Page page) {
            this.login = login;
            this.context = context;
            this.page = page;
            context.addInitScript(axe());
        }

        List<String> starts() {
            return List.of("/", "/search?q=zh", "/search");
        }

        void follow(List<String> starts) {
            var next = new ArrayDeque<>(starts);
            while (!next.isEmpty()) {
                var path = next.poll();
                if (visited.putIfAbsent(shape(path), path) != null) continue;
                var answer = answer(path, Set.of(200));
                if (answer == null) continue;
                for (var link : links(answer.text())) if (!visited.containsKey(shape(link))) next.add(link);
            }
        }

        /** Asks for a page, without a browser. Null when it is refused, or is no page. */
        APIResponse answer(String path, Set<Integer> allowed) {
            var answer = context.request().get(path);
            if (!allowed.contains(answer.status())) faults.add("%s %s answers %d".formatted(login, path, answer.status()));
            if (answer.status() != 200) return null;
            answered.add(path.replaceAll("\\?.*", ""));
            if (!answer.headers().getOrDefault("content-type", "").startsWith("text/html")) return null;
            if (!lookedAt.contains(shape(path))) look(path, shape(path));
            return answer;
        }

        void look(String path, String kind) {
            page.navigate(path);
            closely(kind);
        }

        /** The page as it stands, in four forms. */
        void closely(String kind) {
            if (!lookedAt.add(kind)) return;
            form(kind, 1280, "light", EVERYTHING);
            form(kind, 1280, "dark", COLOURS);
            form(kind, 390, "dark", COLOURS);
            form(kind, 390, "light", TOUCH);
            page.setViewportSize(1280, HIGH);
        }

        /** Wide and light, everything is examined. In the other forms a page is when it has a part that was not yet seen so: pages are built of few parts. */
        private void form(String kind, int width, String scheme, List<String> rules) {
            if (page.viewportSize().width != width || page.viewportSize().height != HIGH) page.setViewportSize(width, HIGH);
            page.evaluate("s => document.documentElement.dataset.bsTheme = s", scheme);
            if (partsSeen.computeIfAbsent(width + scheme, f -> new HashSet<>()).addAll(strings("""
                    () => [...new Set([...document.querySelectorAll('body *')].filter(e => e.getClientRects().length).map(e => {
                      const part = e => e.tagName + '.' + e.className;
                      return part(e.parentElement) + ' > ' + part(e);
                    }))]""", null)) || rules.isEmpty()) examine(width, scheme, rules);
            if (width == 390) {
                var wide = ((Number) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
                if (wide > 0) faults.add("%s %s scrolls sideways by %d px at 390 px".formatted(login, page.url(), wide));
            }
            if (!PICTURES.isEmpty()) {
                var name = (login + "-" + kind).replaceAll("[^a-z0-9{}]+", "-") + "-" + width + "-" + scheme + ".png";
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(PICTURES, name)));
            }
        }

        private void examine(int width, String scheme, List<String> rules) {
            var found = strings("""
                    async rules => {
                      const which = rules ? {type: 'rule', values: rules} : {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']};
                      const result = await axe.run(document, {runOnly: which, resultTypes: ['violations'], preload: false});
                      return result.violations.map(v => v.id + ' at ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', '));
                    }""", rules.isEmpty() ? null : rules);
            for (var fault : found) faults.add("%s %s %d %s: %s".formatted(login, page.url().replaceFirst("https?://[^/]+", ""), width, scheme, fault));
            examined++;
        }

        @SuppressWarnings("unchecked")
        private List<String> strings(String script, Object given) {
            return (List<String>) page.evaluate(script, given);
        }

        /** What no link leads to: a page that is not there, a filter that leaves nothing, documents in every state, forms with errors. */
        void poses() {
            look("/nothing-here", "not-found");
            switch (login) {
                case "ga-director" -> {
                    look("/parties?q=zzzzzz", "filtered-to-nothing");
                    look("/search?q=zzzzzz", "search-nothing");
                    refused("/parties/new");
                    refused("/school/terms/new");
                    pick("/parties/pick?q=a");
                    pick("/school/employees/pick?q=a");
                }
                case "storekeeper" -> {
                    look("/school/students", "forbidden");
                    for (var register : List.of("/stores/receipts", "/stores/issues")) {
                        for (var state : List.of("DRAFT", "SUBMITTED", "ACCEPTED", "SIGNED", "POSTED", "REVERSED", "REVERSAL")) document(register, state);
                        refused(register + "/new");
                    }
                    refused("/stores/items/new");
                    pick("/stores/items/pick?q=a");
                    print("/stores/issues");
                    print("/stores/receipts");
                }
                case "sys-admin" -> {
                    refused("/admin/accounts/new");
                    pick("/admin/accounts/people?q=a");
                }
                default -> { }
            }
        }

        private void pick(String path) {
            assertThat(context.request().get(path).status()).as(path).isEqualTo(200);
            answered.add(path.replaceAll("\\?.*", ""));
        }

        /** The first document of that state, its forms, and all that hangs on it. */
        private void document(String register, String state) {
            var found = firstRow(register + "?state=" + state);
            if (found == null) return;
            look(found, register + " " + state);
            follow(List.of(found));
            for (var form : List.of("/edit", "/reversal")) {
                var answer = context.request().get(found + form);
                if (answer.status() == 200) {
                    answered.add(found + form);
                    look(found + form, register + "/{id}" + form);
                }
            }
        }

        private String firstRow(String register) {
            var table = Objects.requireNonNull(context.request().get(register)).text();
            var row = Pattern.compile("<tbody><tr><td[^>]*>.*?href=\"([^\"]+)\"").matcher(table);
            return row.find() ? row.group(1) : null;
        }

        private void print(String register) {
            var found = firstRow(register + "?state=POSTED");
            page.navigate(found);
            var form = FormData.create().set("_csrf", page.locator("input[name=_csrf]").first().inputValue()).set("_key", java.util.UUID.randomUUID().toString());
            var printed = context.request().post(found + "/prints", RequestOptions.create().setForm(form).setHeader("Origin", page.url().replaceAll("(https?://[^/]+).*", "$1")));
            if (printed.status() != 200 || !printed.headers().get("content-type").startsWith("application/pdf")) faults.add(found + "/prints answers " + printed.status());
            answered.add(printed.url().replaceFirst("https?://[^/]+", ""));
        }

        /** Sends the form as it is found, with nothing filled in. */
        private void refused(String path) {
            page.navigate(path);
            page.locator("main input:not([type=hidden]):visible").first().fill("");
            page.locator("form[data-once] button.pri").click();
            page.locator(".zw-errs").waitFor();
            closely(path + " refused");
        }

        /** Brings a small ledger, so that there is a run to look at, with rows that are good, doubtful and wrong. */
        void importsSomething() {
            var folder = Path.of("target/ledgers").toAbsolutePath();
            try {
                Files.createDirectories(folder);
                var rooms = folder.resolve("rooms.csv");
                Files.writeString(rooms, "楼栋,门牌号,名称,楼层,类别,使用面积\n教学楼A座,9901,录播教室,9,教室,86\n教学楼A座,9901,录播教室,9,教室,86\n没有的楼,101,值班室,1,办公室,abc\n", StandardCharsets.UTF_8);
                var unknown = folder.resolve("unknown.csv");
                Files.writeString(unknown, "甲,乙,丙\n1,2,3\n", StandardCharsets.UTF_8);
                page.navigate("/imports");
                page.locator("form[data-once] button.pri").click();
                page.locator(".zw-errs").waitFor();
                closely("imports refused");
                upload(unknown, "rooms");
                closely("imports columns");
                upload(rooms, "rooms");
                closely("imports tried");
                var run = page.url().replaceFirst("https?://[^/]+", "");
                follow(List.of(run, "/imports", "/imports/runs", run + "/original", run + "/corrected"));
                page.navigate(run);
                var commit = page.locator("#commit button.pri");
                if (commit.count() > 0) {
                    commit.click();
                    page.waitForLoadState();
                    closely("imports written");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void upload(Path file, String template) {
            page.navigate("/imports");
            page.setInputFiles("#file", file);
            page.selectOption("#template", template);
            page.locator("form[data-once] button.pri").click();
            page.waitForLoadState();
        }
    }

    private static List<String> links(String html) {
        var byShape = new LinkedHashMap<String, String>();
        LINK.matcher(html).results().map(m -> m.group(1).replace("&amp;", "&")).filter(l -> !l.startsWith("/static/")).forEach(l -> byShape.putIfAbsent(shape(l), l));
        return List.copyOf(byShape.values());
    }

    /** Pages of one kind have one shape: ids, numbers and what is asked for do not count, but how a register is written out does. */
    private static String shape(String path) {
        var format = path.contains("format=") ? "?" + path.replaceAll(".*(format=\\w+).*", "$1") : "";
        return path.replaceAll("\\?.*", "").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}").replaceAll("/[A-Z][A-Z0-9_]+$", "/{figure}")
                .replaceAll("/\\d{4}-\\d{4}-\\d", "/{term}").replaceAll("/\\d+$", "/{n}").replaceAll("/\\d+/", "/{n}/") + format;
    }

    private static String axe() {
        try (var in = Objects.requireNonNull(EveryPageTests.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
