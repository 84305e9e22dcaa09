package org.zongwu.fleet.trip;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.parent;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.whole;
import static zongwu.db.fleet.Tables.TRIP;
import static zongwu.db.fleet.Tables.VEHICLE;

import java.math.BigDecimal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.fleet.Plate;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Rule;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Kind;
import org.zongwu.web.Column.Mark;

/** 派车登记 (domain.md §3.25): asked for, approved by another person, and read off the odometer, which must follow on itself (R-VEH-1). */
@Configuration(proxyBeanMethods = false)
class TripBook {
    enum State implements BookState {
        REQUESTED, APPROVED, OUT, BACK;

        @Override
        public Mark mark() {
            return this == REQUESTED ? Mark.WAIT : this == BACK ? Mark.END : Mark.GO;
        }
    }

    @Bean
    Logbook trips(Logbooks books, Odometers odometers) {
        return Logbook.of(TRIP).series("YC").menu("fleet", 345).reads(PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, AUDIT_MEMBER, DISCIPLINE)
                .writes(GA_DIRECTOR).everyoneWrites().own(TRIP.RIDER_ID, TRIP.DRIVER_ID)
                .blanks(parent(TRIP.VEHICLE_ID, TRIP.PLATE, () -> books.of(VEHICLE), VEHICLE.PLATE).loose().filtered().counted().inTitle(Plate.IN_TITLE), day(TRIP.DAY),
                        person(TRIP.RIDER_ID, TRIP.RIDER), text(TRIP.PURPOSE), text(TRIP.DESTINATION).optional(), person(TRIP.DRIVER_ID, TRIP.DRIVER).optional(),
                        area(TRIP.REMARK).optional())
                .title(TRIP.PURPOSE).once(TRIP.PLATE, TRIP.DAY, TRIP.OUT_KM, TRIP.IN_KM, TRIP.PURPOSE, TRIP.RIDER)
                .states(State.values()).begins(in -> Grade.IMPORTED.name().equals(in.get(TRIP.GRADE)) ? State.BACK : State.REQUESTED)
                .completes(in -> { if (in.has(TRIP.PLATE)) in.set(TRIP.PLATE, Plate.plain(in.get(TRIP.PLATE))); })
                .must("R-VEH-1", TRIP.OUT_KM, "rule.fleet.trip.negative", in -> !in.has(TRIP.OUT_KM) || in.get(TRIP.OUT_KM) >= 0)
                .must("R-VEH-1", TRIP.IN_KM, "rule.fleet.trip.backwards", TripBook::runsForward, TRIP.OUT_KM, TRIP.IN_KM)
                .warns("R-VEH-1", TRIP.KM_WRITTEN, "rule.fleet.trip.km", TripBook::isWrittenAsRead, TRIP.KM_WRITTEN)
                .rule(new Rule("R-VEH-1", Rule.Weight.WARN, TRIP.OUT_KM, odometers::gaps))
                .expects("R-VEH-2", TRIP.APPROVER, "rule.fleet.trip.not-approved", in -> in.has(TRIP.APPROVER))
                .step(Step.named("approval").from(State.REQUESTED).to(State.APPROVED).by(GA_DIRECTOR, VP_LOGISTICS, PRINCIPAL).notBy("SOD-3", TRIP.RIDER_ID)
                        .fills(person(TRIP.DRIVER_ID, TRIP.DRIVER)).signs(TRIP.APPROVER_ID, TRIP.APPROVER))
                .step(Step.named("departure").from(State.APPROVED).to(State.OUT).byPerson(TRIP.DRIVER_ID).by(GA_DIRECTOR)
                        .fills(whole(TRIP.OUT_KM), text(TRIP.GAP_REASON).optional().unlisted())
                        .must("R-VEH-1", TRIP.OUT_KM, "rule.fleet.trip.below-last", in -> in.get(TRIP.OUT_KM) >= odometers.last(in))
                        .must("R-VEH-1", TRIP.GAP_REASON, "rule.fleet.trip.gap-unexplained", in -> in.has(TRIP.GAP_REASON) || odometers.last(in) <= 0 || in.get(TRIP.OUT_KM) == odometers.last(in)))
                .step(Step.named("arrival").from(State.OUT).to(State.BACK).byPerson(TRIP.DRIVER_ID).by(GA_DIRECTOR)
                        .fills(whole(TRIP.IN_KM), money(TRIP.TOLL).optional().summed())
                        .must("R-VEH-1", TRIP.IN_KM, "rule.fleet.trip.backwards", TripBook::runsForward, TRIP.OUT_KM, TRIP.IN_KM))
                .importsToo(quantity(TRIP.KM_WRITTEN).optional().unlisted(), person(TRIP.APPROVER_ID, TRIP.APPROVER).optional())
                .flag("done", TRIP.STATE.eq(State.BACK.name())).flag("waiting", TRIP.STATE.eq(State.REQUESTED.name())).flag("out", TRIP.STATE.eq(State.OUT.name()))
                .flag("gap", Odometers.isGap())
                .computed("distance", Kind.QUANTITY, true, asOf -> TRIP.KM)
                .figures(Measure.count("VEHICLE_TRIPS", Unit.TIMES).of("done"), Measure.computed("VEHICLE_KM", Unit.KILOMETRE, "distance").of("done"),
                        Measure.sum("VEHICLE_TOLLS", Unit.YUAN, TRIP.TOLL).of("done"), Measure.count("VEHICLE_GAPS", Unit.TIMES).of("done", "gap"),
                        Measure.count("OWN_TRIPS", Unit.TIMES).of("done").whose(TRIP.RIDER_ID), Measure.count("OWN_DRIVES", Unit.TIMES).of("done").whose(TRIP.DRIVER_ID),
                        Measure.computed("OWN_DRIVEN_KM", Unit.KILOMETRE, "distance").of("done").whose(TRIP.DRIVER_ID))
                .asks("approve", "waiting", TRIP.DAY, GA_DIRECTOR).asks("arrive", "out", TRIP.DRIVER_ID, TRIP.DAY).imports(785);
    }

    private static boolean runsForward(Draft in) {
        return !in.has(TRIP.OUT_KM) || !in.has(TRIP.IN_KM) || in.get(TRIP.IN_KM) >= in.get(TRIP.OUT_KM);
    }

    private static boolean isWrittenAsRead(Draft in) {
        return !in.has(TRIP.KM_WRITTEN) || !in.has(TRIP.OUT_KM) || !in.has(TRIP.IN_KM)
                || in.get(TRIP.KM_WRITTEN).compareTo(BigDecimal.valueOf(in.get(TRIP.IN_KM) - in.get(TRIP.OUT_KM))) == 0;
    }
}
