package org.zongwu.termreport.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;

/**
 * All figures of a span as they stood at one instant, in the order in which the modules give them.
 * Values are exact: at most {@value #SCALE} decimals, which is what is kept with a version of the report.
 */
public record FigureBook(Span span, Instant computedAt, List<Figure> figures) {
    static final int SCALE = 6;

    public FigureBook {
        figures = figures.stream().map(FigureBook::exact).toList();
    }

    public Optional<Figure> find(String id) {
        return figures.stream().filter(f -> f.definition().id().equals(id)).findFirst();
    }

    /** Whether any record stands behind the figure; false as well for a figure that nobody defines. */
    public boolean hasData(String id) {
        return find(id).map(Figure::value).filter(Objects::nonNull).isPresent();
    }

    /** The value with all its digits, as in {@code figures.json} and the appendix: {@code 186432.50}, {@code 98.6}; null when there is none. */
    public static @Nullable String exactText(Figure figure) {
        if (figure.value() == null) return null;
        var value = trimmed(figure.value());
        var scale = figure.definition().unit() == Unit.YUAN ? 2 : 0;
        return value.setScale(Math.max(scale, value.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }

    /** The exact value with thousands apart, as tables show it: {@code 186,432.50}; null when there is none. */
    public static @Nullable String shownText(Figure figure) {
        var exact = exactText(figure);
        if (exact == null) return null;
        var point = exact.indexOf('.');
        var whole = point < 0 ? exact : exact.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",").replace('-', '−') + (point < 0 ? "" : exact.substring(point));
    }

    /** The same book without some of its figures. */
    public FigureBook without(Predicate<String> ids) {
        return new FigureBook(span, computedAt, figures.stream().filter(f -> !ids.test(f.definition().id())).toList());
    }

    /** The figure as a book holds it. */
    public static Figure exact(Figure f) {
        return f.value() == null ? f : new Figure(f.definition(), f.span(), trimmed(f.value()), f.grade(), f.evidenceCount(), f.link());
    }

    private static BigDecimal trimmed(BigDecimal value) {
        var trimmed = value.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
        return trimmed.scale() < 0 ? trimmed.setScale(0) : trimmed;
    }
}
