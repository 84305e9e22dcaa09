package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.stores.Tables.MOVE;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.kernel.Evidence;

/** What lies in the stores at the end of the span, and how much of the catalogue has moved. */
@Component
class StockFigures implements FigureSource {
    private static final FigureDefinition ITEMS = new FigureDefinition("STOCK_ITEMS", Unit.ITEM, 1);
    private static final FigureDefinition VALUE = new FigureDefinition("STOCK_VALUE", Unit.YUAN, 1);
    private static final FigureDefinition LOW = new FigureDefinition("STOCK_LOW", Unit.ITEM, 1);

    private final DSLContext db;
    private final StockBooks books;
    private final Tenancy tenancy;

    StockFigures(DSLContext db, StockBooks books, Tenancy tenancy) {
        this.db = db;
        this.books = books;
        this.tenancy = tenancy;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(ITEMS, VALUE, LOW);
    }

    @Override
    public List<Figure> figures(Span span) {
        var within = MOVE.BUSINESS_DATE.ge(span.from());
        var imported = MOVE.GRADE.eq(Grade.IMPORTED.name());
        var m = db.select(countDistinct(MOVE.ITEM_ID).filterWhere(within), count().filterWhere(within), count().filterWhere(within.and(imported)),
                        coalesce(sum(MOVE.AMOUNT), BigDecimal.ZERO), count(), count().filterWhere(imported))
                .from(MOVE).where(MOVE.SCHOOL_ID.eq(tenancy.current()), MOVE.BUSINESS_DATE.le(span.to())).fetchSingle();
        var s = books.summary(span, null);
        var low = db.select(count().filterWhere(s.field("low", Boolean.class).isTrue()), count(s.field("minimum"))).from(s).fetchSingle();
        var summary = "/stores/summary?from=" + span.from() + "&to=" + span.to();
        return List.of(new Evidence(m.value2(), m.value3()).figure(ITEMS, span, BigDecimal.valueOf(m.value1()), summary + "&moved=yes"),
                new Evidence(m.value5(), m.value6()).figure(VALUE, span, new Money(m.value4().longValueExact()).yuan(), summary),
                new Evidence(low.value2(), m.value5() > 0 && m.value5().equals(m.value6()) ? low.value2() : 0)
                        .figure(LOW, span, BigDecimal.valueOf(low.value1()), summary + "&low-only=yes"));
    }
}
