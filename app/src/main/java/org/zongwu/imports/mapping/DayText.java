package org.zongwu.imports.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as a clerk writes it, as far as the text alone says: whole, or without its year, or only a month; perhaps with a time.
 *
 * @param day     the whole day; else one of the next two, or none of them
 * @param noYear  3.15, 3月15日, 3-15
 * @param month   2026.3, 2026年3月
 */
record DayText(@Nullable LocalDate day, @Nullable MonthDay noYear, @Nullable YearMonth month, @Nullable LocalTime time) {
    private static final DayText NONE = new DayText(null, null, null, null);
    private static final String BEHIND = "(?:\\s*\\(?(?:周|星期|礼拜)[一二三四五六日天]\\)?)?(?:\\s*\\(?(?:上午|中午|下午|晚上|晚|全天)\\)?(?!\\s*\\d))?";
    private static final String TIME = "(?:[T\\s]*(上午|中午|下午|晚上|晚|早上|凌晨)?(\\d{1,2})[:：时点](?:(\\d{1,2})(?:[:：分](?:\\d{1,2}(?:\\.\\d+)?秒?)?)?|半)?)?";
    private static final Pattern WHOLE = Pattern.compile("(\\d{4}|\\d{2}(?=年)|[1-6]\\d(?=[-/.]))(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})[日号]?" + BEHIND + TIME);
    private static final Pattern COMPACT = Pattern.compile("((?:19|20|21)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern NO_YEAR = Pattern.compile("(\\d{1,2})(?:[-/.]|月)(\\d{1,2})[日号]?" + BEHIND + TIME);
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:[-/.]|年)(\\d{1,2})月?(?:份)?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.(\\d{1,15}))?");
    /** As programs in American English write it; without AM or PM nobody knows which number is the month. */
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([AaPp])\\.?[Mm]\\.?");
    private static final Pattern BLANKS = Pattern.compile("(?<=[-/.年月:：])\\s+|\\s+(?=[-/.年月日号:：(])");
    private static final int FIRST_SERIAL = 18_264; // 1950: what is less is a number, what is more another one
    private static final int LAST_SERIAL = 73_415; // 2100
    private static final int SECONDS = 86_400;

    /** @param from1904 whether serials of the workbook count from 1904, as old Macs did */
    static DayText of(String text, boolean from1904) {
        var plain = BLANKS.matcher(Numbers.halfWidth(text).replace('：', ':').strip()).replaceAll("");
        if (plain.length() < 3 || plain.length() > 40) return NONE;
        try {
            return read(plain, from1904);
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private static DayText read(String plain, boolean from1904) {
        var whole = WHOLE.matcher(plain);
        if (whole.matches()) return new DayText(inReach(year(whole.group(1)), whole), null, null, time(whole, 4));
        var compact = COMPACT.matcher(plain);
        if (compact.matches()) return new DayText(inReach(Integer.parseInt(compact.group(1)), compact), null, null, null);
        var noYear = NO_YEAR.matcher(plain);
        if (noYear.matches()) return new DayText(null, MonthDay.of(Integer.parseInt(noYear.group(1)), Integer.parseInt(noYear.group(2))), null, time(noYear, 3));
        var month = MONTH.matcher(plain);
        if (month.matches()) return new DayText(null, null, YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))), null);
        var american = AMERICAN.matcher(plain);
        if (american.matches()) return american(american);
        var serial = SERIAL.matcher(plain);
        return serial.matches() ? serial(serial, from1904) : NONE;
    }

    private static DayText american(Matcher parts) {
        var hour = Integer.parseInt(parts.group(4)) % 12 + (parts.group(7).equalsIgnoreCase("p") ? 12 : 0);
        return new DayText(LocalDate.of(Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))), null, null,
                LocalTime.of(hour, Integer.parseInt(parts.group(5)), parts.group(6) == null ? 0 : Integer.parseInt(parts.group(6))));
    }

    private static int year(String text) {
        var year = Integer.parseInt(text);
        return year < 100 ? 2000 + year : year;
    }

    private static @Nullable LocalDate inReach(int year, Matcher parts) {
        if (year < 1900 || year > 2199) return null;
        return LocalDate.of(year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static @Nullable LocalTime time(Matcher parts, int group) {
        if (parts.group(group + 1) == null) return null;
        var hour = Integer.parseInt(parts.group(group + 1));
        var said = parts.group(group);
        if (said != null && said.matches("下午|晚上|晚") && hour < 12) hour += 12;
        if ("中午".equals(said) && hour < 3) hour += 12;
        var half = parts.group().endsWith("半");
        return LocalTime.of(hour, parts.group(group + 2) == null ? half ? 30 : 0 : Integer.parseInt(parts.group(group + 2)));
    }

    /** A day that the spreadsheet shows as the number by which it counts days. */
    private static DayText serial(Matcher serial, boolean from1904) {
        var number = Integer.parseInt(serial.group(1)) + (from1904 ? 1462 : 0);
        if (number < FIRST_SERIAL || number > LAST_SERIAL) return NONE;
        var day = LocalDate.of(1899, 12, 30).plusDays(number);
        if (serial.group(2) == null) return new DayText(day, null, null, null);
        var minutes = new BigDecimal("0." + serial.group(2)).multiply(BigDecimal.valueOf(SECONDS / 60)).setScale(0, RoundingMode.HALF_UP).intValue();
        return minutes == SECONDS / 60 ? new DayText(day.plusDays(1), null, null, LocalTime.MIN) : new DayText(day, null, null, LocalTime.of(minutes / 60, minutes % 60));
    }

    boolean isDay() {
        return day != null || noYear != null;
    }
}
