package org.zongwu.approvals.rule;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static zongwu.db.approvals.Tables.RULE;
import static zongwu.db.approvals.Tables.SIGNER;
import static zongwu.db.approvals.Tables.TIER;
import static zongwu.db.school.Tables.PERSON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Approvable.Signer;
import org.zongwu.kernel.Approvable.Tier;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.trail.Images;
import zongwu.db.school.tables.Person;

/** Rules with their tiers and signers. */
@Repository
class RuleRepository {
    private static final Person PROPOSER = PERSON.as("proposer");
    private static final Person DECIDER = PERSON.as("decider");

    private final DSLContext db;
    private final Tenancy tenancy;

    RuleRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void insert(UUID id, String kind, LocalDate from, String source, Actor by, Instant at, Tiers tiers) {
        db.insertInto(RULE).set(RULE.SCHOOL_ID, tenancy.current()).set(RULE.ID, id).set(RULE.KIND, kind).set(RULE.VALID_FROM, from).set(RULE.SOURCE, source)
                .set(RULE.PROPOSED_BY, by.employeeId()).set(RULE.PROPOSED_AT, at).execute();
        var tierNo = 0;
        for (var tier : tiers.all()) {
            var tierId = Ids.next();
            db.insertInto(TIER).set(TIER.SCHOOL_ID, tenancy.current()).set(TIER.ID, tierId).set(TIER.RULE_ID, id).set(TIER.TIER_NO, ++tierNo)
                    .set(TIER.UP_TO, tier.upTo() == null ? null : tier.upTo().fen()).execute();
            var stepNo = 0;
            for (var s : tier.signers()) {
                db.insertInto(SIGNER).set(SIGNER.SCHOOL_ID, tenancy.current()).set(SIGNER.ID, Ids.next()).set(SIGNER.TIER_ID, tierId).set(SIGNER.STEP_NO, ++stepNo).set(SIGNER.DUTY, s.duty().name())
                        .set(SIGNER.DECIDES, s.decides()).set(SIGNER.RESOLUTION, s.resolution()).set(SIGNER.OTHERWISE, s.otherwise() == null ? null : s.otherwise().name()).execute();
            }
        }
    }

    /** What is decided can no longer be locked, but it can be read. */
    void lock(UUID id) {
        db.select(RULE.ID).from(RULE).where(rule(id)).forNoKeyUpdate().fetch();
    }

    void decide(UUID id, RuleState state, Actor by, Instant at, @Nullable String words) {
        db.update(RULE).set(RULE.STATE, state.name()).set(RULE.DECIDED_BY, by.employeeId()).set(RULE.DECIDED_AT, at).set(RULE.WORDS, words).where(rule(id)).execute();
    }

    Optional<Rule> find(UUID id) {
        return fetch(RULE.ID.eq(id)).stream().findFirst();
    }

    /** The set one with the latest day up to that one. */
    Optional<Rule> inForce(String kind, LocalDate day) {
        var latest = select(max(RULE.VALID_FROM)).from(RULE).where(RULE.SCHOOL_ID.eq(tenancy.current()), RULE.KIND.eq(kind), RULE.STATE.eq("SET"), RULE.VALID_FROM.le(day));
        return fetch(RULE.KIND.eq(kind).and(RULE.STATE.eq("SET")).and(RULE.VALID_FROM.eq(latest))).stream().findFirst();
    }

    boolean isSet(String kind, LocalDate from) {
        return db.fetchExists(RULE, RULE.SCHOOL_ID.eq(tenancy.current()), RULE.KIND.eq(kind), RULE.STATE.eq("SET"), RULE.VALID_FROM.eq(from));
    }

    List<Rule> proposed() {
        return fetch(RULE.STATE.eq("PROPOSED"));
    }

    private List<Rule> fetch(Condition which) {
        return db.select(RULE.fields()).select(PROPOSER.NAME, DECIDER.NAME).from(RULE).join(PROPOSER).on(PROPOSER.SCHOOL_ID.eq(RULE.SCHOOL_ID), PROPOSER.ID.eq(RULE.PROPOSED_BY))
                .leftJoin(DECIDER).on(DECIDER.SCHOOL_ID.eq(RULE.SCHOOL_ID), DECIDER.ID.eq(RULE.DECIDED_BY))
                .where(RULE.SCHOOL_ID.eq(tenancy.current()), which).orderBy(RULE.PROPOSED_AT).fetch(this::rule);
    }

