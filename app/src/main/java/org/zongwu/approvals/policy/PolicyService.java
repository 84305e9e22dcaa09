package org.zongwu.approvals.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.approvals.kind.Approvables;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Which rule holds on a day, and how a new one comes to be. */
@Service
public class PolicyService {
    private final PolicyRepository policies;
    private final Approvables approvables;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    PolicyService(PolicyRepository policies, Approvables approvables, Trail trail, Tenancy tenancy, Clock clock) {
        this.policies = policies;
        this.approvables = approvables;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @param policyId null for what the kind itself brings along */
    public record InForce(@Nullable UUID policyId, Tiers tiers) {}

    /** The school's own rule, or else what the kind brings along. */
    public InForce inForce(String kind, LocalDate day) {
        return policies.inForce(kind, day).map(p -> new InForce(p.id(), p.tiers())).orElseGet(() -> new InForce(null, defaults(kind)));
    }

    /** The rule under which a course was opened. */
    public Tiers tiers(String kind, @Nullable UUID policyId) {
        return policyId == null ? defaults(kind) : policies.find(policyId).orElseThrow().tiers();
    }

    public void propose(Actor actor, UUID id, String kind, LocalDate from, String source, Tiers tiers) {
        tenancy.write(actor.schoolId(), () -> {
            Policy.requireProposer(actor, from, LocalDate.now(clock));
            approvables.of(kind);
            if (policies.isSet(kind, from)) throw RuleBroken.at("from", "R-PARAM-1", "rule.approvals.day-taken", from);
            policies.insert(id, kind, from, source.strip(), actor, clock.instant(), tiers);
            trail.write(actor, "approval-rule-proposed", policy(id).ref(), null, policies.images(id));
        });
    }

    public void set(Actor actor, UUID id) {
        tenancy.write(actor.schoolId(), () -> {
            policies.lock(id);
            var policy = policy(id);
            policy.requireMaySet(actor, LocalDate.now(clock));
            if (policies.isSet(policy.kind(), policy.from())) throw new RuleBroken("R-PARAM-1", "rule.approvals.day-taken", policy.from());
            policies.decide(id, PolicyState.SET, actor, clock.instant(), null);
            trail.write(actor, "approval-rule-set", policy.ref(), null, policies.images(id));
        });
    }

    public void refuse(Actor actor, UUID id, String reason) {
        tenancy.write(actor.schoolId(), () -> {
            policies.lock(id);
            var policy = policy(id);
            policy.requireMayRefuse(actor, reason);
            policies.decide(id, PolicyState.REFUSED, actor, clock.instant(), reason.strip());
            trail.write(actor, "approval-rule-refused", policy.ref(), reason.strip(), policies.images(id));
        });
    }

    /** Proposed rules that wait for this person. */
    public List<Proposed> waiting(Actor actor) {
        if (!actor.holds(Duty.PRINCIPAL)) return List.of();
        return policies.proposed().stream().filter(p -> p.mayDecide(actor)).map(p -> new Proposed(p.kind(), p.source(), p.from(), PolicyPages.PATH + "/" + p.id())).toList();
    }

    public record Proposed(String kind, String source, LocalDate from, String path) {}

    Policy policy(UUID id) {
        return policies.find(id).orElseThrow(NotFound::new);
    }

    Tiers defaults(String kind) {
        return new Tiers(approvables.of(kind).defaultTiers());
    }
}
