package org.zongwu.access.apitoken;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static zongwu.db.access.Tables.ACCOUNT;
import static zongwu.db.access.Tables.API_TOKEN;
import static zongwu.db.school.Tables.PERSON;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;

@Repository
class ApiTokenRepository {
    static final Field<String> STATE = DSL.field(DSL.name("state"), String.class);
    private static final String SCOPE = "FIGURES_AND_REPORTS";

    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    ApiTokenRepository(DSLContext db, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    void insert(UUID id, String name, byte[] hash, Actor by, LocalDate until) {
        db.insertInto(API_TOKEN).set(API_TOKEN.SCHOOL_ID, tenancy.current()).set(API_TOKEN.ID, id).set(API_TOKEN.NAME, name).set(API_TOKEN.SCOPE, SCOPE).set(API_TOKEN.TOKEN_HASH, hash)
                .set(API_TOKEN.MADE_BY, by.employeeId()).set(API_TOKEN.MADE_BY_NAME, by.name()).set(API_TOKEN.MADE_AT, clock.instant()).set(API_TOKEN.VALID_UNTIL, until).execute();
    }

    /** @return false when it was revoked already, or is none */
    boolean revoke(UUID id, Actor by) {
        return db.update(API_TOKEN).set(API_TOKEN.REVOKED_BY, by.employeeId()).set(API_TOKEN.REVOKED_BY_NAME, by.name()).set(API_TOKEN.REVOKED_AT, clock.instant())
                .where(one(id), API_TOKEN.REVOKED_AT.isNull()).execute() == 1;
    }

    Images image(UUID id) {
        return Images.of(API_TOKEN, one(id));
    }

    /** A token that works today. The hash is compared by who asks. */
    Optional<Live> live(UUID id) {
        return db.select(API_TOKEN.TOKEN_HASH, API_TOKEN.NAME, API_TOKEN.LAST_USED_AT).from(API_TOKEN)
                .leftJoin(PERSON).on(PERSON.SCHOOL_ID.eq(API_TOKEN.SCHOOL_ID), PERSON.ID.eq(API_TOKEN.MADE_BY))
                .where(one(id), state().eq(ApiTokenState.GOOD.name())).fetchOptional(r -> new Live(r.value1(), r.value2(), r.value3()));
    }

    record Live(byte[] hash, String name, Instant lastUsed) {}

    void used(UUID id, Instant at) {
        db.update(API_TOKEN).set(API_TOKEN.LAST_USED_AT, at).where(one(id), API_TOKEN.REVOKED_AT.isNull(), API_TOKEN.LAST_USED_AT.isNull().or(API_TOKEN.LAST_USED_AT.lt(at))).execute();
    }

    /** The tokens of the school as a derived table, each with its {@link #STATE}; without their hashes. */
    Table<?> rows() {
        return db.select(API_TOKEN.ID, API_TOKEN.NAME, API_TOKEN.SCOPE, API_TOKEN.MADE_BY_NAME, API_TOKEN.MADE_AT, API_TOKEN.VALID_UNTIL, API_TOKEN.REVOKED_BY_NAME, API_TOKEN.REVOKED_AT,
                        API_TOKEN.LAST_USED_AT, state().as(STATE))
                .from(API_TOKEN).leftJoin(PERSON).on(PERSON.SCHOOL_ID.eq(API_TOKEN.SCHOOL_ID), PERSON.ID.eq(API_TOKEN.MADE_BY))
                .where(API_TOKEN.SCHOOL_ID.eq(tenancy.current())).asTable("api_token");
    }

    Optional<Record> row(UUID id) {
        var rows = rows();
        return db.selectFrom(rows).where(rows.field(API_TOKEN.ID).eq(id)).fetchOptional().map(r -> r);
    }

    WorkRef ref(UUID id) {
        return new WorkRef("access.api_token", id, db.select(API_TOKEN.NAME).from(API_TOKEN).where(one(id)).fetchSingle().value1());
    }

    /** Whoever made it answers for it: it works as long as he is in service and his account is not disabled. */
    private Field<String> state() {
        var disabled = exists(selectOne().from(ACCOUNT).where(ACCOUNT.SCHOOL_ID.eq(API_TOKEN.SCHOOL_ID), ACCOUNT.EMPLOYEE_ID.eq(API_TOKEN.MADE_BY), ACCOUNT.DISABLED_AT.isNotNull()));
        var today = LocalDate.now(clock);
        return when(API_TOKEN.REVOKED_AT.isNotNull(), ApiTokenState.REVOKED.name()).when(API_TOKEN.VALID_UNTIL.lt(today), ApiTokenState.OVER.name())
                .when(PERSON.ID.isNull().or(PERSON.LEFT_ON.lt(today)).or(disabled), ApiTokenState.UNANSWERED.name()).otherwise(val(ApiTokenState.GOOD.name()));
    }

    private Condition one(UUID id) {
        return API_TOKEN.SCHOOL_ID.eq(tenancy.current()).and(API_TOKEN.ID.eq(id));
    }
}
