package org.zongwu.repairs.ticket;

import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.whole;
import static org.zongwu.repairs.ticket.TicketState.ACCEPTED;
import static org.zongwu.repairs.ticket.TicketState.CANCELLED;
import static org.zongwu.repairs.ticket.TicketState.CONFIRMED;
import static org.zongwu.repairs.ticket.TicketState.DEFERRED;
import static org.zongwu.repairs.ticket.TicketState.DISPATCHED;
import static org.zongwu.repairs.ticket.TicketState.DONE;
import static org.zongwu.repairs.ticket.TicketState.HELD;
import static org.zongwu.repairs.ticket.TicketState.MERGED;
import static org.zongwu.repairs.ticket.TicketState.NEED;
import static org.zongwu.repairs.ticket.TicketState.ON_SITE;
import static org.zongwu.repairs.ticket.TicketState.PAUSED;
import static org.zongwu.repairs.ticket.TicketState.REJECTED;
import static org.zongwu.repairs.ticket.TicketState.REPORTED;
import static zongwu.db.repairs.Tables.TICKET;

import java.time.Instant;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Step;
import org.zongwu.school.Policies;

/** Who may do what with a report, when, and what follows: its times are the server's (R-REP-1), and whoever is concerned is told. */
@Component
class TicketSteps {
    private static final TicketState[] WITH_SOMEBODY = {DISPATCHED, ACCEPTED, ON_SITE, PAUSED};

    private final Clocks clocks;
    private final TicketFinder finder;
    private final TicketNews news;
    private final Policies policies;

    TicketSteps(Clocks clocks, TicketFinder finder, TicketNews news, Policies policies) {
        this.clocks = clocks;
        this.finder = finder;
        this.news = news;
        this.policies = policies;
    }

    /** What came without a log-in may have to be looked at first. */
    TicketState begins(Draft in) {
        if (Ticket.Channel.FILE.name().equals(in.get(TICKET.CHANNEL))) return Ticket.state(in);
        var door = Ticket.Channel.DOOR.name().equals(in.get(TICKET.CHANNEL));
        return door && "CHECKED".equals(policies.value("repair.public", clocks.today()).orElse("NO")) && !Boolean.TRUE.equals(in.get(TICKET.DANGER)) ? HELD : REPORTED;
    }

