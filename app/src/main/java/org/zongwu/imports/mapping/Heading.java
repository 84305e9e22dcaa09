package org.zongwu.imports.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How headings are compared: without blanks, line breaks, punctuation, case and full-width forms. */
public final class Heading {
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BRACKETED = Pattern.compile("[(（\\[【〔{][^)）\\]】〕}]*[)）\\]】〕}]");
    private static final Pattern UNIT_BEHIND = Pattern.compile("[/／:：,，].*$");

    private static final int LONGEST_BEFORE_MONTH = 7;

    private Heading() {}

    public static String plain(String heading) {
        return NOT_WORDS.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Without what stands in brackets, as the unit in 单价（元）. */
    static String bare(String heading) {
        return plain(BRACKETED.matcher(heading).replaceAll(""));
    }

    /** A day in two columns, as ledgers ruled for it have it: 月 and 日, perhaps below 2026年. */
    static boolean isMonthAndDay(String month, String day) {
        var m = plain(month);
        var d = plain(day);
        return m.endsWith("月") && d.endsWith("日") && (d.length() == 1 || m.length() <= LONGEST_BEFORE_MONTH && m.substring(0, m.length() - 1).equals(d.substring(0, d.length() - 1)));
    }

    /** The first of two names, as in 部门/班级. */
    static String first(String heading) {
        return plain(UNIT_BEHIND.matcher(BRACKETED.matcher(heading).replaceAll("")).replaceAll(""));
    }
}
