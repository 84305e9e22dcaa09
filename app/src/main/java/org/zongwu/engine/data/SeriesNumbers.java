package org.zongwu.engine.data;

import static zongwu.db.engine.Tables.SERIES;

import java.util.List;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;

@Component
class SeriesNumbers implements Series {
    private static final String TAKE = """
            insert into engine.series (school_id, series, period, last) values (?, ?, ?, ?)
            on conflict (school_id, series, period) do update set last = engine.series.last + excluded.last returning last""";

    private final DSLContext db;
    private final Tenancy tenancy;

    SeriesNumbers(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    @Override
    public List<String> next(String series, int fiscalYear, int count) {
        var last = db.resultQuery(TAKE, tenancy.current(), series, Integer.toString(fiscalYear), (long) count).coerce(SERIES.LAST).fetchSingle().value1();
        return LongStream.rangeClosed(last - count + 1, last).mapToObj(n -> series + "-" + fiscalYear + (n < 100_000 ? "-" + Long.toString(100_000 + n).substring(1) : "-" + n)).toList();
    }
}
