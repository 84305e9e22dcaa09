package org.zongwu.access.guard;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static zongwu.db.access.Tables.ATTEMPT;
import static zongwu.db.access.Tables.LOCK;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;

@Repository
class GuardRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    GuardRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /**
     * Takes one guess from the login's budget, in one statement, so that a hundred at once take ten.
     *
     * @return how many have been taken, this one included; empty when the name is locked
     */
    Optional<Integer> takeGuess(String login, Instant at) {
        var now = val(at);
        var failures = when(LOCK.LOCKED_UNTIL.le(now), val(1)).otherwise(LOCK.FAILURES.plus(1));
        return db.insertInto(LOCK)
                .columns(LOCK.SCHOOL_ID, LOCK.LOGIN_HASH, LOCK.FAILURES, LOCK.LAST_AT)
                .values(val(tenancy.current()), hash(login), val(1), val(at))
                .onConflict(LOCK.SCHOOL_ID, LOCK.LOGIN_HASH).doUpdate()
                .set(LOCK.FAILURES, failures)
                .set(LOCK.LAST_AT, excluded(LOCK.LAST_AT))
                .set(LOCK.LOCKED_UNTIL, when(failures.ge(GuessLimits.FAILURES), val(at.plus(GuessLimits.LOCK))))
                .where(LOCK.LOCKED_UNTIL.isNull().or(LOCK.LOCKED_UNTIL.le(now)))
                .returningResult(LOCK.FAILURES).fetchOptional(LOCK.FAILURES);
    }

    Optional<Instant> lockedUntil(String login) {
        return db.select(LOCK.LOCKED_UNTIL).from(LOCK)
                .where(LOCK.SCHOOL_ID.eq(tenancy.current()), LOCK.LOGIN_HASH.eq(hash(login)), LOCK.LOCKED_UNTIL.isNotNull())
                .fetchOptional(LOCK.LOCKED_UNTIL);
    }

    void giveBackGuess(String login) {
        var mine = LOCK.SCHOOL_ID.eq(tenancy.current()).and(LOCK.LOGIN_HASH.eq(hash(login)));
        var last = db.deleteFrom(LOCK).where(mine, LOCK.FAILURES.eq(1)).execute() == 1;
        if (!last) db.update(LOCK).set(LOCK.FAILURES, LOCK.FAILURES.minus(1)).setNull(LOCK.LOCKED_UNTIL).where(mine).execute();
    }

    void unlock(String login) {
        db.deleteFrom(LOCK).where(LOCK.SCHOOL_ID.eq(tenancy.current()), LOCK.LOGIN_HASH.eq(hash(login))).execute();
    }

    /** Takes one guess from the network's budget. @return false when it is spent */
    boolean takeFromNetwork(String network, Instant at) {
        var slot = GuessLimits.slot(at);
        var earlier = db.select(coalesce(sum(ATTEMPT.FAILURES), DSL.zero())).from(ATTEMPT)
                .where(ATTEMPT.SCHOOL_ID.eq(tenancy.current()), ATTEMPT.NETWORK.eq(network),
                        ATTEMPT.SLOT.ge(GuessLimits.oldestSlot(at)), ATTEMPT.SLOT.lt(slot))
                .fetchSingle().value1().intValue();
        var left = GuessLimits.FROM_ONE_NETWORK - earlier;
        if (left <= 0) return false;
        return db.insertInto(ATTEMPT)
                .columns(ATTEMPT.SCHOOL_ID, ATTEMPT.NETWORK, ATTEMPT.SLOT, ATTEMPT.FAILURES)
                .values(tenancy.current(), network, slot, 1)
                .onConflict(ATTEMPT.SCHOOL_ID, ATTEMPT.NETWORK, ATTEMPT.SLOT).doUpdate()
                .set(ATTEMPT.FAILURES, ATTEMPT.FAILURES.plus(1))
                .where(ATTEMPT.FAILURES.lt(left))
                .execute() == 1;
    }

    /** Gives one guess back: it was none. */
    void giveBack(String network, Instant at) {
        db.update(ATTEMPT).set(ATTEMPT.FAILURES, ATTEMPT.FAILURES.minus(1))
                .where(ATTEMPT.SCHOOL_ID.eq(tenancy.current()), ATTEMPT.NETWORK.eq(network),
                        ATTEMPT.SLOT.eq(GuessLimits.slot(at)), ATTEMPT.FAILURES.gt(0))
                .execute();
    }

    /** Counters that cannot matter any more. */
    void forgetBefore(Instant at) {
        db.deleteFrom(ATTEMPT).where(ATTEMPT.SCHOOL_ID.eq(tenancy.current()), ATTEMPT.SLOT.lt(at)).execute();
        db.deleteFrom(LOCK).where(LOCK.SCHOOL_ID.eq(tenancy.current()), LOCK.LAST_AT.lt(at)).execute();
    }

    private Field<byte[]> hash(String login) {
        return Guard.hashOf(val(tenancy.current()), val(login));
    }
}
