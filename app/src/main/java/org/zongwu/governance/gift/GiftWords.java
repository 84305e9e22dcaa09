package org.zongwu.governance.gift;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What clerks write about gifts: what kind of thing it is, what became of it, and how long one may take to declare it. */
final class GiftWords {
    private static final Map<Gift.Kind, Pattern> KINDS = new LinkedHashMap<>();
    private static final Map<Gift.Disposal, Pattern> DISPOSALS = new LinkedHashMap<>();
    private static final Pattern LENGTH = Pattern.compile("(\\d+) (day|month)s?");

    static {
        KINDS.put(Gift.Kind.SECURITY, Pattern.compile("有价证券|股票|债券|基金|股权|securit|bond|share"));
        KINDS.put(Gift.Kind.CARD, Pattern.compile("(?<![贺名])[卡券](?![通片纸])|提货单|card|voucher|coupon"));
        KINDS.put(Gift.Kind.CASH, Pattern.compile("礼金|现金|红包|谢礼|慰问金|转账|人民币|美元|cash|money"));
        KINDS.put(Gift.Kind.METAL, Pattern.compile("黄金|金条|金币|金饰|白银|银条|银币|铂金|贵金属|gold|silver"));
        DISPOSALS.put(Gift.Disposal.RETURNED, Pattern.compile("退还|退回|归还|退给|return"));
        DISPOSALS.put(Gift.Disposal.KEPT, Pattern.compile("留用|自留|留存|本人保管|自行处理|kept|keep"));
        DISPOSALS.put(Gift.Disposal.SOLD, Pattern.compile("拍卖|变卖|变价|作价|sold|auction"));
        DISPOSALS.put(Gift.Disposal.DESTROYED, Pattern.compile("销毁|报损|丢弃|destroy"));
        DISPOSALS.put(Gift.Disposal.REMITTED, Pattern.compile("财务|财政|国库|廉政账户|上缴|上交|入账|缴|remit|treasury"));
        DISPOSALS.put(Gift.Disposal.PUBLIC_USE, Pattern.compile("公用|公共|办公|陈列|展|食堂|捐|集体|库|public|donat"));
    }

    private GiftWords() {}

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Anything that is not worth money by itself is a gift in kind. */
    static Gift.Kind kind(String item) {
        return KINDS.entrySet().stream().filter(e -> e.getValue().matcher(plain(item)).find()).map(Map.Entry::getKey).findFirst().orElse(Gift.Kind.GIFT);
    }

    /** 公用，迟报 is put to public use; null for what says nothing of the kind. */
    static @Nullable Object disposal(String text) {
        return DISPOSALS.entrySet().stream().filter(e -> e.getValue().matcher(plain(text)).find()).map(e -> (Object) e.getKey().name()).findFirst().orElse(null);
    }

    /**
     * The last day to declare what was received on that day. A month ends on the day of the same number, or on the month's last.
     *
     * @param length as the policy says it, {@code 1 month} or {@code 30 days}
     */
    static LocalDate declareBy(LocalDate received, String length) {
        var said = LENGTH.matcher(length);
        if (!said.matches()) throw new IllegalArgumentException("no length of time: " + length);
        var count = Integer.parseInt(said.group(1));
        return received.plus(said.group(2).equals("day") ? Period.ofDays(count) : Period.ofMonths(count));
    }
}
