package org.zongwu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.launch.DemoOffice;
import org.zongwu.termreport.figure.Figures;

/**
 * Random records → the sum of the evidence is the figure, for every figure that links to a register (R-SUM-1). Each school has the rows of the
 * example, and then a part of its records is void, dated another day, from a file, of another amount, and a part of its people and pupils is
 * gone; each is asked for its term and for spans that nobody has thought of. Two schools in the suite;
 * {@code -Dzongwu.slow=true} for twenty, {@code -Dzongwu.seeds=N} for as many as one likes.
 */
@Office
@Tag("slow")
class EvidenceIT {
    private static final int SEEDS = Integer.getInteger("zongwu.seeds", Boolean.getBoolean("zongwu.slow") ? 20 : 2);
    private static final int SPANS = Boolean.getBoolean("zongwu.slow") ? 3 : 1;
    private static final Span TERM = new Span(LocalDate.of(2026, 8, 24), LocalDate.of(2027, 1, 31));

    @Autowired DemoOffice demo;
    @Autowired Schools schools;
    @Autowired Figures figures;
    @Autowired WebApplicationContext context;
    @Value("${zongwu.db.url}") String url;
    @Value("${zongwu.db.user}") String user;
    @Value("${zongwu.db.password}") String password;

    @Test
    void the_sum_of_the_evidence_is_the_figure_whatever_the_records() throws Exception {
        demo.open("http://localhost:8080", line -> { });
        var example = schools.findByCode("qinghe").orElseThrow().id();
        var web = MockMvcBuilders.webAppContextSetup(context).build();
        var wrong = new TreeMap<String, Object>();
        var recorded = new TreeSet<String>();
        try (var copies = new SchoolCopies(url, user, password)) {
            for (var seed = 1; seed <= SEEDS; seed++) {
                var school = schools.open("v" + UUID.randomUUID().toString().substring(0, 12), "随机中学" + seed, false).id();
                copies.copy(example, school);
                var shaken = shake(copies, school, seed);
                copies.run("analyze");
                var random = new Random(seed);
                var spans = new ArrayList<>(List.of(TERM));
                for (var i = 0; i < SPANS; i++) spans.add(span(random));
                for (var span : spans) {
                    var all = figures.quickBook(school, span).figures();
                    all.stream().filter(f -> f.value() != null && f.value().signum() != 0).forEach(f -> recorded.add(f.definition().id()));
                    var found = FigureLinks.wrong(web, director(school), all);
                    if (!found.isEmpty()) wrong.put("seed " + seed + " " + span, found);
                }
                System.out.printf("seed %d: %d rows changed, %d figures with records so far%n", seed, shaken, recorded.size());
                copies.remove(school);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(recorded.size()).as("figures that had a record at all: %s", recorded).isGreaterThan(figures.definitions().size() * 4 / 5);
    }

    /** What is held above is able to fail. */
    @Test
    void a_figure_that_is_off_by_one_is_found() throws Exception {
        demo.open("http://localhost:8080", line -> { });
        var example = schools.findByCode("qinghe").orElseThrow().id();
        var web = MockMvcBuilders.webAppContextSetup(context).build();
        var off = figures.quickBook(example, TERM).figures().stream().filter(f -> f.definition().unit() == Unit.YUAN && f.value() != null)
                .map(f -> new Figure(f.definition(), f.span(), f.value().add(BigDecimal.ONE), f.grade(), f.evidenceCount(), f.link())).toList();
        assertThat(FigureLinks.wrong(web, director(example), off)).hasSameSizeAs(off);
    }

    private static Span span(Random random) {
        var from = LocalDate.of(2026, 7, 1).plusDays(random.nextInt(150));
        return new Span(from, from.plusDays(random.nextInt(120)));
    }

    /** Changes a part of everything, by a hash of each row's id so that a seed always does the same. @return how many rows */
    private static int shake(SchoolCopies copies, long school, int seed) throws SQLException {
        var changed = 0;
        for (var book : copies.with("id", "voided_at", "void_reason", "grade")) {
            changed += some(copies, book, school, seed, 8, "state = 'VOID', voided_at = made_at, voided_by = made_by, void_reason = '登记重复'");
            changed += some(copies, book, school, seed + 100, 3, "grade = 'IMPORTED'");
            changed += moved(copies, book, school, seed + 200, "id");
            for (var type : List.of("bigint", "numeric")) {
                for (var column : copies.columns(book, type)) changed += some(copies, book, school, seed + column.hashCode(), 3, column + " = " + column + " * 2");
            }
            for (var column : copies.columns(book, "boolean")) changed += some(copies, book, school, seed + column.hashCode(), 4, column + " = not " + column);
        }
        // a document of the stores and the moves that it made are of one day
        for (var document : copies.with("id", "business_date", "reversal_of")) changed += moved(copies, document, school, seed + 300, "id");
        for (var move : copies.with("object_id", "business_date")) changed += moved(copies, move, school, seed + 300, "object_id");
        changed += some(copies, "school.employee", school, seed + 400, 9, "left_on = date '2026-10-31'");
        changed += some(copies, "school.enrolment", school, seed + 500, 20, "valid_to = valid_from + 45");
        return changed;
    }

    private static int moved(SchoolCopies copies, String table, long school, int seed, String by) throws SQLException {
        var days = copies.columns(table, "date");
        if (days.isEmpty()) return 0;
        var shift = "(abs(hashtextextended(" + by + "::text, " + seed + ")) % 161 - 80)::int";
        return attempt(copies, "update " + table + " set " + String.join(", ", days.stream().map(d -> d + " = " + d + " + " + shift).toList())
                + " where school_id = " + school + " and abs(hashtextextended(" + by + "::text, " + (seed + 1) + ")) % 2 = 0");
    }

    private static int some(SchoolCopies copies, String table, long school, int seed, int oneOf, String set) throws SQLException {
        return attempt(copies, "update " + table + " set " + set + " where school_id = " + school + " and abs(hashtextextended(id::text, " + seed + ")) % " + oneOf + " = 0");
    }

    /** What a check of the table refuses is no record that a school could have. */
    private static int attempt(SchoolCopies copies, String sql) throws SQLException {
        try {
            return copies.run(sql);
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("23")) return 0;
            throw e;
        }
    }

    private Actor director(long school) {
        var id = new JdbcTemplate(new DriverManagerDataSource(url, user, password))
                .queryForObject("select employee_id from school.duty_held where school_id = ? and duty = 'GA_DIRECTOR' limit 1", UUID.class, school);
        return new Actor(school, id, "程远", EnumSet.complementOf(EnumSet.of(Duty.SYS_ADMIN)));
    }
}
