package org.zongwu.tasks.sample;

import static zongwu.db.tasks.Tables.TASK;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;

@Component
class TasksSample extends BookSample {
    /** Given on, what, from where and its number there, due on, done on; nothing where it is not done. */
    private static final List<String> TERM = List.of(
            "2026-08-26|完成开学前校舍安全检查|PLAN|学期计划 1|2026-08-31|2026-08-30", "2026-08-28|课桌椅调配到班|PLAN|学期计划 2|2026-09-01|2026-09-01",
            "2026-09-07|公示秋季收费项目|SUPERIOR|县教〔2026〕97号|2026-09-14|2026-09-11", "2026-09-14|修好校门口减速带|ORAL||2026-09-18|2026-09-17", "2026-09-21|食堂燃气管道年检|PLAN|学期计划 6|2026-10-15|2026-10-13",
            "2026-09-28|更换求实楼老化线路|RESOLUTION|校务会第3次|2026-10-20|2026-10-26", "2026-10-09|运动会看台检查|ORAL||2026-10-13|2026-10-12", "2026-10-12|报送三季度能耗|SUPERIOR|县教〔2026〕112号|2026-10-20|2026-10-19",
            "2026-10-19|补植香樟十二株|RESOLUTION|总务例会第6次|2026-11-20|2026-11-18", "2026-10-26|消防水泵联动试验|PLAN|学期计划 9|2026-11-10|2026-11-09", "2026-11-02|清理报废课桌|ORAL||2026-11-13|",
            "2026-11-09|外露水管包扎|PLAN|学期计划 12|2026-11-24|", "2026-11-16|供暖锅炉试运行|PLAN|学期计划 13|2026-11-25|2026-11-24", "2026-11-18|整理合同到期清单|ORAL||2026-12-05|", "2026-11-23|期末盘点方案|PLAN|学期计划 15|2026-12-15|");

    TasksSample(Tools tools) {
        super(745, tools);
    }

    @Override
    protected void fill() {
        for (var line : TERM) if (!LocalDate.parse(line.split("\\|")[0]).isAfter(today())) task(line.split("\\|", -1));
    }

    private void task(String[] said) {
        var giver = said[2].equals("ORAL") ? holder(Duty.VP_LOGISTICS) : holder(Duty.GA_DIRECTOR);
        var owner = of("总务处").get(random().nextInt(1, of("总务处").size()));
        var given = enter(giver, TASK, person(person(Draft.blank(), TASK.OWNER_ID, TASK.OWNER, owner), TASK.GIVER_ID, TASK.GIVER, giver).set(TASK.DAY, LocalDate.parse(said[0]))
                .set(TASK.NAME, said[1]).set(TASK.SOURCE, said[2]).set(TASK.SOURCE_NO, said[3].isEmpty() ? null : said[3]).set(TASK.DUE_ON, LocalDate.parse(said[4])));
        if (said[5].isEmpty() || !LocalDate.parse(said[5]).isBefore(today())) return;
        var done = LocalDate.parse(said[5]);
        step(holder(Duty.GA_DIRECTOR), TASK, given, "result", Draft.blank().set(TASK.DONE_ON, done).set(TASK.EVIDENCE, oneOf("现场照片存总务处", "验收单一份", "检查记录已签字")));
        if (done.plusDays(2).isBefore(today())) step(holder(Duty.VP_LOGISTICS), TASK, given, "confirmation", Draft.blank().set(TASK.CONFIRMED_ON, done.plusDays(1)));
    }
}
