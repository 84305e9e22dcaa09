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
    private final DSLContext db;
    private final Tenancy tenancy;

    SeriesNumbers(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    @Override
    public List<String> next(String series, int fiscalYear, int count) {
        var last = db.insertInto(SERIES)
                .columns(SERIES.SCHOOL_ID, SERIES.SERIES_, SERIES.PERIOD, SERIES.LAST)
                .values(tenancy.current(), series, Integer.toString(fiscalYear), (long) count)
                .onConflict(SERIES.SCHOOL_ID, SERIES.SERIES_, SERIES.PERIOD).doUpdate().set(SERIES.LAST, SERIES.LAST.plus(count))
                .returningResult(SERIES.LAST).fetchSingle().value1();
        return LongStream.rangeClosed(last - count + 1, last).mapToObj(n -> series + "-" + fiscalYear + (n < 100_000 ? "-" + Long.toString(100_000 + n).substring(1) : "-" + n)).toList();
    }
}
