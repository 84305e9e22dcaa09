package org.zongwu.approvals.rule;

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
public class RuleService {
    private final RuleRepository rules;
    private final Approvables approvables;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    RuleService(RuleRepository rules, Approvables approvables, Trail trail, Tenancy tenancy, Clock clock) {
        this.rules = rules;
        this.approvables = approvables;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @param ruleId null for what the kind itself brings along */
    public record InForce(@Nullable UUID ruleId, Tiers tiers) {}

    /** The school's own rule, or else what the kind brings along. */
    public InForce inForce(String kind, LocalDate day) {
        return rules.inForce(kind, day).map(p -> new InForce(p.id(), p.tiers())).orElseGet(() -> new InForce(null, defaults(kind)));
    }

    /** The rule under which a course was opened. */
    public Tiers tiers(String kind, @Nullable UUID ruleId) {
        return ruleId == null ? defaults(kind) : rules.find(ruleId).orElseThrow().tiers();
    }

    public void propose(Actor actor, UUID id, String kind, LocalDate from, String source, Tiers tiers) {
        tenancy.write(actor.schoolId(), () -> {
            Rule.requireProposer(actor, from, LocalDate.now(clock));
            approvables.of(kind);
            if (rules.isSet(kind, from)) throw RuleBroken.at("from", "R-PARAM-1", "rule.approvals.day-taken", from);
            rules.insert(id, kind, from, source.strip(), actor, clock.instant(), tiers);
            trail.write(actor, "approval-rule-proposed", rule(id).ref(), null, rules.images(id));
        });
    }

    public void set(Actor actor, UUID id) {
        tenancy.write(actor.schoolId(), () -> {
            rules.lock(id);
            var rule = rule(id);
            rule.requireMaySet(actor, LocalDate.now(clock));
            if (rules.isSet(rule.kind(), rule.from())) throw new RuleBroken("R-PARAM-1", "rule.approvals.day-taken", rule.from());
            rules.decide(id, RuleState.SET, actor, clock.instant(), null);
            trail.write(actor, "approval-rule-set", rule.ref(), null, rules.images(id));
        });
    }

    public void refuse(Actor actor, UUID id, String reason) {
        tenancy.write(actor.schoolId(), () -> {
            rules.lock(id);
            var rule = rule(id);
            rule.requireMayRefuse(actor, reason);
            rules.decide(id, RuleState.REFUSED, actor, clock.instant(), reason.strip());
            trail.write(actor, "approval-rule-refused", rule.ref(), reason.strip(), rules.images(id));
        });
    }

    /** Proposed rules that wait for this person. */
    public List<Proposed> waiting(Actor actor) {
        if (!actor.holds(Duty.PRINCIPAL)) return List.of();
        return rules.proposed().stream().filter(p -> p.mayDecide(actor)).map(p -> new Proposed(p.kind(), p.source(), p.from(), RulePages.PATH + "/" + p.id())).toList();
    }

    public record Proposed(String kind, String source, LocalDate from, String path) {}

    Rule rule(UUID id) {
        return rules.find(id).orElseThrow(NotFound::new);
    }

    Tiers defaults(String kind) {
        return new Tiers(approvables.of(kind).defaultTiers());
    }
}
