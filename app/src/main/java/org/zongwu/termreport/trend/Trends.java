package org.zongwu.termreport.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.web.DeskChart;
import org.zongwu.web.DeskChart.Bar;
import org.zongwu.web.DeskChart.Chart;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;

/** How figures went, month by month of a period, beside the months of the one before. */
@Component
public class Trends {
    private final Figures figures;
    private final Periods periods;
    private final FigureWords words;
    private final Messages messages;
    private final Clock clock;

    Trends(Figures figures, Periods periods, FigureWords words, Messages messages, Clock clock) {
        this.figures = figures;
        this.periods = periods;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** A chart of each of these figures of which there is any record in the period, within the caller's transaction. */
    public List<Chart> charts(Period period, List<String> ids) {
        var today = LocalDate.now(clock);
        var months = months(period.span(), today);
        if (months.isEmpty()) return List.of();
        var asked = Set.copyOf(ids);
        var now = months.stream().map(m -> byId(m, asked)).toList();
        var then = periods.find(period.last()).map(p -> months(p.span(), today).stream().map(m -> byId(m, asked)).toList()).orElse(List.of());
        var last = months.getLast();
        var alike = months.size() < 2 || !isUnfinished(last, today) ? Map.<String, Figure>of() : byId(asFar(last), asked);
        var all = new ArrayList<Chart>();
        for (var id : ids) {
            var bars = new ArrayList<Bar>();
            for (var i = 0; i < months.size(); i++) {
                var figure = now.get(i).get(id);
                if (figure == null) continue;
                bars.add(new Bar(label(months.get(i)), figure.value(), value(then, i, figure), isUnfinished(months.get(i), today), figure.link()));
            }
            if (bars.stream().anyMatch(b -> b.now() != null)) all.add(chart(id, now.getLast().get(id), bars, last, alike.get(id), today));
        }
        return all;
    }

    private Chart chart(String id, Figure last, List<Bar> bars, Span month, @Nullable Figure alike, LocalDate today) {
        var unit = words.unit(last.definition().unit(), Messages.locale());
        return new Chart(messages.first("termreport.trend." + id, "termreport.trend"), finding(last, unit, month, alike, today), unit, messages.say("desk.now"), messages.say("desk.before"), bars,
                messages.say("termreport.trend.source", words.name(id, Messages.locale())), "/figures/" + id);
    }

    /** What the month that runs has brought, against as many days of the month before. */
    private String finding(Figure last, String unit, Span month, @Nullable Figure alike, LocalDate today) {
        if (last.value() == null) return messages.say("termreport.trend.none", label(month));
        var day = isUnfinished(month, today) ? today.getDayOfMonth() : month.to().getDayOfMonth();
        var said = messages.say("termreport.trend.now", label(month), day, shown(last), unit);
        if (alike == null || alike.value() == null || alike.value().signum() == 0 || last.definition().unit() == Unit.PERCENT) return messages.say("termreport.trend.end", said);
        var percent = last.value().subtract(alike.value()).multiply(BigDecimal.valueOf(100)).divide(alike.value(), 1, RoundingMode.HALF_UP);
        var key = percent.signum() > 0 ? "termreport.trend.more" : percent.signum() < 0 ? "termreport.trend.less" : "termreport.trend.same";
        return messages.say(key, said, Shown.quantity(percent.abs()));
    }

    private static String shown(Figure figure) {
        return Optional.ofNullable(FigureBook.shownText(figure)).orElse("");
    }

    private Map<String, Figure> byId(Span span, Set<String> ids) {
        return figures.some(span, ids).stream().collect(Collectors.toMap(f -> f.definition().id(), f -> f, (a, b) -> a, LinkedHashMap::new));
    }

    private static @Nullable BigDecimal value(List<Map<String, Figure>> months, int i, Figure like) {
        if (i >= months.size()) return null;
        return Optional.ofNullable(months.get(i).get(like.definition().id())).filter(f -> f.definition().version() == like.definition().version()).map(Figure::value).orElse(null);
    }

    /** The months of a span that have begun, the first and the last as far as the span goes. */
    private static List<Span> months(Span span, LocalDate today) {
        var all = new ArrayList<Span>();
        for (var month = YearMonth.from(span.from()); !month.atDay(1).isAfter(span.to()) && !month.atDay(1).isAfter(today); month = month.plusMonths(1)) {
            var from = month.atDay(1).isBefore(span.from()) ? span.from() : month.atDay(1);
            if (!from.isAfter(today)) all.add(new Span(from, month.atEndOfMonth().isAfter(span.to()) ? span.to() : month.atEndOfMonth()));
        }
        return all;
    }

    private static boolean isUnfinished(Span month, LocalDate today) {
        return !month.to().isBefore(today);
    }

    /** As many days of the month before as have passed of this one. */
    private Span asFar(Span month) {
        var before = YearMonth.from(month.from()).minusMonths(1);
        return new Span(before.atDay(1), before.atDay(Math.min(LocalDate.now(clock).getDayOfMonth(), before.lengthOfMonth())));
    }

    private static String label(Span month) {
        return DateTimeFormatter.ofPattern(Messages.locale().getLanguage().equals("en") ? "MMM" : "M月", Messages.locale()).format(month.from());
    }
}
