package org.zongwu.safety.sample;

import static zongwu.db.safety.Tables.HAZARD;
import static zongwu.db.safety.Tables.INSPECTION;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;

@Component
class SafetySample extends BookSample {
    SafetySample(Tools tools) {
        super(700, tools);
    }

    @Override
    protected void fill() {
        for (var day : days(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)) {
            var found = random().nextInt(3);
            enter(holder(Duty.WORKER), INSPECTION, person(person(Draft.blank(), INSPECTION.INSPECTOR_ID, INSPECTION.INSPECTOR, holder(Duty.WORKER)),
                    INSPECTION.LEADER_ID, INSPECTION.LEADER, holder(Duty.GA_DIRECTOR)).set(INSPECTION.DAY, day).set(INSPECTION.FOUND, found)
                    .set(INSPECTION.AREA, oneOf("用电安全", "消防设施", "食堂", "宿舍", "实验室危化品", "体育设施", "校舍")));
            for (var i = 0; i < found; i++) hazard(day, i);
        }
    }

    private void hazard(LocalDate day, int nth) {
        var owner = of("总务处").get(random().nextInt(1, of("总务处").size()));
        var due = day.plusDays(oneOf(3, 7, 14));
        var hazard = enter(holder(Duty.WORKER), HAZARD, person(Draft.blank(), HAZARD.OWNER_ID, HAZARD.OWNER, owner).set(HAZARD.FOUND_ON, day).set(HAZARD.DUE_ON, due)
                .set(HAZARD.PLACE, oneOf("求真楼", "博雅楼", "食堂", "宿舍楼", "操场") + (nth + 1) + oneOf("层东侧", "层西侧", "号门旁"))
                .set(HAZARD.DESCRIPTION, oneOf("疏散指示灯不亮", "插排私拉", "栏杆松动", "灭火器压力不足", "台阶破损", "吊扇异响")).set(HAZARD.LEVEL, oneOf("GENERAL", "GENERAL", "GENERAL", "SERIOUS")));
        var mended = day.plusDays(random().nextInt(1, 12));
        if (!mended.isBefore(today()) || random().nextInt(12) == 0) return;
        step(holder(Duty.GA_DIRECTOR), HAZARD, hazard, "rectification", Draft.blank().set(HAZARD.RECTIFIED_ON, mended).set(HAZARD.MEASURE, oneOf("已更换", "已加固", "已拆除", "已修复")));
        if (mended.plusDays(1).isBefore(today())) step(holder(Duty.VP_LOGISTICS), HAZARD, hazard, "verification", Draft.blank().set(HAZARD.VERIFIED_ON, mended.plusDays(1)));
    }
}
