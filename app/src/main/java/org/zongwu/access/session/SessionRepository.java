package org.zongwu.access.session;

import static zongwu.db.access.Tables.ACCOUNT;
import static zongwu.db.access.Tables.SESSION;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;

@Repository
class SessionRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    SessionRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void insert(byte[] tokenHash, UUID accountId, Instant at, String address, String agent) {
        db.insertInto(SESSION)
                .set(SESSION.SCHOOL_ID, tenancy.current())
                .set(SESSION.TOKEN_HASH, tokenHash)
                .set(SESSION.ACCOUNT_ID, accountId)
                .set(SESSION.CREATED_AT, at)
                .set(SESSION.LAST_SEEN_AT, at)
                .set(SESSION.EXPIRES_AT, SessionLife.ends(at))
                .set(SESSION.ADDRESS, address)
                .set(SESSION.AGENT, agent)
                .execute();
    }

    /** The session behind a token, if it still lives and its account is not disabled. */
    Optional<Live> live(byte[] tokenHash, Instant now) {
        return db.select(SESSION.ACCOUNT_ID, ACCOUNT.EMPLOYEE_ID, ACCOUNT.LOGIN, SESSION.LAST_SEEN_AT)
                .from(SESSION).join(ACCOUNT).on(ACCOUNT.SCHOOL_ID.eq(SESSION.SCHOOL_ID), ACCOUNT.ID.eq(SESSION.ACCOUNT_ID))
                .where(SESSION.SCHOOL_ID.eq(tenancy.current()), SESSION.TOKEN_HASH.eq(tokenHash),
                        SESSION.EXPIRES_AT.gt(now), SESSION.LAST_SEEN_AT.gt(SessionLife.idleBefore(now)),
                        ACCOUNT.DISABLED_AT.isNull())
                .fetchOptional(r -> new Live(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    void seen(byte[] tokenHash, Instant now) {
        db.update(SESSION).set(SESSION.LAST_SEEN_AT, now)
                .where(SESSION.SCHOOL_ID.eq(tenancy.current()), SESSION.TOKEN_HASH.eq(tokenHash), SESSION.LAST_SEEN_AT.lt(now))
                .execute();
    }

    List<Sessions.Place> of(UUID accountId, byte[] asking, Instant now) {
        return db.selectFrom(SESSION)
                .where(SESSION.SCHOOL_ID.eq(tenancy.current()), SESSION.ACCOUNT_ID.eq(accountId),
                        SESSION.EXPIRES_AT.gt(now), SESSION.LAST_SEEN_AT.gt(SessionLife.idleBefore(now)))
                .orderBy(SESSION.LAST_SEEN_AT.desc())
                .fetch(r -> new Sessions.Place(r.getCreatedAt(), r.getLastSeenAt(), r.getAddress(),
                        r.getAgent() == null ? "" : r.getAgent(), Arrays.equals(r.getTokenHash(), asking)));
    }

    void delete(byte[] tokenHash) {
        db.deleteFrom(SESSION).where(SESSION.SCHOOL_ID.eq(tenancy.current()), SESSION.TOKEN_HASH.eq(tokenHash)).execute();
    }

    int deleteOthers(UUID accountId, byte[] kept) {
        return db.deleteFrom(SESSION)
                .where(SESSION.SCHOOL_ID.eq(tenancy.current()), SESSION.ACCOUNT_ID.eq(accountId), SESSION.TOKEN_HASH.ne(kept))
                .execute();
    }

    int deleteAll(UUID accountId) {
        return db.deleteFrom(SESSION).where(SESSION.SCHOOL_ID.eq(tenancy.current()), SESSION.ACCOUNT_ID.eq(accountId)).execute();
    }

    void deleteDead(Instant now) {
        db.deleteFrom(SESSION)
                .where(SESSION.SCHOOL_ID.eq(tenancy.current()),
                        SESSION.EXPIRES_AT.le(now).or(SESSION.LAST_SEEN_AT.le(SessionLife.idleBefore(now))))
                .execute();
    }


    record Live(UUID accountId, UUID employeeId, String login, Instant lastSeen) {}
}
