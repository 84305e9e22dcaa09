package org.zongwu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Kills the program, the database or both under eight writers, again and again: nothing that was acknowledged is lost, nothing
 * is there twice, and {@code verify} finds nothing. The long form is {@code ./zongwu test -Dtest=KillTests -Dzongwu.kills=20}.
 */
class KillTests {
    private static final int CYCLES = Integer.getInteger("zongwu.kills", 2);
    private static final int WRITERS = 8;
    /** Work acknowledged before each kill, so that 20 cycles see more than a thousand. */
    private static final int PER_CYCLE = Integer.getInteger("zongwu.kills.acknowledged", 60);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern COUNT = Pattern.compile("\"count\":\\s*(\\d+)");
    private static final Pattern ME = Pattern.compile("class=\"zw-me\"[^>]*><span>([^<]+)<");

    /** One step of a slip: what was sent and whether an answer came. */
    private record Step(String who, String path, Map<String, List<String>> fields, UUID key) {}

    private final ConcurrentLinkedQueue<String> posted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_there_twice() throws Exception {
        var folder = Files.createDirectories(Path.of("target/kills-" + Instant.now().toEpochMilli()).toAbsolutePath());
        var port = Product.freePort();
        var data = folder.resolve("data");
        var product = Product.start("demo", data, port, List.of());
        var before = count(product);
        var inFlight = 0;
        for (var cycle = 0; cycle < CYCLES; cycle++) {
            var cut = writeAndKill(product, data, cycle);
            inFlight += cut.size();
            if (!product.process().isAlive() || cycle % 3 != 1) product = Product.start("demo", data, port, List.of());
            finish(product, cut);
            System.out.printf("cycle %d: %s killed, %d acknowledged so far, %d in flight%n", cycle + 1, List.of("program", "database", "both").get(cycle % 3), acknowledged.get(), cut.size());
            assertThat(cut).as("requests in flight at the kill").isNotEmpty();
        }
        assertThat(new HashSet<>(posted)).as("no slip twice").hasSameSizeAs(posted);
        assertThat(count(product) - before).as("posted slips").isEqualTo(posted.size());
        try (var keeper = Session.login(product.base, "storekeeper")) {
            for (var slip : posted) assertThat(keeper.get("/stores/issues/" + slip).body()).as("slip %s", slip).contains("LW-2026-");
        }
        product.close();
        assertThat(verify(data, folder)).as("verify").isZero();
        System.out.printf("%d kills: %d acknowledged, %d in flight, none lost, none doubled, verify ok%n", CYCLES, acknowledged.get(), inFlight);
    }

