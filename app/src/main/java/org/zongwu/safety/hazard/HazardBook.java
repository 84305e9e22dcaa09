package org.zongwu.safety.hazard;

import static org.jooq.impl.DSL.trueCondition;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.kernel.Duty.CUSTODIAN;
import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.kernel.Duty.WORKER;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.room;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.safety.Tables.HAZARD;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Mark;

/** 隐患整改台账 (domain.md §3.31): what was found is mended by its owner and closed by somebody else. */
@Configuration(proxyBeanMethods = false)
class HazardBook {
    enum Level { GENERAL, SERIOUS, MAJOR }

    enum State implements BookState {
        FOUND, RECTIFIED, VERIFIED;

        @Override
        public Mark mark() {
            return this == FOUND ? Mark.GO : this == RECTIFIED ? Mark.WAIT : Mark.END;
        }
    }

    @Bean
    Logbook hazards() {
        return Logbook.of(HAZARD).series("YH").menu("safety", 455)
                .reads(PRINCIPAL, VP_LOGISTICS, AUDIT_MEMBER).writes(GA_DIRECTOR, DISPATCHER, WORKER, CUSTODIAN, CANTEEN_MANAGER).own(HAZARD.OWNER_ID)
                .blanks(text(HAZARD.OWN_NO).optional().unlisted(), day(HAZARD.FOUND_ON).today(), room(HAZARD.ROOM_ID, HAZARD.PLACE), text(HAZARD.DESCRIPTION).wide(),
                        choice(HAZARD.LEVEL, Level.class), day(HAZARD.DUE_ON), person(HAZARD.OWNER_ID, HAZARD.OWNER).counted())
                .title(HAZARD.DESCRIPTION).day(HAZARD.FOUND_ON).once(HAZARD.FOUND_ON, HAZARD.PLACE, HAZARD.DESCRIPTION, HAZARD.OWN_NO)
                .states(State.values()).begins(HazardBook::state)
                .must("R-SAF-4", HAZARD.DUE_ON, "rule.safety.hazard.due-too-early", in -> !in.get(HAZARD.DUE_ON).isBefore(in.get(HAZARD.FOUND_ON)), HAZARD.FOUND_ON)
                .must("R-SAF-4", HAZARD.RECTIFIED_ON, "rule.safety.hazard.mended-before-found",
                        in -> !in.has(HAZARD.RECTIFIED_ON) || !in.get(HAZARD.RECTIFIED_ON).isBefore(in.get(HAZARD.FOUND_ON)), HAZARD.FOUND_ON)
                .notes("R-SAF-5", HAZARD.VERIFIER, "rule.safety.hazard.own-verifier", in -> !in.has(HAZARD.VERIFIER) || !in.get(HAZARD.VERIFIER).equals(in.get(HAZARD.OWNER)))
                .step(Step.named("rectification").from(State.FOUND).to(State.RECTIFIED).byPerson(HAZARD.OWNER_ID).by(GA_DIRECTOR)
                        .fills(day(HAZARD.RECTIFIED_ON).today(), area(HAZARD.MEASURE))
                        .must("R-SAF-4", HAZARD.RECTIFIED_ON, "rule.safety.hazard.mended-before-found", in -> !in.get(HAZARD.RECTIFIED_ON).isBefore(in.get(HAZARD.FOUND_ON)), HAZARD.FOUND_ON))
                .step(Step.named("verification").from(State.RECTIFIED).to(State.VERIFIED).by(GA_DIRECTOR, VP_LOGISTICS, DISPATCHER, CUSTODIAN)
                        .notBy("R-SAF-5", HAZARD.OWNER_ID).fills(day(HAZARD.VERIFIED_ON).today()).signs(HAZARD.VERIFIER_ID, HAZARD.VERIFIER))
                .importsToo(person(HAZARD.VERIFIER_ID, HAZARD.VERIFIER).optional())
                .flag("open", asOf -> HAZARD.RECTIFIED_ON.isNull().or(HAZARD.RECTIFIED_ON.gt(asOf)))
                .flag("unverified", HAZARD.RECTIFIED_ON.isNotNull().and(HAZARD.VERIFIER.isNull())).flag("major", HAZARD.LEVEL.eq(Level.MAJOR.name()))
                .flag("overdue", asOf -> HAZARD.DUE_ON.lt(asOf).and(HAZARD.RECTIFIED_ON.isNull().or(HAZARD.RECTIFIED_ON.gt(asOf))))
                .share("closed", asOf -> HAZARD.RECTIFIED_ON.le(asOf), asOf -> trueCondition())
                .figures(Measure.count("HAZARDS", Unit.PLACE), Measure.rate("HAZARD_CLOSED_RATE", "closed"), Measure.count("HAZARD_OPEN", Unit.PLACE).of("open").until(),
                        Measure.count("HAZARD_OVERDUE", Unit.PLACE).of("overdue").until().listing(HAZARD.FOUND_ON, HAZARD.PLACE, HAZARD.DESCRIPTION, HAZARD.OWNER, HAZARD.DUE_ON),
                        Measure.count("HAZARD_MAJOR", Unit.PLACE).of("major").listing(HAZARD.FOUND_ON, HAZARD.PLACE, HAZARD.DESCRIPTION, HAZARD.OWNER, HAZARD.STATE),
                        Measure.count("OWN_HAZARDS", Unit.PLACE).by(HAZARD.RECTIFIED_ON).whose(HAZARD.OWNER_ID).listing(HAZARD.PLACE, HAZARD.DESCRIPTION, HAZARD.RECTIFIED_ON))
                .asks("rectify", "open", HAZARD.OWNER_ID, HAZARD.DUE_ON).asks("verify", "unverified", null, GA_DIRECTOR)
                .plans("open", GA_DIRECTOR, HAZARD.DUE_ON, 0).imports(710);
    }

    private static State state(Draft in) {
        if (!in.has(HAZARD.RECTIFIED_ON)) return State.FOUND;
        return in.has(HAZARD.VERIFIER) ? State.VERIFIED : State.RECTIFIED;
    }
}
