package org.zongwu.approvals.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;

/**
 * A rule for one kind of document from a day on (审批权限).
 *
 * @param source the resolution or paper that it follows
 * @param words  why it was refused
 */
record Rule(UUID id, String kind, LocalDate from, String source, RuleState state, UUID proposedById, String proposedBy, Instant proposedAt, @Nullable String decidedBy,
        @Nullable Instant decidedAt, @Nullable String words, Tiers tiers) {
    private static final int REASON = 2;

    WorkRef ref() {
        return new WorkRef("approvals.rule", id, kind + " " + from);
    }

    static void requireProposer(Actor actor, LocalDate from, LocalDate today) {
        if (!actor.holds(Duty.GA_DIRECTOR)) throw new RuleBroken("R-1P-1", "rule.approvals.director-proposes");
        if (from.isBefore(today)) throw RuleBroken.at("from", "R-PARAM-1", "rule.approvals.not-backwards", from);
    }

    /** Set by the principal, who did not propose it, and not for days that have passed (R-PARAM-1). */
    void requireMaySet(Actor actor, LocalDate today) {
        requireMayDecide(actor);
        if (from.isBefore(today)) throw new RuleBroken("R-PARAM-1", "rule.approvals.too-late-to-set", from);
    }

    void requireMayRefuse(Actor actor, String reason) {
        requireMayDecide(actor);
        if (reason.strip().length() < REASON) throw RuleBroken.at("words", "R-1P-1", "rule.approvals.reason-too-short");
    }

    boolean mayDecide(Actor actor) {
        return state == RuleState.PROPOSED && actor.holds(Duty.PRINCIPAL) && !actor.employeeId().equals(proposedById);
    }

    private void requireMayDecide(Actor actor) {
        if (!actor.holds(Duty.PRINCIPAL)) throw new RuleBroken("R-1P-1", "rule.approvals.principal-sets");
        if (state != RuleState.PROPOSED) throw new RuleBroken("R-1P-1", "rule.approvals.rule-decided." + state, decidedBy);
        if (actor.employeeId().equals(proposedById)) throw new RuleBroken("SOD-3", "rule.approvals.proposer-sets-not");
    }
}
