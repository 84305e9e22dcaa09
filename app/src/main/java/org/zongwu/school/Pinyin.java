package org.zongwu.school;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Chinese is found by typing Latin letters. A character may be read in several ways and a surname often in a way of
 * its own (单 shàn, 解 xiè), so every plausible reading is kept, the likeliest first.
 */
public final class Pinyin {
    private static final int READINGS = 12;
    private static final int A_NAME = 4;

    /** Surnames that dictionaries read otherwise: the name's own reading first. */
    private static final Map<String, String> SURNAMES = surnames("""
            单 shan dan|解 xie jie|仇 qiu chou|曾 zeng ceng|查 zha cha|朴 piao pu|翟 zhai di|区 ou qu|任 ren|华 hua|盖 gai ge|乐 yue le
            冼 xian|缪 miao mou|折 she zhe|员 yun yuan|洗 xian xi|覃 qin tan|黑 he hei|秘 bi mi|种 chong zhong|繁 po fan|祭 zhai ji|纪 ji
            葛 ge|燕 yan|宁 ning|牟 mu mou|郇 xun huan|隗 wei kui|费 fei bi|贾 jia|车 che|石 shi|阚 kan|句 gou ju|召 shao zhao|盛 sheng cheng
            晁 chao|逄 pang|郗 xi chi|乜 nie|厍 she|沈 shen|谌 chen shen|相 xiang|宿 su|应 ying|过 guo|那 na|撒 sa|瞿 qu|薄 bo bao|柏 bai bo
            曲 qu|强 qiang jiang|颉 xie jie|么 yao|幺 yao|仝 tong|亓 qi|尉 wei yu|钭 tou|佴 nai|侴 chou|妫 gui|郄 qie xi|洪 hong|夏 xia
            尉迟 yu'chi|万俟 mo'qi|令狐 ling'hu|长孙 zhang'sun|澹台 tan'tai|鲜于 xian'yu|夏侯 xia'hou|皇甫 huang'fu|重 chong""");

    private Pinyin() {}

    /** The initials of every plausible reading, lower case, apart by blanks: {@code 单雨然} gives {@code syr dyr}. */
    public static String initials(String text) {
        return readings(text).stream().map(Pinyin::initialsOf).distinct().collect(Collectors.joining(" "));
    }

    /** Initials and full spellings of every plausible reading, for a column that is searched: {@code syr dyr shanyuran danyuran}. */
    public static String index(String text) {
        var words = new LinkedHashSet<String>();
        var readings = readings(text);
        readings.forEach(r -> words.add(initialsOf(r)));
        readings.forEach(r -> words.add(String.join("", r)));
        return String.join(" ", words);
    }

    /** Every plausible reading as syllables, the likeliest first; letters and digits stand for themselves, the rest is left out. */
    public static List<List<String>> readings(String text) {
        var plain = text.replaceAll("[\\p{P}\\p{S}\\s　]", "");
        List<List<String>> all = List.of(List.of());
        var rest = plain;
        for (var length : List.of(2, 1)) {
            if (plain.length() < length || !SURNAMES.containsKey(plain.substring(0, length))) continue;
            all = alternatives(SURNAMES.get(plain.substring(0, length)));
            rest = plain.substring(length);
            break;
        }
        var name = plain.codePointCount(0, plain.length()) <= A_NAME;
        for (var point : rest.codePoints().toArray()) {
            var ways = syllables(point);
            if (!name) ways = ways.stream().limit(1).collect(Collectors.toCollection(LinkedHashSet::new));
            if (!ways.isEmpty()) all = continued(all, ways);
        }
        return all;
    }

    private static List<List<String>> alternatives(String ways) {
        return Stream.of(ways.split(" ")).map(way -> List.of(way.split("'"))).toList();
    }

    private static List<List<String>> continued(List<List<String>> begun, Set<String> ways) {
        var longer = new ArrayList<List<String>>();
        for (var way : ways) {
            for (var reading : begun) {
                if (longer.size() == READINGS) return longer;
                var next = new ArrayList<>(reading);
                next.add(way);
                longer.add(next);
            }
        }
        return longer;
    }

    private static LinkedHashSet<String> syllables(int point) {
        var ways = new LinkedHashSet<String>();
        if (point < 128) {
            ways.add(Character.toString(point).toLowerCase(Locale.ROOT));
        } else if (Character.isBmpCodePoint(point)) {
            for (var way : PinyinHelper.toPinyinList((char) point, PinyinStyleEnum.NORMAL)) {
                if (way.chars().allMatch(c -> c >= 'a' && c <= 'z')) ways.add(way);
            }
        }
        return ways;
    }

    private static String initialsOf(List<String> reading) {
        return reading.stream().map(s -> s.substring(0, 1)).collect(Collectors.joining());
    }

    private static Map<String, String> surnames(String table) {
        var map = new HashMap<String, String>();
        for (var entry : table.split("[|\\n]")) {
            var at = entry.indexOf(' ');
            map.put(entry.substring(0, at), entry.substring(at + 1).strip());
        }
        return map;
    }
}
