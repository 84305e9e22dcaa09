package org.zongwu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sixteen keepers' sessions hand out the last ten pieces of two items, their lines in opposite order. */
class LastPiecesTests {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern ME = Pattern.compile("class=\"zw-me\"[^>]*><span>([^<]+)<");
    private static final int SESSIONS = 16;
    private static final int PIECES = 10;

    private final Product office = Product.demo();

    @Test
    void exactly_ten_go_the_rest_are_told_and_no_deadlock_reaches_anybody() throws Exception {
        try (var keeper = Session.login(office.base, "storekeeper"); var teacher = Session.login(office.base, "teacher"); var director = Session.login(office.base, "ga-director");
                var buyer = Session.login(office.base, "buyer")) {
            var run = UUID.randomUUID().toString().substring(0, 6);
            var first = item(keeper, "RA-" + run);
            var second = item(keeper, "RB-" + run);
            receive(keeper, teacher, director, name(buyer), List.of(first, second));
            var slips = new ArrayList<String>();
            for (var i = 0; i < SESSIONS; i++) slips.add(signed(keeper, teacher, i % 2 == 0 ? List.of(first, second) : List.of(second, first)));
            var answers = atOnce(slips);
            assertThat(answers.stream().filter(a -> a.statusCode() == 303)).as("handed out").hasSize(PIECES);
            assertThat(answers.stream().filter(a -> a.statusCode() == 422)).as("told that nothing is left").hasSize(SESSIONS - PIECES)
                    .allSatisfy(a -> assertThat(a.body()).contains("zw-errs").doesNotContain("form.busy"));
            var left = keeper.get("/stores/items?format=json&q=" + run).body();
            assertThat(left).contains("\"quantity\":\"0.000\"").doesNotContain("\"quantity\":\"1");
        }
    }

    private List<HttpResponse<String>> atOnce(List<String> slips) throws Exception {
        var sessions = new ArrayList<Session>();
        for (var slip : slips) sessions.add(Session.login(office.base, "storekeeper"));
        var barrier = new CyclicBarrier(slips.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<HttpResponse<String>>>();
            for (var i = 0; i < slips.size(); i++) {
                var session = sessions.get(i);
                var slip = slips.get(i);
                work.add(() -> {
                    barrier.await(30, TimeUnit.SECONDS);
                    return session.post("/stores/issues/" + slip + "/posting", Map.of(), UUID.randomUUID());
                });
            }
            var answers = new ArrayList<HttpResponse<String>>();
            for (var done : threads.invokeAll(work)) answers.add(done.get());
            return answers;
        } finally {
            sessions.forEach(Session::close);
        }
    }

    private static String item(Session keeper, String code) throws Exception {
        var form = keeper.get("/stores/items/new").body();
        var category = first(ID, form.substring(form.indexOf("name=\"category\"")));
        led(keeper.post("/stores/items", Map.of("code", List.of(code), "name", List.of("末件 " + code), "unit", List.of("件"), "category", List.of(category)), UUID.randomUUID()));
        return code;
    }

    private static void receive(Session keeper, Session teacher, Session director, String buyer, List<String> items) throws Exception {
        var supplier = director.get("/parties?format=json").body();
        var made = led(keeper.post("/stores/receipts", Map.of("warehouse", List.of(warehouse(keeper)), "funding", List.of("FISCAL"), "day", List.of("2026-11-20"),
                "supplier", List.of(first(Pattern.compile("\"code\":\"([^\"]+)\""), supplier)), "buyer", List.of(buyer), "acceptor1", List.of(name(teacher)), "acceptor2", List.of(name(director)),
                "item", items, "quantity", items.stream().map(i -> Integer.toString(PIECES)).toList(), "price", List.of("1.00", "1.00")),
                UUID.randomUUID()));
        var receipt = "/stores/receipts/" + first(ID, made);
        for (var acceptor : List.of(teacher, director)) {
            var action = first(Pattern.compile("action=\"(" + receipt + "/acceptance\\?version=\\d+)\""), acceptor.get(receipt).body());
            led(acceptor.post(action, Map.of(), UUID.randomUUID()));
        }
        led(keeper.post(receipt + "/posting", Map.of(), UUID.randomUUID()));
    }

    private static String signed(Session keeper, Session teacher, List<String> items) throws Exception {
        var slip = first(ID, led(keeper.post("/stores/issues", Map.of("receiver", List.of(name(teacher)), "warehouse", List.of(warehouse(keeper)), "purpose", List.of("TEACHING"),
                "day", List.of("2026-11-20"), "item", items, "quantity", List.of("1", "1"), "unit", List.of("", "")), UUID.randomUUID())));
        led(teacher.post("/stores/issues/" + slip + "/signature?version=2", Map.of(), UUID.randomUUID()));
        return slip;
    }

    private static String led(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(() -> answer.body().replaceAll("(?s).*zw-errs", "").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ")).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String warehouse(Session keeper) throws Exception {
        var form = keeper.get("/stores/issues/new").body();
        return first(ID, form.substring(form.indexOf("name=\"warehouse\"")));
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
