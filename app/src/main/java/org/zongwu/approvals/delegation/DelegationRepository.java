package org.zongwu.approvals.delegation;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static zongwu.db.approvals.Tables.DELEGATION;
import static zongwu.db.school.Tables.PERSON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.trail.Images;

/** Who may stamp in whose stead. */
@Repository
class DelegationRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    DelegationRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void insert(Delegation d) {
        db.insertInto(DELEGATION).set(DELEGATION.SCHOOL_ID, tenancy.current()).set(DELEGATION.ID, d.id()).set(DELEGATION.DUTY, d.duty().name()).set(DELEGATION.HOLDER_ID, d.holderId())
                .set(DELEGATION.STAND_IN_ID, d.standInId()).set(DELEGATION.VALID_FROM, d.from()).set(DELEGATION.VALID_TO, d.to()).set(DELEGATION.KINDS, d.kinds().stream().sorted().toArray(String[]::new))
                .set(DELEGATION.MAX_AMOUNT, d.max() == null ? null : d.max().fen()).set(DELEGATION.REASON, d.reason()).set(DELEGATION.GIVEN_AT, d.givenAt()).execute();
    }

    /** @return whether it was still there to withdraw */
    boolean withdraw(UUID id, Instant at) {
        return db.update(DELEGATION).set(DELEGATION.WITHDRAWN_AT, at).where(delegation(id), DELEGATION.WITHDRAWN_AT.isNull()).execute() == 1;
    }

    Optional<Delegation> find(UUID id) {
        return db.selectFrom(DELEGATION).where(delegation(id)).fetchOptional(DelegationRepository::delegation);
    }

    /** What the person may do for others on that day. */
    List<Delegation> of(UUID standInId, LocalDate day) {
        return db.selectFrom(DELEGATION).where(DELEGATION.SCHOOL_ID.eq(tenancy.current()), DELEGATION.STAND_IN_ID.eq(standInId), DELEGATION.WITHDRAWN_AT.isNull(), DELEGATION.VALID_FROM.le(day),
                DELEGATION.VALID_TO.ge(day)).orderBy(DELEGATION.GIVEN_AT, DELEGATION.ID).fetch(DelegationRepository::delegation);
    }

    /** Which of the person's duties cannot be combined with the one given (domain.md §8.3). */
    Optional<Duty> incompatible(Duty given, Set<Duty> held) {
        return held.stream().filter(h -> db.select(function("school.incompatible", Boolean.class, val(h.name()), val(given.name()))).fetchSingle().value1()).findFirst();
    }

    /** @param all everybody's, or else only what the actor gave or was given */
    Table<?> rows(Actor actor, boolean all, LocalDate today) {
        var holder = PERSON.as("holder");
        var standIn = PERSON.as("stand_in");
        var state = when(DELEGATION.WITHDRAWN_AT.isNotNull(), inline("WITHDRAWN")).when(DELEGATION.VALID_FROM.gt(today), inline("LATER")).when(DELEGATION.VALID_TO.lt(today), inline("OVER")).otherwise(inline("NOW"));
        var whose = all ? DSL.noCondition() : DELEGATION.HOLDER_ID.eq(actor.employeeId()).or(DELEGATION.STAND_IN_ID.eq(actor.employeeId()));
        return select(DELEGATION.ID, DELEGATION.DUTY, holder.NAME.as("holder"), holder.PINYIN.as("holder_pinyin"), standIn.NAME.as("stand_in"), standIn.PINYIN.as("stand_in_pinyin"), DELEGATION.VALID_FROM, DELEGATION.VALID_TO,
                        DELEGATION.MAX_AMOUNT, DELEGATION.REASON, state.as("state"))
                .from(DELEGATION).join(holder).on(holder.SCHOOL_ID.eq(DELEGATION.SCHOOL_ID), holder.ID.eq(DELEGATION.HOLDER_ID))
                .join(standIn).on(standIn.SCHOOL_ID.eq(DELEGATION.SCHOOL_ID), standIn.ID.eq(DELEGATION.STAND_IN_ID)).where(DELEGATION.SCHOOL_ID.eq(tenancy.current()), whose).asTable("r");
    }

    Images images(UUID id) {
        return Images.of(DELEGATION, delegation(id));
    }

    private Condition delegation(UUID id) {
        return DELEGATION.SCHOOL_ID.eq(tenancy.current()).and(DELEGATION.ID.eq(id));
    }

    private static Delegation delegation(Record r) {
        return new Delegation(r.get(DELEGATION.ID), Duty.valueOf(r.get(DELEGATION.DUTY)), r.get(DELEGATION.HOLDER_ID), r.get(DELEGATION.STAND_IN_ID), r.get(DELEGATION.VALID_FROM), r.get(DELEGATION.VALID_TO),
                Set.of(r.get(DELEGATION.KINDS)), r.get(DELEGATION.MAX_AMOUNT) == null ? null : new Money(r.get(DELEGATION.MAX_AMOUNT)), r.get(DELEGATION.REASON), r.get(DELEGATION.GIVEN_AT),
                r.get(DELEGATION.WITHDRAWN_AT));
    }
}
