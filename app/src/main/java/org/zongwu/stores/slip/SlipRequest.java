package org.zongwu.stores.slip;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.Item;

/**
 * A document until it is posted, with every rule about who may do what to it, the same for all kinds.
 *
 * @param version  raised by every change: who signs, signs what he saw
 * @param corrects the posted document that this one puts right
 */
record SlipRequest(UUID id, SlipKind kind, SlipContent content, UUID madeBy, Instant madeAt, @Nullable Instant submittedAt, @Nullable UUID secondId,
        @Nullable Instant secondAt, @Nullable UUID corrects, int version) {

    static SlipRequest draft(Actor actor, UUID id, SlipKind kind, SlipContent content, @Nullable UUID corrects, Instant at) {
        requireWriter(actor);
        return new SlipRequest(id, kind, content, actor.employeeId(), at, null, null, null, corrects, 1);
    }

    SlipState state() {
        return secondAt != null ? SlipState.SIGNED : submittedAt != null ? SlipState.SUBMITTED : SlipState.DRAFT;
    }

    /** What is signed is what was written, so nothing changes after the signature. */
    SlipRequest change(Actor actor, SlipContent changed) {
        requireWriter(actor);
        if (state() == SlipState.SIGNED) throw new RuleBroken("R-SLP-0", "rule.stores.slip.signed-is-frozen");
        return new SlipRequest(id, kind, changed, madeBy, madeAt, submittedAt, null, null, corrects, version + 1);
    }

    SlipRequest submit(Actor actor, Instant at, Map<UUID, Item> items) {
        requireWriter(actor);
        state().submit();
        requireLines(items);
        kind.require(content, madeBy);
        if (madeBy.equals(content.personId())) throw new RuleBroken("R-SLP-2", "rule.stores.slip.not-by-himself");
        return new SlipRequest(id, kind, content, madeBy, madeAt, at, null, null, corrects, version + 1);
    }

    SlipRequest sign(Actor actor, Instant at) {
        state().sign();
        if (actor.employeeId().equals(madeBy)) throw new RuleBroken("R-SLP-2", "rule.stores.slip.not-by-himself");
        if (!kind.awaits(actor, content.personId())) throw new RuleBroken("R-SLP-2", "rule.stores.slip.another-signs");
        return new SlipRequest(id, kind, content, madeBy, madeAt, submittedAt, actor.employeeId(), at, corrects, version + 1);
    }

    /** Who wrote it may take it back, and who is asked to sign may hand it back. */
    SlipRequest withdraw(Actor actor) {
        if (!kind.awaits(actor, content.personId())) requireWriter(actor);
        state().withdraw();
        return new SlipRequest(id, kind, content, madeBy, madeAt, null, null, null, corrects, version + 1);
    }

    void requireDeletable(Actor actor) {
        requireWriter(actor);
        if (state() != SlipState.DRAFT) throw new RuleBroken("R-SLP-0", "rule.stores.slip.withdraw-first");
    }

    void requirePostable(Actor keeper) {
        state().post();
        if (keeper.employeeId().equals(secondId)) throw new RuleBroken("R-SLP-2", "rule.stores.slip.signer-posts-not");
    }

    void requireLines(Map<UUID, Item> items) {
        if (content.lines().isEmpty()) throw RuleBroken.at("lines", "R-SLP-4", "rule.stores.issue.no-lines");
        var n = 0;
        for (var line : content.lines()) {
            var item = items.get(line.itemId());
            var field = "quantity-" + n++;
            if (!line.quantity().isPositive() || !item.inBaseUnits(line.unit(), line.quantity()).isPositive()) {
                throw RuleBroken.at(field, "R-SLP-4", "rule.stores.line-not-positive", n, item.label());
            }
            if (kind.asksAmount() && line.amount() == null) throw RuleBroken.at("amount-" + (n - 1), "R-SLP-4", "rule.stores.slip.line-needs-amount", n, item.label());
        }
    }

    private static void requireWriter(Actor actor) {
        if (!actor.holdsAny(SlipKind.writers().toArray(org.zongwu.kernel.Duty[]::new))) throw new RuleBroken("R-SLP-3", "rule.stores.slip.keeper-writes");
    }
}
