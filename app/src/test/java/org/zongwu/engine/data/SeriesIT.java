package org.zongwu.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.TestDatabases;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;

@Office
class SeriesIT {
    private static final int WRITERS = 32;
    private static final int TRIES = 12;

    @Autowired
    Schools schools;

    @Autowired
    Tenancy tenancy;

    @Autowired
    Series series;

    @Test
    void numbers_have_no_gap_however_many_write_and_fail() throws Exception {
        var taken = new ArrayList<String>();
        var config = new HikariConfig();
        config.setDataSource(TestDatabases.fresh().application());
        config.setMaximumPoolSize(WRITERS); // all of them reach the counter at once
        try (var pool = new HikariDataSource(config); var threads = Executors.newFixedThreadPool(WRITERS)) {
            var db = new DataConfiguration().dslContext(pool, new GatheredWrites());
            var crowded = new TenantScope(new TenantTransactionManager(pool));
            var school = new SchoolDirectory(db).open("one", "甲校", false).id();
            var numbers = new SeriesNumbers(db, crowded);
            var writers = IntStream.range(0, WRITERS).<Callable<List<String>>>mapToObj(w -> () -> write(school, crowded, numbers, new Random(w))).toList();
            for (var writer : threads.invokeAll(writers)) taken.addAll(writer.get());
        }
        var expected = IntStream.rangeClosed(1, taken.size()).mapToObj(n -> "LW-2026-%05d".formatted(n)).toList();
        assertThat(taken).hasSizeGreaterThan(WRITERS).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> write(long school, Tenancy crowded, Series numbers, Random random) {
        var mine = new ArrayList<String>();
        for (var i = 0; i < TRIES; i++) {
            var fails = random.nextInt(3) == 0;
            try {
                mine.add(crowded.write(school, () -> {
                    var number = numbers.next("LW", 2026);
                    if (fails) throw new IllegalStateException("changed my mind");
                    return number;
                }));
            } catch (IllegalStateException e) {
                // the number goes back
            }
        }
        return mine;
    }

    @Test
    void every_school_series_and_year_counts_for_itself() {
        var one = open();
        var other = open();
        assertThat(next(one, "LW", 2026)).isEqualTo("LW-2026-00001");
        assertThat(next(one, "LW", 2026)).isEqualTo("LW-2026-00002");
        assertThat(next(one, "LW", 2027)).isEqualTo("LW-2027-00001");
        assertThat(next(one, "RK", 2026)).isEqualTo("RK-2026-00001");
        assertThat(next(other, "LW", 2026)).isEqualTo("LW-2026-00001");
    }

    private String next(long school, String name, int year) {
        return tenancy.write(school, () -> series.next(name, year));
    }

    private long open() {
        return schools.open("t-" + UUID.randomUUID().toString().substring(0, 20), "试验学校", false).id();
    }
}
