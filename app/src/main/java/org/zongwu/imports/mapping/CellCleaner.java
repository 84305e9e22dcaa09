package org.zongwu.imports.mapping;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zongwu.kernel.ImportTemplate.Kind;

/**
 * Makes a cell plain where there is only one way to read it: {@code ￥1,234.50} is 1234.50 and 2026.3.5 is 2026-03-05.
 * Where there is not, the text stays as it stood, so that the template can quote it.
 */
final class CellCleaner {
    private static final Pattern SPLIT_BY_FLOAT = Pattern.compile("(\\d{5,})\\.0+");
    private static final Pattern NUMBER = Pattern.compile("([-+]?)[¥$]?(\\d+(?:\\.\\d+)?|\\.\\d+)(?:元|m2|平方米|平米|平方)?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]");
    private static final Pattern DATE_BLANKS = Pattern.compile("(?<=[-/.年月])\\s+|\\s+(?=[-/.年月日])");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?: 0{1,2}:00(?::00)?)?");
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private CellCleaner() {}

    static String clean(Kind kind, String text) {
        if (text.isEmpty()) return text;
        return switch (kind) {
            case TEXT -> whole(text);
            case CODE -> whole(halfWidth(text));
            case NUMBER, MONEY -> number(text);
            case DATE, MOMENT -> date(text);
        };
    }

    /** A phone or a code that another program kept as a number: 13012345678.0. */
    private static String whole(String text) {
        if (!text.endsWith("0") || text.indexOf('.') < 0) return text;
        var split = SPLIT_BY_FLOAT.matcher(text);
        return split.matches() ? split.group(1) : text;
    }

    private static String number(String text) {
        if (isPlain(text)) return text;
        var plain = halfWidth(text).replace("，", ",").replace("−", "-").replace("￥", "¥");
        plain = BLANKS.matcher(plain).replaceAll("");
        plain = THOUSANDS.matcher(plain).replaceAll("");
        var bracketed = plain.startsWith("(") && plain.endsWith(")") && plain.length() > 2;
        if (bracketed) plain = "-" + plain.substring(1, plain.length() - 1); // how bookkeepers write a negative amount
        if (plain.startsWith("¥-")) plain = "-" + plain.substring(2);
        var number = NUMBER.matcher(plain);
        if (!number.matches()) return text;
        return ("-".equals(number.group(1)) ? "-" : "") + (number.group(2).startsWith(".") ? "0" : "") + number.group(2);
    }

    /** Digits with at most one point within: nothing to do, which is what most cells are. */
    static boolean isPlain(String text) {
        var points = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '.' && i > 0 && i < text.length() - 1 && points++ == 0 || c >= '0' && c <= '9' || c == '-' && i == 0 && text.length() > 1) continue;
            return false;
        }
        return !text.isEmpty() && !text.startsWith("-.");
    }

    private static String date(String text) {
        var plain = DATE_BLANKS.matcher(halfWidth(text).strip()).replaceAll("");
        var spelled = DATE.matcher(plain);
        if (spelled.matches()) return day(spelled, text);
        var compact = COMPACT_DATE.matcher(plain);
        return compact.matches() ? day(compact, text) : text;
    }

    private static String day(Matcher parts, String otherwise) {
        try {
            var day = LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
            return day.getYear() < 1900 || day.getYear() > 2199 ? otherwise : day.toString();
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static String halfWidth(String text) {
        if (text.chars().allMatch(c -> c < 128)) return text;
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
