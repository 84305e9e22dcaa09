package org.zongwu.imports.mapping;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes numbers plain: {@code ￥1,234.50} is 1234.50, {@code （36.00）} is −36.00; a dash and 无 are nothing. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("([-+]?)[¥$]?(\\d+(?:\\.\\d+)?|\\.\\d+)(?:元|m2|平方米|平米|平方)?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Set<String> NOTHING = Set.of("无", "没有", "暂无", "空", "-", "--", "—", "——", "–", "/", "\\", "N/A", "n/a");

    private Numbers() {}

    static String halfWidth(String text) {
        if (text.chars().allMatch(c -> c < 128)) return text;
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** What a clerk writes where there is nothing, in a cell that else holds a number or a day. */
    static boolean isNothing(String text) {
        return text.length() <= 4 && NOTHING.contains(halfWidth(text).strip());
    }

    /** The plain number; the text as it stood where there is none. */
    static String number(String text) {
        if (isPlain(text)) return text;
        var number = NUMBER.matcher(tidy(text));
        if (!number.matches()) return text;
        return ("-".equals(number.group(1)) ? "-" : "") + (number.group(2).startsWith(".") ? "0" : "") + number.group(2);
    }

    /** @param times what one of the written unit is in yuan: 10,000 below a heading in 万元; a cell that says 元 means it */
    static String amount(String text, BigDecimal times) {
        var tidy = tidy(text);
        var number = number(text);
        if (isPlain(number)) return tidy.endsWith("元") || times.equals(BigDecimal.ONE) ? number : plain(new BigDecimal(number).multiply(times));
        var amount = Amounts.read(tidy);
        return amount == null ? text : plain(amount);
    }

    static String plain(BigDecimal number) {
        return (number.stripTrailingZeros().scale() <= 0 ? number.setScale(0) : number).toPlainString();
    }

    /** Half-width, without blanks and thousands; bookkeepers write a negative amount in brackets, or in red and say so. */
    static String tidy(String text) {
        var plain = halfWidth(text).replace("，", ",").replace("−", "-").replace("￥", "¥");
        plain = BLANKS.matcher(plain).replaceAll("");
        plain = THOUSANDS.matcher(plain).replaceAll("");
        if (plain.startsWith("(") && plain.endsWith(")") && plain.length() > 2) plain = "-" + plain.substring(1, plain.length() - 1);
        if (plain.startsWith("红字")) plain = "-" + plain.substring(2);
        if (plain.startsWith("¥-")) plain = "-" + plain.substring(2);
        return plain;
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

    /** The number that a plain text is; null when it is none, or longer than any that an office writes. */
    static @Nullable BigDecimal value(String text) {
        var plain = number(text);
        return plain.length() <= 22 && isPlain(plain) ? new BigDecimal(plain) : null;
    }
}
