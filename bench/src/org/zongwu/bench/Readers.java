package org.zongwu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Sixteen people read pages, each thinking for a second between two. The 95th percentile of each kind of page, beside the select that shows
 * the same rows, by as many people on as many connections.
 */
@Component
class Readers {
    private final BenchSchools schools;

    Readers(BenchSchools schools) {
        this.schools = schools;
    }

    /** @param what of how much, as {@code register-pages, 1,000,000 moves} */
    List<Result> measure(Settings settings, int port, BenchSchool school, String login, String what, Map<String, Page> pages) throws Exception {
        var ours = new LinkedHashMap<String, List<Double>>();
        var floor = new LinkedHashMap<String, List<Double>>();
        try (var warm = new Browser("http://localhost:" + port, school.login(), login, BenchSchools.PASSWORD)) {
            for (var page : pages.values()) for (var i = 0; i < Math.min(30, settings.warm()); i++) warm.get(page.path);
        }
        loop(settings, pages, ours, () -> {
            var browser = new Browser("http://localhost:" + port, school.login(), login, BenchSchools.PASSWORD);
            return page -> browser.get(page.path);
        });
        loop(settings, pages, floor, () -> {
            var db = schools.application();
            return page -> read(db, school.id(), page.select);
        });
        return pages.keySet().stream().map(name -> {
            var o = Rounds.percentile(ours.get(name), 95);
            var f = Rounds.percentile(floor.get(name), 95);
            return new Result(what + ", " + name, "ms p95", o, f, f / o, f / o, f / o, Map.of());
        }).toList();
    }

    private static Object read(Connection db, long school, String select) throws SQLException {
        db.setAutoCommit(false);
        try (var s = db.createStatement()) {
            s.execute("set local app.school = '" + school + "'");
            var rows = 0;
            for (var r = s.executeQuery(select); r.next(); rows++) r.getObject(1);
            return rows;
        } finally {
            db.rollback();
        }
    }

    private static void loop(Settings settings, Map<String, Page> pages, Map<String, List<Double>> times, Callable<Reader> people) throws Exception {
        pages.keySet().forEach(name -> times.put(name, java.util.Collections.synchronizedList(new ArrayList<>())));
        var names = List.copyOf(pages.keySet());
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(settings.seconds());
        var readers = new ArrayList<Reader>();
        for (var user = 0; user < settings.users(); user++) readers.add(people.call());
        try (var threads = Executors.newFixedThreadPool(settings.users())) {
            var running = readers.stream().map(reader -> threads.submit(() -> {
                Thread.sleep(ThreadLocalRandom.current().nextInt(1000));
                for (var n = ThreadLocalRandom.current().nextInt(names.size()); System.nanoTime() < end; n = (n + 1) % names.size()) {
                    var begin = System.nanoTime();
                    reader.read(pages.get(names.get(n)));
                    times.get(names.get(n)).add((System.nanoTime() - begin) / 1e6);
                    Thread.sleep(1000);
                }
                return null;
            })).toList();
            for (var r : running) r.get();
        }
    }

    private interface Reader {
        Object read(Page page) throws Exception;
    }

    /** @param select by hand, of the rows that the page shows */
    record Page(String path, String select) {}
}
