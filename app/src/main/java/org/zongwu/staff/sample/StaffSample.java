package org.zongwu.staff.sample;

import static zongwu.db.staff.Tables.ATTENDANCE;
import static zongwu.db.staff.Tables.HONOUR;
import static zongwu.db.staff.Tables.OVERTIME;
import static zongwu.db.staff.Tables.STUDY_SESSION;
import static zongwu.db.staff.Tables.UNION_ACTIVITY;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;

@Component
class StaffSample extends BookSample {
    private static final String OFFICE = "总务处";

    StaffSample(Tools tools) {
        super(620, tools);
    }

    @Override
    protected void fill() {
        days(DayOfWeek.MONDAY).forEach(this::session);
        days(DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY).forEach(this::overtime);
        honour(LocalDate.of(2026, 9, 22), "市节水型学校", "市水务局", "CITY", "市水〔2026〕61号");
        honour(LocalDate.of(2026, 10, 16), "县平安校园先进单位", "县教育局", "COUNTY", "县教〔2026〕108号");
        honour(LocalDate.of(2026, 11, 6), "校教工运动会团体第二名", "校工会", "SCHOOL", null);
        honourOf(holder(Duty.STOREKEEPER), LocalDate.of(2026, 9, 10), "校先进后勤工作者", "本校", "SCHOOL", "校发〔2026〕19号");
        activity(LocalDate.of(2026, 9, 9), "教师节慰问", "VISIT", 42, 630_000, null);
        activity(LocalDate.of(2026, 10, 30), "教工气排球赛", "SPORT", 64, 218_050, "总务处第三名");
    }

    private void session(LocalDate day) {
        var topic = oneOf("学习党的教育方针", "安全生产与消防常识", "食品安全法规", "厉行节约反对浪费", "师德与服务规范", "廉洁从教案例");
        var session = Draft.blank().set(STUDY_SESSION.DAY, day).set(STUDY_SESSION.TOPIC, topic).set(STUDY_SESSION.HOURS, BigDecimal.ONE)
                .set(STUDY_SESSION.SPEAKER, holder(Duty.GA_DIRECTOR).name());
        for (var person : of(OFFICE)) {
            var chance = random().nextInt(100);
            session.line(person(Draft.blank(), ATTENDANCE.PERSON_ID, ATTENDANCE.PERSON, person)
                    .set(ATTENDANCE.MARK, chance < 88 ? "PRESENT" : chance < 92 ? "LATE_IN" : chance < 97 ? "LEAVE" : "ABSENT"));
        }
        enter(holder(Duty.GA_DIRECTOR), STUDY_SESSION, session);
    }

    private void overtime(LocalDate day) {
        var person = of(OFFICE).get(random().nextInt(1, of(OFFICE).size()));
        var hours = oneOf("2", "2.5", "3", "4");
        var slip = enter(holder(Duty.GA_DIRECTOR), OVERTIME, person(Draft.blank(), OVERTIME.PERSON_ID, OVERTIME.PERSON, person).set(OVERTIME.DAY, day)
                .set(OVERTIME.DEPARTMENT_ID, person.departmentId()).set(OVERTIME.DEPARTMENT, person.department()).set(OVERTIME.HOURS, new BigDecimal(hours))
                .set(OVERTIME.REASON, oneOf("抢修水管", "活动会场布置", "搬运课桌椅", "迎接检查", "设备检修", "清理排水沟")));
        if (random().nextInt(10) > 0) step(holder(Duty.PRINCIPAL), OVERTIME, slip, "approval", Draft.blank());
    }

    private void honour(LocalDate day, String name, String issuer, String level, String document) {
        if (day.isAfter(today())) return;
        enter(holder(Duty.GA_DIRECTOR), HONOUR, Draft.blank().set(HONOUR.DAY, day).set(HONOUR.NAME, name).set(HONOUR.ISSUER, issuer).set(HONOUR.LEVEL, level).set(HONOUR.DOCUMENT_NO, document));
    }

    private void honourOf(Actor who, LocalDate day, String name, String issuer, String level, String document) {
        if (day.isAfter(today())) return;
        enter(holder(Duty.GA_DIRECTOR), HONOUR, Draft.blank().set(HONOUR.DAY, day).set(HONOUR.NAME, name).set(HONOUR.ISSUER, issuer).set(HONOUR.LEVEL, level).set(HONOUR.DOCUMENT_NO, document)
                .set(HONOUR.PERSON_ID, who.employeeId()).set(HONOUR.PERSON, who.name()));
    }

    private void activity(LocalDate day, String name, String kind, int people, long cost, String result) {
        if (day.isAfter(today())) return;
        enter(holder(Duty.UNION), UNION_ACTIVITY, Draft.blank().set(UNION_ACTIVITY.DAY, day).set(UNION_ACTIVITY.NAME, name).set(UNION_ACTIVITY.KIND, kind)
                .set(UNION_ACTIVITY.PEOPLE, people).set(UNION_ACTIVITY.COST, cost).set(UNION_ACTIVITY.RESULT, result));
    }
}
