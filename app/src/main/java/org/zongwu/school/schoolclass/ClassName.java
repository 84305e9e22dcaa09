package org.zongwu.school.schoolclass;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A class as people write it: by cohort ({@code 2026级3班}) or by grade ({@code 七（3）班}, {@code 初一3班}, {@code 703班}),
 * which means another class every school year.
 *
 * @param cohort the entry year, when it is written
 * @param grade  1 to 12, when the grade is written
 */
public record ClassName(@Nullable Integer cohort, @Nullable Integer grade, int number) {
    private static final Map<String, Integer> DIGITS = Map.ofEntries(Map.entry("一", 1), Map.entry("二", 2), Map.entry("三", 3), Map.entry("四", 4),
            Map.entry("五", 5), Map.entry("六", 6), Map.entry("七", 7), Map.entry("八", 8), Map.entry("九", 9), Map.entry("十", 10),
            Map.entry("十一", 11), Map.entry("十二", 12), Map.entry("十三", 13), Map.entry("十四", 14), Map.entry("十五", 15), Map.entry("十六", 16));
    private static final String NUMBER = "\\(?(\\d{1,2}|十[一二三四五六]|[一二三四五六七八九十])\\)?班?";
    private static final Pattern COHORT = Pattern.compile("(\\d{4})[级届]" + NUMBER);
    private static final Pattern GRADE = Pattern.compile("(初中|高中|小学|初|高|小)?(十[一二]|[一二三四五六七八九十]|1[0-2]|[1-9])(?:年级|年)?[-.]?" + NUMBER);
    private static final Pattern SHORT = Pattern.compile("([1-9])(\\d{2})班?");

    public static Optional<ClassName> read(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s　]+", "");
        var byCohort = COHORT.matcher(plain);
        if (byCohort.matches()) return Optional.of(new ClassName(Integer.valueOf(byCohort.group(1)), null, value(byCohort.group(2))));
        var shortly = SHORT.matcher(plain);
        if (shortly.matches()) return Optional.of(new ClassName(null, Integer.valueOf(shortly.group(1)), Integer.parseInt(shortly.group(2))));
        var byGrade = GRADE.matcher(plain);
        if (byGrade.matches()) return Optional.of(new ClassName(null, value(byGrade.group(2)) + stage(byGrade.group(1)), value(byGrade.group(3))));
        return Optional.empty();
    }

    /** @param firstGrade the lowest grade of the school: 7 for a junior secondary school */
    public int entryYear(LocalDate on, int firstGrade) {
        if (cohort != null) return cohort;
        var lowest = grade >= 10 && firstGrade == 7 ? 10 : firstGrade; // a complete secondary school admits again in 高一
        return schoolYear(on) - (grade - lowest);
    }

    /** The title for the class's whole life. */
    public static String title(int entryYear, int number) {
        return entryYear + "级" + number + "班";
    }

    /** The school year that the day lies in, by the year it begins in; it begins in August. */
    public static int schoolYear(LocalDate on) {
        return on.getMonthValue() >= 8 ? on.getYear() : on.getYear() - 1;
    }

    private static int stage(@Nullable String stage) {
        if (stage == null || stage.startsWith("小")) return 0;
        return stage.startsWith("初") ? 6 : 9;
    }

    private static int value(String number) {
        var digit = DIGITS.get(number);
        return digit == null ? Integer.parseInt(number) : digit;
    }
}
