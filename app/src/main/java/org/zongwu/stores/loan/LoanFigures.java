package org.zongwu.stores.loan;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Evidence;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;

/**
 * What was lent, what of it is out at the end of the span, and what came back in time. Read from the register's own rows as of
 * that day, so that its total row shows the same.
 */
@Component
class LoanFigures implements FigureSource {
    private static final FigureDefinition LOANS = new FigureDefinition("LOAN_COUNT", Unit.TIMES, 1);
    private static final FigureDefinition OUT = new FigureDefinition("LOAN_OUT", Unit.TIMES, 1);
    private static final FigureDefinition QUANTITY = new FigureDefinition("LOAN_OUT_QUANTITY", Unit.ITEM, 1);
    private static final FigureDefinition OVERDUE = new FigureDefinition("LOAN_OVERDUE", Unit.TIMES, 1);
    private static final FigureDefinition ONTIME = new FigureDefinition("LOAN_ONTIME_RATE", Unit.PERCENT, 1);
    private static final FigureDefinition LOST = new FigureDefinition("LOAN_LOST_AMOUNT", Unit.YUAN, 1);
    private static final FigureDefinition COMPENSATION = new FigureDefinition("LOAN_COMPENSATION", Unit.YUAN, 1);

    private final DSLContext db;
    private final LoanSlips slips;

    LoanFigures(DSLContext db, LoanSlips slips) {
        this.db = db;
        this.slips = slips;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(LOANS, OUT, QUANTITY, OVERDUE, ONTIME, LOST, COMPENSATION);
    }

    @Override
    public List<Figure> figures(Span span) {
        var r = slips.rows(span.to());
        var day = r.field("day", LocalDate.class);
        var upTo = r.field("effective", Boolean.class).isTrue().and(day.le(span.to()));
        var within = upTo.and(day.ge(span.from()));
        var outstanding = r.field("outstanding", BigDecimal.class);
        var out = upTo.and(outstanding.gt(BigDecimal.ZERO));
        var imported = r.field("grade", String.class).eq(Grade.IMPORTED.name());
        var f = db.select(count().filterWhere(within), count().filterWhere(within.and(imported)), count().filterWhere(out), count().filterWhere(upTo), count().filterWhere(upTo.and(imported)),
                        coalesce(sum(outstanding).filterWhere(out), BigDecimal.ZERO), count().filterWhere(upTo.and(r.field("state", String.class).eq(LoanState.OVERDUE.name()))),
                        coalesce(sum(r.field("ontime_part", Integer.class)).filterWhere(within), BigDecimal.ZERO), coalesce(sum(r.field("ontime_whole", Integer.class)).filterWhere(within), BigDecimal.ZERO),
                        money(r, "lost", within), money(r, "compensation", within))
                .from(r).fetchSingle();
        var lent = new Evidence(f.value1(), f.value2());
        var known = new Evidence(f.value4(), f.value5());
        var register = LoanController.PATH + "?to=" + span.to();
        var spanned = register + "&from=" + span.from() + "&effective=yes";
        var back = f.value9().signum() == 0 ? null : f.value8().multiply(BigDecimal.valueOf(100)).divide(f.value9(), 2, RoundingMode.HALF_UP);
        return List.of(lent.figure(LOANS, span, BigDecimal.valueOf(f.value1()), spanned),
                known.figure(OUT, span, BigDecimal.valueOf(f.value3()), register + "&effective=yes&out=yes"),
                known.figure(QUANTITY, span, f.value6(), register + "&effective=yes&out=yes"),
                known.figure(OVERDUE, span, BigDecimal.valueOf(f.value7()), register + "&effective=yes&overdue=yes"),
                new Evidence(f.value9().longValue(), Math.min(f.value9().longValue(), f.value2())).figure(ONTIME, span, back, spanned),
                lent.figure(LOST, span, new Money(f.value10().longValueExact()).yuan(), spanned), lent.figure(COMPENSATION, span, new Money(f.value11().longValueExact()).yuan(), spanned));
    }

    private static org.jooq.Field<BigDecimal> money(Table<?> r, String column, Condition which) {
        return coalesce(sum(r.field(column, Long.class)).filterWhere(which), BigDecimal.ZERO);
    }
}
