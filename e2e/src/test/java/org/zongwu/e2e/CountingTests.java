package org.zongwu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Two real phone pages and several clients that send everything twice count one warehouse at once, with and without the network:
 * nothing is counted twice or lost. 4 clients and 200 items; {@code -Dzongwu.count.clients=20 -Dzongwu.count.items=5000} for more.
 */
class CountingTests {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern ME = Pattern.compile("class=\"zw-me\"[^>]*><span>([^<]+)<");
    private static final Pattern LINE = Pattern.compile("\\[\"([0-9a-f-]{36})\",(\\d+),\"([^\"]+)\"");
    private static final int CLIENTS = Integer.getInteger("zongwu.count.clients", 4);
    private static final int ITEMS = Integer.getInteger("zongwu.count.items", 200);
    /** Lines that each phone page counts by its own number pad. */
    private static final int BY_HAND = 8;
    private static final int BATCH = 20;
    private static final List<String> PHONES = List.of("dispatcher", "union");
    private static final List<String> REPLAYING = List.of("teacher", "buyer", "accountant", "discipline");

    private final Product office = Product.demo();
    private final Random random = new Random(11);

    private record Line(String id, String code) {}

    @Test
    void phones_and_replaying_clients_count_nothing_twice_and_lose_nothing() throws Exception {
        var begun = System.nanoTime();
        try (var keeper = Session.login(office.base, "storekeeper"); var teacher = Session.login(office.base, "teacher"); var director = Session.login(office.base, "ga-director")) {
            var campaign = begin(keeper, teacher, director);
            var path = "/stocktakes/" + campaign;
            var sheet = first(Pattern.compile(path + "/sheets/([0-9a-f-]{36})/blank"), director.get(path).body());
            var lines = LINE.matcher(teacher.get(path + "/sheets/" + sheet + "/list").body()).results().map(m -> new Line(m.group(1), m.group(3))).toList();
            assertThat(lines).hasSize(ITEMS);
            var prepared = System.nanoTime();
            var pages = PHONES.stream().map(login -> phone(login, path + "/sheets/" + sheet + "/count")).toList();
            var byHand = new ArrayList<List<Line>>();
            for (var i = 0; i < pages.size(); i++) byHand.add(lines.subList(i * BY_HAND, (i + 1) * BY_HAND));
            // the second phone's lines are counted by a client too: two people on one line, and both are kept
            var others = lines.subList(BY_HAND, lines.size());
            var sent = new AtomicInteger();
            var known = new AtomicInteger();
            var answers = Executors.newSingleThreadExecutor();
            var replay = answers.submit(() -> replay(path, others, sent, known));
            for (var i = 0; i < pages.size(); i++) {
                countHalf(pages.get(i), byHand.get(i).subList(0, BY_HAND / 2));
                sentAll(pages.get(i));
                pages.get(i).context().setOffline(true);
                countHalf(pages.get(i), byHand.get(i).subList(BY_HAND / 2, BY_HAND));
                // a count that was on its way when the network went waits here again; the sums below say whether it came twice
                assertThat(pages.get(i).locator("[data-queue]")).hasText(Pattern.compile("[" + BY_HAND / 2 + "-9] 条待上传"));
            }
            for (var page : pages) page.context().setOffline(false);
            pages.forEach(CountingTests::sentAll);
            replay.get();
            answers.shutdown();
            var register = "/stocktakes/lines?stocktake=" + campaign + "&exact=yes&format=json";
            var all = director.get(register).body();
            var expected = others.size() + pages.size() * BY_HAND;
            assertThat(number("count", all)).as("lines on the list").isEqualTo(ITEMS);
            assertThat(number("count", director.get(register + "&state=OPEN").body())).as("lost").isZero();
            assertThat(totals(all)).as("every count is there, once").isEqualTo(expected);
            assertThat(known.get()).as("what was sent again was known").isEqualTo(others.size());
            var seconds = (System.nanoTime() - prepared) / 1e9;
            System.out.printf("COUNT %d items, 2 phone pages (%d counts by hand, %d of them offline), %d clients sent %d counts twice: %d counts kept, 0 lost, 0 twice, in %.1f s (%.1f s with the catalogue)%n",
                    ITEMS, pages.size() * BY_HAND, pages.size() * BY_HAND / 2, CLIENTS, others.size(), totals(all), seconds, (System.nanoTime() - begun) / 1e9);
            pages.forEach(p -> p.context().close());
        }
    }

    private Page phone(String login, String path) {
        BrowserContext context = Browsers.context(office.base, 390, 844, ColorScheme.LIGHT);
        var page = Browsers.login(context, login);
        page.navigate(path);
        page.locator("[data-count][data-ready=yes]").waitFor();
        return page;
    }

