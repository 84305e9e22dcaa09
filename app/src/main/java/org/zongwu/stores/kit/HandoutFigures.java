package org.zongwu.stores.kit;

import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Evidence;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;

/** 开学发放及时率: of all classes that a kit was due to, how many got it by then. */
@Component
class HandoutFigures implements FigureSource {
    private static final FigureDefinition ON_TIME = new FigureDefinition("HANDOUT_ON_TIME_RATE", Unit.PERCENT, 1);

    private final DSLContext db;
    private final HandoutRepository handouts;

    HandoutFigures(DSLContext db, HandoutRepository handouts) {
        this.db = db;
        this.handouts = handouts;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(ON_TIME);
    }

    @Override
    public List<Figure> figures(Span span) {
        var r = handouts.rows();
        var all = db.select(sum(r.field("on_time", Integer.class)), sum(r.field("classes", Integer.class)), sum(r.field("imported", Integer.class))).from(r)
                .where(r.field("due_on", LocalDate.class).between(span.from(), span.to())).fetchSingle();
        var classes = all.value2() == null ? 0 : all.value2().longValueExact();
        var rate = classes == 0 ? null : all.value1().multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(classes), 2, RoundingMode.HALF_UP);
        return List.of(new Evidence(classes, all.value3() == null ? 0 : all.value3().longValueExact()).figure(ON_TIME, span, rate, HandoutController.PATH + "?from=" + span.from() + "&to=" + span.to()));
    }
}
