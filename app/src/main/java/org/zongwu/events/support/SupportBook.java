package org.zongwu.events.support;

import static org.jooq.impl.DSL.trueCondition;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.moment;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.room;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.yes;
import static zongwu.db.events.Tables.SUPPORT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.events.support.Support.State;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Rule;
import org.zongwu.logbook.Rule.Weight;
import org.zongwu.logbook.Step;

/** 活动（考试）保障登记 (domain.md §3.30): anybody asks, the office plans, and it counts whether it was ready in time. */
@Configuration(proxyBeanMethods = false)
class SupportBook {
    @Bean
    Logbook eventSupport(SupportRepository events) {
        var done = SUPPORT.STATE.in(State.SUPPORTED.name(), State.REVIEWED.name());
        var ready = SUPPORT.ON_TIME.isTrue().or(SUPPORT.ON_TIME.isNull().and(SUPPORT.READY_AT.le(SUPPORT.STARTS_AT)));
        return Logbook.of(SUPPORT).series("HD").menu("events", 460)
                .reads(PRINCIPAL, VP_LOGISTICS, AUDIT_MEMBER).writes(GA_DIRECTOR, DISPATCHER).everyoneWrites().own(SUPPORT.OWNER_ID)
                .blanks(day(SUPPORT.DAY), text(SUPPORT.TIMES).optional(), text(SUPPORT.NAME), text(SUPPORT.ORGANISER).optional().filtered(), room(SUPPORT.ROOM_ID, SUPPORT.PLACE),
                        text(SUPPORT.NEEDS).optional().wide().unlisted(), yes(SUPPORT.EXAM).optional().unlisted())
                .title(SUPPORT.NAME).once(SUPPORT.DAY, SUPPORT.NAME, SUPPORT.PLACE, SUPPORT.TIMES)
                .states(State.values()).begins(Support::state).completes(Support::complete)
                .rule(new Rule("R-EVT-1", Weight.SHOULD, SUPPORT.PLACE, drafts -> Support.clashes(drafts, events::taken)))
                .notes("R-EVT-2", SUPPORT.EXAM, "rule.events.support.unchecked", in -> Support.state(in) != State.SUPPORTED || Support.isChecked(in))
                .step(Step.named("planning").from(State.REQUESTED).to(State.PLANNED).by(GA_DIRECTOR, DISPATCHER).fills(person(SUPPORT.OWNER_ID, SUPPORT.OWNER).counted()))
                .step(Step.named("readiness").from(State.PLANNED).to(State.READY).by(GA_DIRECTOR, DISPATCHER).byPerson(SUPPORT.OWNER_ID)
                        .fills(moment(SUPPORT.READY_AT).unlisted(), yes(SUPPORT.POWER).optional().unlisted(), yes(SUPPORT.BROADCAST).optional().unlisted(), yes(SUPPORT.CLOCKS).optional().unlisted())
                        .must("R-EVT-2", SUPPORT.POWER, "rule.events.support.unchecked", Support::isChecked))
                .step(Step.named("support").from(State.READY).to(State.SUPPORTED).by(GA_DIRECTOR, DISPATCHER).byPerson(SUPPORT.OWNER_ID)
                        .fills(money(SUPPORT.COST).optional().summed().atLeast(0), area(SUPPORT.REMARK).optional()))
                .step(Step.named("review").from(State.SUPPORTED).to(State.REVIEWED).by(GA_DIRECTOR).byPerson(SUPPORT.MADE_BY).notBy("R-EVT-3", SUPPORT.OWNER_ID).fills(area(SUPPORT.FEEDBACK)))
                .importsToo(text(SUPPORT.EARLY).optional().unlisted(), yes(SUPPORT.ON_TIME).optional().unlisted())
                .flag("supported", done).flag("exam", SUPPORT.EXAM.isTrue()).flag("unplanned", SUPPORT.STATE.eq(State.REQUESTED.name()))
                .flag("unready", SUPPORT.STATE.eq(State.PLANNED.name())).flag("unfinished", asOf -> done.not().and(SUPPORT.DAY.le(asOf)))
                .share("ready", asOf -> ready, asOf -> trueCondition())
                .figures(Measure.count("EVENTS_SUPPORTED", Unit.TIMES).of("supported").listing(SUPPORT.DAY, SUPPORT.NAME, SUPPORT.ORGANISER, SUPPORT.PLACE, SUPPORT.COST), Measure.rate("EVENT_ONTIME_RATE", "ready").of("supported"),
                        Measure.sum("EVENT_COST", Unit.YUAN, SUPPORT.COST).of("supported"), Measure.count("EVENT_EXAMS", Unit.TIMES).of("supported", "exam"),
                        Measure.count("OWN_EVENTS", Unit.TIMES).of("supported").whose(SUPPORT.OWNER_ID).listing(SUPPORT.DAY, SUPPORT.NAME, SUPPORT.PLACE))
                .asks("plan", "unplanned", SUPPORT.DAY, GA_DIRECTOR).asks("ready", "unready", SUPPORT.OWNER_ID, SUPPORT.DAY).plans("unfinished", GA_DIRECTOR).imports(660);
    }
}
