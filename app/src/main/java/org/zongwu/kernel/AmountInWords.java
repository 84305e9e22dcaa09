package org.zongwu.kernel;

/** 人民币大写: the amount written out, so that no digit can be added to it (会计基础工作规范 art. 52). */
final class AmountInWords {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};

    private AmountInWords() {}

    static String of(Money money) {
        if (money.fen() == 0) return "零元整";
        if (money.isNegative()) return "负" + of(money.negated());
        var yuan = money.fen() / 100;
        var jiao = (int) (money.fen() / 10 % 10);
        var fen = (int) (money.fen() % 10);
        var words = new StringBuilder();
        if (yuan > 0) words.append(whole(yuan)).append('元');
        // 零 stands between 元 and 角 when the unit place of 元 is 0, and between 元 and 分 when there is no 角
        if (yuan > 0 && (jiao > 0 && yuan % 10 == 0 || jiao == 0 && fen > 0)) words.append('零');
        if (jiao > 0) words.append(DIGITS.charAt(jiao)).append('角');
        if (fen > 0) words.append(DIGITS.charAt(fen)).append('分');
        else words.append('整');
        return words.toString();
    }

    private static String whole(long yuan) {
        var words = new StringBuilder();
        var pendingZero = false;
        for (var group = 3; group >= 0; group--) {
            var part = (int) (yuan / (long) Math.pow(10000, group) % 10000);
            if (part == 0) {
                pendingZero = words.length() > 0;
                continue;
            }
            for (var place = 3; place >= 0; place--) {
                var digit = part / (int) Math.pow(10, place) % 10;
                if (digit == 0) {
                    pendingZero = words.length() > 0;
                    continue;
                }
                if (pendingZero) words.append('零');
                pendingZero = false;
                words.append(DIGITS.charAt(digit)).append(PLACES[place]);
            }
            words.append(GROUPS[group]);
            pendingZero = false; // 壹拾万柒仟: only a missing 仟 of the next group is said
        }
        return words.toString();
    }
}
