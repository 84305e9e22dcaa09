package org.zongwu.engine.job;

import static zongwu.db.engine.Tables.JOB;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;

@Repository
class JobRepository {
    private static final int LONGEST_ERROR = 500;

    private final DSLContext db;
    private final Tenancy tenancy;

    JobRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void add(UUID id, String kind, String payload, Instant runAt, Instant at) {
        db.insertInto(JOB, JOB.SCHOOL_ID, JOB.ID, JOB.KIND, JOB.PAYLOAD, JOB.RUN_AT, JOB.CREATED_AT)
                .values(tenancy.current(), id, kind, JSONB.valueOf(payload), runAt, at).execute();
    }

    /** The longest waiting job that is due and nobody else is doing; ours until the transaction ends. */
    Optional<Job> claim(Collection<String> kinds, Instant now) {
        return db.select(JOB.ID, JOB.KIND, JOB.PAYLOAD, JOB.ATTEMPTS).from(JOB)
                .where(JOB.SCHOOL_ID.eq(tenancy.current()), JOB.STATE.eq("WAITING"), JOB.KIND.in(kinds), JOB.RUN_AT.le(now))
                .orderBy(JOB.RUN_AT, JOB.ID).limit(1).forUpdate().skipLocked()
                .fetchOptional(r -> new Job(r.value1(), r.value2(), r.value3().data(), r.value4()));
    }

    /** Marks a long job as begun; whoever looks for waiting jobs passes over it. */
    void begin(UUID id) {
        db.update(JOB).set(JOB.STATE, "RUNNING").where(JOB.SCHOOL_ID.eq(tenancy.current()), JOB.ID.eq(id)).execute();
    }

    /** What was under way when the server went away waits again. */
    void beginAnew() {
        db.update(JOB).set(JOB.STATE, "WAITING").where(JOB.SCHOOL_ID.eq(tenancy.current()), JOB.STATE.eq("RUNNING")).execute();
    }

    Optional<Instant> nextDue(Collection<String> kinds) {
        return Optional.ofNullable(db.select(DSL.min(JOB.RUN_AT)).from(JOB)
                .where(JOB.SCHOOL_ID.eq(tenancy.current()), JOB.STATE.eq("WAITING"), JOB.KIND.in(kinds)).fetchSingle().value1());
    }

    void done(UUID id) {
        db.update(JOB).set(JOB.STATE, "DONE").setNull(JOB.LAST_ERROR).set(JOB.ATTEMPTS, JOB.ATTEMPTS.plus(1))
                .where(JOB.SCHOOL_ID.eq(tenancy.current()), JOB.ID.eq(id)).execute();
    }

    /** Notes a failure, unless somebody else has noted this very attempt. */
    void failed(Job job, String state, Instant again, String error) {
        db.update(JOB).set(JOB.STATE, state).set(JOB.ATTEMPTS, job.attempts() + 1).set(JOB.RUN_AT, again)
                .set(JOB.LAST_ERROR, error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .where(JOB.SCHOOL_ID.eq(tenancy.current()), JOB.ID.eq(job.id()), JOB.STATE.in("WAITING", "RUNNING"), JOB.ATTEMPTS.eq(job.attempts())).execute();
    }

    record Job(UUID id, String kind, String payload, int attempts) {}
}
