package org.zongwu.imports.mapping;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unit behind a number, as in 33.59升. It may be dropped only where it says nothing new: it is the heading's own unit, the
 * row's own, or the one measure that the whole column has; a word that the field itself knows is worked out. 2箱 stays 2箱.
 */
final class Measures {
    private static final Pattern WITH_UNIT = Pattern.compile("(-?\\d+(?:\\.\\d+)?|[半一二两三四五六七八九十])个?(\\p{L}[\\p{L}\\d]{0,4})");
    private static final Pattern HEADING_UNIT = Pattern.compile("[(\\[]([^)\\]]{1,5})[)\\]]|/(\\p{L}{1,4})$");
    private static final String SMALL_NUMBERS = "十一二三四五六七八九";
    private static final Map<String, String> SAME = new HashMap<>();
    /** What is counted and not packed: where no column of units stands beside, 3台 can only be 3. */
    private static final Set<String> COUNTED = Set.of("个", "台", "件", "处", "项", "间", "户", "份", "次", "例", "起", "辆", "趟", "张", "条", "本", "套", "把", "架", "部",
            "盏", "副");

    static {
        for (var words : List.of("升 l 公升", "毫升 ml", "克 g 公克", "公斤 kg 千克", "吨 t", "斤", "米 m", "公里 km 千米", "小时 时 h 钟头", "分钟 min", "天 日",
                "人 名 位 人次", "度 kwh 千瓦时", "立方米 方 立方 m3", "公顷", "亩", "元 块")) {
            var all = words.split(" ");
            for (var word : all) SAME.put(word, all[0]);
        }
    }

    private final Map<String, BigDecimal> known;
    private final @Nullable String ofHeading;
    private final Set<String> seen = new HashSet<>();

    /** @param known words of the field, each with what it is times the unit of the field */
    Measures(String heading, Map<String, BigDecimal> known) {
        this.known = known;
        this.ofHeading = unit(heading);
    }

    private static @Nullable String unit(String heading) {
        var plain = Numbers.halfWidth(heading).replaceAll("\\s", "");
        if (SAME.containsKey(plain.toLowerCase(Locale.ROOT))) return same(plain); // the whole heading is a unit
        var found = HEADING_UNIT.matcher(plain);
        if (!found.find()) return null;
        var unit = same(found.group(1) == null ? found.group(2) : found.group(1));
        return SAME.containsValue(unit) || COUNTED.contains(unit) ? unit : null;
    }

    private static String same(String unit) {
        var plain = unit.toLowerCase(Locale.ROOT);
        return SAME.getOrDefault(plain, plain);
    }

    /** Before any number is read: which units the column has. */
    void learn(String text) {
        if (Numbers.isPlain(text)) return;
        var found = WITH_UNIT.matcher(Numbers.tidy(text));
        if (found.matches() && !known.containsKey(found.group(2))) seen.add(same(found.group(2)));
    }

    /** @param ofRow what the row's own column of units says; empty where there is none */
    String number(String text, String ofRow) {
        var number = Numbers.number(text);
        if (Numbers.isPlain(number)) return number;
        var found = WITH_UNIT.matcher(Numbers.tidy(text));
        if (!found.matches()) return text;
        var times = known.get(found.group(2));
        if (times != null) return Numbers.plain(value(found.group(1)).multiply(times).stripTrailingZeros());
        var unit = same(found.group(2));
        return saysNothingNew(unit, ofRow) ? Numbers.plain(value(found.group(1))) : text;
    }

    private boolean saysNothingNew(String unit, String ofRow) {
        if (ofHeading != null) return unit.equals(ofHeading);
        if (!ofRow.isEmpty()) return unit.equals(same(ofRow));
        return COUNTED.containsAll(seen) || seen.size() == 1 && SAME.containsValue(unit);
    }

    private static BigDecimal value(String digits) {
        if (digits.equals("半")) return new BigDecimal("0.5");
        if (digits.equals("两")) return BigDecimal.TWO;
        var small = SMALL_NUMBERS.indexOf(digits);
        if (small < 0) return new BigDecimal(digits);
        return small == 0 ? BigDecimal.TEN : BigDecimal.valueOf(small);
    }

    /** Whether a column holds the units of its rows. */
    static boolean isColumnOfUnits(String heading) {
        return Set.of("单位", "计量单位", "数量单位", "unit").contains(Heading.plain(heading));
    }

    /** What one of the written unit of money is in yuan: the heading says it, else a title above it. */
    static BigDecimal ofMoney(String heading, List<String> titles) {
        var plain = Numbers.halfWidth(heading);
        if (plain.contains("元")) return scale(plain);
        for (var title : titles) {
            var said = Pattern.compile("单位[:：]\\s*(?:人民币)?\\s*([万千百]?元)").matcher(Numbers.halfWidth(title));
            if (said.find()) return scale(said.group(1));
        }
        return BigDecimal.ONE;
    }

    private static BigDecimal scale(String text) {
        if (text.contains("亿元")) return new BigDecimal("100000000");
        if (text.contains("万元")) return new BigDecimal("10000");
        if (text.contains("千元")) return new BigDecimal("1000");
        return text.contains("百元") ? new BigDecimal("100") : BigDecimal.ONE;
    }
}
