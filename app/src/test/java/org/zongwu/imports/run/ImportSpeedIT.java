package org.zongwu.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.sheet.Books;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/**
 * 100,000 rows from a file, reading included, against COPY of the very rows that the import wrote into the same tables for another
 * school, in the same run, while somebody else reads a register all the time. Three rounds, medians. {@code -Dzongwu.slow=true};
 * {@code -Dzongwu.rows=20000} takes fewer, {@code -Dzongwu.rounds=1} is over sooner.
 */
@Office
@EnabledIfSystemProperty(named = "zongwu.slow", matches = "true")
class ImportSpeedIT {
    private static final int ROWS = Integer.getInteger("zongwu.rows", 100_000);
    private static final int ROUNDS = Integer.getInteger("zongwu.rounds", 3);
    private static final int A_CLASS = 50;
    private static final int LEAST_PERCENT = 50;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration PAGE = Duration.ofMillis(300);
    /** Who wrote a row must be there before it. */
    private static final List<String> PEOPLE = List.of("school.department", "school.employee");

    private static final Ledger STUDENTS = new Ledger("学生名册", "/school/students", List.of("班级", "学号", "姓名", "性别", "备注"),
            i -> List.of(2000 + i / A_CLASS / 99 + "级" + (i / A_CLASS % 99 + 1) + "班", 130_000_000 + i, name(i), i % 2 == 0 ? "男" : "女", i % 2 == 0 ? "" : "住校"),
            List.of("school.school_class", "school.student", "school.enrolment", "imports.source_row", "trail.record"));
    private static final Ledger FOOD = new Ledger("进货查验台账", "/canteen/food-receipts", List.of("日期", "品名", "单位", "数量", "单价", "金额", "供货单位", "查验人", "第二查验人"),
            i -> List.of(LocalDate.of(2026, 3, 1).plusDays(i % 200).toString(), "菜" + i / 200, "公斤", 10 + i % 7, 4, (10 + i % 7) * 4, "供货商" + i % 30, "孟明", "林静"),
            List.of("canteen.food_receipt", "imports.source_row", "trail.record"));

    @Autowired
    MockMvc web;
    @Autowired
    Schools schools;
    @Autowired
    Tenancy tenancy;
    @Autowired
    SetUp setUp;
    @Autowired
    ImportService imports;
    @Autowired
    Preparation preparation;
    @Autowired
    DSLContext db;
    @Autowired
    Environment environment;

    /** What a clock on the wall says, and what was computed, in Java and in the database, whatever else the machine does. */
    private record Took(Duration wall, Duration java, Duration database) {
        static final Took NOTHING = new Took(Duration.ZERO, Duration.ZERO, Duration.ZERO);

        Duration computed() {
            return java.plus(database);
        }

        Took plus(Took other) {
            return new Took(wall.plus(other.wall), java.plus(other.java), database.plus(other.database));
        }
    }

    private final List<Duration> pages = Collections.synchronizedList(new ArrayList<>());

