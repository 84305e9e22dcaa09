package org.zongwu.notices.outlet;

import static zongwu.db.notices.Tables.DELIVERY;
import static zongwu.db.notices.Tables.OUTLET;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;

@Repository
class OutletRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    OutletRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** @param site before a path, so that a link opens from outside */
    record Outlet(UUID id, String kind, String name, String address, String site, @Nullable Duty duty, @Nullable UUID employeeId) {
        /** Enough to know it again, and too little to use it. */
        String masked() {
            return kind.equals("MAIL") ? address.replaceAll("(?<=^..).*(?=@)", "***") : "…" + address.substring(Math.max(0, address.length() - 4));
        }
    }

    record Waiting(UUID id, String kind, JSONB args, String link, int attempts) {}

    record Standing(long waiting, long sent, long givenUp, @Nullable String lastError) {}

    List<Outlet> all() {
        return outlets(DSL.noCondition());
    }

    Optional<Outlet> find(UUID id) {
        return outlets(OUTLET.ID.eq(id)).stream().findFirst();
    }

    private List<Outlet> outlets(Condition which) {
        return db.select(OUTLET.ID, OUTLET.KIND, OUTLET.NAME, OUTLET.ADDRESS, OUTLET.SITE, OUTLET.DUTY, OUTLET.EMPLOYEE_ID).from(OUTLET).where(OUTLET.SCHOOL_ID.eq(tenancy.current()), which).orderBy(OUTLET.KIND, OUTLET.NAME)
                .fetch(r -> new Outlet(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6() == null ? null : Duty.valueOf(r.value6()), r.value7()));
    }

    void insert(Outlet o, Instant at) {
        db.insertInto(OUTLET).set(OUTLET.SCHOOL_ID, tenancy.current()).set(OUTLET.ID, o.id()).set(OUTLET.KIND, o.kind()).set(OUTLET.NAME, o.name()).set(OUTLET.ADDRESS, o.address()).set(OUTLET.SITE, o.site())
                .set(OUTLET.DUTY, o.duty() == null ? null : o.duty().name()).set(OUTLET.EMPLOYEE_ID, o.employeeId()).set(OUTLET.ADDED_AT, at).execute();
    }

    boolean delete(UUID id) {
        return db.deleteFrom(OUTLET).where(OUTLET.SCHOOL_ID.eq(tenancy.current()), OUTLET.ID.eq(id)).execute() == 1;
    }

    void enqueue(UUID outlet, String kind, JSONB args, String link, Instant due, Instant at) {
        db.insertInto(DELIVERY).set(DELIVERY.SCHOOL_ID, tenancy.current()).set(DELIVERY.ID, Ids.next()).set(DELIVERY.OUTLET_ID, outlet).set(DELIVERY.KIND, kind).set(DELIVERY.ARGS, args).set(DELIVERY.LINK, link)
                .set(DELIVERY.DUE_AT, due).set(DELIVERY.ADDED_AT, at).execute();
    }

    /** What is due, the oldest first; nobody else sends it meanwhile. */
    List<Waiting> due(UUID outlet, Instant now, int most) {
        return db.select(DELIVERY.ID, DELIVERY.KIND, DELIVERY.ARGS, DELIVERY.LINK, DELIVERY.ATTEMPTS).from(DELIVERY)
                .where(DELIVERY.SCHOOL_ID.eq(tenancy.current()), DELIVERY.OUTLET_ID.eq(outlet), DELIVERY.STATE.eq("WAITING"), DELIVERY.DUE_AT.le(now)).orderBy(DELIVERY.ADDED_AT, DELIVERY.ID).limit(most).forUpdate().skipLocked()
                .fetch(r -> new Waiting(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    Optional<Instant> nextDue(UUID outlet) {
        return Optional.ofNullable(db.select(DSL.min(DELIVERY.DUE_AT)).from(DELIVERY).where(DELIVERY.SCHOOL_ID.eq(tenancy.current()), DELIVERY.OUTLET_ID.eq(outlet), DELIVERY.STATE.eq("WAITING")).fetchSingle().value1());
    }

    /** When each message of the last while went out, the oldest first. */
    List<Instant> sentSince(UUID outlet, Instant since) {
        return db.select(DSL.max(DELIVERY.SENT_AT)).from(DELIVERY).where(DELIVERY.SCHOOL_ID.eq(tenancy.current()), DELIVERY.OUTLET_ID.eq(outlet), DELIVERY.SENT_AT.gt(since)).groupBy(DELIVERY.BATCH).orderBy(1).fetch(0, Instant.class);
    }

    void sent(Collection<UUID> ids, UUID batch, Instant at) {
        db.update(DELIVERY).set(DELIVERY.STATE, "SENT").set(DELIVERY.BATCH, batch).set(DELIVERY.SENT_AT, at).setNull(DELIVERY.LAST_ERROR).where(DELIVERY.SCHOOL_ID.eq(tenancy.current()), DELIVERY.ID.in(ids)).execute();
    }

    void failed(Collection<UUID> ids, Instant again, String error, int most) {
        db.update(DELIVERY).set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1)).set(DELIVERY.DUE_AT, again).set(DELIVERY.LAST_ERROR, error.substring(0, Math.min(200, error.length())))
                .set(DELIVERY.STATE, DSL.when(DELIVERY.ATTEMPTS.plus(1).ge(most), "GIVEN_UP").otherwise("WAITING")).where(DELIVERY.SCHOOL_ID.eq(tenancy.current()), DELIVERY.ID.in(ids)).execute();
    }

    void postpone(Collection<UUID> ids, Instant until) {
        db.update(DELIVERY).set(DELIVERY.DUE_AT, until).where(DELIVERY.SCHOOL_ID.eq(tenancy.current()), DELIVERY.ID.in(ids)).execute();
    }

    Standing standing(UUID outlet) {
        var of = DELIVERY.SCHOOL_ID.eq(tenancy.current()).and(DELIVERY.OUTLET_ID.eq(outlet));
        var row = db.select(DSL.count().filterWhere(DELIVERY.STATE.eq("WAITING")), DSL.count().filterWhere(DELIVERY.STATE.eq("SENT")), DSL.count().filterWhere(DELIVERY.STATE.eq("GIVEN_UP")),
                DSL.max(DELIVERY.LAST_ERROR).filterWhere(DELIVERY.STATE.ne("SENT"))).from(DELIVERY).where(of).fetchSingle();
        return new Standing(row.value1(), row.value2(), row.value3(), row.value4());
    }
}
