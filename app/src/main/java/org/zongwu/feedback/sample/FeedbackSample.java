package org.zongwu.feedback.sample;

import static zongwu.db.feedback.Tables.ISSUE;
import static zongwu.db.feedback.Tables.SURVEY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.feedback.survey.SurveyService;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;

@Component
class FeedbackSample extends BookSample {
    private static final String[][] ABOUT = {{"食堂", "二楼窗口排队太久"}, {"食堂", "菜偏咸，汤偏少"}, {"宿舍", "热水时间太短"}, {"宿舍", "晾衣杆松动"}, {"教室", "吊扇有异响"}, {"教室", "后排灯光偏暗"},
        {"教室", "课桌高低不合适"}, {"校园环境", "校门口放学时停车乱"}, {"校园环境", "操场东侧雨后积水"}, {"校园环境", "厕所有异味"}, {"教学设施", "投影仪亮度不足"}, {"教学设施", "饮水机水不热"}};

    private final SurveyService surveys;

    FeedbackSample(Tools tools, SurveyService surveys) {
        super(740, tools);
        this.surveys = surveys;
    }

    @Override
    protected void fill() {
        survey();
        for (var day : days(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)) if (day.getMonthValue() != 10 || day.getDayOfMonth() > 7) issue(day);
    }

    /** A survey of October, answered by most of the staff. */
    private void survey() {
        var opened = school().term().from().withMonth(10).withDayOfMonth(19);
        if (opened.plusDays(10).isAfter(today())) return;
        var id = enter(holder(Duty.GA_DIRECTOR), SURVEY, Draft.blank().set(SURVEY.DAY, opened).set(SURVEY.CLOSES_ON, opened.plusDays(9)).set(SURVEY.TITLE, "后勤服务满意度问卷").set(SURVEY.QUESTIONS, "食堂\n维修\n保洁\n物资供应\n总体").set(SURVEY.MINIMUM, 30)).id();
        for (var i = 0; i < 118; i++) surveys.sample(id, List.of(level(), level(), level(), level(), level()), i % 4 == 0 ? "教师" : "学生");
        step(holder(Duty.GA_DIRECTOR), SURVEY, new WorkRef("feedback.survey", id, ""), "closing", Draft.blank());
    }

    private String level() {
        return oneOf("A", "A", "A", "A", "A", "A", "B", "B", "B", "C", "D", "E");
    }

    private void issue(LocalDate day) {
        var about = oneOf(ABOUT);
        var who = oneOf("学生", "学生", "家长", "教师");
        var anonymous = random().nextInt(5) == 0;
        var writer = holder(Duty.GA_DIRECTOR);
        var made = enter(writer, ISSUE, Draft.blank().set(ISSUE.DAY, day).set(ISSUE.CATEGORY, about[0]).set(ISSUE.CONTENT, about[1]).set(ISSUE.IDENTITY, anonymous ? "教师" : who)
                .set(ISSUE.REPORTER, anonymous ? null : who.equals("教师") ? somebody().name() : who).set(ISSUE.ANONYMOUS, anonymous)
                .set(ISSUE.CHANNEL, anonymous ? "意见箱" : oneOf("意见箱", "微信", "电话", "座谈会", "口头")));
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
