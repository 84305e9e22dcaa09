package org.zongwu.access.account;

import static zongwu.db.access.Tables.ONE_TIME_LINK;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;

@Repository
class LinkRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    LinkRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void insert(byte[] tokenHash, UUID accountId, Instant at, Instant expires) {
        db.insertInto(ONE_TIME_LINK)
                .columns(ONE_TIME_LINK.SCHOOL_ID, ONE_TIME_LINK.TOKEN_HASH, ONE_TIME_LINK.ACCOUNT_ID, ONE_TIME_LINK.ISSUED_AT, ONE_TIME_LINK.EXPIRES_AT)
                .values(tenancy.current(), tokenHash, accountId, at, expires).execute();
    }

    Optional<UUID> accountOf(byte[] tokenHash, Instant now) {
        return db.select(ONE_TIME_LINK.ACCOUNT_ID).from(ONE_TIME_LINK).where(open(now), ONE_TIME_LINK.TOKEN_HASH.eq(tokenHash))
                .fetchOptional(ONE_TIME_LINK.ACCOUNT_ID);
    }

    /** Of two who use it at once, one does. */
    boolean use(byte[] tokenHash, Instant now) {
        return db.update(ONE_TIME_LINK).set(ONE_TIME_LINK.USED_AT, now).where(open(now), ONE_TIME_LINK.TOKEN_HASH.eq(tokenHash)).execute() == 1;
    }

    void endAll(UUID accountId, Instant now) {
        db.update(ONE_TIME_LINK).set(ONE_TIME_LINK.EXPIRES_AT, now).where(open(now), ONE_TIME_LINK.ACCOUNT_ID.eq(accountId)).execute();
    }

    private Condition open(Instant now) {
        return ONE_TIME_LINK.SCHOOL_ID.eq(tenancy.current()).and(ONE_TIME_LINK.USED_AT.isNull()).and(ONE_TIME_LINK.EXPIRES_AT.gt(now));
    }
}
