package org.zongwu.stores.variance;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.stores.Tables.VARIANCE;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Evidence;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.stores.slip.Gaps;
import org.zongwu.web.Messages;

/** What stocktakes found too much and too little; and that the numbers PY of a year run without a gap (F19). */
@Component
class VarianceFigures implements FigureSource, Control {
    private static final FigureDefinition GAIN = new FigureDefinition("STOCK_GAIN_AMOUNT", Unit.YUAN, 1);
    private static final FigureDefinition LOSS = new FigureDefinition("STOCK_LOSS_AMOUNT", Unit.YUAN, 1);

    private final DSLContext db;
    private final Messages messages;
    private final Tenancy tenancy;

    VarianceFigures(DSLContext db, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(GAIN, LOSS);
    }

    @Override
    public List<Figure> figures(Span span) {
        var f = db.select(count(), coalesce(sum(VARIANCE.GAIN), BigDecimal.ZERO), coalesce(sum(VARIANCE.LOSS), BigDecimal.ZERO)).from(VARIANCE)
                .where(VARIANCE.SCHOOL_ID.eq(tenancy.current()), VARIANCE.BUSINESS_DATE.between(span.from(), span.to())).fetchSingle();
        var evidence = new Evidence(f.value1(), 0);
        var path = VarianceService.PATH + "?from=" + span.from() + "&to=" + span.to();
        return List.of(evidence.figure(GAIN, span, new Money(f.value2().longValueExact()).yuan(), path), evidence.figure(LOSS, span, new Money(f.value3().longValueExact()).yuan(), path));
    }

    @Override
    public String id() {
        return "F19-" + VarianceService.SERIES;
    }

    @Override
    public Result check() {
        return Gaps.check(db, messages, VARIANCE, VARIANCE.NO, VARIANCE.SCHOOL_ID.eq(tenancy.current()));
    }
}
