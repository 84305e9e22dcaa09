package org.zongwu.stores.issue;

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
 * What went out. Amounts count reversed issues and their reversals with their signs; numbers of documents, people and classes
 * leave both out. Read from the register's own rows, so that its total row shows the same.
 */
@Component
class IssueFigures implements FigureSource, OwnFigureSource {
    private static final FigureDefinition COUNT = new FigureDefinition("ISSUE_COUNT", Unit.DOCUMENT, 1);
    private static final FigureDefinition AMOUNT = new FigureDefinition("STOCK_OUT_AMOUNT", Unit.YUAN, 1);
    private static final FigureDefinition PERSONS = new FigureDefinition("ISSUE_PERSONS", Unit.PERSON, 1);
    private static final FigureDefinition CLASSES = new FigureDefinition("ISSUE_CLASSES", Unit.CLASS, 1);
    private static final FigureDefinition OPEN = new FigureDefinition("ISSUE_OPEN", Unit.DOCUMENT, 1);
    private static final FigureDefinition OWN = new FigureDefinition("OWN_ISSUES_POSTED", Unit.DOCUMENT, 1);

    private final DSLContext db;
    private final IssueSlips slips;

    IssueFigures(DSLContext db, IssueSlips slips) {
        this.db = db;
        this.slips = slips;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(COUNT, AMOUNT, PERSONS, CLASSES, OPEN);
    }

    @Override
    public List<Figure> figures(Span span) {
        var r = slips.rows();
        var day = r.field("day", LocalDate.class);
        var posted = r.field("no").isNotNull().and(day.between(span.from(), span.to()));
        var effective = posted.and(r.field("effective", Boolean.class).isTrue());
        var toClass = effective.and(r.field("class_id").isNotNull());
        var imported = r.field("grade", String.class).eq(Grade.IMPORTED.name());
        var open = r.field("no").isNull().and(r.field("state", String.class).ne(IssueState.CLOSED.name())).and(day.le(span.to()));
        var f = db.select(count().filterWhere(effective), count().filterWhere(effective.and(imported)), count().filterWhere(posted), count().filterWhere(posted.and(imported)),
                        coalesce(sum(r.field("amount", Long.class)).filterWhere(posted), BigDecimal.ZERO),
                        countDistinct(r.field("receiver_id", UUID.class)).filterWhere(effective), countDistinct(r.field("class_id", UUID.class)).filterWhere(toClass),
                        count().filterWhere(toClass), count().filterWhere(toClass.and(imported)), count().filterWhere(open), count())
                .from(r).fetchSingle();
        var ofEffective = new Evidence(f.value1(), f.value2());
        var path = IssueController.PATH + "?from=" + span.from() + "&to=" + span.to();
        return List.of(ofEffective.figure(COUNT, span, BigDecimal.valueOf(f.value1()), path + "&effective=yes"),
                new Evidence(f.value3(), f.value4()).figure(AMOUNT, span, new Money(f.value5().longValueExact()).yuan(), path + "&posted=yes"),
                ofEffective.figure(PERSONS, span, BigDecimal.valueOf(f.value6()), path + "&effective=yes"),
                new Evidence(f.value8(), f.value9()).figure(CLASSES, span, BigDecimal.valueOf(f.value7()), path + "&effective=yes&classes=yes"),
                new Evidence(f.value11(), 0).figure(OPEN, span, BigDecimal.valueOf(f.value10()), IssueController.PATH + "?to=" + span.to() + "&open=yes"));
    }

    @Override
    public List<FigureDefinition> ownDefinitions() {
        return List.of(OWN);
    }

    /** What he posted himself as the keeper of the warehouse. */
    @Override
    public List<Figure> figuresOf(UUID employeeId, Span span) {
        var r = slips.rows();
        var posted = r.field("day", LocalDate.class).between(span.from(), span.to()).and(r.field("effective", Boolean.class).isTrue()).and(r.field("keeper_id", UUID.class).eq(employeeId));
        var found = db.select(count(), count().filterWhere(r.field("grade", String.class).eq(Grade.IMPORTED.name()))).from(r).where(posted).fetchSingle();
        return List.of(new Evidence(found.value1(), found.value2()).figure(OWN, span, BigDecimal.valueOf(found.value1()),
                IssueController.PATH + "?from=" + span.from() + "&to=" + span.to() + "&effective=yes&keeperId=" + employeeId));
    }
}
