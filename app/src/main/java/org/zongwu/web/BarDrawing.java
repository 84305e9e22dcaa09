package org.zongwu.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A chart of bars from zero up, measured out for a drawing of {@value #WIDTH} by {@value #HEIGHT}. */
public final class BarDrawing {
    public static final int WIDTH = 500;
    public static final int HEIGHT = 190;
    public static final int LEFT = 46;
    public static final int BASE = 166;
    private static final int TOP = 16;
    private static final int RIGHT = 494;
    private static final int WIDEST = 34;
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final List<BigDecimal> STEPS = Stream.of("1", "2", "2.5", "5", "10").map(BigDecimal::new).toList();

    private final List<DeskChart.Bar> bars;
    private final BigDecimal top;
    private final BigDecimal step;

    private BarDrawing(List<DeskChart.Bar> bars) {
        this.bars = bars;
        var highest = bars.stream().flatMap(b -> Stream.of(b.now(), b.then())).filter(Objects::nonNull).reduce(BigDecimal.ONE, BigDecimal::max);
        step = step(highest);
        top = highest.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }

    public static BarDrawing of(DeskChart.Chart chart) {
        return new BarDrawing(chart.bars());
    }

    /** A round step of which three to five reach the top. */
    private static BigDecimal step(BigDecimal highest) {
        var rough = highest.divide(BigDecimal.valueOf(4), 6, RoundingMode.UP);
        var size = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1).max(BigDecimal.ONE);
        return STEPS.stream().map(size::multiply).filter(s -> s.compareTo(rough) >= 0).findFirst().orElseThrow().max(BigDecimal.ONE).stripTrailingZeros();
    }

    /** The lines across, from zero up. */
    public List<Line> lines() {
        return IntStream.rangeClosed(0, top.divide(step, 0, RoundingMode.HALF_UP).intValue()).mapToObj(i -> step.multiply(BigDecimal.valueOf(i)))
                .map(v -> new Line(y(v), isLarge() ? plain(v.divide(WAN)) : plain(v))).toList();
    }

    /** Whether the numbers beside the lines are in ten thousands. */
    public boolean isLarge() {
        return top.compareTo(WAN) >= 0;
    }

    public List<Column> columns() {
        var room = (RIGHT - LEFT) / Math.max(1, bars.size());
        var wide = Math.min(WIDEST, room / 3);
        return IntStream.range(0, bars.size()).mapToObj(i -> column(bars.get(i), LEFT + room * i + room / 2, wide)).toList();
    }

    private Column column(DeskChart.Bar bar, int middle, int wide) {
        var compared = bars.stream().anyMatch(b -> b.then() != null);
        var then = bar.then() == null ? null : new Box(middle - wide - 1, y(bar.then()), wide, BASE - y(bar.then()));
        var left = compared ? middle + 1 : middle - wide / 2;
        var now = bar.now() == null ? null : new Box(left, y(bar.now()), wide, BASE - y(bar.now()));
        return new Column(bar, middle, left + wide / 2, now, then);
    }

    private int y(BigDecimal value) {
        return BASE - value.max(BigDecimal.ZERO).multiply(BigDecimal.valueOf(BASE - TOP)).divide(top, 0, RoundingMode.HALF_UP).intValue();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    public record Line(int y, String label) {}

    /** @param above where the number over the bar of now stands */
    public record Column(DeskChart.Bar bar, int middle, int above, @Nullable Box now, @Nullable Box then) {}

    public record Box(int x, int y, int width, int height) {}
}
