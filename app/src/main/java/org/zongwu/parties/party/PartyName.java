package org.zongwu.parties.party;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a party, freed of what people leave out when they write it: the place before it and the kind of firm behind it. */
final class PartyName {
    private static final Pattern PLACE = Pattern.compile("^(?:[^省市县区]{2,4}[省市县区]){1,3}(?=.{2,})");
    private static final Pattern KIND = Pattern.compile(
            "(?:股份有限公司|有限责任公司|有限公司|公司|经营部|批发部|服务部|商行|门市部?|配送中心|中心|商店|超市|厂|店|站|部|行)$");
    private static final int SHORTEST = 2;

    private PartyName() {}

    static String core(String name) {
        var plain = tidy(name);
        var placeless = PLACE.matcher(plain).replaceFirst("");
        var core = KIND.matcher(placeless).replaceFirst("");
        return core.length() < SHORTEST ? placeless : core;
    }

    static boolean alike(String one, String other) {
        var a = core(one);
        var b = core(other);
        return a.length() >= SHORTEST && b.length() >= SHORTEST && (a.contains(b) || b.contains(a));
    }

    /** Half-width, without blanks: how names are compared and kept. */
    static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s　]+", "").replace('(', '（').replace(')', '）');
    }

    /** Digits only, so that {@code 130-2650-0000} and a number cell agree; null when nothing is left. */
    static @Nullable String phone(@Nullable String text) {
        if (text == null) return null;
        var digits = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceFirst("\\.0+$", "").replaceAll("[^0-9]", "");
        return digits.isEmpty() ? null : digits;
    }
}
