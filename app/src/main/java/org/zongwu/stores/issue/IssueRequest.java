package org.zongwu.stores.issue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.Item;

/**
 * A 领物单 until it is posted, with every rule about who may do what to it.
 *
 * @param version  raised by every change: who signs, signs what he saw
 * @param corrects the posted issue that this one puts right
 */
record IssueRequest(UUID id, IssueContent content, UUID madeBy, Instant madeAt, @Nullable Instant submittedAt, @Nullable Instant receiverAt,
        @Nullable UUID corrects, int version) {

    static IssueRequest draft(Actor actor, UUID id, IssueContent content, @Nullable UUID corrects, Instant at) {
        requireMayWrite(actor, content.receiverId());
        return new IssueRequest(id, content, actor.employeeId(), at, null, null, corrects, 1);
    }

    IssueState state() {
        return receiverAt != null ? IssueState.SIGNED : submittedAt != null ? IssueState.SUBMITTED : IssueState.DRAFT;
    }

    /** What the receiver signs is what was written, so nothing changes after the signature. */
    IssueRequest change(Actor actor, IssueContent changed) {
        requireMine(actor);
        requireMayWrite(actor, changed.receiverId());
        state().requireOpenLines();
        return new IssueRequest(id, changed, madeBy, madeAt, submittedAt, null, corrects, version + 1);
    }

    IssueRequest submit(Actor actor, Instant at, Map<UUID, Item> items) {
        requireMine(actor);
        state().submit();
        requireLines(items);
        return new IssueRequest(id, content, madeBy, madeAt, at, null, corrects, version + 1);
    }

    IssueRequest sign(Actor actor, Instant at) {
        state().sign();
        if (!actor.employeeId().equals(content.receiverId())) throw new RuleBroken("R-ISS-7", "rule.stores.issue.receiver-signs");
        return new IssueRequest(id, content, madeBy, madeAt, submittedAt, at, corrects, version + 1);
    }

    IssueRequest withdraw(Actor actor) {
        requireMine(actor);
        state().withdraw();
        return new IssueRequest(id, content, madeBy, madeAt, null, null, corrects, version + 1);
    }

    void requireDeletable(Actor actor) {
        requireMine(actor);
        if (state() != IssueState.DRAFT) throw new RuleBroken("R-ISS-0", "rule.stores.issue.withdraw-first");
    }

    void requirePostable(Actor keeper) {
        state().post();
        if (keeper.employeeId().equals(content.receiverId())) throw new RuleBroken("R-ISS-6", "rule.stores.issue.not-to-himself");
    }

    /** Base units by item: lines that name the same item are one. */
    Map<UUID, Quantity> wanted(Map<UUID, Item> items) {
        var wanted = new LinkedHashMap<UUID, Quantity>();
        for (var line : content.lines()) {
            wanted.merge(line.itemId(), items.get(line.itemId()).inBaseUnits(line.unit(), line.quantity()), Quantity::plus);
        }
        return wanted;
    }

    void requireLines(Map<UUID, Item> items) {
        if (content.lines().isEmpty()) throw RuleBroken.at("lines", "R-ISS-8", "rule.stores.issue.no-lines");
        var n = 0;
        for (var line : content.lines()) {
            var item = items.get(line.itemId());
            var field = "quantity-" + n++;
            if (!line.quantity().isPositive()) throw RuleBroken.at(field, "R-ISS-8", "rule.stores.line-not-positive", n, item.label());
            if (!item.active()) throw RuleBroken.at(field, "R-ISS-8", "rule.stores.item-inactive", n, item.label());
            if (!item.inBaseUnits(line.unit(), line.quantity()).isPositive()) throw RuleBroken.at(field, "R-ISS-8", "rule.stores.line-not-positive", n, item.label());
        }
    }

    private void requireMine(Actor actor) {
        if (actor.holds(Duty.STOREKEEPER) || actor.employeeId().equals(madeBy) || actor.employeeId().equals(content.receiverId())) return;
        throw new RuleBroken("R-ISS-9", "rule.stores.issue.not-yours");
    }

    private static void requireMayWrite(Actor actor, UUID receiverId) {
        if (actor.holds(Duty.STOREKEEPER)) return;
        if (!actor.holdsAny(Duty.TEACHER, Duty.HEAD_TEACHER, Duty.WORKER, Duty.CANTEEN_MANAGER)) throw new RuleBroken("R-ISS-9", "rule.stores.issue.may-not-write");
        if (!actor.employeeId().equals(receiverId)) throw RuleBroken.at("receiver", "R-ISS-9", "rule.stores.issue.only-for-oneself");
    }
}
