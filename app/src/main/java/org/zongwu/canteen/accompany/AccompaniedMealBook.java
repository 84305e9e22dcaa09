package org.zongwu.canteen.accompany;

import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.canteen.Tables.ACCOMPANIED_MEAL;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.canteen.Canteen;
import org.zongwu.canteen.Canteen.Meal;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Mark;

/** 陪餐记录 (domain.md §3.33): each meal day somebody of the school eats with the pupils, or it says why nobody did (R-CAN-5). */
@Configuration(proxyBeanMethods = false)
class AccompaniedMealBook {
    enum State implements BookState {
        FOUND, HANDLED;

        @Override
        public Mark mark() {
            return this == FOUND ? Mark.GO : Mark.END;
        }
    }

    @Bean
    Logbook accompaniedMeals() {
        var accompanied = ACCOMPANIED_MEAL.COMPANION.isNotNull();
        return Logbook.of(ACCOMPANIED_MEAL).series("PC").menu("canteen", 420).reads(Canteen.readers()).writes(CANTEEN_MANAGER).own(ACCOMPANIED_MEAL.COMPANION_ID)
                .blanks(day(ACCOMPANIED_MEAL.DAY).today(), choice(ACCOMPANIED_MEAL.MEAL, Meal.class), person(ACCOMPANIED_MEAL.COMPANION_ID, ACCOMPANIED_MEAL.COMPANION).optional().counted(),
                        text(ACCOMPANIED_MEAL.SEAT).optional(), area(ACCOMPANIED_MEAL.PROBLEM).optional(), area(ACCOMPANIED_MEAL.HANDLING).optional(),
                        text(ACCOMPANIED_MEAL.EXCUSE).optional(), area(ACCOMPANIED_MEAL.REMARK).optional())
                .once(ACCOMPANIED_MEAL.DAY, ACCOMPANIED_MEAL.MEAL, ACCOMPANIED_MEAL.COMPANION)
                .states(State.values()).begins(in -> in.has(ACCOMPANIED_MEAL.PROBLEM) && !in.has(ACCOMPANIED_MEAL.HANDLING) ? State.FOUND : State.HANDLED)
                .completes(AccompaniedMealBook::nothingFound)
                .must("R-CAN-5", ACCOMPANIED_MEAL.COMPANION, "rule.canteen.accompanied_meal.nobody", in -> in.has(ACCOMPANIED_MEAL.COMPANION) || in.has(ACCOMPANIED_MEAL.EXCUSE))
                .step(Step.named("handling").from(State.FOUND).to(State.HANDLED).by(CANTEEN_MANAGER).fills(area(ACCOMPANIED_MEAL.HANDLING)))
                .flag("accompanied", accompanied).flag("open", ACCOMPANIED_MEAL.STATE.eq(State.FOUND.name()))
                .figures(Measure.count("ACCOMPANY_MEALS", Unit.TIMES).of("accompanied"), Measure.different("ACCOMPANY_LEADERS", Unit.PERSON, ACCOMPANIED_MEAL.COMPANION).of("accompanied"),
                        Measure.count("OWN_MEALS", Unit.TIMES).of("accompanied").whose(ACCOMPANIED_MEAL.COMPANION_ID))
                .asks("handle", "open", null, CANTEEN_MANAGER).plans("open", CANTEEN_MANAGER).imports(760);
    }

    /** What clerks write where nothing was found. */
    private static void nothingFound(Draft in) {
        if (in.has(ACCOMPANIED_MEAL.PROBLEM) && in.get(ACCOMPANIED_MEAL.PROBLEM).strip().matches("无|没有|无异常|正常|良好|未发现(?:问题)?|[-—/]+|none|no")) in.put(ACCOMPANIED_MEAL.PROBLEM, null);
    }
}
