package org.zongwu.stores.slip;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Evidence;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;

/**
 * How many documents of each kind, and for how much. Amounts count reversed ones and their reversals with their signs; numbers leave both
 * out. Read from the register's own rows, so that its total row shows the same.
 */
@Component
class SlipFigures implements FigureSource {
    private final DSLContext db;
    private final SlipViews views;
    private final List<SlipKind> kinds;

    SlipFigures(DSLContext db, SlipViews views, List<SlipKind> kinds) {
        this.db = db;
        this.views = views;
        this.kinds = kinds;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return kinds.stream().flatMap(k -> Stream.of(number(k), amount(k))).toList();
    }

    private static FigureDefinition number(SlipKind kind) {
        return new FigureDefinition(kind.name() + "_COUNT", Unit.DOCUMENT, 1);
    }

    private static FigureDefinition amount(SlipKind kind) {
        return new FigureDefinition(kind.name() + "_AMOUNT", Unit.YUAN, 1);
    }

    @Override
    public List<Figure> figures(Span span) {
        var r = views.posted();
        var effective = r.field("effective", Boolean.class).isTrue();
        var figures = new ArrayList<Figure>();
        var found = db.select(r.field("kind", String.class), count().filterWhere(effective), count(), coalesce(sum(r.field("amount", Long.class)), BigDecimal.ZERO)).from(r)
                .where(r.field("day", LocalDate.class).between(span.from(), span.to())).groupBy(r.field("kind")).fetchMap(r.field("kind", String.class));
        for (var kind : kinds) {
            var f = found.get(kind.name());
            var path = kind.path() + "?from=" + span.from() + "&to=" + span.to();
            figures.add(new Evidence(f == null ? 0 : f.value2(), 0).figure(number(kind), span, BigDecimal.valueOf(f == null ? 0 : f.value2()), path + "&effective=yes"));
            figures.add(new Evidence(f == null ? 0 : f.value3(), 0).figure(amount(kind), span, f == null ? BigDecimal.ZERO : new Money(f.value4().longValueExact())
                    .yuan(), path + "&posted=yes"));
        }
        return figures;
    }
}
