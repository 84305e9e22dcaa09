package org.zongwu.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.engine.Tables.SERIES;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zongwu.TestDatabases;

/** Two connections passed from school to school: what one has set must never be seen by the next. */
class SharedPoolIT {
    private static final int REQUESTS = 500;

    @Test
    void five_hundred_requests_of_two_schools_over_two_connections_never_see_each_other() throws Exception {
        var database = TestDatabases.fresh();
        var config = new HikariConfig();
        config.setDataSource(database.application());
        config.setMaximumPoolSize(2);
        try (var pool = new HikariDataSource(config); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var db = new DataConfiguration().dslContext(pool, new GatheredWrites());
            var tenancy = new TenantScope(new TenantTransactionManager(pool));
            var schools = new SchoolDirectory(db);
            var one = schools.open("one", "甲校", false).id();
            var two = schools.open("two", "乙校", false).id();
            var requests = IntStream.range(0, REQUESTS).<Callable<Set<Long>>>mapToObj(i -> {
                var school = i % 2 == 0 ? one : two;
                if (i % 10 == 9) return () -> db.select(SERIES.SCHOOL_ID).from(SERIES).fetchSet(SERIES.SCHOOL_ID);
                if (i % 3 == 0) {
                    return () -> tenancy.write(school, () -> {
                        db.insertInto(SERIES, SERIES.SCHOOL_ID, SERIES.SERIES_, SERIES.PERIOD, SERIES.LAST).values(school, "S" + i, "2026", 1L).execute();
                        return seen(school, db.select(SERIES.SCHOOL_ID).from(SERIES).fetchSet(SERIES.SCHOOL_ID));
                    });
                }
                return () -> tenancy.read(school, () -> seen(school, db.select(SERIES.SCHOOL_ID).from(SERIES).fetchSet(SERIES.SCHOOL_ID)));
            }).toList();
            for (var request : threads.invokeAll(requests)) assertThat(request.get()).isEmpty();
        }
    }

    /** What was seen and should not have been. */
    private static Set<Long> seen(long school, Set<Long> rows) {
        rows.remove(school);
        return rows;
    }
}
