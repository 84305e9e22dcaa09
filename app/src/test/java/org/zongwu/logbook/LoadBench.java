package org.zongwu.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/**
 * How long a book takes to judge, keep and trail a hundred thousand rows, beside COPY of the very rows that it wrote, in the same
 * run. Run by name: {@code ./zongwu test -Dtest=LoadBench}.
 */
@Office
class LoadBench {
    private static final int ROWS = Integer.getInteger("zongwu.bench.rows", 100_000);
    private static final int RUNS = 5;

    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private List<ImportTemplate> templates;
    @Value("${zongwu.db.url}") private String url;
    @Value("${zongwu.db.user}") private String user;
    @Value("${zongwu.db.password}") private String password;

    @Test
    void a_book_takes_rows_in_at_half_the_speed_of_copy_or_better() throws Exception {
        var template = templates.stream().filter(t -> t.id().equals("staff.overtime")).findFirst().orElseThrow();
        var ours = new ArrayList<Long>();
        var floor = new ArrayList<Long>();
        for (var run = 0; run < RUNS; run++) {
            var school = Opened.school(schools, tenancy, setUp);
            var director = school.actor(Duty.GA_DIRECTOR);
            var rows = rows();
            var begin = System.nanoTime();
            var outcomes = template.take(rows, director);
            ours.add(System.nanoTime() - begin);
            assertThat(outcomes).allMatch(o -> o.verdict() == ImportTemplate.Verdict.ACCEPTED);
            floor.add(copy(school.id()));
        }
        System.out.printf("%d rows: a book %s ms, COPY of the same rows %s ms; medians %d and %d ms, ratio %.2f%n", ROWS, millis(ours), millis(floor), median(ours), median(floor),
                (float) median(ours) / median(floor));
    }

    private static List<Row> rows() {
        var all = new ArrayList<Row>(ROWS);
        var first = LocalDate.of(2026, 9, 1);
        for (var i = 0; i < ROWS; i++) {
            var cells = new HashMap<String, String>(Map.of("day", first.plusDays(i % 80).toString(), "person", "梁红远", "hours", "2.5", "times", "18:00-20:30 " + i, "reason", "抢修水管", "approver", "安可"));
            all.add(new Row("加班", i + 3, cells));
        }
        return all;
    }

    /** COPY of what the import wrote, as the owner of the machine, into another school of the same tables. */
    private long copy(long school) throws Exception {
        var other = Opened.school(schools, tenancy, setUp);
        try (var db = DriverManager.getConnection(url, user, password)) {
            var record = out(db, "staff.overtime", school, other.id(), List.of());
            var trail = out(db, "trail.record", school, other.id(), List.of("seq", "h"));
            try (var s = db.createStatement()) {
                s.execute("insert into school.employee select " + other.id() + ", id, staff_no || 'x', name, pinyin, (select id from school.department where school_id = " + other.id()
                        + " limit 1), job, phone, joined_on, left_on, grade from school.employee where school_id = " + school);
            }
            var begin = System.nanoTime();
            in(db, "staff.overtime", List.of(), record);
            in(db, "trail.record", List.of("seq", "h"), trail);
            return System.nanoTime() - begin;
        }
    }

    private static String columns(Connection db, String table, List<String> without) throws Exception {
        try (var r = db.createStatement().executeQuery("select attname from pg_attribute where attrelid = '" + table + "'::regclass and attnum > 0 and not attisdropped order by attnum")) {
            var all = new ArrayList<String>();
            while (r.next()) if (!without.contains(r.getString(1))) all.add(r.getString(1));
            return String.join(", ", all);
        }
    }

    private static byte[] out(Connection db, String table, long from, long to, List<String> without) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var columns = Arrays.stream(columns(db, table, without).split(", ")).map(c -> c.equals("school_id") ? Long.toString(to) : c).collect(Collectors.joining(", "));
        db.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select " + columns + " from " + table + " where school_id = " + from + ") to stdout", bytes);
        return bytes.toByteArray();
    }

    private static void in(Connection db, String table, List<String> without, byte[] rows) throws Exception {
        db.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " (" + columns(db, table, without) + ") from stdin", new ByteArrayInputStream(rows));
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1_000_000;
    }

    private static List<Long> millis(List<Long> nanos) {
        return nanos.stream().map(n -> n / 1_000_000).toList();
    }
}
