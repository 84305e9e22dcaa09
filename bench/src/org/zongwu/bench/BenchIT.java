package org.zongwu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zongwu.ServedOffice;
import org.zongwu.engine.Once;
import org.zongwu.stores.issue.IssueService;

/** The bench can be run, and its floor does what the product does: a floor that writes less would measure nothing. */
@ServedOffice
@Import({BenchSchools.class, StockIssue.class, RegisterPages.class, TicketPages.class, Readers.class})
class BenchIT {
    private static final Settings TINY = new Settings(1, 2, 2, List.of(300), 2, 1);

    @Autowired private BenchSchools schools;
    @Autowired private StockIssue stockIssue;
    @Autowired private RegisterPages registerPages;
    @Autowired private TicketPages ticketPages;
    @Autowired private Once once;
    @Autowired private IssueService issues;
    @LocalServerPort private int port;

    @Test
    void works_run() throws Exception {
        var results = new ArrayList<>(stockIssue.run(TINY, port));
        results.addAll(registerPages.run(TINY, port));
        results.addAll(ticketPages.run(TINY, port));
        assertThat(results).hasSizeGreaterThan(10).allSatisfy(r -> assertThat(r.name()).isNotBlank()).filteredOn(r -> r.unit().startsWith("documents"))
                .allSatisfy(r -> assertThat(r.ours()).isPositive());
    }

    @Test
    void floor_and_product_write_the_same_rows_and_columns() throws Exception {
        var ours = schools.open(20, 0);
        var before = written(ours);
        var slip = schools.signedSlips(ours, 1).getFirst();
        once.post(ours.keeper(), UUID.randomUUID(), new byte[0], "/stores/issues/" + slip, () -> issues.post(ours.keeper(), slip, LocalDate.of(2026, 11, 23)));
        var byProduct = difference(written(ours), before);

        var floors = schools.open(20, 0);
        before = written(floors);
        try (var db = schools.application()) {
            new IssueFloor(db, floors).post(schools.signedSlips(floors, 1).getFirst());
        }
        assertThat(byProduct).hasSize(8).isEqualTo(difference(written(floors), before));
    }

    /** By table and the columns of it that say something: how many rows of the school. */
    private Map<String, Long> written(BenchSchool school) throws SQLException {
        var rows = new TreeMap<String, Long>();
        try (var db = schools.owner(); var s = db.createStatement()) {
            var tables = new ArrayList<String>();
            for (var r = s.executeQuery("""
                    select c.table_schema || '.' || c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                    where c.column_name = 'school_id' and t.table_type = 'BASE TABLE' and c.table_name not in ('seal', 'sealed')"""); r.next(); ) tables.add(r.getString(1));
            for (var table : tables) {
                for (var r = s.executeQuery("select (select string_agg(k, ' ' order by k) from jsonb_object_keys(jsonb_strip_nulls(to_jsonb(x))) k), count(*) from %s x where school_id = %d group by 1"
                        .formatted(table, school.id())); r.next(); ) rows.put(table + ": " + r.getString(1), r.getLong(2));
            }
        }
        return rows;
    }

    private static Map<String, Long> difference(Map<String, Long> after, Map<String, Long> before) {
        var more = new TreeMap<>(after);
        before.forEach((what, rows) -> more.merge(what, -rows, Long::sum));
        more.values().removeIf(n -> n == 0);
        return more;
    }
}