    Logbook all(Logbook book) {
        return book.step(Step.named("release").from(HELD).to(REPORTED).by(DISPATCHER, GA_DIRECTOR))
                .step(Step.named("dispatch").from(REPORTED).to(DISPATCHED).by(DISPATCHER, GA_DIRECTOR).fills(person(TICKET.WORKER_ID, TICKET.WORKER))
                        .completes((by, in, filled) -> sendOut(in, filled), TICKET.DISPATCHED_AT, TICKET.ACCEPTED_AT, TICKET.ARRIVED_AT).then(news::dispatched))
                .step(Step.named("reassignment").from(WITH_SOMEBODY).to(DISPATCHED).by(DISPATCHER, GA_DIRECTOR).fills(person(TICKET.WORKER_ID, TICKET.WORKER)).aside()
                        .completes((by, in, filled) -> {
                            clocks.goOn(in, clocks.now());
                            sendOut(in, filled);
                        }, TICKET.DISPATCHED_AT, TICKET.ACCEPTED_AT, TICKET.ARRIVED_AT, TICKET.PAUSED_AT, TICKET.STOPS, TICKET.RESPOND_BY, TICKET.FINISH_BY).then(news::dispatched))
                .step(Step.named("acknowledgement").from(DISPATCHED).to(ACCEPTED).byPerson(TICKET.WORKER_ID).completes(at(TICKET.ACCEPTED_AT), TICKET.ACCEPTED_AT).then(news::moved))
                .step(Step.named("visit").from(DISPATCHED, ACCEPTED).to(ON_SITE).byPerson(TICKET.WORKER_ID)
                        .completes((by, in, filled) -> {
                            in.set(TICKET.ARRIVED_AT, time(filled, TICKET.ARRIVED_AT));
                            in.complete(TICKET.ACCEPTED_AT, in.get(TICKET.ARRIVED_AT));
                        }, TICKET.ARRIVED_AT, TICKET.ACCEPTED_AT).then(news::moved))
                .step(Step.named("pause").from(ACCEPTED, ON_SITE).to(PAUSED).byPerson(TICKET.WORKER_ID).by(DISPATCHER).aside()
                        .fills(choice(TICKET.PAUSE_REASON, Ticket.Pause.class).unlisted(), day(TICKET.PAUSE_UNTIL).unlisted(), area(TICKET.PAUSE_NOTE).optional())
                        .completes(this::pause, TICKET.PAUSED_AT, TICKET.FINISH_BY).then(news::moved))
                .step(Step.named("resumption").from(PAUSED).to(ON_SITE).byPerson(TICKET.WORKER_ID).by(DISPATCHER)
                        .completes((by, in, filled) -> clocks.goOn(in, time(filled, TICKET.PAUSED_AT)), TICKET.PAUSED_AT, TICKET.STOPS, TICKET.DISPATCH_BY, TICKET.RESPOND_BY, TICKET.FINISH_BY).then(news::moved))
                .step(Step.named("repair").from(ACCEPTED, ON_SITE).to(DONE).byPerson(TICKET.WORKER_ID)
                        .fills(choice(TICKET.CAUSE, Ticket.Cause.class).optional(), area(TICKET.SOLUTION), whole(TICKET.MINUTES).optional().summed().unlisted(), money(TICKET.VENDOR_COST).optional().unlisted())
                        .completes(this::complete, TICKET.DONE_AT, TICKET.DONE_DAY, TICKET.ARRIVED_AT).then(news::done))
                .step(Step.named("confirmation").from(DONE).to(CONFIRMED).byPerson(TICKET.MADE_BY).by(DISPATCHER).notBy("R-REP-7", TICKET.WORKER_ID)
                        .fills(choice(TICKET.RATING, Ticket.Rating.class).optional(), area(TICKET.RATING_NOTE).optional())
                        .completes(this::confirm, TICKET.CONFIRMED_AT, TICKET.CONFIRMED_BY, TICKET.AUTO).then(news::moved))
                .step(Step.named("reopening").from(DONE, CONFIRMED).to(REPORTED).byPerson(TICKET.MADE_BY).by(DISPATCHER).notBy("R-REP-7", TICKET.WORKER_ID).aside()
                        .fills(area(TICKET.REOPEN_NOTE)).completes(this::reopen, TICKET.REOPENED_AT, TICKET.REWORK, TICKET.DONE_AT, TICKET.DONE_DAY, TICKET.CONFIRMED_AT, TICKET.CONFIRMED_BY, TICKET.AUTO, TICKET.RATING,
                                TICKET.PROMISED_FROM, TICKET.PROMISES, TICKET.STOPS, TICKET.DISPATCH_BY, TICKET.RESPOND_BY, TICKET.FINISH_BY, TICKET.ESCALATED_AT).then(news::reopened))
                .step(Step.named("merging").from(HELD, REPORTED, DISPATCHED, ACCEPTED).to(MERGED).by(DISPATCHER).aside().fills(text(TICKET.MERGED_NO).unlisted())
                        .completes(this::merge, TICKET.MERGED_ID).then(news::moved))
                .step(Step.named("unmerging").from(MERGED).to(REPORTED).by(DISPATCHER).completes((by, in, filled) -> in.set(TICKET.MERGED_ID, null).set(TICKET.MERGED_NO, null), TICKET.MERGED_ID, TICKET.MERGED_NO).then(news::moved))
                .step(Step.named("deferral").from(REPORTED, DISPATCHED, ACCEPTED).to(DEFERRED).by(DISPATCHER, GA_DIRECTOR).aside().then(news::moved))
                .step(Step.named("recall").from(DEFERRED, NEED).to(REPORTED).by(DISPATCHER, GA_DIRECTOR)
                        .completes((by, in, filled) -> clocks.renew(in, clocks.now()), TICKET.PROMISED_FROM, TICKET.PROMISES, TICKET.STOPS, TICKET.DISPATCH_BY, TICKET.RESPOND_BY, TICKET.FINISH_BY).then(news::moved))
                .step(Step.named("need").from(REPORTED, DISPATCHED, ACCEPTED, ON_SITE).to(NEED).by(DISPATCHER).byPerson(TICKET.WORKER_ID).aside()
                        .fills(money(TICKET.ESTIMATE).atLeast(1).unlisted(), area(TICKET.NEED_NOTE)).then(news::needed))
                .step(Step.named("rejection").from(HELD, REPORTED, DISPATCHED).to(REJECTED).by(DISPATCHER, GA_DIRECTOR).aside().fills(area(TICKET.REJECTION)).then(news::moved))
                .step(Step.named("cancellation").from(HELD, REPORTED, DISPATCHED).to(CANCELLED).byPerson(TICKET.MADE_BY).aside());
    }