    /**
     * A ledger to be taken in.
     *
     * @param register that somebody else reads meanwhile
     * @param row      its cells, from 0 on; texts and numbers
     * @param tables   what the import writes, in an order in which COPY can write it
     */
    private record Ledger(String name, String register, List<Object> header, IntFunction<List<Object>> row, List<String> tables) {
        byte[] csv(int rows) {
            var text = new StringBuilder(line(header));
            for (var i = 0; i < rows; i++) text.append(line(row.apply(i)));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static String line(List<Object> cells) {
            return cells.stream().map(String::valueOf).collect(Collectors.joining(",")) + "\n";
        }

        byte[] xlsx(int rows) {
            var bytes = new ByteArrayOutputStream();
            try (var book = new Workbook(bytes, "Tests", "1.0")) {
                var sheet = book.newWorksheet(name);
                Books.row(sheet, 1, header.toArray());
                for (var i = 0; i < rows; i++) {
                    Books.row(sheet, i + 2, row.apply(i).toArray());
                    if (i % 1000 == 999) sheet.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    private static String name(int i) {
        var surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
        var given = "明芳伟娜敏静丽强磊军洋勇艳杰娟涛超霞平刚";
        return "" + surnames.charAt(i % 20) + given.charAt(i / 20 % 20) + given.charAt(i / 400 % 20);
    }

    @Test
    void a_hundred_thousand_students_beside_copy() throws Exception {
        beside(STUDENTS);
    }

    @Test
    void a_hundred_thousand_lines_of_a_logbook_beside_copy() throws Exception {
        beside(FOOD);
    }

    private void beside(Ledger ledger) throws Exception {
        var csv = ledger.csv(ROWS);
        var xlsx = ledger.xlsx(ROWS);
        for (var i = 0; i < 2; i++) { // the program warms up
            take(Opened.school(schools, tenancy, setUp), ledger.csv(5000), "warm.csv");
            take(Opened.school(schools, tenancy, setUp), ledger.xlsx(5000), "warm.xlsx");
        }
        var fromText = new ArrayList<Took>();
        var fromBook = new ArrayList<Took>();
        var copies = new ArrayList<Took>();
        for (var round = 0; round < ROUNDS; round++) {
            var school = Opened.school(schools, tenancy, setUp);
            fromText.add(whileRead(school, ledger, () -> take(school, csv, "a.csv")));
            var another = Opened.school(schools, tenancy, setUp);
            fromBook.add(whileRead(another, ledger, () -> take(another, xlsx, "a.xlsx")));
            copies.add(whileRead(school, ledger, () -> copied(school, ledger.tables())));
        }
        System.out.printf("%s, %d rows, medians of %d, by the clock: COPY of the same rows into the same tables %.2f s, csv %.2f s (%d %% of its speed), xlsx %.2f s (%d %%); register of somebody else p95 %d ms, max %d ms of %d pages%n",
                ledger.name(), ROWS, ROUNDS, median(copies, Took::wall), median(fromText, Took::wall), percent(copies, fromText, Took::wall), median(fromBook, Took::wall),
                percent(copies, fromBook, Took::wall), at(pages, 95).toMillis(), at(pages, 100).toMillis(), pages.size());
        System.out.printf("by what was computed: COPY %.2f s, csv %.2f s (%d %%), of it in the database %.2f s; xlsx %.2f s (%d %%), of it in the database %.2f s%n", median(copies, Took::database),
                median(fromText, Took::computed), percent(copies, fromText, Took::computed), median(fromText, Took::database), median(fromBook, Took::computed),
                percent(copies, fromBook, Took::computed), median(fromBook, Took::database));
        assertThat(at(pages, 95)).isLessThan(PAGE);
        assertThat(percent(copies, fromText, Took::wall)).as("percent of the speed of COPY, from text").isGreaterThanOrEqualTo(LEAST_PERCENT);
        assertThat(percent(copies, fromBook, Took::wall)).as("percent of the speed of COPY, from a workbook").isGreaterThanOrEqualTo(LEAST_PERCENT);
    }

    private static long percent(List<Took> copies, List<Took> imports, Function<Took, Duration> measure) {
        return Math.round(100 * median(copies, measure) / median(imports, measure));
    }

    private static double median(List<Took> all, Function<Took, Duration> measure) {
        return at(all.stream().map(measure).toList(), 50).toMillis() / 1000.0;
    }

    private static Duration at(List<Duration> all, int percent) {
        var sorted = all.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** From the bytes to the commit. */
    private Took take(Opened school, byte[] file, String name) {
        var director = school.actor(Duty.GA_DIRECTOR, Duty.CANTEEN_MANAGER);
        var phases = new EnumMap<Steps.Phase, Long>(Steps.Phase.class);
        var database = new AtomicLong();
        var start = System.nanoTime();
        var computed = THREADS.getCurrentThreadCpuTime();
        var upload = imports.store(director, new ByteArrayInputStream(file), name);
        var prepared = preparation.prepare(director, upload, Wanted.BY_HEADINGS);
        var read = System.nanoTime();
        var report = school.write(() -> {
            var backend = db.fetchSingle("select pg_backend_pid()").get(0, Long.class);
            var before = computed(backend);
            var taken = imports.taken(director, prepared, Ids.next(), false, (phase, done, total) -> phases.put(phase, System.nanoTime()));
            database.set(computed(backend) - before);
            return taken;
        });
        var took = new Took(Duration.ofNanos(System.nanoTime() - start), Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - computed), Duration.ofMillis(database.get()));
        assertThat(report.counts().accepted()).as(report.findings().stream().limit(3).toList().toString()).isEqualTo(report.counts().read());
        var said = new StringBuilder("%s %d rows: READ %d ms".formatted(name, report.counts().read(), (read - start) / 1_000_000));
        var last = read;
        for (var phase : phases.entrySet()) {
            said.append(", %s %d ms".formatted(phase.getKey(), (phase.getValue() - last) / 1_000_000));
            last = phase.getValue();
        }
        System.out.println(said + ", in all %d ms; computed in Java %d ms, in the database %d ms".formatted(took.wall().toMillis(), took.java().toMillis(), took.database().toMillis()));
        return took;
    }

    /** Does it once the seals have caught up, while somebody else of the school reads its register. */
    private Took whileRead(Opened school, Ledger ledger, Callable<Took> work) throws Exception {
        settle();
        var over = new AtomicBoolean();
        var reader = Thread.ofPlatform().start(() -> read(school, ledger.register(), over));
        try {
            return work.call();
        } finally {
            over.set(true);
            reader.join();
        }
    }

    private void read(Opened school, String register, AtomicBoolean over) {
        var somebody = new TestingAuthenticationToken(school.actor(Duty.GA_DIRECTOR, Duty.CANTEEN_MANAGER), null, List.of());
        try {
            while (!over.get()) {
                var start = System.nanoTime();
                assertThat(web.perform(get(register).with(authentication(somebody))).andReturn().getResponse().getStatus()).isEqualTo(200);
                pages.add(Duration.ofNanos(System.nanoTime() - start));
                Thread.sleep(20);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void settle() throws Exception {
        try (var admin = admin(); var statement = admin.createStatement()) {
            for (var unsealed = true; unsealed; Thread.sleep(200)) {
                try (var r = statement.executeQuery("select (select count(*) from trail.record) > (select count(*) from trail.sealed)")) {
                    r.next();
                    unsealed = r.getBoolean(1);
                }
            }
            statement.execute("checkpoint");
        }
    }

    /** The rows of the school out, and in again for another school: the same tables, checks, keys, indexes and triggers. */
    private Took copied(Opened from, List<String> tables) throws SQLException, IOException {
        var to = schools.open("c-" + from.id(), "抄来的学校", false).id();
        var took = Took.NOTHING;
        try (var admin = admin()) {
            for (var table : PEOPLE) copied(admin, table, from.id(), to);
            for (var table : tables) took = took.plus(copied(admin, table, from.id(), to));
        }
        return took;
    }

    private static Took copied(Connection admin, String table, long from, long to) throws SQLException, IOException {
        var copy = admin.unwrap(PGConnection.class).getCopyAPI();
        var columns = columns(admin, table);
        var rows = new ByteArrayOutputStream();
        copy.copyOut("copy (select " + to + "::bigint, " + columns + " from " + table + " where school_id = " + from + ") to stdout (format binary)", rows);
        var backend = admin.unwrap(PGConnection.class).getBackendPID();
        var before = computed(backend);
        var start = System.nanoTime();
        copy.copyIn("copy " + table + " (school_id, " + columns + ") from stdin (format binary)", new ByteArrayInputStream(rows.toByteArray()));
        return new Took(Duration.ofNanos(System.nanoTime() - start), Duration.ZERO, Duration.ofMillis(computed(backend) - before));
    }

    /** Milliseconds of computing of a process, where the system tells; else nothing. */
    private static long computed(long process) {
        try {
            var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10;
        } catch (IOException e) {
            return 0;
        }
    }

    private Connection admin() throws SQLException {
        return DriverManager.getConnection(String.valueOf(environment.getProperty("zongwu.db.url")), environment.getProperty("zongwu.db.user"), environment.getProperty("zongwu.db.password"));
    }

    /** But for the school, which is another one, and what the database makes itself. */
    private static String columns(Connection admin, String table) throws SQLException {
        try (var statement = admin.createStatement(); var r = statement.executeQuery("""
                select array_agg(quote_ident(attname) order by attnum) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' and attname <> 'school_id'""".formatted(table))) {
            r.next();
            return Arrays.stream((String[]) r.getArray(1).getArray()).collect(Collectors.joining(", "));
        }
    }
}
