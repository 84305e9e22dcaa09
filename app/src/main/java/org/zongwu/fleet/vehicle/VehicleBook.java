package org.zongwu.fleet.vehicle;

import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.whole;
import static zongwu.db.fleet.Tables.VEHICLE;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.fleet.Plate;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Mark;

/** 公务车辆登记 (domain.md §3.25): one file a car, with the days until which it is insured and inspected. */
@Configuration(proxyBeanMethods = false)
class VehicleBook {
    private static final int AHEAD_DAYS = 30;
    /** What runs out within the term to come goes into its plan. */
    private static final int NEXT_TERM_DAYS = 183;

    enum Sort { CAR, VAN, SCHOOL_BUS, TRUCK, OTHER }

    enum State implements BookState {
        IN_USE, RETIRED;

        @Override
        public Mark mark() {
            return this == IN_USE ? Mark.OK : Mark.END;
        }
    }

    @Bean
    Logbook vehicles() {
        return Logbook.of(VEHICLE).series("CL").menu("fleet", 350).writes(GA_DIRECTOR)
                .blanks(text(VEHICLE.PLATE), text(VEHICLE.MODEL), choice(VEHICLE.KIND, Sort.class), whole(VEHICLE.SEATS).optional(), day(VEHICLE.SINCE).byMonth(),
                        whole(VEHICLE.FIRST_KM).optional().unlisted(), text(VEHICLE.FUEL_CARD).optional().unlisted(), day(VEHICLE.INSURED_UNTIL).optional(),
                        day(VEHICLE.INSPECTED_UNTIL).optional(), area(VEHICLE.REMARK).optional())
                .title(VEHICLE.PLATE).lasts(VEHICLE.SINCE, VEHICLE.RETIRED_ON).once(VEHICLE.PLATE)
                .states(State.values()).begins(in -> in.has(VEHICLE.RETIRED_ON) ? State.RETIRED : State.IN_USE)
                .completes(in -> { if (in.has(VEHICLE.PLATE)) in.set(VEHICLE.PLATE, Plate.plain(in.get(VEHICLE.PLATE))); })
                .must("R-VEH-6", VEHICLE.SEATS, "rule.fleet.vehicle.seats", in -> !in.has(VEHICLE.SEATS) || in.get(VEHICLE.SEATS) > 0)
                .must("R-VEH-6", VEHICLE.FIRST_KM, "rule.fleet.vehicle.first-km", in -> !in.has(VEHICLE.FIRST_KM) || in.get(VEHICLE.FIRST_KM) >= 0)
                .must("R-VEH-6", VEHICLE.RETIRED_ON, "rule.fleet.vehicle.retired-early", in -> !in.has(VEHICLE.RETIRED_ON) || !in.get(VEHICLE.RETIRED_ON).isBefore(in.get(VEHICLE.SINCE)), VEHICLE.SINCE)
                .step(Step.named("renewal").from(State.IN_USE).to(State.IN_USE).by(GA_DIRECTOR).fills(day(VEHICLE.INSURED_UNTIL), day(VEHICLE.INSPECTED_UNTIL)))
                .step(Step.named("retirement").from(State.IN_USE).to(State.RETIRED).by(GA_DIRECTOR).fills(day(VEHICLE.RETIRED_ON).today(), area(VEHICLE.RETIRED_BECAUSE)).aside()
                        .must("R-VEH-6", VEHICLE.RETIRED_ON, "rule.fleet.vehicle.retired-early", in -> !in.get(VEHICLE.RETIRED_ON).isBefore(in.get(VEHICLE.SINCE)), VEHICLE.SINCE))
                .flag("insurance", asOf -> expires(VEHICLE.INSURED_UNTIL, asOf, AHEAD_DAYS)).flag("inspection", asOf -> expires(VEHICLE.INSPECTED_UNTIL, asOf, AHEAD_DAYS))
                .flag("insurance_next", asOf -> expires(VEHICLE.INSURED_UNTIL, asOf, NEXT_TERM_DAYS)).flag("inspection_next", asOf -> expires(VEHICLE.INSPECTED_UNTIL, asOf, NEXT_TERM_DAYS))
                .figures(Measure.count("VEHICLES", Unit.VEHICLE).on())
                .asks("insure", "insurance", VEHICLE.INSURED_UNTIL, GA_DIRECTOR).asks("inspect", "inspection", VEHICLE.INSPECTED_UNTIL, GA_DIRECTOR)
                .plans("insurance_next", GA_DIRECTOR, VEHICLE.INSURED_UNTIL, 0).plans("inspection_next", GA_DIRECTOR, VEHICLE.INSPECTED_UNTIL, 0).imports(780);
    }

    private static Condition expires(Field<LocalDate> until, LocalDate asOf, int days) {
        return until.lt(asOf.plusDays(days)).and(VEHICLE.RETIRED_ON.isNull());
    }
}