    private void sendOut(Draft in, Draft filled) {
        if (in.get(TICKET.TRADE).equals(Trade.LIFT.name()) && !finder.knows(in.get(TICKET.WORKER_ID), Trade.LIFT)) throw RuleBroken.at("worker", "R-REP-12", "rule.repairs.ticket.licence", in.get(TICKET.WORKER));
        in.set(TICKET.DISPATCHED_AT, time(filled, TICKET.DISPATCHED_AT)).set(TICKET.ACCEPTED_AT, null).set(TICKET.ARRIVED_AT, null);
    }

    private void pause(Actor by, Draft in, Draft filled) {
        var most = clocks.days("repair.pause.days", clocks.now());
        var until = in.get(TICKET.PAUSE_UNTIL);
        if (until.isBefore(clocks.today())) throw RuleBroken.at("pause_until", "R-REP-1", "rule.repairs.ticket.pause-past");
        if (until.isAfter(clocks.today().plusDays(most)) && !by.holdsAny(DISPATCHER, GA_DIRECTOR)) throw RuleBroken.at("pause_until", "R-REP-1", "rule.repairs.ticket.pause-long", most);
        clocks.stop(in, time(filled, TICKET.PAUSED_AT));
    }

    private void complete(Actor by, Draft in, Draft filled) {
        var at = time(filled, TICKET.DONE_AT);
        var limit = clocks.costLimit(at);
        if (limit != null && in.has(TICKET.VENDOR_COST) && in.get(TICKET.VENDOR_COST) > limit) throw RuleBroken.at("vendor_cost", "R-REP-8", "rule.repairs.ticket.too-dear", new Money(limit));
        in.set(TICKET.DONE_AT, at).set(TICKET.DONE_DAY, clocks.day(at)).complete(TICKET.ARRIVED_AT, at);
    }

    private void confirm(Actor by, Draft in, Draft filled) {
        in.set(TICKET.CONFIRMED_AT, time(filled, TICKET.CONFIRMED_AT)).set(TICKET.CONFIRMED_BY, by.employeeId()).set(TICKET.AUTO, filled.has(TICKET.AUTO) && filled.get(TICKET.AUTO));
    }

    /** Broken again soon is rework (R-REP-5); the clock begins anew. */
    private void reopen(Actor by, Draft in, Draft filled) {
        var at = time(filled, TICKET.REOPENED_AT);
        var soon = clocks.day(in.get(TICKET.DONE_AT)).plusDays(clocks.days("repair.rework.days", at));
        if (clocks.day(at).isAfter(soon)) throw RuleBroken.at("reopen_note", "R-REP-5", "rule.repairs.ticket.too-late-to-reopen", soon);
        in.set(TICKET.REOPENED_AT, at).set(TICKET.REWORK, true).set(TICKET.DONE_AT, null).set(TICKET.DONE_DAY, null).set(TICKET.CONFIRMED_AT, null).set(TICKET.CONFIRMED_BY, null).set(TICKET.AUTO, false)
                .set(TICKET.RATING, null).set(TICKET.ESCALATED_AT, null);
        clocks.renew(in, at);
    }

    private void merge(Actor by, Draft in, Draft filled) {
        var other = finder.byNo(in.get(TICKET.MERGED_NO).strip().toUpperCase(java.util.Locale.ROOT)).orElseThrow(() -> RuleBroken.at("merged_no", "R-REP-4", "rule.repairs.ticket.no-such", in.get(TICKET.MERGED_NO)));
        if (other.id().equals(in.id()) || !TicketState.OPEN.contains(other.state())) throw RuleBroken.at("merged_no", "R-REP-4", "rule.repairs.ticket.merge-into-open", other.no());
        in.set(TICKET.MERGED_ID, other.id());
    }

    private Step.Completion at(Field<Instant> column) {
        return (by, in, filled) -> in.set(column, time(filled, column));
    }

    /** Now; only the example school says when. */
    private Instant time(Draft filled, Field<Instant> column) {
        return filled.has(column) ? filled.get(column) : clocks.now();
    }
}
