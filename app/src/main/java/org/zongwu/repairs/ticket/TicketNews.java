package org.zongwu.repairs.ticket;

import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Jobs;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Notice;
import org.zongwu.kernel.Notice.Weight;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;

/** Who hears of what becomes of a report, and what is looked at again when its time has come. */
@Component
class TicketNews {
    static final String WATCH = "repairs.watch";

    private final TicketFinder finder;
    private final Clocks clocks;
    private final Duties duties;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    /** @param jobs asked for later: whoever does jobs takes files in, and so waits for the books, of which this is a part */
    TicketNews(TicketFinder finder, Clocks clocks, Duties duties, @Lazy Jobs jobs, ApplicationEventPublisher events) {
        this.finder = finder;
        this.clocks = clocks;
        this.duties = duties;
        this.jobs = jobs;
        this.events = events;
    }

    /** A report has come in: whoever dispatches hears of it, and of danger the office too (R-REP-2). */
    void reported(UUID id) {
        var t = finder.find(id).orElseThrow();
        if (t.state() == TicketState.HELD || t.state() == TicketState.REPORTED) {
            var to = new HashSet<>(holders(DISPATCHER));
            if (t.danger()) to.addAll(holders(GA_DIRECTOR));
            tell(t.danger() ? "danger" : "reported", t, to, t.urgent() ? Weight.URGENT : Weight.NORMAL);
            watch(t);
        }
    }

    void dispatched(Actor by, Draft in) {
        var t = finder.find(in.id()).orElseThrow();
        tell("dispatched", t, Set.of(t.workerId()), t.urgent() ? Weight.URGENT : Weight.NORMAL);
        concerned("moved", by, t, Weight.LOW);
        watch(t);
    }

    void moved(Actor by, Draft in) {
        var t = finder.find(in.id()).orElseThrow();
        concerned("moved", by, t, Weight.LOW);
        if (t.mergedId() != null) finder.find(t.mergedId()).ifPresent(other -> concerned("merged", by, other, Weight.LOW));
        if (t.state() != TicketState.PAUSED) watch(t);
    }

    /** Nobody who says nothing keeps it open for ever (R-REP-3). */
    void done(Actor by, Draft in) {
        var t = finder.find(in.id()).orElseThrow();
        concerned("done", by, t, Weight.NORMAL);
        jobs.enqueue(WATCH, "\"" + t.id() + "\"", t.doneAt().plus(Duration.ofDays(clocks.days("repair.autoconfirm.days", t.doneAt()))));
    }

    void reopened(Actor by, Draft in) {
        var t = finder.find(in.id()).orElseThrow();
        var to = new HashSet<>(holders(DISPATCHER));
        if (t.workerId() != null) to.add(t.workerId());
        to.remove(by.employeeId());
        tell("reopened", t, to, Weight.NORMAL);
        watch(t);
    }

    void needed(Actor by, Draft in) {
        tell("needed", finder.find(in.id()).orElseThrow(), holders(GA_DIRECTOR), Weight.NORMAL);
    }

    /** Its time has passed and nothing was done. */
    void late(TicketCard t) {
        var to = new HashSet<>(holders(DISPATCHER));
        to.addAll(holders(GA_DIRECTOR));
        if (t.workerId() != null) to.add(t.workerId());
        tell("late", t, to, Weight.NORMAL);
    }

    /** Looks again when the next time is due. */
    private void watch(TicketCard t) {
        for (var at : new Instant[] {t.nextDue(), t.finishBy()}) if (at != null && at.isAfter(clocks.now())) jobs.enqueue(WATCH, "\"" + t.id() + "\"", at.plusSeconds(1));
    }

    private void concerned(String kind, Actor by, TicketCard t, Weight weight) {
        var to = new HashSet<>(finder.reporters(t.id()));
        to.remove(by.employeeId());
        tell(kind, t, to, weight);
    }

    private void tell(String kind, TicketCard t, Set<UUID> to, Weight weight) {
        if (!to.isEmpty()) events.publishEvent(new Notice("repairs.ticket." + kind, List.of(t.no(), t.place(), t.content(), "repairs.ticket.state." + t.state(), t.worker() == null ? "" : t.worker()), to, "/repairs/jobs/" + t.id(), weight));
    }

    private Set<UUID> holders(Duty duty) {
        return duties.holders(duty, clocks.today()).stream().map(Employee::id).collect(Collectors.toSet());
    }
}
