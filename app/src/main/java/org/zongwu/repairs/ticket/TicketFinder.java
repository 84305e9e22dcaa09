package org.zongwu.repairs.ticket;

import static org.jooq.impl.DSL.count;
import static zongwu.db.repairs.Tables.LINK;
import static zongwu.db.repairs.Tables.SKILL;
import static zongwu.db.repairs.Tables.TICKET;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;

/** Finds reports for the board, the door and the workers. Sees the school of the transaction only. */
@Component
public class TicketFinder {
    private static final Duty[] READERS = {Duty.DISPATCHER, Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.VP_LOGISTICS, Duty.STOREKEEPER, Duty.ASSET_ADMIN, Duty.AUDIT_MEMBER};

    private final DSLContext db;
    private final Tenancy tenancy;

    TicketFinder(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    public Optional<TicketCard> find(UUID id) {
        return cards(TICKET.ID.eq(id), 1).stream().findFirst();
    }

    public Optional<TicketCard> byNo(String no) {
        return cards(TICKET.NO.eq(no), 1).stream().findFirst();
    }

    /** What this person may open: who reads all, who reported it, who mends it. */
    public Optional<TicketCard> find(UUID id, Actor reader) {
        return find(id).filter(t -> reader.holdsAny(READERS) || reader.employeeId().equals(t.madeBy()) || reader.employeeId().equals(t.workerId()));
    }

    /** The report that a link opens, or the one that it was merged into. */
    public Optional<Linked> linked(byte[] digest) {
        return db.select(LINK.TICKET_ID, LINK.REPORTER).from(LINK).where(LINK.SCHOOL_ID.eq(tenancy.current()), LINK.DIGEST.eq(digest)).fetchOptional()
                .flatMap(r -> find(r.value1()).map(t -> new Linked(t.mergedId() == null ? t : find(t.mergedId()).orElse(t), r.value2() && t.mergedId() == null)));
    }

    /** @param reporter whether the link is of whoever reported it, and so confirms and reopens */
    public record Linked(TicketCard ticket, boolean reporter) {}

    public void link(UUID ticket, byte[] digest, boolean reporter) {
        db.insertInto(LINK).set(LINK.SCHOOL_ID, tenancy.current()).set(LINK.ID, UUID.randomUUID()).set(LINK.TICKET_ID, ticket).set(LINK.DIGEST, digest).set(LINK.REPORTER, reporter).execute();
    }

    /** What is still broken in a room, newest first: whoever stands before its door sees it first (R-REP-4). */
    public List<TicketCard> openIn(UUID room) {
        return cards(TICKET.ROOM_ID.eq(room).and(TICKET.STATE.in(TicketBook.names(TicketState.OPEN))), 8);
    }

    /** With this worker, what is most urgent first. */
    public List<TicketCard> of(UUID worker) {
        return cards(TICKET.WORKER_ID.eq(worker).and(TICKET.STATE.in("DISPATCHED", "ACCEPTED", "ON_SITE", "PAUSED")), 100);
    }

    /** The dispatcher's lanes: so many of each state, dangerous and urgent ones first, then the longest waiting. */
    public Map<TicketState, List<TicketCard>> lanes(Condition which, int most) {
        var lanes = new EnumMap<TicketState, List<TicketCard>>(TicketState.class);
        for (var state : List.of(TicketState.HELD, TicketState.REPORTED, TicketState.DISPATCHED, TicketState.ACCEPTED, TicketState.ON_SITE, TicketState.PAUSED, TicketState.DONE)) {
            lanes.put(state, cards(TICKET.STATE.eq(state.name()).and(which), most));
        }
        return lanes;
    }

    public Map<TicketState, Integer> counts(Condition which) {
        var all = new EnumMap<TicketState, Integer>(TicketState.class);
        db.select(TICKET.STATE, count()).from(TICKET).where(TICKET.SCHOOL_ID.eq(tenancy.current()), TICKET.STATE.in("HELD", "REPORTED", "DISPATCHED", "ACCEPTED", "ON_SITE", "PAUSED", "DONE", "NEED"), which)
                .groupBy(TICKET.STATE).forEach(r -> all.put(TicketState.valueOf(r.value1()), r.value2()));
        return all;
    }

    public int lateNow(Instant now) {
        return db.fetchCount(TICKET, TICKET.SCHOOL_ID.eq(tenancy.current()), TICKET.STATE.in("REPORTED", "DISPATCHED", "ACCEPTED", "ON_SITE"), TICKET.FINISH_BY.lt(now));
    }

    public int doneOn(LocalDate day) {
        return db.fetchCount(TICKET, TICKET.SCHOOL_ID.eq(tenancy.current()), TICKET.DONE_DAY.eq(day), TICKET.STATE.in("DONE", "CONFIRMED"));
    }

    /** How many each worker has in hand. */
    public Map<UUID, Integer> loads() {
        return db.select(TICKET.WORKER_ID, count()).from(TICKET).where(TICKET.SCHOOL_ID.eq(tenancy.current()), TICKET.STATE.in("DISPATCHED", "ACCEPTED", "ON_SITE", "PAUSED"), TICKET.WORKER_ID.isNotNull())
                .groupBy(TICKET.WORKER_ID).fetchMap(TICKET.WORKER_ID, count());
    }

    public Map<UUID, Set<Trade>> skills() {
        var all = new HashMap<UUID, Set<Trade>>();
        db.select(SKILL.WORKER_ID, SKILL.TRADE).from(SKILL).where(SKILL.SCHOOL_ID.eq(tenancy.current()), SKILL.VOIDED_AT.isNull())
                .forEach(r -> all.computeIfAbsent(r.value1(), w -> java.util.EnumSet.noneOf(Trade.class)).add(Trade.valueOf(r.value2())));
        return all;
    }

    boolean knows(UUID worker, Trade trade) {
        return db.fetchExists(SKILL, SKILL.SCHOOL_ID.eq(tenancy.current()), SKILL.WORKER_ID.eq(worker), SKILL.TRADE.eq(trade.name()), SKILL.VOIDED_AT.isNull());
    }

    /** Who reported this, and those that were merged into it: everybody who wants to know. */
    Set<UUID> reporters(UUID ticket) {
        return db.selectDistinct(TICKET.MADE_BY).from(TICKET)
                .where(TICKET.SCHOOL_ID.eq(tenancy.current()), TICKET.ID.eq(ticket).or(TICKET.MERGED_ID.eq(ticket)), TICKET.CHANNEL.notIn("DOOR", "FILE")).fetchSet(TICKET.MADE_BY);
    }

    void addMaterial(UUID ticket, long fen) {
        db.update(TICKET).set(TICKET.MATERIAL_COST, TICKET.MATERIAL_COST.plus(fen)).where(TICKET.SCHOOL_ID.eq(tenancy.current()), TICKET.ID.eq(ticket)).execute();
    }

    void escalate(UUID ticket, Instant at) {
        db.update(TICKET).set(TICKET.ESCALATED_AT, at).where(TICKET.SCHOOL_ID.eq(tenancy.current()), TICKET.ID.eq(ticket)).execute();
    }

    private List<TicketCard> cards(Condition which, int most) {
        return new ArrayList<>(db.select(TICKET.fields()).from(TICKET).where(TICKET.SCHOOL_ID.eq(tenancy.current()), which)
                .orderBy(TICKET.DANGER.desc(), TICKET.URGENT.desc(), TICKET.REPORTED_AT, TICKET.NO).limit(most).fetch(TicketFinder::card));
    }

    private static TicketCard card(Record r) {
        return new TicketCard(r.get(TICKET.ID), r.get(TICKET.NO), TicketState.valueOf(r.get(TICKET.STATE)), Trade.valueOf(r.get(TICKET.TRADE)), r.get(TICKET.PLACE), r.get(TICKET.ROOM_ID), r.get(TICKET.CONTENT), r.get(TICKET.DANGER),
                r.get(TICKET.URGENT), r.get(TICKET.CHANNEL), r.get(TICKET.REPORTER) == null ? r.get(TICKET.MADE_BY_NAME) : r.get(TICKET.REPORTER), r.get(TICKET.PHONE), r.get(TICKET.DAY), r.get(TICKET.REPORTED_AT), r.get(TICKET.WORKER_ID),
                r.get(TICKET.WORKER), r.get(TICKET.DISPATCH_BY), r.get(TICKET.RESPOND_BY), r.get(TICKET.FINISH_BY), r.get(TICKET.PROMISED_FROM), r.get(TICKET.PROMISES), r.get(TICKET.STOPS), r.get(TICKET.PAUSED_AT), r.get(TICKET.PAUSE_REASON),
                r.get(TICKET.PAUSE_UNTIL), r.get(TICKET.ARRIVED_AT), r.get(TICKET.DONE_AT), r.get(TICKET.MATERIAL_COST), r.get(TICKET.VENDOR_COST), r.get(TICKET.RATING), r.get(TICKET.MERGED_ID), r.get(TICKET.MADE_BY));
    }
}
