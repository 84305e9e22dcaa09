package org.zongwu.imports.mapping;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Headings that say the same in other words: 领料时间 and 领用日期, 供货厂家 and 供应商, 验收人员签名 and 验收人. Looser than
 * {@link Heading} and asked only after it; where two fields are meant alike, neither is.
 */
final class HeadingWords {
    /** Each line says one thing; its first word stands for all. */
    private static final List<String> SAME = List.of("日期 时间", "数量 数目 件数", "金额 总金额 总额 总价 价税合计", "人 人员 者", "号 编号 编码 代码 号码",
            "物品 物资 材料 货品", "类别 分类 类型 种类", "供应商 供货商 供货单位 供应单位 供货厂家 供应厂家 供货厂商 供货者 供货方 供应方 供方 供货商家", "部门 科室 处室 科组 部室",
            "领用 领料 领取 领物", "购进 购入 进货 采购 购置 购买", "入库 进库", "发放 发出 发料", "检查 排查", "司机 驾驶员 驾驶人", "审批 批准 签批 核准", "经办 经手 承办",
            "应还 拟还 预计归还 计划归还 约定归还", "应缴 应交 应收", "实缴 实交 实收", "期限 时限 限期", "布置 交办 下达", "颁发 颁奖 授予 授奖 发证", "单位 机构 机关",
            "用途 用处 用于 去处", "存放 摆放", "规格 型号 规格型号");
    private static final Map<String, String> FIRST = new HashMap<>();
    private static final Pattern WORDS;
    private static final Pattern SIGNED = Pattern.compile("(?<=.{2})(签名|签字|签章|盖章|姓名)$");
    private static final Pattern ENDING = Pattern.compile("(?<=.{2})(?<!^单位)(全称|简称|名称|情况|数量)$");
    private static final Pattern COUNTED = Pattern.compile("(?<=账存|账面|结存|库存|领用|发放|实存|实盘|盘存|盘点|入库|出库|购进|留样)数$");
    /** 名称及规格 is a name; but 验收人及日期 is not one thing. */
    private static final Pattern TOGETHER = Pattern.compile("^(.{2,}?)(?:及其|及|与|或|和).+(?<!日期|时间|金额|数量|单价|人|号)$");

    static {
        for (var line : SAME) {
            var words = line.split(" ");
            for (var word : words) FIRST.put(word, words[0]);
        }
        WORDS = Pattern.compile(FIRST.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).collect(Collectors.joining("|")));
    }

    private HeadingWords() {}

    /** What the heading says, in the words that stand for all others. */
    static String of(String heading) {
        var plain = Heading.first(heading);
        var together = TOGETHER.matcher(plain);
        if (together.matches()) plain = together.group(1);
        plain = WORDS.matcher(SIGNED.matcher(plain).replaceFirst("")).replaceAll(w -> FIRST.get(w.group()));
        return ENDING.matcher(COUNTED.matcher(plain).replaceFirst("")).replaceFirst("");
    }
}
