package org.zongwu.termreport.trend;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.web.DeskChart;

/** How the term goes, for those who lead. */
@Component
class TrendsOnDesk implements DeskChart {
    private static final List<String> SHOWN = List.of("STOCK_OUT_AMOUNT", "FOOD_PURCHASE_AMOUNT", "ISSUES", "HAZARDS");

    private final Trends trends;
    private final Periods periods;

    TrendsOnDesk(Trends trends, Periods periods) {
        this.trends = trends;
        this.periods = periods;
    }

    @Override
    public List<Chart> charts(Actor actor) {
        if (!actor.holdsAny(Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.VP_LOGISTICS)) return List.of();
        return periods.present().map(period -> trends.charts(period, SHOWN)).orElse(List.of());
    }
}
