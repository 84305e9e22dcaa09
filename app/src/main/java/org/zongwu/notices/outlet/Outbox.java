package org.zongwu.notices.outlet;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.zongwu.engine.JobHandler;
import org.zongwu.engine.Jobs;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Notice;
import org.zongwu.notices.inbox.NoticeText;
import org.zongwu.notices.outlet.OutletRepository.Outlet;
import org.zongwu.notices.outlet.OutletRepository.Waiting;
import org.zongwu.school.Duties;
import org.zongwu.school.Policies;
import org.zongwu.web.Messages;

/**
 * Leaves what an outlet shall say in the transaction of what happened, and sends it after the commit: an outlet that fails never fails the
 * work. What is due goes together, within what the outlet takes in a minute; what nobody took is tried again, later each time.
 */
@Service
class Outbox implements JobHandler {
    static final int ATTEMPTS = 12;
    private static final int AT_ONCE = 400;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final OutletRepository outlets;
    private final Map<String, Carrier> carriers;
    private final NoticeText text;
    private final Duties duties;
    private final Policies policies;
    private final Jobs jobs;
    private final Messages messages;
    private final Clock clock;

    /** @param jobs asked for later: whoever does jobs waits for all that do one, and this is one */
    Outbox(OutletRepository outlets, List<Carrier> carriers, NoticeText text, Duties duties, Policies policies, @Lazy Jobs jobs, Messages messages, Clock clock) {
        this.outlets = outlets;
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::kind, Function.identity()));
        this.text = text;
        this.duties = duties;
        this.policies = policies;
        this.jobs = jobs;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    void hear(Notice notice) {
        var all = outlets.all();
        if (all.isEmpty()) return;
        var now = now();
        var due = timing(now).due(notice.weight(), now);
        for (var outlet : all) {
            if (!concerns(outlet, notice, now)) continue;
            outlets.enqueue(outlet.id(), notice.kind(), text.keep(notice.args()), notice.link(), due, now);
            jobs.enqueue(kind(), "\"" + outlet.id() + "\"", due);
        }
    }

    /** A mailbox is one person's; a robot speaks to those who hold its duty. */
    private boolean concerns(Outlet outlet, Notice notice, Instant now) {
        if (outlet.employeeId() != null) return notice.to().contains(outlet.employeeId());
        var holders = duties.holders(outlet.duty(), LocalDate.ofInstant(now, clock.getZone())).stream().map(e -> e.id()).collect(Collectors.toCollection(HashSet::new));
        holders.retainAll(notice.to());
        return !holders.isEmpty();
    }

    private Timing timing(Instant now) {
        var day = LocalDate.ofInstant(now, clock.getZone());
        return Timing.of(policies.value("notice.quiet", day).orElse("NONE"), policies.value("notice.digest", day).orElse("16:30"), clock.getZone());
    }

    @Override
    public String kind() {
        return "notices.deliver";
    }

    @Override
    public void run(String payloadJson) {
        outlets.find(UUID.fromString(payloadJson.replace("\"", ""))).ifPresent(this::deliver);
    }

    /** Sends what is due to one outlet. */
    void deliver(Outlet outlet) {
        var carrier = carriers.get(outlet.kind());
        var waiting = outlets.due(outlet.id(), now(), AT_ONCE);
        var from = 0;
        for (var piece : Pieces.of(waiting.stream().map(w -> line(outlet, w)).toList(), carrier.longest())) {
            var ids = waiting.subList(from, from + piece.lines()).stream().map(Waiting::id).toList();
            var attempts = waiting.get(from).attempts();
            from += piece.lines();
            var sent = outlets.sentSince(outlet.id(), now().minusSeconds(60));
            if (sent.size() >= carrier.aMinute()) {
                outlets.postpone(ids, sent.get(sent.size() - carrier.aMinute()).plusSeconds(61));
                continue;
            }
            try {
                carrier.send(outlet.address(), messages.say("notices.subject", piece.text().lines().findFirst().orElse("")), piece.text());
                outlets.sent(ids, Ids.next(), now());
            } catch (Carrier.TooMany e) {
                outlets.postpone(ids, now().plus(Carrier.TooMany.PAUSE));
            } catch (IOException e) {
                outlets.failed(ids, now().plus(pause(attempts)), String.valueOf(e.getMessage()), ATTEMPTS);
            }
        }
        outlets.nextDue(outlet.id()).ifPresent(next -> jobs.enqueue(kind(), "\"" + outlet.id() + "\"", next));
    }

    /** 30 s, a minute, two, four … an hour. */
    static Duration pause(int attempts) {
        var pause = Duration.ofSeconds(30).multipliedBy(1L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private String line(Outlet outlet, Waiting w) {
        return text.sayOutside(w.kind(), w.args()) + " " + outlet.site() + w.link();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