    private Rule rule(Record r) {
        return new Rule(r.get(RULE.ID), r.get(RULE.KIND), r.get(RULE.VALID_FROM), r.get(RULE.SOURCE), RuleState.valueOf(r.get(RULE.STATE)), r.get(RULE.PROPOSED_BY), r.get(PROPOSER.NAME),
                r.get(RULE.PROPOSED_AT), r.get(DECIDER.NAME), r.get(RULE.DECIDED_AT), r.get(RULE.WORDS), tiers(r.get(RULE.ID)));
    }

    private Tiers tiers(UUID ruleId) {
        var all = new ArrayList<Tier>();
        db.select(TIER.ID, TIER.UP_TO).from(TIER).where(TIER.SCHOOL_ID.eq(tenancy.current()), TIER.RULE_ID.eq(ruleId)).orderBy(TIER.TIER_NO)
                .forEach(t -> all.add(new Tier(t.value2() == null ? null : new Money(t.value2()), signers(t.value1()))));
        return new Tiers(all);
    }

    private List<Signer> signers(UUID tierId) {
        return db.selectFrom(SIGNER).where(SIGNER.SCHOOL_ID.eq(tenancy.current()), SIGNER.TIER_ID.eq(tierId)).orderBy(SIGNER.STEP_NO)
                .fetch(s -> new Signer(Duty.valueOf(s.getDuty()), s.getDecides(), s.getResolution(), s.getOtherwise() == null ? null : Duty.valueOf(s.getOtherwise())));
    }

    /**
     * The register: what comes with each kind, and every rule that was ever proposed. The state says which one holds today.
     *
     * @param broughtAlong the source of what comes with a kind, in words
     */
    Table<?> rows(Collection<String> kinds, String broughtAlong, LocalDate today) {
        var school = tenancy.current();
        var other = RULE.as("other");
        var inForce = field(select(max(other.VALID_FROM)).from(other).where(other.SCHOOL_ID.eq(school), other.KIND.eq(RULE.KIND), other.STATE.eq("SET"), other.VALID_FROM.le(today)));
        var state = when(RULE.STATE.ne("SET"), RULE.STATE).when(RULE.VALID_FROM.gt(today), inline("LATER")).when(RULE.VALID_FROM.eq(inForce), inline("SET")).otherwise(inline("OVER"));
        Select<Record7<String, String, LocalDate, String, String, String, String>> all = select(cast(RULE.ID, String.class).as("ref"), RULE.KIND, RULE.VALID_FROM, RULE.SOURCE,
                        PROPOSER.NAME.as("proposed_by"), DECIDER.NAME.as("decided_by"), state.as("state"))
                .from(RULE).join(PROPOSER).on(PROPOSER.SCHOOL_ID.eq(RULE.SCHOOL_ID), PROPOSER.ID.eq(RULE.PROPOSED_BY))
                .leftJoin(DECIDER).on(DECIDER.SCHOOL_ID.eq(RULE.SCHOOL_ID), DECIDER.ID.eq(RULE.DECIDED_BY)).where(RULE.SCHOOL_ID.eq(school));
        for (var kind : kinds) {
            var replaced = exists(selectOne().from(other).where(other.SCHOOL_ID.eq(school), other.KIND.eq(kind), other.STATE.eq("SET"), other.VALID_FROM.le(today)));
            all = all.unionAll(select(inline(kind), inline(kind), castNull(LocalDate.class), val(broughtAlong), castNull(String.class), castNull(String.class),
                    when(replaced, inline("OVER")).otherwise(inline("SET"))));
        }
        return all.asTable("r");
    }

    Images images(UUID id) {
        var school = tenancy.current();
        var tiers = select(TIER.ID).from(TIER).where(TIER.SCHOOL_ID.eq(school), TIER.RULE_ID.eq(id));
        return Images.of(RULE, rule(id)).and(TIER, TIER.SCHOOL_ID.eq(school).and(TIER.RULE_ID.eq(id))).and(SIGNER, SIGNER.SCHOOL_ID.eq(school).and(SIGNER.TIER_ID.in(tiers)));
    }

    private Condition rule(UUID id) {
        return RULE.SCHOOL_ID.eq(tenancy.current()).and(RULE.ID.eq(id));
    }
}
