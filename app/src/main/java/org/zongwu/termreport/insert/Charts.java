package org.zongwu.termreport.insert;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.template.Manuscript.Bar;
import org.zongwu.termreport.template.Manuscript.Chart;
import org.zongwu.termreport.trend.Trends;

/** A figure's course month by month, as a chart of the paper: one month alone is no course. */
@Component
class Charts {
    private static final int LEAST_BARS = 2;

    private final Trends trends;

    Charts(Trends trends) {
        this.trends = trends;
    }

    Optional<Chart> of(String figureId, Period period) {
        return InChinese.said(() -> trends.charts(period, List.of(figureId)).stream().findFirst()).filter(c -> c.bars().stream().filter(b -> b.now() != null).count() >= LEAST_BARS)
                .map(c -> new Chart(figureId, c.question(), c.finding(), c.unit(), c.nowWords(), c.compares() ? c.thenWords() : null, bars(c.bars())));
    }

    private static List<Bar> bars(List<org.zongwu.web.DeskChart.Bar> bars) {
        return bars.stream().map(b -> new Bar(b.label(), b.now(), b.then())).toList();
    }
}
