package org.zongwu.fleet.reception;

import static zongwu.db.fleet.Tables.RECEPTION;

import java.util.regex.Pattern;
import org.zongwu.kernel.Money;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Policies;

/** How many hosts may sit with how many guests, and what their meal may cost. */
final class Companions {
    private static final String DEFAULT_RULE = "10:3,1/3";
    private static final Pattern RULE = Pattern.compile("(\\d+):(\\d+),1/(\\d+)");

    private Companions() {}

    /** Keeps the policies by which it is judged. */
    static void complete(Draft in, Policies policies) {
        var day = in.get(RECEPTION.DAY);
        if (day == null) return;
        in.set(RECEPTION.HOST_RULE, policies.value("reception.host.rule", day).orElse(DEFAULT_RULE));
        var most = policies.value("reception.standard.max", day).orElse("NONE");
        if (!most.equals("NONE")) in.set(RECEPTION.STANDARD_MAX, Money.ofYuan(most).fen());
    }

    /** @param rule {@code 10:3,1/3}: up to 10 guests 3 hosts, with more of them a third, rounded down */
    static int most(String rule, int guests) {
        var parts = RULE.matcher(rule);
        if (!parts.matches()) throw new IllegalArgumentException(rule);
        return guests <= Integer.parseInt(parts.group(1)) ? Integer.parseInt(parts.group(2)) : guests / Integer.parseInt(parts.group(3));
    }

    static boolean areFew(Draft in) {
        return in.get(RECEPTION.HOSTS) <= most(in.get(RECEPTION.HOST_RULE), in.get(RECEPTION.GUESTS));
    }

    static boolean isWithinLimit(Draft in) {
        return !in.has(RECEPTION.STANDARD) || !in.has(RECEPTION.STANDARD_MAX) || in.get(RECEPTION.STANDARD) <= in.get(RECEPTION.STANDARD_MAX);
    }

    /** All who ate, at what was approved for each. */
    static boolean isWithinStandard(Draft in) {
        return !in.has(RECEPTION.STANDARD) || !in.has(RECEPTION.AMOUNT) || in.get(RECEPTION.AMOUNT) <= in.get(RECEPTION.STANDARD) * (in.get(RECEPTION.GUESTS) + in.get(RECEPTION.HOSTS));
    }

    static boolean areWordsRight(Draft in) {
        return !in.has(RECEPTION.AMOUNT_WORDS) || !in.has(RECEPTION.AMOUNT)
                || plain(in.get(RECEPTION.AMOUNT_WORDS)).equals(plain(new Money(in.get(RECEPTION.AMOUNT)).inWords()));
    }

    /** 圆 and 元, 正 and 整 are the same. */
    private static String plain(String words) {
        return words.replaceAll("[\\s\\p{Z}]|人民币|[整正]$", "").replace('圆', '元');
    }
}
