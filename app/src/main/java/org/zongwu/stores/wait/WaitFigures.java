package org.zongwu.stores.wait;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Evidence;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;

/** How long people wait for what they ask for, how many of them within the promised hours, and what a head takes. */
@Component
class WaitFigures implements FigureSource {
    private static final FigureDefinition HOURS = new FigureDefinition("ISSUE_HOURS", Unit.HOUR, 1);
    private static final FigureDefinition IN_TIME = new FigureDefinition("ISSUE_IN_TIME_RATE", Unit.PERCENT, 1);
    private static final FigureDefinition PER_HEAD = new FigureDefinition("ISSUE_PER_HEAD", Unit.YUAN, 1);

    private final DSLContext db;
    private final Waits waits;

    WaitFigures(DSLContext db, Waits waits) {
        this.db = db;
        this.waits = waits;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(HOURS, IN_TIME, PER_HEAD);
    }

    @Override
    public List<Figure> figures(Span span) {
        var r = waits.rows();
        var waited = db.select(count(), round(percentileCont(new BigDecimal("0.5")).withinGroupOrderBy(r.field("hours", BigDecimal.class)).cast(BigDecimal.class), 2), sum(r.field("in_time", Integer.class)))
                .from(r).where(r.field("day", LocalDate.class).between(span.from(), span.to())).fetchSingle();
        var c = waits.consumption(span);
        var taken = db.select(sum(c.field("slips", Integer.class)), round(avg(c.field("per_head", Long.class)))).from(c).fetchSingle();
        var evidence = new Evidence(waited.value1(), 0);
        var slips = taken.value1() == null ? 0 : taken.value1().longValueExact();
        var days = "?from=" + span.from() + "&to=" + span.to();
        return List.of(evidence.figure(HOURS, span, waited.value2(), WaitController.WAITS + days), evidence.figure(IN_TIME, span, rate(waited.value3(), waited.value1()), WaitController.WAITS + days),
                new Evidence(slips, 0).figure(PER_HEAD, span, taken.value2() == null ? null : taken.value2().movePointLeft(2).setScale(2, RoundingMode.HALF_UP), WaitController.CONSUMPTION + days));
    }

    private static @Nullable BigDecimal rate(BigDecimal part, int whole) {
        return whole == 0 ? null : part.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
