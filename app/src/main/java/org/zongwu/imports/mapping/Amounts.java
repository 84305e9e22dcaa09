package org.zongwu.imports.mapping;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts of money that a cell writes otherwise than in digits: 3.6万元, 叁仟捌佰陆拾元零伍角整. */
final class Amounts {
    private static final Pattern SCALED = Pattern.compile("([-+]?)(?:人民币|RMB|CNY)?[¥$]?(\\d+(?:\\.\\d+)?|\\.\\d+)(亿|万|千|百)?(?:元|圆|块)?(?:整|正)?");
    private static final Map<String, BigDecimal> SCALES = Map.of("亿", new BigDecimal("100000000"), "万", new BigDecimal("10000"), "千", new BigDecimal("1000"),
            "百", new BigDecimal("100"));
    private static final Pattern WORDS = Pattern.compile("(?:人民币)?(?:\\(大写\\))?[:：]?(负|-)?([零〇壹贰叁肆伍陆柒捌玖拾佰仟一二两三四五六七八九十百千万萬亿]+)(?:元|圆)"
            + "(?:零?([壹贰叁肆伍陆柒捌玖一二三四五六七八九])角)?(?:零?([壹贰叁肆伍陆柒捌玖一二三四五六七八九])分)?(?:整|正)?");
    private static final Pattern JIAO_AND_FEN = Pattern.compile("(负|-)?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?(?:整|正)?");
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String PLAIN = "〇一二三四五六七八九";

    private Amounts() {}

    /** @param plain half-width, without blanks and thousands; null when it is no such amount */
    static @Nullable BigDecimal read(String plain) {
        var scaled = SCALED.matcher(plain);
        if (scaled.matches()) {
            var amount = new BigDecimal(scaled.group(2).startsWith(".") ? "0" + scaled.group(2) : scaled.group(2));
            if (scaled.group(3) != null) amount = amount.multiply(SCALES.get(scaled.group(3)));
            return scaled.group(1).equals("-") ? amount.negate() : amount;
        }
        return words(plain);
    }

    private static @Nullable BigDecimal words(String plain) {
        var words = WORDS.matcher(plain);
        if (words.matches()) {
            var yuan = whole(words.group(2));
            if (yuan < 0) return null;
            return signed(words.group(1), yuan * 100 + 10L * digit(words.group(3)) + digit(words.group(4)));
        }
        var small = JIAO_AND_FEN.matcher(plain);
        return small.matches() && (small.group(2) != null || small.group(3) != null) ? signed(small.group(1), 10L * digit(small.group(2)) + digit(small.group(3))) : null;
    }

    private static BigDecimal signed(@Nullable String negative, long fen) {
        return BigDecimal.valueOf(negative == null ? fen : -fen, 2);
    }

    private static int digit(@Nullable String sign) {
        if (sign == null || sign.isEmpty()) return 0;
        return sign.equals("两") ? 2 : Math.max(DIGITS.indexOf(sign), PLAIN.indexOf(sign));
    }

    /** Below 10,000 亿; −1 when the signs do not make a number. */
    private static long whole(String words) {
        var total = 0L;
        var part = 0L;
        var digit = -1;
        for (var i = 0; i < words.length(); i++) {
            var sign = words.charAt(i);
            var place = place(sign);
            if (place == 0) {
                if (digit > 0) return -1; // two digits with no place between them
                digit = digit(String.valueOf(sign));
            } else if (place < 10_000) {
                part += place * (digit < 0 && part == 0 ? 1 : Math.max(digit, 0)); // 拾元 is ten
                digit = -1;
            } else {
                var group = part + Math.max(digit, 0);
                total = place == 100_000_000 ? (total + group) * place : total + group * place;
                part = 0;
                digit = -1;
            }
            if (total > 1_000_000_000_000L) return -1;
        }
        return total + part + Math.max(digit, 0);
    }

    private static long place(char sign) {
        return switch (sign) {
            case '拾', '十' -> 10;
            case '佰', '百' -> 100;
            case '仟', '千' -> 1000;
            case '万', '萬' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 0;
        };
    }
}
