package org.zongwu.termreport.summary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.school.Terms;
import org.zongwu.web.DeskChart;

/** How the term goes, for those who lead. */
@Component
class TrendsOnDesk implements DeskChart {
    private static final List<String> SHOWN = List.of("STOCK_OUT_AMOUNT", "FOOD_PURCHASE_AMOUNT", "ISSUES", "HAZARDS");

    private final Trends trends;
    private final Terms terms;
    private final Clock clock;

    TrendsOnDesk(Trends trends, Terms terms, Clock clock) {
        this.trends = trends;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public List<Chart> charts(Actor actor) {
        if (!actor.holdsAny(Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.VP_LOGISTICS)) return List.of();
        return terms.on(LocalDate.now(clock)).map(term -> trends.charts(term, SHOWN)).orElse(List.of());
    }
}
