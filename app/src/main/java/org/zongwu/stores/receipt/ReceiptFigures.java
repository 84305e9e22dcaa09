package org.zongwu.stores.receipt;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.OwnFigureSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.kernel.Evidence;

/**
 * What came in, openings left out: they were there before. Amounts count reversed receipts and their reversals with their
 * signs; numbers of documents and suppliers leave both out.
 */
@Component
class ReceiptFigures implements FigureSource, OwnFigureSource {
    private static final FigureDefinition COUNT = new FigureDefinition("STOCK_IN_COUNT", Unit.DOCUMENT, 1);
    private static final FigureDefinition AMOUNT = new FigureDefinition("STOCK_IN_AMOUNT", Unit.YUAN, 1);
    private static final FigureDefinition SUPPLIERS = new FigureDefinition("SUPPLIERS", Unit.PARTY, 1);
    private static final FigureDefinition OPEN = new FigureDefinition("RECEIPT_OPEN", Unit.DOCUMENT, 1);
    private static final FigureDefinition OWN = new FigureDefinition("OWN_RECEIPTS_POSTED", Unit.DOCUMENT, 1);

    private final DSLContext db;
    private final ReceiptSlips slips;

    ReceiptFigures(DSLContext db, ReceiptSlips slips) {
        this.db = db;
        this.slips = slips;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(COUNT, AMOUNT, SUPPLIERS, OPEN);
    }

    @Override
    public List<Figure> figures(Span span) {
        var r = slips.rows();
        var day = r.field("day", LocalDate.class);
        var posted = r.field("no").isNotNull().and(day.between(span.from(), span.to())).and(r.field("funding", String.class).ne(Funding.OPENING.name()));
        var effective = posted.and(r.field("effective", Boolean.class).isTrue());
        var imported = r.field("grade", String.class).eq(Grade.IMPORTED.name());
        var open = r.field("no").isNull().and(day.le(span.to()));
        var f = db.select(count().filterWhere(effective), count().filterWhere(effective.and(imported)), count().filterWhere(posted), count().filterWhere(posted.and(imported)),
                        coalesce(sum(r.field("amount", Long.class)).filterWhere(posted), BigDecimal.ZERO),
                        countDistinct(r.field("supplier_id", UUID.class)).filterWhere(effective),
                        count().filterWhere(open), count())
                .from(r).fetchSingle();
        var ofEffective = new Evidence(f.value1(), f.value2());
        var path = ReceiptService.PATH + "?from=" + span.from() + "&to=" + span.to() + "&purchased=yes";
        return List.of(ofEffective.figure(COUNT, span, BigDecimal.valueOf(f.value1()), path + "&effective=yes"),
                new Evidence(f.value3(), f.value4()).figure(AMOUNT, span, new Money(f.value5().longValueExact()).yuan(), path + "&posted=yes"),
                ofEffective.figure(SUPPLIERS, span, BigDecimal.valueOf(f.value6()), path + "&effective=yes"),
                new Evidence(f.value8(), 0).figure(OPEN, span, BigDecimal.valueOf(f.value7()), ReceiptService.PATH + "?to=" + span.to() + "&open=yes"));
    }

    @Override
    public List<FigureDefinition> ownDefinitions() {
        return List.of(OWN);
    }

    /** What he posted himself as the keeper of the warehouse. */
    @Override
    public List<Figure> figuresOf(UUID employeeId, Span span) {
        var r = slips.rows();
        var posted = r.field("day", LocalDate.class).between(span.from(), span.to()).and(r.field("effective", Boolean.class).isTrue()).and(r.field("keeper_id", UUID.class).eq(employeeId))
                .and(r.field("funding", String.class).ne(Funding.OPENING.name()));
        var found = db.select(count(), count().filterWhere(r.field("grade", String.class).eq(Grade.IMPORTED.name()))).from(r).where(posted).fetchSingle();
        return List.of(new Evidence(found.value1(), found.value2()).figure(OWN, span, BigDecimal.valueOf(found.value1()),
                ReceiptService.PATH + "?from=" + span.from() + "&to=" + span.to() + "&purchased=yes&effective=yes&keeperId=" + employeeId));
    }
}
