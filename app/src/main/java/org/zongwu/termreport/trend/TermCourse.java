package org.zongwu.termreport.trend;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.subject.Periods;

/** How a figure went, term by term, as the records say it today. Within a reading transaction of the school. */
@Component
public class TermCourse {
    /** Four years: what one page can show, and what one request may cost. */
    private static final int TERMS = 8;

    private final Figures figures;
    private final Periods periods;

    TermCourse(Figures figures, Periods periods) {
        this.figures = figures;
        this.periods = periods;
    }

    /** Newest first, of the terms that have begun; only where the figure is defined as it is here (R-SUM-5). None of a proof, which looks at no term. */
    public List<Point> of(FigureDefinition definition) {
        if (Figures.isProof(definition.id())) return List.of();
        return periods.begun().stream().limit(TERMS).flatMap(term -> figures.some(term.span(), Set.of(definition.id())).stream()
                .filter(f -> f.definition().equals(definition)).map(f -> new Point(term, FigureBook.exact(f)))).toList();
    }

    /** The figure in a term. */
    public record Point(Period term, Figure figure) {}
}
