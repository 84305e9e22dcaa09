package org.zongwu.termreport.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.Unit;

/** How a figure is written in a sentence (R-SUM-4). The exact value stands in the appendix. */
public final class FigureText {
    /** What stands in place of a number when there is no record; never a nought that nobody counted. */
    public static final String NONE = "无记录";
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    /** How far from a round number one may stand and still say 近, 约, 多 (R-SUM-4). */
    private static final BigDecimal NEARLY = new BigDecimal("0.03");
    private static final BigDecimal ABOUT = new BigDecimal("0.02");
    private static final BigDecimal OVER = new BigDecimal("0.10");

    private FigureText() {}

    public static String of(@Nullable BigDecimal value, Unit unit) {
        return of(value, unit, Part.Style.USUAL);
    }

    /** The same number as in a sentence, for a column whose head has the unit: thousands apart, money in yuan and fen. */
    public static String inTable(BigDecimal value, Unit unit) {
        var plain = switch (unit) {
            case YUAN -> value.setScale(2, RoundingMode.HALF_UP).toPlainString();
            case PERCENT -> percent(value);
            default -> plain(value.scale() > 2 ? value.setScale(2, RoundingMode.HALF_UP) : value);
        };
        var point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        return minus(whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + (point < 0 ? "" : plain.substring(point)));
    }

    /** Money in 万元 with at most two decimals from ten thousand yuan on; a percentage with at most one; all else with at most two. */
    static String of(@Nullable BigDecimal value, Unit unit, Part.Style style) {
        if (value == null) return NONE;
        if (style == Part.Style.ABOUT && unit != Unit.PERCENT) return about(value, unit);
        return switch (unit) {
            case YUAN -> money(value, style);
            case PERCENT -> percent(value) + "%";
            default -> plain(value.scale() > 2 ? value.setScale(2, RoundingMode.HALF_UP) : value);
        };
    }

    /**
     * What has changed since, as a clause with its comma: {@code ，比上年同期增加12张（8.3%）}. Empty where the two cannot be compared: no
     * record, nought, or another definition (R-SUM-5, domain.md §10.2).
     *
     * @param since what is compared with, as 上年同期
     */
    static String change(Figure now, Optional<Figure> base, String since, String measure) {
        if (now.value() == null || base.isEmpty() || base.get().value() == null || base.get().value().signum() == 0) return "";
        if (now.definition().version() != base.get().definition().version()) return "";
        var by = now.value().subtract(base.get().value());
        var percents = now.definition().unit() == Unit.PERCENT;
        if (by.signum() == 0 || percents && by.abs().setScale(1, RoundingMode.HALF_UP).signum() == 0) return "，与" + since + "持平";
        if (percents) return "，比" + since + (by.signum() > 0 ? "提高" : "下降") + plain(by.abs().setScale(1, RoundingMode.HALF_UP)) + "个百分点";
        var share = by.abs().multiply(HUNDRED).divide(base.get().value().abs(), 6, RoundingMode.HALF_UP);
        return "，比" + since + (by.signum() > 0 ? "增加" : "减少") + of(by.abs(), now.definition().unit()) + measure + "（" + percent(share) + "%）";
    }

    /** In round words: 近200, 600多, 约1200; what is round itself stays as it is. Below ten nothing is rounded. */
    private static String about(BigDecimal value, Unit unit) {
        var inWan = unit == Unit.YUAN && value.abs().compareTo(WAN) >= 0;
        var number = inWan ? value.divide(WAN, 4, RoundingMode.HALF_UP) : value;
        var measure = unit != Unit.YUAN ? "" : inWan ? "万元" : "元";
        if (number.compareTo(BigDecimal.TEN) < 0) return of(value, unit);
        for (var digits = 1; digits <= 2; digits++) {
            var below = number.round(new MathContext(digits, RoundingMode.DOWN));
            var above = number.round(new MathContext(digits, RoundingMode.UP));
            if (below.compareTo(number) == 0) return plain(below) + measure;
            if (isWithin(above.subtract(number), above, NEARLY)) return "近" + plain(above) + measure;
            if (isWithin(number.subtract(below), below, ABOUT)) return "约" + plain(below) + measure;
            if (isWithin(number.subtract(below), below, OVER)) return inWan ? plain(below) + "万多元" : plain(below) + "多" + measure;
        }
        return of(value, unit);
    }

    private static boolean isWithin(BigDecimal distance, BigDecimal of, BigDecimal share) {
        return distance.compareTo(of.multiply(share)) <= 0;
    }

    private static String money(BigDecimal yuan, Part.Style style) {
        var inWan = style == Part.Style.WAN || style == Part.Style.USUAL && yuan.abs().compareTo(WAN) >= 0;
        if (inWan) return plain(yuan.divide(WAN, 2, RoundingMode.HALF_UP)) + "万元";
        // 3210.50 and not 3210.5: below ten thousand the fen are said, or there are none
        return (yuan.stripTrailingZeros().scale() <= 0 ? plain(yuan) : minus(yuan.setScale(2, RoundingMode.HALF_UP).toPlainString())) + "元";
    }

    /** Rounding never makes a whole of what is not: 99.97 stays below 100, and 0.02 above 0. */
    private static String percent(BigDecimal value) {
        var rounded = value.setScale(1, RoundingMode.HALF_UP);
        if (rounded.compareTo(HUNDRED) == 0 && value.compareTo(HUNDRED) < 0) rounded = HUNDRED.subtract(TENTH);
        if (rounded.signum() == 0 && value.signum() > 0) rounded = TENTH;
        return plain(rounded);
    }

    private static String plain(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return minus((plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString());
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
