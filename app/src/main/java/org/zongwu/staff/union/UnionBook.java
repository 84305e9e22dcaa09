package org.zongwu.staff.union;

import static org.zongwu.kernel.Duty.UNION;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.whole;
import static zongwu.db.staff.Tables.UNION_ACTIVITY;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;

/** 工会活动 (domain.md §3.56): its cost is the union's own money and never the school's. */
@Configuration(proxyBeanMethods = false)
class UnionBook {
    enum Activity { SPORT, ARTS, VISIT, LECTURE, OTHER }

    @Bean
    Logbook unionActivities() {
        return Logbook.of(UNION_ACTIVITY).series("GH").menu("staff", 530).writes(UNION)
                .blanks(day(UNION_ACTIVITY.DAY).today(), text(UNION_ACTIVITY.NAME), choice(UNION_ACTIVITY.KIND, Activity.class), whole(UNION_ACTIVITY.PEOPLE).summed(),
                        money(UNION_ACTIVITY.COST).optional().summed(), text(UNION_ACTIVITY.RESULT).optional(), area(UNION_ACTIVITY.REMARK).optional())
                .title(UNION_ACTIVITY.NAME).once(UNION_ACTIVITY.DAY, UNION_ACTIVITY.NAME)
                .completes(in -> in.complete(UNION_ACTIVITY.COST, 0L))
                .figures(Measure.count("UNION_ACTIVITIES", Unit.TIMES).listing(UNION_ACTIVITY.DAY, UNION_ACTIVITY.NAME, UNION_ACTIVITY.KIND, UNION_ACTIVITY.PEOPLE, UNION_ACTIVITY.RESULT), Measure.sum("UNION_PERSON_TIMES", Unit.PERSON, UNION_ACTIVITY.PEOPLE))
                .imports(640);
    }
}
