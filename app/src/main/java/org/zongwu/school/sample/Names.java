package org.zongwu.school.sample;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Invents names: a list of surnames times a list of given characters. No name is a person's; none is given twice. */
final class Names {
    private static final String[] SURNAMES = ("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 萧 田 董 袁 潘 于 蒋 蔡 余 杜 叶 程 苏 魏 吕 "
            + "丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戴 莫 孔 向 汤 "
            + "单 解 仇 曾 查 朴 翟 区 盖 华 尉迟 欧阳").split(" ");
    private static final String GIVEN = "安柏苍辰承澄川淳岱舵恩帆菲枫馥岗谷桂翰禾珩泓桓徽惠吉佳鉴洁津菁靖珏钧凯珂坤岚朗乐黎廉琳岭鹿洛曼茂枚渺铭沐楠宁培霈鹏芃溥沁青清晴荣蓉睿若珊绍晟诗石舒澍水思松苏棠桃庭彤图婉望葳蔚文汐曦夏翔筱欣煦轩雪雅砚燕漾野怡逸盈映优语禹玉沅远悦云韵泽展昭哲贞知芷舟竹卓梓";

    private final RandomGenerator random;
    private final Set<String> given = new HashSet<>();

    Names(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        while (true) {
            var name = SURNAMES[random.nextInt(SURNAMES.length)] + character() + (random.nextInt(10) < 8 ? character() : "");
            if (given.add(name)) return name;
        }
    }

    /** A name that is wanted for itself, as one with a rare character. */
    String exactly(String name) {
        given.add(name);
        return name;
    }

    private char character() {
        return GIVEN.charAt(random.nextInt(GIVEN.length()));
    }
}
