package org.zongwu.feedback.sample;

import static zongwu.db.feedback.Tables.ISSUE;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;

@Component
class FeedbackSample extends BookSample {
    private static final String[][] ABOUT = {{"食堂", "二楼窗口排队太久"}, {"食堂", "菜偏咸，汤偏少"}, {"宿舍", "热水时间太短"}, {"宿舍", "晾衣杆松动"}, {"教室", "吊扇有异响"}, {"教室", "后排灯光偏暗"},
        {"教室", "课桌高低不合适"}, {"校园环境", "校门口放学时停车乱"}, {"校园环境", "操场东侧雨后积水"}, {"校园环境", "厕所有异味"}, {"教学设施", "投影仪亮度不足"}, {"教学设施", "饮水机水不热"}};

    FeedbackSample(Tools tools) {
        super(740, tools);
    }

    @Override
    protected void fill() {
        for (var day : days(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)) if (day.getMonthValue() != 10 || day.getDayOfMonth() > 7) issue(day);
    }

    private void issue(LocalDate day) {
        var about = oneOf(ABOUT);
        var who = oneOf("学生", "学生", "家长", "教师");
        var anonymous = random().nextInt(5) == 0;
        var writer = anonymous ? holder(Duty.TEACHER) : holder(Duty.GA_DIRECTOR);
        var made = enter(writer, ISSUE, Draft.blank().set(ISSUE.DAY, day).set(ISSUE.CATEGORY, about[0]).set(ISSUE.CONTENT, about[1]).set(ISSUE.IDENTITY, anonymous ? "教师" : who)
                .set(ISSUE.REPORTER, anonymous ? null : who.equals("教师") ? somebody().name() : who).set(ISSUE.ANONYMOUS, anonymous)
                .set(ISSUE.CHANNEL, anonymous ? "系统" : oneOf("意见箱", "微信", "电话", "座谈会", "口头")));
        var handler = of("总务处").get(random().nextInt(1, of("总务处").size()));
        if (day.plusDays(1).isAfter(today())) return;
        step(holder(Duty.GA_DIRECTOR), ISSUE, made, "assignment", person(Draft.blank(), ISSUE.OWNER_ID, ISSUE.OWNER, handler));
        var replied = day.plusDays(oneOf(0, 1, 1, 2, 2, 3, 5));
        if (!replied.isBefore(today()) || random().nextInt(25) == 0) return;
        var solved = oneOf("YES", "YES", "YES", "YES", "ESCALATED", "NO");
        step(holder(Duty.GA_DIRECTOR), ISSUE, made, "reply", Draft.blank().set(ISSUE.REPLIED_ON, replied).set(ISSUE.SOLVED, solved)
                .set(ISSUE.REPLY, solved.equals("YES") ? oneOf("已处理，请再留意", "已更换", "已调整，请监督") : solved.equals("NO") ? "列入下月计划" : "已报学校研究"));
        if (solved.equals("YES") && random().nextInt(4) > 0) {
            step(holder(Duty.VP_LOGISTICS), ISSUE, made, "conclusion", Draft.blank().set(ISSUE.RATING, oneOf("SATISFIED", "SATISFIED", "SATISFIED", "FAIRLY", "NEUTRAL")));
        }
    }
}