    /** Eight writers write until the kill; answers what was in flight. */
    private List<Step> writeAndKill(Product product, Path data, int cycle) throws Exception {
        var stop = new AtomicBoolean();
        var cut = new ConcurrentLinkedQueue<Step>();
        var goal = acknowledged.get() + PER_CYCLE;
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < WRITERS; i++) threads.add(Thread.ofVirtual().start(() -> write(product.base, stop, cut)));
        var end = Instant.now().plus(Duration.ofMinutes(3));
        while (acknowledged.get() < goal && Instant.now().isBefore(end)) Thread.sleep(20);
        assertThat(acknowledged.get()).as("the writers are at work").isGreaterThanOrEqualTo(goal);
        var database = ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip())).orElseThrow();
        if (cycle % 3 != 1) killProgram(product);
        if (cycle % 3 != 0) {
            var backends = database.children().toList();
            database.destroyForcibly();
            backends.forEach(ProcessHandle::destroyForcibly);
        }
        stop.set(true);
        for (var thread : threads) thread.join(Duration.ofMinutes(1));
        return List.copyOf(cut);
    }

    /** The launcher script has become the program itself (exec), so one kill is enough. */
    private static void killProgram(Product product) throws InterruptedException {
        product.process().destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    private void write(String base, AtomicBoolean stop, ConcurrentLinkedQueue<Step> cut) {
        try (var keeper = Session.login(base, "storekeeper"); var teacher = Session.login(base, "teacher")) {
            var receiver = first(ME, teacher.get("/").body());
            var warehouse = option(keeper.get("/stores/issues/new").body());
            while (!stop.get()) {
                var made = send(keeper, new Step("storekeeper", "/stores/issues", Map.of("receiver", List.of(receiver), "warehouse", List.of(warehouse), "purpose", List.of("TEACHING"),
                        "day", List.of("2026-11-20"), "item", List.of("BG-01"), "quantity", List.of("0.01"), "unit", List.of("")), UUID.randomUUID()), cut);
                if (made == null) return;
                var slip = first(ID, made);
                if (send(teacher, new Step("teacher", "/stores/issues/" + slip + "/signature?version=2", Map.of(), UUID.randomUUID()), cut) == null) return;
                if (send(keeper, new Step("storekeeper", "/stores/issues/" + slip + "/posting", Map.of(), UUID.randomUUID()), cut) == null) return;
                posted.add(slip);
            }
        } catch (IOException | InterruptedException | IllegalStateException e) {
            // the door was already closed
        }
    }

    /** The place that the answer leads to; null when no definite answer came, and the step is then in flight. */
    private String send(Session session, Step step, ConcurrentLinkedQueue<Step> cut) throws InterruptedException {
        try {
            var answer = session.post(step.path(), step.fields(), step.key());
            if (answer.statusCode() == 303) {
                acknowledged.incrementAndGet();
                return answer.headers().firstValue("Location").orElseThrow();
            }
            if (answer.statusCode() == 503 || answer.statusCode() == 500) {
                cut.add(step);
                return null;
            }
            throw new IllegalStateException(step.path() + " answers " + answer.statusCode() + " " + reason(answer));
        } catch (IOException e) {
            cut.add(step);
            return null;
        }
    }

    private static String reason(HttpResponse<String> answer) {
        return answer.body().replaceAll("(?s).*zw-errs", "").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").substring(0, 200);
    }

    /** What was in flight is sent again with its key, and the slip is then carried to its end. */
    private void finish(Product product, List<Step> cut) throws Exception {
        try (var keeper = Session.login(product.base, "storekeeper"); var teacher = Session.login(product.base, "teacher")) {
            for (var step : cut) {
                var slip = first(ID, again(step.who().equals("teacher") ? teacher : keeper, step));
                if (step.path().equals("/stores/issues")) again(teacher, new Step("teacher", "/stores/issues/" + slip + "/signature?version=2", Map.of(), UUID.randomUUID()));
                if (!step.path().endsWith("/posting")) again(keeper, new Step("storekeeper", "/stores/issues/" + slip + "/posting", Map.of(), UUID.randomUUID()));
                posted.add(slip);
            }
        }
    }

    private String again(Session session, Step step) throws Exception {
        var end = Instant.now().plus(Duration.ofMinutes(2));
        while (true) {
            try {
                var answer = session.post(step.path(), step.fields(), step.key());
                if (answer.statusCode() == 303) {
                    acknowledged.incrementAndGet();
                    return answer.headers().firstValue("Location").orElseThrow();
                }
                if (Instant.now().isAfter(end) || answer.statusCode() == 422) throw new IllegalStateException(step.path() + " answers " + answer.statusCode() + " " + reason(answer));
            } catch (IOException e) {
                if (Instant.now().isAfter(end)) throw e;
            }
            Thread.sleep(200);
        }
    }

    private static int count(Product product) throws Exception {
        try (var keeper = Session.login(product.base, "storekeeper")) {
            return Integer.parseInt(first(COUNT, keeper.get("/stores/issues?format=json&posted=yes&exact=yes").body()));
        }
    }

    private static int verify(Path data, Path folder) throws Exception {
        return new ProcessBuilder(Path.of("").toAbsolutePath().getParent().resolve("zongwu").toString(), "verify", "--data", data.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("verify.log").toFile()).start().waitFor();
    }

    private static String option(String page) {
        return first(ID, page.substring(page.indexOf("name=\"warehouse\"")));
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new IllegalStateException(pattern + " not in " + text.substring(0, Math.min(300, text.length())));
        return found.groupCount() == 0 ? found.group() : found.group(1);
    }
}
