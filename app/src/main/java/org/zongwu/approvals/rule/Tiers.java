package org.zongwu.approvals.rule;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Approvable.Signer;
import org.zongwu.kernel.Approvable.Tier;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;

/** The tiers of one rule, by ascending amount, judged as a whole. */
public record Tiers(List<Tier> all) {
    /** @throws RuleBroken {@code R-1P-1} when some amount would have no tier, or a tier not just one final approver, who comes last */
    public Tiers {
        all = List.copyOf(all);
        if (all.isEmpty() || all.getLast().upTo() != null) throw new RuleBroken("R-1P-1", "rule.approvals.last-tier-has-no-limit");
        for (var i = 0; i < all.size(); i++) {
            var limit = all.get(i).upTo();
            var before = i == 0 ? null : all.get(i - 1).upTo();
            if (i < all.size() - 1 && limit == null) throw new RuleBroken("R-1P-1", "rule.approvals.only-last-without-limit");
            if (limit != null && before != null && limit.compareTo(before) <= 0) throw new RuleBroken("R-1P-1", "rule.approvals.limits-ascend", limit);
            judge(all.get(i).signers());
        }
    }

    private static void judge(List<Signer> signers) {
        if (signers.stream().filter(Signer::decides).count() != 1 || !signers.getLast().decides()) throw new RuleBroken("R-1P-1", "rule.approvals.one-decides-last");
        var duties = new HashSet<>();
        for (var signer : signers) {
            if (!duties.add(signer.duty())) throw new RuleBroken("R-EXP-1", "rule.approvals.duty-twice", signer.duty());
            if (signer.duty() == signer.otherwise()) throw new RuleBroken("R-1P-2", "rule.approvals.instead-of-itself", signer.duty());
            if (signer.duty().administers() || signer.otherwise() != null && signer.otherwise().administers()) throw new RuleBroken("SOD-15", "rule.approvals.administrator-signs", signer.duty());
        }
    }

    /**
     * Who signs for so much: the first tier that reaches it. A refund counts by its size, and what is not about money needs the
     * stamps of the last tier.
     *
     * @param amount of the whole transaction (R-1P-4)
     */
    public List<Signer> signers(@Nullable Money amount) {
        if (amount == null) return all.getLast().signers();
        var size = amount.isNegative() ? amount.negated() : amount;
        return all.stream().filter(t -> t.upTo() == null || size.compareTo(t.upTo()) <= 0).findFirst().orElseThrow().signers();
    }
}
