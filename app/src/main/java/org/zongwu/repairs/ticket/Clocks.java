package org.zongwu.repairs.ticket;

import static zongwu.db.repairs.Tables.TICKET;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Allowance;
import org.zongwu.school.Policies;
import org.zongwu.school.Promise;
import org.zongwu.school.Promises;
import org.zongwu.school.Promises.Stop;

/** What is promised to whoever reports, by the policies of the day (domain.md §7, repair.sla). */
@Component
class Clocks {
    private final Promises promises;
    private final Policies policies;
    private final Clock clock;

    Clocks(Promises promises, Policies policies, Clock clock) {
        this.promises = promises;
        this.policies = policies;
        this.clock = clock;
    }

    /** Server time, and no other (R-REP-1). */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate day(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
    }

    /** What every report says, whatever is written down. */
    void complete(Draft in) {
        if (in.has(TICKET.REPORTED_AT)) in.complete(TICKET.DAY, day(in.get(TICKET.REPORTED_AT)));
        if (in.has(TICKET.DONE_AT)) in.complete(TICKET.DONE_DAY, day(in.get(TICKET.DONE_AT)));
        in.set(TICKET.SAME, in.has(TICKET.OWN_NO) ? in.get(TICKET.OWN_NO) : in.get(TICKET.REPORTER) + "/" + in.get(TICKET.PLACE));
        in.complete(TICKET.URGENT, in.get(TICKET.DANGER));
        in.complete(TICKET.URGENT, false).complete(TICKET.DANGER, false).complete(TICKET.REWORK, false).complete(TICKET.AUTO, false).complete(TICKET.MATERIAL_COST, 0L);
    }

    /** A report that is made here is promised something at once. */
    void promise(Draft in) {
        in.complete(TICKET.CHANNEL, Ticket.Channel.DESK.name()).complete(TICKET.REPORTED_AT, now());
        in.complete(TICKET.DAY, day(in.get(TICKET.REPORTED_AT)));
        renew(in, in.get(TICKET.REPORTED_AT));
    }

    /** A file brings a limit of its own, or the time itself. */
    void limit(Draft in) {
        if (in.has(TICKET.LIMIT_HOURS) && in.has(TICKET.REPORTED_AT)) in.complete(TICKET.FINISH_BY, in.get(TICKET.REPORTED_AT).plusSeconds(in.get(TICKET.LIMIT_HOURS).longValue() * 3600));
    }

    /** The clock begins, or begins anew because it was not mended after all. */
    void renew(Draft in, Instant from) {
        var kind = in.get(TICKET.URGENT) ? "urgent" : "normal";
        var rules = Map.of("dispatch", policy("repair.sla.dispatch", from), "respond", policy("repair.sla." + kind + ".respond", from), "finish", policy("repair.sla." + kind + ".finish", from));
        in.set(TICKET.PROMISED_FROM, from).set(TICKET.PROMISES, rules.get("dispatch") + " " + rules.get("respond") + " " + rules.get("finish")).set(TICKET.STOPS, null);
        reckon(in);
    }

    /** The same promises after the clock stood. */
    void reckon(Draft in) {
        in.set(TICKET.DISPATCH_BY, due(in, 0)).set(TICKET.RESPOND_BY, due(in, 1)).set(TICKET.FINISH_BY, due(in, 2));
    }

    private @Nullable Instant due(Draft in, int which) {
        var promise = promise(in, which);
        return promise == null ? null : promise.due();
    }

    /** @param which 0 when it is dispatched, 1 when somebody comes, 2 when it is mended; null for what came from a file */
    @Nullable Promise promise(Draft in, int which) {
        return in.has(TICKET.PROMISES) ? promise(in.get(TICKET.PROMISED_FROM), in.get(TICKET.PROMISES), in.get(TICKET.STOPS), which) : null;
    }

    Promise promise(Instant from, String rules, @Nullable String stops, int which) {
        return promises.promise(from, Allowance.of(rules.split(" ")[which]), which == 0 ? List.of() : Ticket.stops(stops));
    }

    String words(Promise promise) {
        return promises.words(promise);
    }

    void stop(Draft in, Instant at) {
        in.set(TICKET.PAUSED_AT, at).set(TICKET.FINISH_BY, null);
    }

    void goOn(Draft in, Instant at) {
        if (!in.has(TICKET.PAUSED_AT)) return;
        in.set(TICKET.STOPS, Ticket.and(in.get(TICKET.STOPS), new Stop(in.get(TICKET.PAUSED_AT), at))).set(TICKET.PAUSED_AT, null);
        reckon(in);
    }

    int days(String key, Instant on) {
        return Integer.parseInt(policies.value(key, day(on)).orElseThrow());
    }

    /** In fen; null when the school has none. */
    @Nullable Long costLimit(Instant on) {
        var value = policies.value("repair.cost.limit", day(on)).orElse("NONE");
        return value.equals("NONE") ? null : new java.math.BigDecimal(value).movePointRight(2).longValueExact();
    }

    private String policy(String key, Instant on) {
        return policies.value(key, day(on)).orElseThrow();
    }
}
