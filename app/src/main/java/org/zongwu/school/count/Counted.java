package org.zongwu.school.count;

import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.zongwu.kernel.Evidence;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Span;

/** Counts the rows of a register, and says how they came to be, so that a figure and its register are one query. */
public final class Counted {
    private static final Field<String> GRADE = DSL.field(DSL.name("r", "grade"), String.class);

    private Counted() {}

    /** @param rows the register's derived table, named {@code r}, with a column {@code grade} */
    public static Figure figure(DSLContext db, FigureDefinition definition, Span span, Table<?> rows, Condition which, String link) {
        var counted = db.select(DSL.count(), DSL.count().filterWhere(GRADE.eq(Grade.IMPORTED.name()))).from(rows).where(which).fetchSingle();
        var all = counted.value1();
        return new Evidence(all, counted.value2()).figure(definition, span, BigDecimal.valueOf(all), link);
    }

    /** The same, where nothing is a number too: movements of a school that has records at all. */
    public static Figure orNone(Figure figure, boolean anyRecord) {
        if (figure.value() != null || !anyRecord) return figure;
        return new Figure(figure.definition(), figure.span(), BigDecimal.ZERO, Grade.WORKED, 0, figure.link());
    }
}
