package org.zongwu.repairs.ticket;

import static org.jooq.impl.DSL.field;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.moment;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.room;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.yes;
import static org.zongwu.repairs.ticket.TicketState.ACCEPTED;
import static org.zongwu.repairs.ticket.TicketState.DEFERRED;
import static org.zongwu.repairs.ticket.TicketState.DISPATCHED;
import static org.zongwu.repairs.ticket.TicketState.DONE;
import static org.zongwu.repairs.ticket.TicketState.HELD;
import static org.zongwu.repairs.ticket.TicketState.NEED;
import static org.zongwu.repairs.ticket.TicketState.ON_SITE;
import static org.zongwu.repairs.ticket.TicketState.REPORTED;
import static zongwu.db.repairs.Tables.TICKET;

import java.math.BigDecimal;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.web.Column;

/** 报修登记 (domain.md §3.28): anybody reports, the dispatcher sends somebody, and whoever reported says whether it is mended. */
@Configuration(proxyBeanMethods = false)
class TicketBook {
    @Bean
    Logbook repairTickets(Clocks clocks, TicketSteps steps) {
        var counted = TICKET.STATE.notIn(names(TicketState.UNCOUNTED));
        var rated = TICKET.RATING.isNotNull().and(TICKET.AUTO.isFalse());
        var timed = TICKET.DONE_AT.isNotNull().and(TICKET.FINISH_BY.isNotNull()).and(counted);
        var hours = DSL.when(TICKET.DONE_AT.isNotNull().and(TICKET.REPORTED_AT.isNotNull()).and(counted), field("round((extract(epoch from {0} - {1}) / 3600)::numeric, 2)", BigDecimal.class, TICKET.DONE_AT, TICKET.REPORTED_AT));
        return steps.all(Logbook.of(TICKET).series("BX").menu("repairs", 352).opensAt("/repairs/jobs").day(TICKET.DAY)
                .reads(PRINCIPAL, VP_LOGISTICS, STOREKEEPER, ASSET_ADMIN, AUDIT_MEMBER).writes(DISPATCHER, GA_DIRECTOR).everyoneWrites().own(TICKET.WORKER_ID)
                .blanks(room(TICKET.ROOM_ID, TICKET.PLACE).filedMayLack(), choice(TICKET.TRADE, Trade.class), text(TICKET.CONTENT).wide(), yes(TICKET.DANGER).optional().unlisted(), yes(TICKET.URGENT).optional().unlisted().reads(Ticket::urgent),
                        text(TICKET.REPORTER).optional().unlisted(), text(TICKET.PHONE).optional().unlisted(), text(TICKET.PAYER).optional().unlisted())
                .importsToo(text(TICKET.OWN_NO).optional().unlisted(), day(TICKET.DAY).filedMayLack(), moment(TICKET.REPORTED_AT).onDay(TICKET.DAY).optional().unlisted(), quantity(TICKET.LIMIT_HOURS).optional().unlisted(),
                        moment(TICKET.FINISH_BY).optional().unlisted(), choice(TICKET.TRADE, Trade.class).reads(Ticket::trade), person(TICKET.WORKER_ID, TICKET.WORKER).optional(), day(TICKET.DONE_DAY).onDay(TICKET.DAY).optional().unlisted(),
                        moment(TICKET.DONE_AT).onDay(TICKET.DONE_DAY).optional(), text(TICKET.MATERIALS).optional().unlisted(), choice(TICKET.RATING, Ticket.Rating.class).reads(Ticket::rating).optional(),
                        text(TICKET.REMARK).optional().unlisted())
                .title(TICKET.CONTENT).once(TICKET.DAY, TICKET.REPORTED_AT, TICKET.SAME, TICKET.CONTENT)
                .states(TicketState.values()).begins(steps::begins).completes(clocks::complete).completesHere(clocks::promise).completesFiled(Ticket::read).completesFiled(clocks::limit)
                .must("R-REP-1", TICKET.DONE_AT, "rule.repairs.ticket.done-before", Ticket::isInOrder)
                .expects("R-REP-11", TICKET.DONE_AT, "rule.repairs.ticket.no-time", Ticket::isTimed))
                .computed("cost", Column.Kind.MONEY, true, asOf -> DSL.nullif(TICKET.MATERIAL_COST.plus(DSL.coalesce(TICKET.VENDOR_COST, 0L)), 0L))
                .middle("hours", asOf -> hours)
                .flag("counted", counted).flag("finished", asOf -> TICKET.DONE_DAY.le(asOf).and(counted)).flag("undone", asOf -> TICKET.DONE_DAY.isNull().or(TICKET.DONE_DAY.gt(asOf)).and(counted))
                .flag("held", is(HELD)).flag("undispatched", is(REPORTED)).flag("unaccepted", is(DISPATCHED)).flag("working", TICKET.STATE.in(ACCEPTED.name(), ON_SITE.name()))
                .flag("unconfirmed", is(DONE)).flag("needed", is(NEED)).flag("deferred", is(DEFERRED))
                .flag("overdue", asOf -> TICKET.DONE_DAY.isNull().and(counted).and(TICKET.FINISH_BY.lt(clocks.now())).and(TICKET.DAY.le(asOf)))
                .share("closed", asOf -> TICKET.DONE_DAY.le(asOf), asOf -> counted).share("timely", asOf -> TICKET.DONE_AT.le(TICKET.FINISH_BY), asOf -> timed)
                .share("again", asOf -> TICKET.REWORK.isTrue(), asOf -> TICKET.DONE_DAY.le(asOf).and(counted)).share("pleased", asOf -> TICKET.RATING.in("SATISFIED", "FAIRLY"), asOf -> rated.and(counted))
                .figures(Measure.count("REPAIR_TICKETS", Unit.PIECE).of("counted"), Measure.count("REPAIR_DONE", Unit.PIECE).of("finished"), Measure.rate("REPAIR_DONE_RATE", "closed"),
                        Measure.rate("REPAIR_ONTIME_RATE", "timely"), Measure.median("REPAIR_MEDIAN_HOURS", Unit.HOUR, "hours"), Measure.rate("REPAIR_REWORK_RATE", "again"),
                        Measure.rate("REPAIR_SATISFACTION", "pleased"), Measure.computed("REPAIR_COST", Unit.YUAN, "cost").of("counted"), Measure.count("REPAIR_OPEN", Unit.PIECE).of("undone").until(),
                        Measure.count("OWN_REPAIRS", Unit.PIECE).of("finished").whose(TICKET.WORKER_ID), Measure.rate("OWN_REPAIR_ONTIME_RATE", "timely").whose(TICKET.WORKER_ID),
                        Measure.rate("OWN_REPAIR_SATISFACTION", "pleased").whose(TICKET.WORKER_ID))
                .asks("approve", "held", null, DISPATCHER).asks("dispatch", "undispatched", null, DISPATCHER).asks("accept", "unaccepted", TICKET.WORKER_ID, null)
                .asks("work", "working", TICKET.WORKER_ID, null).asks("confirm", "unconfirmed", TICKET.MADE_BY, null).asks("need", "needed", null, GA_DIRECTOR)
                .plans("undone", DISPATCHER).plans("deferred", DISPATCHER).plans("needed", GA_DIRECTOR).imports(400);
    }

    /** Which trades a worker knows. */
    @Bean
    Logbook repairSkills() {
        var skill = zongwu.db.repairs.Tables.SKILL;
        return Logbook.of(skill).series("GZ").menu("repairs", 358).reads(GA_DIRECTOR, VP_LOGISTICS).writes(DISPATCHER).own(skill.WORKER_ID)
                .blanks(person(skill.WORKER_ID, skill.WORKER), choice(skill.TRADE, Trade.class)).title(skill.WORKER).once(skill.WORKER, skill.TRADE).imports(395);
    }

    static Condition is(TicketState state) {
        return TICKET.STATE.eq(state.name());
    }

    static Collection<String> names(Collection<TicketState> states) {
        return states.stream().map(Enum::name).toList();
    }
}
