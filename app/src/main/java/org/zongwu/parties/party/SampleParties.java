package org.zongwu.parties.party;

import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.SampleData;
import org.zongwu.parties.Parties;

/** Twenty-four invented suppliers of an invented county, two of them with another name on their invoices. */
@Component
class SampleParties implements SampleData {
    private static final String[] SUPPLIERS = {
        "文澜办公用品商行:办公用品、文印", "博闻教学仪器有限公司:教学仪器", "宏远五金建材店:五金木工", "光华电料经营部:水电材料", "净雅日化批发部:清洁卫生", "书海图书发行站:图书教辅",
        "启点电脑科技有限公司:电脑网络", "松木坊家具厂:家具", "青田园艺场:绿化", "仁和医疗器械店:医务", "健行体育用品店:体育", "禾丰粮油配送有限公司:粮油", "鲜原蔬菜配送中心:蔬菜", "牧源肉品店:肉类",
        "豆香坊豆制品厂:豆制品", "味全副食批发部:副食", "墨缘印务有限公司:印刷", "锦程服装厂:校服", "平安消防器材有限公司:消防", "润泽水暖门市:水暖", "万家超市:日用", "通达汽修厂:汽修", "晨光电梯服务部:电梯",
        "大匠建筑工程队:工程"};
    private static final String COUNTY = "云麓县";

    private final Parties parties;
    private final Tenancy tenancy;

    SampleParties(Parties parties, Tenancy tenancy) {
        this.parties = parties;
        this.tenancy = tenancy;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void create(SampleSchool school) {
        school.progress("sample.parties");
        var buyer = school.actor(Duty.BUYER);
        tenancy.write(school.schoolId(), () -> {
            for (var i = 0; i < SUPPLIERS.length; i++) {
                var parts = SUPPLIERS[i].split(":");
                var party = parties.register(buyer, Ids.next(), COUNTY + parts[0], null, "1390001%04d".formatted(2000 + i * 13), parts[1]);
                if (i == 0 || i == 2) parties.addAlias(buyer, party.id(), parts[0]);
            }
        });
    }
}
