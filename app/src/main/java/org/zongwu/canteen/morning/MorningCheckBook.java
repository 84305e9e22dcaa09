package org.zongwu.canteen.morning;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.canteen.Tables.MORNING_CHECK;

import java.math.BigDecimal;
import org.jooq.Condition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.canteen.Canteen;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.school.Policies;

/** 晨检记录 (domain.md §3.33): nobody works in the kitchen with a fever, a wound, or an expired health certificate (R-CAN-2). */
@Configuration(proxyBeanMethods = false)
class MorningCheckBook {
    private static final int AHEAD_DAYS = 30;

    enum Hands { SOUND, WOUND }

    enum Result { ON_DUTY, SENT_HOME }

    @Bean
    Logbook morningChecks(Policies policies) {
        return Logbook.of(MORNING_CHECK).series("CJ").menu("canteen", 425).reads(Canteen.readers()).writes(CANTEEN_MANAGER)
                .blanks(day(MORNING_CHECK.DAY).today().counted(), text(MORNING_CHECK.PERSON).counted(), quantity(MORNING_CHECK.TEMPERATURE).optional().reads(Fitness::degrees),
                        choice(MORNING_CHECK.HANDS, Hands.class).optional(), text(MORNING_CHECK.SYMPTOMS).optional(), day(MORNING_CHECK.CERTIFICATE_UNTIL).optional(),
                        choice(MORNING_CHECK.RESULT, Result.class).optional(), person(MORNING_CHECK.CHECKER_ID, MORNING_CHECK.CHECKER).optional().unlisted(), area(MORNING_CHECK.REMARK).optional())
                .title(MORNING_CHECK.PERSON).once(MORNING_CHECK.DAY, MORNING_CHECK.PERSON)
                .completes(in -> complete(in, policies))
                .must("R-CAN-12", MORNING_CHECK.TEMPERATURE, "rule.canteen.morning_check.no-temperature", Fitness::isPossible)
                .should("R-CAN-2", MORNING_CHECK.CERTIFICATE_UNTIL, "rule.canteen.morning_check.expired", in -> !works(in) || Fitness.isCertified(in), MORNING_CHECK.CERTIFICATE_UNTIL)
                .should("R-CAN-12", MORNING_CHECK.RESULT, "rule.canteen.morning_check.unfit", in -> !works(in) || Fitness.isFit(in), MORNING_CHECK.FEVER)
                .flag("away", MORNING_CHECK.RESULT.eq(Result.SENT_HOME.name()))
                .flag("expiring", asOf -> MORNING_CHECK.CERTIFICATE_UNTIL.lt(asOf.plusDays(AHEAD_DAYS)).and(isNewest()))
                .figures(Measure.count("MORNING_CHECKS", Unit.TIMES), Measure.different("MORNING_CHECK_DAYS", Unit.DAY, MORNING_CHECK.DAY),
                        Measure.count("MORNING_SENT_HOME", Unit.TIMES).of("away"))
                .asks("certificate", "expiring", MORNING_CHECK.CERTIFICATE_UNTIL, CANTEEN_MANAGER).plans("expiring", CANTEEN_MANAGER, MORNING_CHECK.CERTIFICATE_UNTIL, 0).imports(765);
    }

    private static void complete(Draft in, Policies policies) {
        if (Fitness.isNothing(in.get(MORNING_CHECK.SYMPTOMS))) in.put(MORNING_CHECK.SYMPTOMS, null);
        in.complete(MORNING_CHECK.HANDS, Hands.SOUND.name()).complete(MORNING_CHECK.RESULT, Result.ON_DUTY.name());
        if (in.has(MORNING_CHECK.DAY)) in.set(MORNING_CHECK.FEVER, new BigDecimal(policies.value("food.fever.celsius", in.get(MORNING_CHECK.DAY)).orElse("37.3")));
    }

    private static boolean works(Draft in) {
        return Result.ON_DUTY.name().equals(in.get(MORNING_CHECK.RESULT));
    }

    /** What a person's certificate says is what it said at his last check. */
    private static Condition isNewest() {
        var later = MORNING_CHECK.as("later");
        return notExists(selectOne().from(later).where(later.SCHOOL_ID.eq(MORNING_CHECK.SCHOOL_ID), later.PERSON.eq(MORNING_CHECK.PERSON), later.VOIDED_AT.isNull(),
                later.DAY.gt(MORNING_CHECK.DAY)));
    }
}
