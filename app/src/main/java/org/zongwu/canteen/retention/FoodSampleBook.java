package org.zongwu.canteen.retention;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.moment;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.canteen.Tables.ACCOMPANIED_MEAL;
import static zongwu.db.canteen.Tables.FOOD_SAMPLE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.canteen.Canteen;
import org.zongwu.canteen.Canteen.Meal;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.school.Policies;
import org.zongwu.web.Column.Mark;

/** 食品留样记录 (domain.md §3.33): at least {@code food.sample.min.grams}, kept at least {@code food.sample.min.hours} (R-CAN-1). */
@Configuration(proxyBeanMethods = false)
class FoodSampleBook {
    enum State implements BookState {
        KEPT, DISCARDED;

        @Override
        public Mark mark() {
            return this == KEPT ? Mark.GO : Mark.END;
        }
    }

    @Bean
    Logbook foodSamples(Policies policies, Clock clock) {
        return Logbook.of(FOOD_SAMPLE).series("LY").menu("canteen", 415).reads(Canteen.readers()).writes(CANTEEN_MANAGER).own(FOOD_SAMPLE.TAKER_ID)
                .blanks(day(FOOD_SAMPLE.DAY).today(), choice(FOOD_SAMPLE.MEAL, Meal.class), text(FOOD_SAMPLE.DISH), quantity(FOOD_SAMPLE.GRAMS), moment(FOOD_SAMPLE.TAKEN_AT).filedMayLack().onDay(FOOD_SAMPLE.DAY),
                        person(FOOD_SAMPLE.TAKER_ID, FOOD_SAMPLE.TAKER).optional(), area(FOOD_SAMPLE.REMARK).optional())
                .title(FOOD_SAMPLE.DISH).once(FOOD_SAMPLE.DAY, FOOD_SAMPLE.MEAL, FOOD_SAMPLE.DISH)
                .states(State.values()).begins(in -> in.has(FOOD_SAMPLE.DISCARDED_AT) ? State.DISCARDED : State.KEPT)
                .completes(in -> complete(in, policies))
                .must("R-CAN-1", FOOD_SAMPLE.GRAMS, "rule.canteen.food_sample.no-weight", in -> in.get(FOOD_SAMPLE.GRAMS).signum() > 0)
                .should("R-CAN-1", FOOD_SAMPLE.GRAMS, "rule.canteen.food_sample.too-light", in -> in.get(FOOD_SAMPLE.GRAMS).compareTo(in.get(FOOD_SAMPLE.MIN_GRAMS)) >= 0,
                        FOOD_SAMPLE.GRAMS, FOOD_SAMPLE.MIN_GRAMS)
                .should("R-CAN-1", FOOD_SAMPLE.TAKEN_AT, "rule.canteen.food_sample.no-time", in -> in.has(FOOD_SAMPLE.TAKEN_AT))
                .should("R-CAN-1", FOOD_SAMPLE.DISCARDED_AT, "rule.canteen.food_sample.too-early", FoodSampleBook::isKeptLongEnough, FOOD_SAMPLE.MIN_HOURS)
                .expects("R-CAN-1", FOOD_SAMPLE.DISCARDED_AT, "rule.canteen.food_sample.not-discarded", in -> in.has(FOOD_SAMPLE.DISCARDED_AT) || isStillToBeKept(in, clock.instant()))
                .step(Step.named("discarding").from(State.KEPT).to(State.DISCARDED).by(CANTEEN_MANAGER).byPerson(FOOD_SAMPLE.TAKER_ID)
                        .fills(moment(FOOD_SAMPLE.DISCARDED_AT)).signs(FOOD_SAMPLE.DISCARDER_ID, FOOD_SAMPLE.DISCARDER)
                        .must("R-CAN-1", FOOD_SAMPLE.DISCARDED_AT, "rule.canteen.food_sample.too-early", FoodSampleBook::isKeptLongEnough, FOOD_SAMPLE.MIN_HOURS))
                .importsToo(person(FOOD_SAMPLE.DISCARDER_ID, FOOD_SAMPLE.DISCARDER).optional())
                .flag("due", asOf -> FOOD_SAMPLE.DISCARDED_AT.isNull().and(FOOD_SAMPLE.KEEP_UNTIL.le(clock.instant())))
                .flag("alone", asOf -> FOOD_SAMPLE.GRADE.eq(Grade.WORKED.name()).and(FOOD_SAMPLE.DAY.lt(asOf)).and(isFirstOfDay()).and(isAccompanied().or(isExcused()).not()))
                .share("compliant", asOf -> FOOD_SAMPLE.GRAMS.ge(FOOD_SAMPLE.MIN_GRAMS).and(FOOD_SAMPLE.DISCARDED_AT.ge(FOOD_SAMPLE.KEEP_UNTIL)),
                        asOf -> FOOD_SAMPLE.DISCARDED_AT.isNotNull().or(FOOD_SAMPLE.KEEP_UNTIL.isNull()).or(FOOD_SAMPLE.KEEP_UNTIL.le(clock.instant())))
                .share("accompanied", asOf -> isAccompanied(), asOf -> isFirstOfDay().and(isLogged()))
                .figures(Measure.count("FOOD_SAMPLES", Unit.COPY), Measure.rate("FOOD_SAMPLE_RATE", "compliant"), Measure.rate("ACCOMPANY_RATE", "accompanied"),
                        Measure.count("OWN_FOOD_SAMPLES", Unit.COPY).whose(FOOD_SAMPLE.TAKER_ID))
                .asks("discard", "due", null, CANTEEN_MANAGER).asks("accompany", "alone", null, CANTEEN_MANAGER).imports(755);
    }

