package org.zongwu.assets.sample;

import static zongwu.db.assets.Tables.CUSTODY;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Places;

@Component
class CustodySample extends BookSample {
    private final Places places;

    CustodySample(Tools tools, Places places) {
        super(400, tools);
        this.places = places;
    }

    @Override
    protected void fill() {
        kept("物理实验室", "物理组", 0, null);
        kept("化学实验室", "化学组", 0, "2026-10-15");
        kept("药品室", "化学组", 1, null);
        kept("生物实验室", "生物组", 0, null);
        kept("仪器室", "物理组", 1, null);
        kept("计算机教室", "信息中心", 0, null);
        kept("音乐教室", "音乐组", 0, null);
        kept("美术教室", "美术组", 0, null);
        kept("图书室", "教务处", 2, null);
        kept("阅览室", "教务处", 2, null);
        kept("档案室", "党政办公室", 2, null);
    }

    /** @param handedOver the last day of the first keeper, who hands over to the next one of his department; null when he keeps it still */
    private void kept(String room, String department, int nth, @Nullable String handedOver) {
        var place = places.byName().get(Places.plain(room));
        var keeper = of(department).get(nth);
        var custody = enter(holder(Duty.ASSET_ADMIN), CUSTODY, person(Draft.blank(), CUSTODY.KEEPER_ID, CUSTODY.KEEPER, keeper).set(CUSTODY.ROOM_ID, place.id()).set(CUSTODY.ROOM, place.building() + place.code())
                .set(CUSTODY.FROM_ON, school().term().from()).set(CUSTODY.LIST, room + "内设备、家具按室内物品登记卡"));
        if (handedOver == null) return;
        var step = person(person(Draft.blank(), CUSTODY.SUCCESSOR_ID, CUSTODY.SUCCESSOR, of(department).get(nth + 2)), CUSTODY.SUPERVISOR_ID, CUSTODY.SUPERVISOR, holder(Duty.DISPATCHER));
        step(holder(Duty.ASSET_ADMIN), CUSTODY, custody, "handover", step.set(CUSTODY.UNTIL_ON, LocalDate.parse(handedOver)).set(CUSTODY.HANDED_OVER, "设备、药品台账三份，三方签字"));
    }
}
