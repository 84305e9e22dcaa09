package org.zongwu.fleet.cost;

import java.util.regex.Pattern;

/** What a car's money went for, as far as what was written says it. */
enum Sort {
    INSURANCE("保险|交强|商业险|insur"), INSPECTION("年检|年审|检测|检验|验车|inspection"), TOLL("过路|过桥|通行|高速费|ETC|停车|toll|parking"),
    REPAIR("修|保养|轮胎|机油|更换|配件|电瓶|service|repair|tyre"), FUEL("油|fuel|petrol|diesel"), OTHER("");

    private final Pattern words;

    Sort(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static Sort of(String item) {
        for (var sort : values()) if (sort.words.matcher(item).find()) return sort;
        return OTHER;
    }
}
