package org.zongwu.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
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
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/**
 * 100,000 rows against COPY of the very rows that the import wrote, in the same run, while somebody else reads a register.
 * {@code -Dzongwu.slow=true}; {@code -Dzongwu.rows=20000} takes fewer.
 */
@Office
@EnabledIfSystemProperty(named = "zongwu.slow", matches = "true")
class ImportSpeedIT {
    private static final int ROWS = Integer.getInteger("zongwu.rows", 100_000);
    private static final int A_CLASS = 50;
    /** What the import writes, a table each: columns that the database makes itself are left to it. */
    private static final List<String> TABLES = List.of("school.school_class", "school.student", "school.enrolment", "imports.source_row", "trail.record");
    private static final List<String> RECORDS = TABLES.subList(0, 3);

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
    Environment environment;

    private Opened school;
    private Actor director;

    @BeforeEach
    void aSchool() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
    }

    @Test
    void a_hundred_thousand_rows_beside_copy() throws Exception {
        take(file(2000, 1)); // the program warms up on another part of the school
        var pages = Collections.synchronizedList(new ArrayList<Duration>());
        var over = new AtomicBoolean();
        var reader = Thread.ofPlatform().start(() -> read(pages, over));
        var imported = take(file(ROWS, 2));
        over.set(true);
        reader.join();
        try (var admin = DriverManager.getConnection(String.valueOf(environment.getProperty("zongwu.db.url")), environment.getProperty("zongwu.db.user"), environment.getProperty("zongwu.db.password"))) {
            var all = copied(admin, TABLES);
            var records = copied(admin, RECORDS);
            pages.sort(null);
            System.out.printf("rows %d: import %.2f s; COPY of everything it wrote %.2f s (%.0f %%); COPY of the records alone %.2f s (%.0f %%); register p95 %d ms, max %d ms of %d pages%n", ROWS,
                    seconds(imported), seconds(all), 100 * seconds(all) / seconds(imported), seconds(records), 100 * seconds(records) / seconds(imported),
                    pages.get(pages.size() * 95 / 100).toMillis(), pages.getLast().toMillis(), pages.size());
        }
        assertThat(pages.get(pages.size() * 95 / 100)).isLessThan(Duration.ofMillis(300));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private byte[] file(int rows, int round) {
        var text = new StringBuilder("班级,学号,姓名,性别,备注\n");
        for (var i = 0; i < rows; i++) {
            var of = i / A_CLASS;
            text.append(2000 + of / 99 + round * 40).append("级").append(of % 99 + 1).append("班,").append(round).append(30_000_000 + i).append(",").append(name(i)).append(i % 2 == 0 ? ",男,\n" : ",女,住校\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String name(int i) {
        var surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
        var given = "明芳伟娜敏静丽强磊军洋勇艳杰娟涛超霞平刚";
        return "" + surnames.charAt(i % 20) + given.charAt(i / 20 % 20) + given.charAt(i / 400 % 20);
    }

    /** From the bytes to the commit. */
    private Duration take(byte[] file) {
        var phases = new EnumMap<Steps.Phase, Long>(Steps.Phase.class);
        var start = System.nanoTime();
        var upload = imports.store(director, new ByteArrayInputStream(file), "学生.csv");
        var prepared = preparation.prepare(director, upload, Wanted.BY_HEADINGS);
        var read = System.nanoTime();
        var report = school.write(() -> imports.taken(director, prepared, Ids.next(), false, (phase, done, total) -> phases.put(phase, System.nanoTime())));
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(report.counts().accepted()).isEqualTo(report.counts().read());
        var last = read;
        System.out.printf("%d rows: READ %d ms", report.counts().read(), (read - start) / 1_000_000);
        for (var phase : phases.entrySet()) {
            System.out.printf(", %s %d ms", phase.getKey(), (phase.getValue() - last) / 1_000_000);
            last = phase.getValue();
        }
        System.out.printf(", rest %d ms, in all %d ms%n", (start + took.toNanos() - last) / 1_000_000, took.toMillis());
        return took;
    }

    private void read(List<Duration> pages, AtomicBoolean over) {
        var somebody = new TestingAuthenticationToken(school.actor(Duty.GA_DIRECTOR), null, List.of());
        try {
            while (!over.get()) {
                var start = System.nanoTime();
                assertThat(web.perform(get("/school/students").with(authentication(somebody))).andReturn().getResponse().getStatus()).isEqualTo(200);
                pages.add(Duration.ofNanos(System.nanoTime() - start));
                Thread.sleep(20);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of the school out, and in again into tables with the same columns, checks and indexes, each committed. */
    private Duration copied(Connection admin, List<String> tables) throws Exception {
        var copy = admin.unwrap(PGConnection.class).getCopyAPI();
        var took = Duration.ZERO;
        for (var table : tables) {
            var columns = columns(admin, table);
            var rows = new ByteArrayOutputStream();
            copy.copyOut("copy (select " + columns + " from " + table + " where school_id = " + school.id() + ") to stdout (format binary)", rows);
            try (var statement = admin.createStatement()) {
                statement.execute("create table public.copied (like " + table + " including all)");
                statement.execute("checkpoint");
                var start = System.nanoTime();
                copy.copyIn("copy public.copied (" + columns + ") from stdin (format binary)", new ByteArrayInputStream(rows.toByteArray()));
                took = took.plusNanos(System.nanoTime() - start);
                statement.execute("drop table public.copied");
            }
        }
        return took;
    }

    private static String columns(Connection admin, String table) throws Exception {
        try (var statement = admin.createStatement(); var r = statement.executeQuery(
                "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = '" + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''")) {
            r.next();
            return r.getString(1);
        }
    }
}