    private static void sentAll(Page page) {
        assertThat(page.locator("[data-queue]")).hasText("都已上传", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    }

    /** By scanning the code, pressing the pad and going on with Enter, in turns. */
    private static void countHalf(Page page, List<Line> lines) {
        var enter = false;
        for (var line : lines) {
            page.locator("#scan").fill(line.code());
            page.locator("#scan").press("Enter");
            assertThat(page.locator("[data-now] [data-code]")).hasText(line.code());
            page.locator("[data-key='1']").click();
            page.locator("[data-key='0']").click();
            if (enter) page.locator("#number").press("Enter");
            else page.locator("[data-next]").click();
            assertThat(page.locator("[data-now] [data-code]")).not().hasText(line.code());
            enter = !enter;
        }
    }

    /** Each client has its share of the lines, sends every batch twice, and in the end all at once. */
    private Void replay(String path, List<Line> lines, AtomicInteger sent, AtomicInteger known) throws Exception {
        var sessions = new ArrayList<Session>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (var i = 0; i < CLIENTS; i++) sessions.add(Session.login(office.base, REPLAYING.get(i % REPLAYING.size())));
            var work = new ArrayList<Callable<HttpResponse<String>>>();
            for (var from = 0; from < lines.size(); from += BATCH) {
                var session = sessions.get(from / BATCH % CLIENTS);
                var form = form(lines.subList(from, Math.min(from + BATCH, lines.size())));
                for (var again = 0; again < 2; again++) work.add(() -> session.post(path + "/counts", form, null));
            }
            Collections.shuffle(work, random);
            for (var done : threads.invokeAll(work)) {
                var answer = done.get();
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).doesNotContain("REFUSED").doesNotContain("LATE");
                sent.addAndGet(answer.body().split("KEPT", -1).length - 1);
                known.addAndGet(answer.body().split("KNOWN", -1).length - 1);
            }
            assertThat(sent.get()).isEqualTo(lines.size());
        } finally {
            sessions.forEach(Session::close);
        }
        return null;
    }

    private static Map<String, List<String>> form(List<Line> lines) {
        var now = Long.toString(System.currentTimeMillis());
        return Map.of("sent", List.of(now), "id", lines.stream().map(l -> UUID.randomUUID().toString()).toList(), "line", lines.stream().map(Line::id).toList(), "round", lines.stream().map(l -> "1").toList(),
                "quantity", lines.stream().map(l -> "10").toList(), "at", lines.stream().map(l -> now).toList());
    }

    /** A warehouse of its own with ten of each item, and a stocktake of it whose list is fixed. */
    private String begin(Session keeper, Session teacher, Session director) throws Exception {
        var run = UUID.randomUUID().toString().substring(0, 6);
        led(director.post("/stores/warehouses", Map.of("code", List.of(run), "name", List.of("盘点库 " + run), "keeper", List.of(name(keeper)), "from", List.of("2026-09-01")), UUID.randomUUID()));
        var form = keeper.get("/stores/items/new").body();
        var category = first(ID, form.substring(form.indexOf("name=\"category\"")));
        var codes = new ArrayList<String>();
        var work = new ArrayList<Callable<String>>();
        for (var i = 0; i < ITEMS; i++) {
            var code = "%s-%04d".formatted(run.toUpperCase(java.util.Locale.ROOT), i);
            codes.add(code);
            work.add(() -> led(keeper.post("/stores/items", Map.of("code", List.of(code), "name", List.of("待盘 " + code), "unit", List.of("件"), "category", List.of(category)), UUID.randomUUID())));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(work)) done.get();
        }
        var warehouses = keeper.get("/stores/issues/new").body();
        var warehouse = first(Pattern.compile("value=\"([0-9a-f-]{36})\"[^>]*>盘点库 " + run), warehouses);
        for (var from = 0; from < codes.size(); from += 200) receive(keeper, teacher, director, warehouse, codes.subList(from, Math.min(from + 200, codes.size())));
        var counters = new ArrayList<String>();
        for (var login : PHONES) counters.add(nameOf(login));
        for (var login : REPLAYING) counters.add(nameOf(login));
        var second = name(keeper);
        var planned = led(director.post("/stocktakes", Map.of("name", List.of("清点 " + run), "day", List.of("2026-11-20"), "recount", List.of("ALL"), "place", counters.stream().map(c -> "stores:" + warehouse).toList(),
                "first", counters, "second", counters.stream().map(c -> second).toList()), UUID.randomUUID()));
        var id = first(ID, planned);
        led(director.post("/stocktakes/" + id + "/freezing", Map.of(), UUID.randomUUID()));
        return id;
    }

    private static void receive(Session keeper, Session teacher, Session director, String warehouse, List<String> items) throws Exception {
        var made = led(keeper.post("/stores/receipts", Map.of("warehouse", List.of(warehouse), "funding", List.of("OPENING"), "day", List.of("2026-11-20"), "acceptor1", List.of(name(teacher)), "acceptor2", List.of(name(director)),
                "item", items, "quantity", items.stream().map(i -> "10").toList(), "price", items.stream().map(i -> "1.00").toList()), UUID.randomUUID()));
        var receipt = "/stores/receipts/" + first(ID, made);
        for (var acceptor : List.of(teacher, director)) {
            led(acceptor.post(first(Pattern.compile("action=\"(" + receipt + "/acceptance\\?version=\\d+)\""), acceptor.get(receipt).body()), Map.of(), UUID.randomUUID()));
        }
        led(keeper.post(receipt + "/posting", Map.of(), UUID.randomUUID()));
    }

    private String nameOf(String login) throws Exception {
        try (var session = Session.login(office.base, login)) {
            return name(session);
        }
    }

    private static int number(String name, String json) {
        return Integer.parseInt(first(Pattern.compile("\"" + name + "\":(\\d+)[,}]"), json));
    }

    /** The sum of counts in the totals row. */
    private static int totals(String json) {
        return Integer.parseInt(first(Pattern.compile("\"totals\":\\{[^}]*\"counts\":\"?(\\d+)"), json));
    }

    private static String led(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(() -> answer.body().replaceAll("(?s).*zw-errs", "").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ")).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String name(Session person) throws Exception {
        return first(ME, person.get("/").body());
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new IllegalStateException(pattern + " not in " + text.substring(0, Math.min(300, text.length())));
        return found.groupCount() == 0 ? found.group() : found.group(1);
    }
}
