package org.zongwu.termreport.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Unit;

/** How a figure is written in a sentence (R-SUM-4). The exact value stands in the appendix. */
public final class FigureText {
    /** What stands in place of a number when there is no record; never a nought that nobody counted. */
    public static final String NONE = "无记录";
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private FigureText() {}

    public static String of(@Nullable BigDecimal value, Unit unit) {
        return of(value, unit, Part.Style.USUAL);
    }

    /** Money in 万元 with at most two decimals from ten thousand yuan on; a percentage with at most one; all else with at most two. */
    static String of(@Nullable BigDecimal value, Unit unit, Part.Style style) {
        if (value == null) return NONE;
        return switch (unit) {
            case YUAN -> money(value, style);
            case PERCENT -> percent(value) + "%";
            default -> plain(value.scale() > 2 ? value.setScale(2, RoundingMode.HALF_UP) : value);
        };
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
