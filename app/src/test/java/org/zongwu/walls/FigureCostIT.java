package org.zongwu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Span;
import org.zongwu.launch.DemoOffice;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.summary.SummaryService;

/**
 * What the figures of a summary cost: how long over the history of a school, how many statements, and which rows they read. A year in the suite;
 * {@code -Dzongwu.slow=true} for three years and the bound of the time.
 */
@Office
@Tag("slow")
class FigureCostIT {
    private static final boolean SLOW = Boolean.getBoolean("zongwu.slow");
    private static final int HALF_YEARS = SLOW ? 6 : 2;
    private static final Duration SUMMARY = Duration.ofSeconds(3);
    /** One statement a register, for all its figures together; a few more for those that look at more than one. */
    private static final int MOST_STATEMENTS = 60;
    /** In percent: which of two joined tables is read first may change with the planner's guesses, and with it a few rows. */
    private static final int A_LITTLE_MORE = 110;
    private static final Span TERM = new Span(LocalDate.of(2026, 8, 24), LocalDate.of(2027, 1, 31));

    @Autowired DemoOffice demo;
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired Figures figures;
    @Autowired SummaryService summaries;
    @Autowired Periods periods;
    @Autowired DSLContext db;
    @Value("${zongwu.db.url}") String url;
    @Value("${zongwu.db.user}") String user;
    @Value("${zongwu.db.password}") String password;

    private final List<Long> made = new ArrayList<>();
    private SchoolCopies copies;
    private long example;

    @BeforeEach
    void open() throws Exception {
        demo.open("http://localhost:8080", line -> { });
        example = schools.findByCode("qinghe").orElseThrow().id();
        copies = new SchoolCopies(url, user, password);
    }

    @AfterEach
    void takeAway() throws Exception {
        for (var school : made) copies.remove(school);
        copies.close();
    }

    @Test
    void a_summary_over_the_history_of_a_school() throws Exception {
        var school = copy();
        var refused = copies.earlier(school, 1, HALF_YEARS - 1, schema -> true);
        copies.run("analyze");
        var statements = statements(() -> figures.quickBook(school, TERM));
        var withProof = statements(() -> figures.book(school, TERM));
        var book = median(() -> figures.quickBook(school, TERM));
        var proven = median(() -> figures.book(school, TERM));
        var summary = median(() -> {
            var subject = tenancy.read(school, () -> Subject.office(periods.find("2026-2027-1").orElseThrow()));
            return summaries.draft(school, subject);
        });
        System.out.printf("%d half-years, rows %s; not multiplied: %s%n", HALF_YEARS, copies.rows(school), refused);
        System.out.printf("%d figures: %d statements, %d ms; with the proof of the controls %d statements, %d ms; the whole summary %d ms%n", figures.definitions().size(), statements, book.toMillis(), withProof,
                proven.toMillis(), summary.toMillis());
        assertThat(statements).isLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(refused.size()).as("the history is one of most ledgers: %s", refused).isLessThan(8);
        if (SLOW) assertThat(summary).isLessThan(SUMMARY);
    }

    @Test
    void other_schools_and_other_modules_cost_a_figure_nothing() throws Exception {
        var school = copy();
        copy();
        var before = cost(school);
        for (var i = 0; i < 4; i++) copy();
        var besideOthers = cost(school);
        copies.earlier(school, 1, 3, schema -> schema.equals("canteen") || schema.equals("safety"));
        var besideModules = cost(school);
        System.out.printf("statements %d, %d, %d; rows read %d, beside four more schools %d; of all modules but canteen and safety %d, with four times their records %d%n", before.statements(),
                besideOthers.statements(), besideModules.statements(), before.read(t -> true), besideOthers.read(t -> true), besideOthers.read(FigureCostIT::isElsewhere), besideModules.read(FigureCostIT::isElsewhere));
        assertThat(List.of(besideOthers.statements(), besideModules.statements())).containsOnly(before.statements());
        assertThat(besideOthers.read(t -> true)).as("four more schools of the same size").isLessThanOrEqualTo(before.read(t -> true) * A_LITTLE_MORE / 100);
        assertThat(besideModules.read(FigureCostIT::isElsewhere)).as("canteen and safety with four times the records").isLessThanOrEqualTo(besideOthers.read(FigureCostIT::isElsewhere) * A_LITTLE_MORE / 100);
        assertThat(besideModules.read(t -> t.startsWith("canteen."))).as("the records are there").isGreaterThan(besideOthers.read(t -> t.startsWith("canteen.")) * 3 / 2);
    }

    /** People and places are looked up by canteen and safety themselves, row by row or once, as the planner likes. */
    private static boolean isElsewhere(String table) {
        return !table.startsWith("canteen.") && !table.startsWith("safety.") && !table.startsWith("school.") && !table.startsWith("parties.");
    }

    /** @param rows read of each table */
    private record Cost(int statements, Map<String, Long> rows) {
        long read(Predicate<String> tables) {
            return rows.entrySet().stream().filter(r -> tables.test(r.getKey())).mapToLong(Map.Entry::getValue).sum();
        }
    }

    /** A table of few pages is read whole when the planner likes that better, other schools' rows and all; so it is asked for the way that it takes in a large one. */
    private Cost cost(long school) throws Exception {
        copies.run("analyze");
        var rows = new TreeMap<String, Long>();
        var statements = statements(() -> tenancy.read(school, () -> {
            db.execute("set local enable_seqscan = off");
            // what an earlier transaction of the same backend has read may not have been handed on yet
            var earlier = read();
            var book = figures.quickBook(school, TERM);
            read().forEach((table, all) -> rows.put(table, all - earlier.getOrDefault(table, 0L)));
            return book;
        }));
        return new Cost(statements, rows);
    }

    private Map<String, Long> read() {
        return db.fetch("select schemaname || '.' || relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables")
                .intoMap(r -> r.get(0, String.class), r -> r.get(1, Long.class));
    }

    private long copy() throws Exception {
        var school = schools.open("c" + UUID.randomUUID().toString().substring(0, 12), "抄来的学校", false).id();
        made.add(school);
        copies.copy(example, school);
        return school;
    }

    /** Of this thread: the seals are made beside it. */
    private int statements(Callable<FigureBook> work) throws Exception {
        var count = new AtomicInteger();
        var thread = Thread.currentThread();
        var before = db.configuration().executeListenerProviders();
        db.configuration().set(DefaultExecuteListenerProvider.providers(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (Thread.currentThread() == thread) count.incrementAndGet();
            }
        }));
        try {
            work.call();
        } finally {
            db.configuration().set(before);
        }
        return count.get();
    }

    private static Duration median(Supplier<?> work) {
        work.get(); // the program warms up
        var took = new ArrayList<Duration>();
        for (var i = 0; i < 3; i++) {
            var begun = System.nanoTime();
            work.get();
            took.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        return took.stream().sorted().toList().get(1);
    }
}
