package org.zongwu.engine.data;

import static zongwu.db.engine.Tables.IDEMPOTENCY;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Once;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;

@Component
class OnceKeys implements Once {
    private final DSLContext db;
    private final Tenancy tenancy;

    OnceKeys(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    @Override
    public String post(Actor actor, UUID key, byte[] body, String location, Runnable work) {
        var hash = sha256(body);
        return tenancy.write(actor.schoolId(), () -> {
            // First, so that a second request with the key waits here for the first one's commit
            var mine = db.insertInto(IDEMPOTENCY)
                    .columns(IDEMPOTENCY.SCHOOL_ID, IDEMPOTENCY.ACTOR_ID, IDEMPOTENCY.KEY, IDEMPOTENCY.BODY_HASH, IDEMPOTENCY.LOCATION)
                    .values(actor.schoolId(), actor.employeeId(), key, hash, location)
                    .onConflictDoNothing().execute() == 1;
            if (!mine) return earlierAnswer(actor, key, hash);
            work.run();
            return location;
        });
    }

    private String earlierAnswer(Actor actor, UUID key, byte[] hash) {
        var earlier = db.select(IDEMPOTENCY.BODY_HASH, IDEMPOTENCY.LOCATION).from(IDEMPOTENCY)
                .where(IDEMPOTENCY.SCHOOL_ID.eq(actor.schoolId()), IDEMPOTENCY.ACTOR_ID.eq(actor.employeeId()), IDEMPOTENCY.KEY.eq(key))
                .fetchSingle();
        if (!Arrays.equals(earlier.value1(), hash)) throw new RuleBroken("R-ONCE", "rule.once.other-body");
        return earlier.value2();
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
