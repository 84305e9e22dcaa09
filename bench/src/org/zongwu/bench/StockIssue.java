package org.zongwu.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Once;
import org.zongwu.stores.issue.IssueService;

/** <em>stock-issue</em>: a signed slip of three lines is posted for good. Counted when its commit has returned. */
@Component
class StockIssue {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int ITEMS = 500;

    private final BenchSchools schools;
    private final Once once;
    private final IssueService issues;

    StockIssue(BenchSchools schools, Once once, IssueService issues) {
        this.schools = schools;
        this.once = once;
        this.issues = issues;
    }

    List<Result> run(Settings settings, int port) throws Exception {
        var results = new ArrayList<Result>();
        for (var size : settings.sizes()) {
            results.add(measure("stock-issue, 1 school, 1 client, %,d moves".formatted(size), settings, List.of(schools.open(ITEMS, size)), 1));
        }
        results.add(measure("stock-issue, 1 school, 8 clients", settings, List.of(schools.open(ITEMS, 0)), 8));
        var many = new ArrayList<BenchSchool>();
        for (var i = 0; i < Math.min(16, settings.documents()); i++) many.add(schools.open(ITEMS, 0));
        results.add(measure("stock-issue, %d schools, 8 clients".formatted(many.size()), settings, many, 8));
        results.add(overHttp(settings, schools.open(ITEMS, 0), port));
        return results;
    }

    private Result measure(String name, Settings settings, List<BenchSchool> of, int clients) throws Exception {
        try (var hands = hands(of, clients)) {
            hands.post(slips(of, Math.ceilDiv(settings.warm(), 2)));
            byProduct(of, clients, Math.ceilDiv(settings.warm(), 2));
            schools.settle();
            hands.post(slips(of, Math.ceilDiv(settings.warm(), 10)));
            byProduct(of, clients, Math.ceilDiv(settings.warm(), 2));
            return Rounds.rates(name, "documents/s", settings.rounds(), () -> byProduct(of, clients, settings.documents()), () -> hands.post(slips(of, settings.documents())));
        }
    }

    /** The same as one request of a browser: session, token, answer. */
    private Result overHttp(Settings settings, BenchSchool school, int port) throws Exception {
        try (var browser = new Browser("http://localhost:" + port, school.login(), school.login(), BenchSchools.PASSWORD); var hands = hands(List.of(school), 1)) {
            for (var slip : schools.signedSlips(school, Math.ceilDiv(settings.warm(), 2))) browser.post("/stores/issues/" + slip + "/posting");
            schools.settle();
            hands.post(slips(List.of(school), Math.ceilDiv(settings.warm(), 10)));
            return Rounds.rates("stock-issue over HTTP, 1 school, 1 client", "documents/s", settings.rounds(), () -> {
                var slips = schools.signedSlips(school, settings.documents());
                return rate(slips, 1, slip -> browser.post("/stores/issues/" + slip + "/posting"));
            }, () -> hands.post(slips(List.of(school), settings.documents())));
        }
    }

    private double byProduct(List<BenchSchool> of, int clients, int documents) throws Exception {
        var slips = slips(of, documents);
        return rate(slips, clients, s -> {
            var keeper = s.school.keeper();
            once.post(keeper, UUID.randomUUID(), s.slip.toString().getBytes(StandardCharsets.UTF_8), "/stores/issues/" + s.slip, () -> issues.post(keeper, s.slip, DAY));
        });
    }

    /** As many connections as clients, as a pool holds them, each with a floor for every school. */
    private Hands hands(List<BenchSchool> of, int clients) throws SQLException {
        var connections = new ArrayList<Connection>();
        var floors = new ArrayList<Map<BenchSchool, IssueFloor>>();
        for (var client = 0; client < clients; client++) {
            var connection = schools.application();
            var all = new HashMap<BenchSchool, IssueFloor>();
            for (var school : of) all.put(school, new IssueFloor(connection, school));
            connections.add(connection);
            floors.add(all);
        }
        return new Hands(connections, floors);
    }

    private List<Slip> slips(List<BenchSchool> of, int documents) throws Exception {
        var bySchool = new ArrayList<List<UUID>>();
        for (var school : of) bySchool.add(schools.signedSlips(school, Math.ceilDiv(documents, of.size())));
        return IntStream.range(0, documents).mapToObj(i -> new Slip(of.get(i % of.size()), bySchool.get(i % of.size()).get(i / of.size()))).toList();
    }

    private static <T> double rate(List<T> all, int clients, Work<T> work) throws Exception {
        var queue = new ConcurrentLinkedQueue<>(all);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var begin = System.nanoTime();
            var running = IntStream.range(0, clients).<Future<?>>mapToObj(c -> threads.submit(() -> {
                for (var next = queue.poll(); next != null; next = queue.poll()) work.of(next);
                return null;
            })).toList();
            for (var r : running) r.get();
            return all.size() / seconds(begin);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private interface Work<T> {
        void of(T next) throws Exception;
    }

    private record Hands(List<Connection> connections, List<Map<BenchSchool, IssueFloor>> floors) implements AutoCloseable {
        double post(List<Slip> all) throws Exception {
            var queue = new ConcurrentLinkedQueue<>(all);
            try (var threads = Executors.newFixedThreadPool(floors.size())) {
                var begin = System.nanoTime();
                var running = floors.stream().<Future<?>>map(own -> threads.submit(() -> {
                    for (var s = queue.poll(); s != null; s = queue.poll()) own.get(s.school).post(s.slip);
                    return null;
                })).toList();
                for (var r : running) r.get();
                return all.size() / seconds(begin);
            }
        }

        @Override
        public void close() throws SQLException {
            for (var connection : connections) connection.close();
        }
    }

    private record Slip(BenchSchool school, UUID slip) {}
}
