package org.zongwu.governance.sample;

import static zongwu.db.governance.Tables.GIFT;
import static zongwu.db.governance.Tables.MEETING;
import static zongwu.db.governance.Tables.RESOLUTION;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Employee;

@Component
class GovernanceSample extends BookSample {
    /** What is discussed, and what is resolved then: what, and for how many yuan. */
    private static final String[][] AGENDA = {
        {"开学物资采购与发放", "按询价结果购置学生课桌凳", "86400", "开学物资按班签收、一周内补齐"}, {"食堂设备更新", "更换食堂蒸饭柜两台", "31800", "旧蒸饭柜按程序报废"},
        {"安全隐患整改", "更换求实楼老化线路", "24500", "每周三由安全员复查隐患台账"}, {"代收费公示与结算", "代收费项目和标准公示五个工作日", "", "校服由家委会参与选用"},
        {"冬季供暖与防冻", "检修锅炉房循环泵", "9800", "外露水管十一月底前包扎完毕"}, {"校园绿化补植", "补植香樟十二株", "7200"}, {"期末盘点安排", "各专用室十二月起自查", "", "盘点小组由财务、总务、使用部门三方组成"},
        {"校运会后勤保障", "租用急救车一辆", "1500", "看台栏杆赛前检查并签字"}, {"预算执行情况", "调减办公耗材预算", "12000", "第四季度采购计划提前一个月报送"}};
    private static final String[] RESULTS = {"已办完，资料交总务处存档", "已按要求完成并验收", "已落实到人，每周检查"};

    GovernanceSample(Tools tools) {
        super(720, tools);
    }

    @Override
    protected void fill() {
        var days = days(DayOfWeek.MONDAY).stream().filter(d -> d.getMonthValue() != 10 || d.getDayOfMonth() > 7).toList();
        for (var i = 0; i < days.size(); i++) meeting(days.get(i), i + 1, AGENDA[i % AGENDA.length]);
        gift(LocalDate.of(2026, 9, 10), "月饼两盒", 26_000, 2, "PUBLIC_USE");
        gift(LocalDate.of(2026, 9, 24), "购物卡", 50_000, 3, "REMITTED");
        gift(LocalDate.of(2026, 10, 9), "钢笔一支", 6_800, 1, "KEPT");
        gift(LocalDate.of(2026, 10, 12), "礼金", 200_000, 2, "RETURNED");
        gift(LocalDate.of(2026, 10, 15), "茶叶一盒", 38_000, 38, "PUBLIC_USE");
        gift(LocalDate.of(2026, 11, 18), "加油卡", 100_000, 2, null);
    }

    private void meeting(LocalDate day, int nth, String[] about) {
        var inOffice = nth % 3 != 0;
        var expected = inOffice ? 11 : 9;
        var present = nth == 8 ? expected / 2 : expected - random().nextInt(3);
        var meeting = Draft.blank().set(MEETING.OWN_NO, "第" + nth + "次").set(MEETING.DAY, day).set(MEETING.NAME, inOffice ? "总务例会" : "校务会").set(MEETING.EXPECTED, expected)
                .set(MEETING.PRESENT, present).set(MEETING.TOPICS, about[0]);
        person(meeting, MEETING.CHAIR_ID, MEETING.CHAIR, holder(inOffice ? Duty.GA_DIRECTOR : Duty.PRINCIPAL));
        person(meeting, MEETING.RECORDER_ID, MEETING.RECORDER, holder(Duty.DISPATCHER));
        if (present * 2 > expected) for (var i = 1; i < about.length; i += 2) meeting.line(resolution(day, (i + 1) / 2, about[i], i + 1 < about.length ? about[i + 1] : ""));
        var made = enter(holder(Duty.GA_DIRECTOR), MEETING, meeting);
        if (day.plusDays(3).isAfter(today())) return;
        step(holder(Duty.DISPATCHER), MEETING, made, "minutes", Draft.blank().set(MEETING.MINUTES, "会议讨论了" + about[0] + "，听取了有关人员的说明。"));
        if (!day.plusDays(7).isAfter(today())) step(holder(Duty.PRINCIPAL), MEETING, made, "issue", Draft.blank().set(MEETING.ISSUED_ON, day.plusDays(4)));
        for (var line : meeting.lines()) progress(day, line);
    }

    private Draft resolution(LocalDate day, int item, String content, String yuan) {
        var owners = new ArrayList<Employee>(of("总务处"));
        var draft = person(Draft.blank(), RESOLUTION.OWNER_ID, RESOLUTION.OWNER, owners.get(random().nextInt(1, owners.size())));
        return draft.set(RESOLUTION.ITEM_NO, item).set(RESOLUTION.CONTENT, content).set(RESOLUTION.AMOUNT, yuan.isEmpty() ? null : Long.valueOf(yuan) * 100)
                .set(RESOLUTION.DUE_ON, day.plusDays(List.of(7, 14, 30).get(random().nextInt(3))));
    }

    private void progress(LocalDate day, Draft line) {
        var done = day.plusDays(random().nextInt(3, 25));
        var late = random().nextInt(10) == 0;
        if (late || !done.isBefore(today())) return;
        step(holder(Duty.GA_DIRECTOR), RESOLUTION, new WorkRef("governance.resolution", line.id(), ""), "progress",
                Draft.blank().set(RESOLUTION.PROGRESS, "DONE").set(RESOLUTION.DONE_ON, done).set(RESOLUTION.RESULT, oneOf(RESULTS)));
    }

    /** @param after how many days later it was declared */
    private void gift(LocalDate received, String item, long fen, int after, String disposal) {
        var declared = received.plusDays(after);
        if (declared.isAfter(today())) return;
        var gift = enter(holder(Duty.DISCIPLINE), GIFT, person(Draft.blank(), GIFT.RECEIVER_ID, GIFT.RECEIVER, somebody()).set(GIFT.RECEIVED_ON, received).set(GIFT.ITEM, item)
                .set(GIFT.GIVER, oneOf("某供货商", "某施工队", "学生家长", "兄弟学校")).set(GIFT.VALUE, fen).set(GIFT.DECLARED_ON, declared));
        if (disposal == null) return;
        var stays = disposal.equals("KEPT") || disposal.equals("RETURNED");
        if (!stays) {
            step(holder(Duty.DISCIPLINE), GIFT, gift, "surrender", Draft.blank().set(GIFT.SURRENDERED_ON, declared));
            step(holder(Duty.DISCIPLINE), GIFT, gift, "valuation", Draft.blank().set(GIFT.VALUE, fen).set(GIFT.VALUATION, "按商场标价"));
        }
        step(holder(Duty.PARTY_SECRETARY), GIFT, gift, "disposal", Draft.blank().set(GIFT.DISPOSAL, disposal).set(GIFT.DISPOSED_ON, declared.plusDays(1)));
    }
}
