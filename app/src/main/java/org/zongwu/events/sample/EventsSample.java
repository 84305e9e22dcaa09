package org.zongwu.events.sample;

import static zongwu.db.events.Tables.SUPPORT;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;

@Component
class EventsSample extends BookSample {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Day, event, organiser, place, from and to, what it needs, yuan. */
    private static final List<String> TERM = List.of(
            "2026-09-01|开学典礼|德育处|操场|8:00-9:30|主席台、音响、横幅、饮水|680", "2026-09-04|新生家长会|德育处|冬藏楼报告厅|14:00-16:30|音响、桌椅、指引牌|120",
            "2026-09-10|教师节座谈会|校工会|冬藏楼会议室|15:00-17:00|桌椅、茶水|260", "2026-09-17|语文组公开课|语文组|春播楼录播室|9:00-10:00|录播设备、桌椅|0",
            "2026-09-24|秋季防震演练|德育处|操场|10:00-10:40|广播、警戒线、急救箱|90", "2026-10-12|九年级月考|教务处|夏耘楼|8:00-17:00|考场布置、广播、备用电源|310",
            "2026-10-15|秋季运动会|体育组|操场||跑道划线、看台、急救、饮水、音响|4260", "2026-10-22|物理组评优课|物理组|秋实楼物理实验室|9:00-11:30|实验器材、用电|150",
            "2026-10-28|合唱比赛|德育处|冬藏楼报告厅|14:00-17:00|音响、合唱台、灯光|850", "2026-11-05|期中考试|教务处|春播楼|8:00-17:00|考场布置、广播、备用电源|520",
            "2026-11-06|期中考试（二）|教务处|春播楼|8:00-17:00|考场布置、广播、备用电源|180", "2026-11-12|市教研活动|教务处|冬藏楼报告厅|9:00-16:30|音响、用餐、停车|1380",
            "2026-11-19|消防疏散演练|总务处|操场|10:00-10:40|广播、烟雾弹、急救箱|240", "2026-11-25|校园开放日|党政办公室|冬藏楼报告厅|9:00-11:30|展板、音响、饮水|460",
            "2026-11-30|英语组公开课|英语组|春播楼录播室|9:00-10:00|录播设备|", "2026-12-04|宪法宣誓活动|德育处|操场|8:00-8:40|音响、横幅|", "2026-12-10|艺术节汇演|德育处|冬藏楼报告厅|14:00-17:30|灯光、音响、桌椅|",
            "2027-01-18|期末考试|教务处|夏耘楼|8:00-17:00|考场布置、广播、备用电源|");

    EventsSample(Tools tools) {
        super(730, tools);
    }

    @Override
    protected void fill() {
        for (var line : TERM) event(line.split("\\|", -1));
    }

    private void event(String[] said) {
        var day = LocalDate.parse(said[0]);
        var asked = enter(holder(Duty.TEACHER), SUPPORT, Draft.blank().set(SUPPORT.DAY, day).set(SUPPORT.NAME, said[1]).set(SUPPORT.ORGANISER, said[2]).set(SUPPORT.PLACE, said[3])
                .set(SUPPORT.TIMES, said[4].isEmpty() ? null : said[4]).set(SUPPORT.NEEDS, said[5]));
        if (day.isAfter(today().plusDays(10))) return;
        var owner = of("总务处").get(random().nextInt(1, of("总务处").size()));
        step(holder(Duty.DISPATCHER), SUPPORT, asked, "planning", person(Draft.blank(), SUPPORT.OWNER_ID, SUPPORT.OWNER, owner));
        if (day.isBefore(today())) over(asked, day, said);
    }

    private void over(WorkRef asked, LocalDate day, String[] said) {
        var ready = random().nextInt(10) == 0 ? day.atTime(9, 20) : day.minusDays(1).atTime(16, 30);
        step(holder(Duty.GA_DIRECTOR), SUPPORT, asked, "readiness", Draft.blank().set(SUPPORT.READY_AT, ready.atZone(ZONE).toInstant())
                .set(SUPPORT.POWER, true).set(SUPPORT.BROADCAST, true).set(SUPPORT.CLOCKS, true));
        if (day.plusDays(2).isAfter(today())) return;
        step(holder(Duty.GA_DIRECTOR), SUPPORT, asked, "support", Draft.blank().set(SUPPORT.COST, Long.parseLong(said[6]) * 100));
        if (random().nextInt(4) > 0) step(holder(Duty.TEACHER), SUPPORT, asked, "review", Draft.blank().set(SUPPORT.FEEDBACK, oneOf("准备充分，配合及时", "场地整洁，音响清楚", "很好，建议多备饮水")));
    }
}
