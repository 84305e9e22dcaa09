package org.zongwu.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.bench.Readers.Page;

/** <em>ticket-pages</em>: the board, the register and the statistics of a school that has mended for years, a tenth as many jobs as moves. */
@Component
class TicketPages {
    private static final String JOBS = "select t.id, t.no, t.day, t.place, t.trade, t.content, t.reporter, t.worker, t.finish_by, t.done_at, t.state, t.rating from repairs.ticket t where t.school_id = %d";
    private static final String LATEST = " order by t.day desc, t.no desc limit 20";
    private static final String COUNTS = """
            select %2$s, count(*), count(*) filter (where t.done_at is not null), count(*) filter (where t.done_at > t.finish_by), sum(t.vendor_cost + t.material_cost) from repairs.ticket t
            where t.school_id = %1$d and t.state not in ('REJECTED', 'MERGED', 'CANCELLED') group by 1 order by 2 desc limit 20""";

    private final BenchSchools schools;
    private final Readers readers;

    TicketPages(BenchSchools schools, Readers readers) {
        this.schools = schools;
        this.readers = readers;
    }

    List<Result> run(Settings settings, int port) throws Exception {
        var all = new ArrayList<Result>();
        for (var size : settings.sizes()) {
            var jobs = Math.max(200, size / 10);
            var school = schools.open(20, 0);
            var one = schools.jobs(school, jobs);
            schools.settle();
            all.addAll(readers.measure(settings, port, school, school.login() + "d", "ticket-pages, %,d jobs".formatted(jobs), pages(school.id(), one)));
        }
        return all;
    }

    private static Map<String, Page> pages(long school, UUID one) {
        var jobs = JOBS.formatted(school);
        var all = new LinkedHashMap<String, Page>();
        all.put("board", new Page("/repairs/board", jobs + " and t.state in ('HELD', 'REPORTED', 'DISPATCHED', 'ACCEPTED', 'ON_SITE', 'PAUSED', 'DONE', 'NEED') order by t.reported_at limit 100"));
        all.put("board, a place", new Page("/repairs/board?q=%E6%95%99%E5%AD%A6%E6%A5%BC", jobs + " and t.place like '%教学楼%' and t.state in ('HELD', 'REPORTED', 'DISPATCHED', 'ACCEPTED', 'ON_SITE', 'PAUSED', 'DONE', 'NEED') order by t.reported_at limit 100"));
        all.put("register, first page", new Page("/repairs/tickets", jobs + LATEST));
        all.put("register, a month", new Page("/repairs/tickets?from=2026-03-01&to=2026-03-31", jobs + " and t.day between '2026-03-01' and '2026-03-31'" + LATEST));
        all.put("register, two characters", new Page("/repairs/tickets?q=%E7%81%AF%E7%AE%A1", jobs + " and t.content like '%灯管%'" + LATEST));
        all.put("register, one room", new Page("/repairs/tickets?q=%E6%95%99%E5%AD%A6%E6%A5%BC+301", jobs + " and t.place = '教学楼 301'" + LATEST));
        all.put("register, done", new Page("/repairs/tickets?state=CONFIRMED", jobs + " and t.state = 'CONFIRMED'" + LATEST));
        all.put("statistics by trade", new Page("/repairs/statistics/trades", COUNTS.formatted(school, "t.trade")));
        all.put("statistics by room", new Page("/repairs/statistics/rooms", COUNTS.formatted(school, "t.place")));
        all.put("one job", new Page("/repairs/jobs/" + one, JOBS.formatted(school) + " and t.id = '" + one + "'"));
        return all;
    }
}
