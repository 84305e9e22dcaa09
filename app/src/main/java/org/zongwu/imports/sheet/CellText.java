package org.zongwu.imports.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.RuleBroken;

/** The text of a cell, as a clerk would type it: numbers plain and whole, dates as yyyy-MM-dd. */
final class CellText {
    /** What a spreadsheet program puts into one cell at most. */
    private static final int LONGEST = 32_767;
    private static final Pattern INNER_BREAKS = Pattern.compile("[\\x00-\\x1F]+");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^]]*]");
    private static final Set<Integer> DATES = Set.of(14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);
    private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 32, 33, 45, 46, 47);
    private static final int MOMENTS = 22;
    private static final MathContext AS_SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private CellText() {}

    /** Without blanks around, full-width and invisible ones too; a line break inside becomes one blank, as does what no text can hold. */
    static String of(@Nullable String text) {
        if (text == null) return "";
        if (text.length() > LONGEST) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.long-cell", LONGEST);
        var start = 0;
        var end = text.length();
        while (start < end && isBlank(text.charAt(start))) start++;
        while (end > start && isBlank(text.charAt(end - 1))) end--;
        var trimmed = text.substring(start, end);
        return trimmed.chars().anyMatch(c -> c < ' ') ? INNER_BREAKS.matcher(trimmed).replaceAll(" ") : trimmed;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** A number in fifteen digits, as Excel shows it: 79.90000000000001 is 79.9, and a phone number stays whole. */
    static String number(BigDecimal number) {
        var shown = number.round(AS_SHOWN);
        if (shown.signum() == 0) return "0";
        var plain = shown.stripTrailingZeros();
        return plain.toPlainString();
    }

    /** A number under a cell format: a date or a time when the format says so. */
    static String number(BigDecimal number, @Nullable Integer formatId, @Nullable String format, boolean from1904) {
        var showing = showing(formatId, format);
        if (showing == Showing.NUMBER || number.signum() < 0 || number.compareTo(LAST_SERIAL) > 0) return number(number);
        var seconds = number.remainder(BigDecimal.ONE).multiply(BigDecimal.valueOf(86_400)).setScale(0, RoundingMode.HALF_UP).longValue();
        var day = day(number.intValue(), from1904);
        if (showing == Showing.TIME && number.intValue() == 0) return LocalTime.ofSecondOfDay(seconds % 86_400).format(CLOCK);
        if (number.intValue() == 0) return number(number);
        return showing == Showing.DATE || seconds == 0 ? day.toString() : day.atStartOfDay().plusSeconds(seconds).format(MINUTE);
    }

    /** Excel counts 1900 as a leap year, so serials before 1 March 1900 are one day off. */
    private static LocalDate day(int serial, boolean from1904) {
        if (from1904) return LocalDate.of(1904, 1, 1).plusDays(serial);
        return LocalDate.of(1899, 12, serial < 61 ? 31 : 30).plusDays(serial);
    }

    private enum Showing { NUMBER, DATE, TIME, MOMENT }

    private static Showing showing(@Nullable Integer id, @Nullable String format) {
        if (format == null || format.isEmpty()) {
            if (id == null) return Showing.NUMBER;
            if (DATES.contains(id)) return Showing.DATE;
            if (TIMES.contains(id)) return Showing.TIME;
            return id == MOMENTS ? Showing.MOMENT : Showing.NUMBER;
        }
        if (format.equals("General")) return Showing.NUMBER;
        var positive = format.split(";", 2)[0];
        if (positive.toLowerCase(Locale.ROOT).contains("[h") || positive.contains("[m")) return Showing.NUMBER; // hours worked, not a time of day
        var plain = QUOTED.matcher(positive).replaceAll("").toLowerCase(Locale.ROOT);
        if (plain.contains("general") || plain.contains("@")) return Showing.NUMBER;
        var day = plain.contains("y") || plain.contains("d") || plain.contains("m") && !plain.contains("h") && !plain.contains("s");
        var time = plain.contains("h") || plain.contains("s");
        if (day) return time ? Showing.MOMENT : Showing.DATE;
        return time ? Showing.TIME : Showing.NUMBER;
    }
}
