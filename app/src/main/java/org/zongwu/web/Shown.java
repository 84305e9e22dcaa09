package org.zongwu.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;

/** How values are written, everywhere the same: thousands separated, minus as U+2212, days as 2026-11-23. */
public final class Shown {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Shown() {}

    public static String money(long fen) {
        return new Money(fen).toString();
    }

    public static String quantity(BigDecimal quantity) {
        return number(quantity, "#,##0.###");
    }

    public static String quantity(Quantity quantity) {
        return quantity(quantity.value());
    }

    /** A unit price in yuan: two decimals at least, six at most. */
    public static String price(BigDecimal yuan) {
        return number(yuan.setScale(6, RoundingMode.HALF_UP), "#,##0.00####");
    }

    public static String count(long n) {
        return number(BigDecimal.valueOf(n), "#,##0");
    }

    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    public static String fullTime(@Nullable Instant at) {
        return at == null ? "" : FULL.format(at.atZone(ZONE));
    }

    /** A day as a headline: 11月26日 星期四, Thursday 26 November. */
    public static String longDay(LocalDate day) {
        var pattern = Messages.locale().getLanguage().equals("en") ? "EEEE d MMMM" : "M月d日　EEEE";
        return DateTimeFormatter.ofPattern(pattern, Messages.locale()).format(day);
    }

    /** A day of the days to come: 12-04 周五, Fri 4 Dec. */
    public static String weekDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(Messages.locale().getLanguage().equals("en") ? "EEE d MMM" : "MM-dd E", Messages.locale()).format(day);
    }

    static String cell(Column column, @Nullable Object value) {
        if (value == null || column.blankZero() && new BigDecimal(value.toString()).signum() == 0) return "";
        return switch (column.kind()) {
            case MONEY -> money(((Number) value).longValue());
            case PRICE -> price(new BigDecimal(value.toString()));
            case QUANTITY, RATE -> quantity(new BigDecimal(value.toString()));
            case COUNT -> count(((Number) value).longValue());
            case SHARE -> value.toString().equals("1") ? "✓" : "—";
            case TIME -> value instanceof Instant at ? fullTime(at) : value.toString();
            default -> value.toString();
        };
    }

    /** The word of a state or another value of an enum, its register's own or the one that all share; a value that has none, as a number, is its own word. */
    static String word(Column column, Object value, Messages messages) {
        var own = column.words() + "." + value;
        var shared = "state." + value;
        return messages.has(own) ? messages.say(own) : messages.has(shared) ? messages.say(shared) : value.toString();
    }

    static String sum(Column column, BigDecimal sum) {
        return switch (column.kind()) {
            case MONEY -> money(sum.longValueExact());
            case COUNT -> count(sum.longValueExact());
            case SHARE -> quantity(sum) + "%";
            default -> quantity(sum);
        };
    }

    private static String number(BigDecimal value, String pattern) {
        var text = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value.abs());
        return value.signum() < 0 ? "−" + text : text;
    }
}