    private static void complete(Draft in, Policies policies) {
        var day = in.get(FOOD_SAMPLE.DAY);
        if (day == null) return;
        var hours = Integer.valueOf(policies.value("food.sample.min.hours", day).orElse("48"));
        in.set(FOOD_SAMPLE.MIN_GRAMS, new BigDecimal(policies.value("food.sample.min.grams", day).orElse("125"))).set(FOOD_SAMPLE.MIN_HOURS, hours);
        if (in.has(FOOD_SAMPLE.TAKEN_AT)) in.set(FOOD_SAMPLE.KEEP_UNTIL, in.get(FOOD_SAMPLE.TAKEN_AT).plus(Duration.ofHours(hours)));
    }

    private static boolean isKeptLongEnough(Draft in) {
        return !in.has(FOOD_SAMPLE.DISCARDED_AT) || !in.has(FOOD_SAMPLE.KEEP_UNTIL) || !in.get(FOOD_SAMPLE.DISCARDED_AT).isBefore(in.get(FOOD_SAMPLE.KEEP_UNTIL));
    }

    private static boolean isStillToBeKept(Draft in, Instant now) {
        return in.has(FOOD_SAMPLE.KEEP_UNTIL) && in.get(FOOD_SAMPLE.KEEP_UNTIL).isAfter(now);
    }

    /** The samples say on which days food was served: the first of each stands for its day. */
    private static Condition isFirstOfDay() {
        var earlier = FOOD_SAMPLE.as("earlier");
        return notExists(selectOne().from(earlier).where(earlier.SCHOOL_ID.eq(FOOD_SAMPLE.SCHOOL_ID), earlier.DAY.eq(FOOD_SAMPLE.DAY), earlier.VOIDED_AT.isNull(),
                earlier.ID.lt(FOOD_SAMPLE.ID)));
    }

    private static Condition isAccompanied() {
        return meal(ACCOMPANIED_MEAL.DAY.eq(FOOD_SAMPLE.DAY).and(ACCOMPANIED_MEAL.COMPANION.isNotNull()));
    }

    private static Condition isExcused() {
        return meal(ACCOMPANIED_MEAL.DAY.eq(FOOD_SAMPLE.DAY).and(ACCOMPANIED_MEAL.EXCUSE.isNotNull()));
    }

    /** Before the school began its log of accompanied meals there is nothing to judge. */
    private static Condition isLogged() {
        return meal(ACCOMPANIED_MEAL.DAY.le(FOOD_SAMPLE.DAY));
    }

    private static Condition meal(Condition which) {
        return exists(selectOne().from(ACCOMPANIED_MEAL).where(ACCOMPANIED_MEAL.SCHOOL_ID.eq(FOOD_SAMPLE.SCHOOL_ID), ACCOMPANIED_MEAL.VOIDED_AT.isNull(), which));
    }
}
