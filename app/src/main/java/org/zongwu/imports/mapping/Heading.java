package org.zongwu.imports.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How headings are compared: without blanks, line breaks, punctuation, case and full-width forms. */
public final class Heading {
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BRACKETED = Pattern.compile("[(（\\[【〔{][^)）\\]】〕}]*[)）\\]】〕}]");
    private static final Pattern UNIT_BEHIND = Pattern.compile("[/／:：,，].*$");

    private Heading() {}

    public static String plain(String heading) {
        return NOT_WORDS.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Without what stands in brackets, as the unit in 单价（元）. */
    static String bare(String heading) {
        return plain(BRACKETED.matcher(heading).replaceAll(""));
    }

    /** The first of two names, as in 部门/班级. */
    static String first(String heading) {
        return plain(UNIT_BEHIND.matcher(BRACKETED.matcher(heading).replaceAll("")).replaceAll(""));
    }
}
