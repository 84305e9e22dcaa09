package org.zongwu.imports.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.mapping.TemplateFields.Known;
import org.zongwu.kernel.ImportTemplate.Kind;

/**
 * Makes the cells of a sheet plain where there is only one way to read them: {@code ￥1,234.50} is 1234.50 and 2026.3.5 is
 * 2026-03-05. Where there is not, the text stays as it stood, so that the template can quote it. A column knows what stands
 * around a cell: the days above and below say the year, the other cells and the heading the unit.
 */
final class CellCleaner {
    private static final Pattern SPLIT_BY_FLOAT = Pattern.compile("(\\d{5,})\\.0+");

    private final Known[] fields;
    private final Measures[] measures;
    private final BigDecimal[] times;
    private final List<TreeMap<Integer, LocalDate>> days = new ArrayList<>();
    private final Years years;
    private final boolean from1904;

    /** @param fields of the columns, in their order; {@code times} what one of the written unit of money is in yuan */
    CellCleaner(Known[] fields, Measures[] measures, BigDecimal[] times, Years years, boolean from1904) {
        this.fields = fields;
        this.measures = measures;
        this.times = times;
        this.years = years;
        this.from1904 = from1904;
        for (var i = 0; i < fields.length; i++) days.add(new TreeMap<>());
    }

    /** Looks at a row before any is cleaned: its whole days and its units say how others are read. */
    void learn(int line, String[] texts) {
        for (var i = 0; i < fields.length; i++) {
            if (texts[i].isEmpty()) continue;
            switch (fields[i].kind()) {
                case DATE, MOMENT -> {
                    var day = DayText.of(texts[i], from1904).day();
                    if (day != null) days.get(i).put(line, day);
                }
                case NUMBER -> measures[i].learn(texts[i]);
                default -> { }
            }
        }
    }

    /** @param unit what the row's own column of units says; empty where there is none */
    String[] clean(int line, String[] texts, String unit) {
        var plain = new String[fields.length];
        for (var i = 0; i < fields.length; i++) plain[i] = texts[i].isEmpty() ? "" : clean(line, i, texts[i], unit);
        return plain;
    }

    private String clean(int line, int column, String text, String unit) {
        return switch (fields[column].kind()) {
            case TEXT -> whole(text);
            case CODE -> whole(Numbers.halfWidth(text));
            case NUMBER -> Numbers.isPlain(text) ? text : Numbers.isNothing(text) ? "" : measures[column].number(text, unit);
            case MONEY -> Numbers.isNothing(text) ? "" : Numbers.amount(text, times[column]);
            case DATE, MOMENT -> Numbers.isNothing(text) ? "" : day(line, column, text);
        };
    }

    /** A phone or a code that another program kept as a number: 13012345678.0. */
    private static String whole(String text) {
        if (!text.endsWith("0") || text.indexOf('.') < 0) return text;
        var split = SPLIT_BY_FLOAT.matcher(text);
        return split.matches() ? split.group(1) : text;
    }

    private String day(int line, int column, String text) {
        var read = DayText.of(text, from1904);
        var day = read.day();
        if (day == null && read.noYear() != null) day = years.day(read.noYear(), around(line, column), beside(line, column)).orElse(null);
        if (day == null && read.month() != null && fields[column].field().monthIsEnough()) day = read.month().atDay(1);
        if (day == null) return text;
        if (fields[column].kind() == Kind.DATE) return day.toString();
        return read.time() == null ? text : day.atTime(read.time()).toString();
    }

    private List<LocalDate> around(int line, int column) {
        var known = new ArrayList<LocalDate>();
        var above = days.get(column).floorEntry(line);
        var below = days.get(column).ceilingEntry(line);
        if (above != null) known.add(above.getValue());
        if (below != null) known.add(below.getValue());
        return known;
    }

    private List<LocalDate> beside(int line, int column) {
        var known = new ArrayList<LocalDate>();
        for (var other = 0; other < fields.length; other++) {
            var day = other == column ? null : days.get(other).get(line);
            if (day != null) known.add(day);
        }
        return known;
    }

    static boolean isDay(Kind kind) {
        return kind == Kind.DATE || kind == Kind.MOMENT;
    }

    /** What can be read without anything around it: a heading that is a day. */
    static @Nullable LocalDate day(String text, Years years, boolean from1904, List<LocalDate> around) {
        var read = DayText.of(text, from1904);
        if (read.day() != null) return read.day();
        return read.noYear() == null ? null : years.day(read.noYear(), around, List.of()).orElse(null);
    }
}
