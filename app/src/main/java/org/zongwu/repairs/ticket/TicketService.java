package org.zongwu.repairs.ticket;

import static zongwu.db.repairs.Tables.TICKET;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.zongwu.engine.JobHandler;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Entered;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.stores.GoodsIssued;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;

/** What the screens do with reports besides the steps of the book, and what the office does by itself. */
@Service
public class TicketService implements JobHandler {
    public static final String TYPE = "repairs.ticket";
    /** Whoever scans the code of a door: nobody that the office knows. */
    public static final UUID VISITOR = new UUID(0, 0);
    private static final UUID OFFICE = new UUID(0, 1);

    private final Logbooks books;
    private final TicketFinder finder;
    private final TicketNews news;
    private final Clocks clocks;
    private final People people;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Messages messages;

    TicketService(Logbooks books, TicketFinder finder, TicketNews news, Clocks clocks, People people, Trail trail, Tenancy tenancy, Messages messages) {
        this.books = books;
        this.finder = finder;
        this.news = news;
        this.clocks = clocks;
        this.people = people;
        this.trail = trail;
        this.tenancy = tenancy;
        this.messages = messages;
    }

    public Logbook book() {
        return books.of(TICKET);
    }

    /** What somebody at a door says is broken. */
    public record Broken(UUID roomId, String place, Trade trade, @Nullable String content, boolean danger, @Nullable String reporter, @Nullable String phone) {}

    /** Takes a report in from a door, within a transaction of the school. */
    public WorkRef report(Actor visitor, UUID id, Broken what) {
        var draft = Draft.of(id).set(TICKET.CHANNEL, Ticket.Channel.DOOR.name()).set(TICKET.ROOM_ID, what.roomId()).set(TICKET.PLACE, what.place()).set(TICKET.TRADE, what.trade().name())
                .set(TICKET.CONTENT, what.content() == null ? messages.say("repairs.door.trade." + what.trade()) : what.content()).set(TICKET.DANGER, what.danger()).set(TICKET.REPORTER, what.reporter()).set(TICKET.PHONE, what.phone());
        return books.enter(visitor, book(), draft);
    }

    /** Sends somebody. Of two dispatchers one does; the other is told who was sent. */
    public void dispatch(Actor actor, UUID id, UUID workerId) {
        var worker = tenancy.read(actor.schoolId(), () -> people.employee(workerId).filter(Employee::inService)).orElseThrow(() -> RuleBroken.at("worker", "R-REP-13", "rule.repairs.ticket.no-worker"));
        try {
            books.step(actor, book(), id, "dispatch", Draft.blank().set(TICKET.WORKER_ID, worker.id()).set(TICKET.WORKER, worker.name()));
        } catch (RuleBroken refusal) {
            if (!refusal.ruleId().equals("R-LOG-4")) throw refusal;
            var there = tenancy.read(actor.schoolId(), () -> finder.find(id)).orElseThrow(NotFound::new);
            throw RuleBroken.at("worker", "R-REP-10", "rule.repairs.ticket.taken", there.no(), there.worker() == null ? "—" : there.worker(), messages.say("repairs.ticket.state." + there.state()));
        }
    }

    public void step(Actor actor, UUID id, String step, Draft filled) {
        books.step(actor, book(), id, step, filled);
    }

    public Set<String> open(Actor actor, UUID id) {
        return books.open(actor, book(), id);
    }

    public Instant now() {
        return clocks.now();
    }

    /** Why it is due when it is, in words: that somebody comes, and that it is mended. */
    public List<Promised> promised(TicketCard t) {
        var all = new ArrayList<Promised>();
        if (t.promises() == null) return all;
        for (var which : new int[] {1, 2}) {
            var promise = clocks.promise(t.promisedFrom(), t.promises(), t.stops(), which);
            var kept = which == 1 ? t.arrivedAt() : t.doneAt();
            all.add(new Promised(which == 1 ? "respond" : "finish", clocks.words(promise), kept == null ? null : promise.isKept(kept), t.pausedAt() != null && which == 2));
        }
        return all;
    }

    /** @param kept null while it is still to come; @param stopped whether the clock stands */
    public record Promised(String what, String words, @Nullable Boolean kept, boolean stopped) {}

    /** Every record that is entered, by whatever screen, is told of. */
    @EventListener
    void entered(Entered record) {
        if (record.ref().type().equals(TYPE)) news.reported(record.ref().id());
    }

    /** Goods that a repair used up are part of its cost (R-REP-6); what is taken back is below nothing. */
    @EventListener
    void used(GoodsIssued goods) {
        if (!goods.work().type().equals(TYPE)) return;
        finder.addMaterial(goods.work().id(), goods.cost().fen());
        trail.write(office(), "materials", goods.work(), goods.issue().no() + " " + goods.cost(), Images.of(TICKET, TICKET.SCHOOL_ID.eq(tenancy.current()).and(TICKET.ID.eq(goods.work().id()))));
    }

    @Override
    public String kind() {
        return TicketNews.WATCH;
    }

    /** Its time has come: what is late is told of once; what was mended and nobody said anything is confirmed, without a rating. */
    @Override
    public void run(String payloadJson) {
        var t = finder.find(UUID.fromString(payloadJson.replace("\"", ""))).orElse(null);
        if (t == null) return;
        var now = clocks.now();
        if (t.state() == TicketState.DONE && t.doneAt() != null && !t.doneAt().plusSeconds(86_400L * clocks.days("repair.autoconfirm.days", t.doneAt())).isAfter(now)) {
            books.step(office(), book(), t.id(), "confirmation", Draft.blank().set(TICKET.AUTO, true));
        } else if (t.isLate(now) && t.pausedAt() == null) {
            finder.escalate(t.id(), now);
            trail.write(office(), "escalated", new WorkRef(TYPE, t.id(), t.no()), null, Images.of(TICKET, TICKET.SCHOOL_ID.eq(tenancy.current()).and(TICKET.ID.eq(t.id()))));
            news.late(t);
        }
    }

    private Actor office() {
        return new Actor(tenancy.current(), OFFICE, messages.say("repairs.by-itself"), Set.of(Duty.DISPATCHER));
    }
}
