package org.zongwu.approvals.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;

/**
 * 授权 (R-1P-3): whoever holds a duty lets another stamp in his stead, from a day to a day, for some kinds, up to an amount.
 *
 * @param max the largest whole amount, itself included; null without limit
 */
public record Delegation(UUID id, Duty duty, UUID holderId, UUID standInId, LocalDate from, LocalDate to, Set<String> kinds, @Nullable Money max, String reason, Instant givenAt,
        @Nullable Instant withdrawnAt) {
    private static final int DAYS = 92;

    public Delegation {
        kinds = Set.copyOf(kinds);
    }

    /** Everything that can be judged without asking who holds which duty. */
    void judge(Actor giver, LocalDate today) {
        if (!giver.holds(duty)) throw RuleBroken.at("duty", "R-1P-3", "rule.approvals.not-yours-to-give", duty);
        if (holderId.equals(standInId)) throw RuleBroken.at("stand_in", "R-1P-3", "rule.approvals.stands-in-for-himself");
        if (from.isBefore(today)) throw RuleBroken.at("from", "R-1P-3", "rule.approvals.delegated-backwards", from);
        if (to.isBefore(from)) throw RuleBroken.at("to", "R-1P-3", "rule.approvals.ends-before", from, to);
        if (!to.isBefore(from.plusDays(DAYS))) throw RuleBroken.at("to", "R-1P-3", "rule.approvals.delegated-too-long", DAYS);
        if (kinds.isEmpty()) throw RuleBroken.at("kind", "R-1P-3", "rule.approvals.delegates-nothing");
    }

    void requireMayWithdraw(Actor actor) {
        if (!actor.employeeId().equals(holderId)) throw new RuleBroken("R-1P-3", "rule.approvals.not-yours-to-withdraw");
        if (withdrawnAt != null) throw new RuleBroken("R-1P-3", "rule.approvals.withdrawn-already");
    }

    /** Its state on that day: what a page shows. */
    String state(LocalDate day) {
        if (withdrawnAt != null) return "WITHDRAWN";
        return day.isBefore(from) ? "LATER" : day.isAfter(to) ? "OVER" : "NOW";
    }

    WorkRef ref(String standIn) {
        return new WorkRef("approvals.delegation", id, standIn + " " + duty.name());
    }
}
