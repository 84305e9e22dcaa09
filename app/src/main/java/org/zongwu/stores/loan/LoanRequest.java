package org.zongwu.stores.loan;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.Item;

/**
 * A 借物单 until the things are handed out, with every rule about who may do what to it.
 *
 * @param needsApproval whether somebody above the keeper must allow it: it goes to another unit, or is worth more than he may lend
 * @param refusal       why it is not allowed; a change asks anew
 * @param version       raised by every change: who signs, signs what he saw
 * @param corrects      the reversed loan that this one puts right
 */
record LoanRequest(UUID id, LoanContent content, boolean needsApproval, @Nullable UUID approverId, @Nullable Instant approvedAt, @Nullable String refusal, @Nullable Instant borrowerAt,
        UUID madeBy, Instant madeAt, @Nullable UUID corrects, int version) {

    static LoanRequest of(Actor actor, UUID id, LoanContent content, boolean needsApproval, @Nullable UUID corrects, Instant at) {
        requireMayWrite(actor, content.borrowerId());
        return new LoanRequest(id, content, needsApproval, null, null, null, null, actor.employeeId(), at, corrects, 1);
    }

    LoanState state() {
        if (borrowerAt != null) return LoanState.SIGNED;
        if (refusal != null) return LoanState.REFUSED;
        return needsApproval && approverId == null ? LoanState.WAITING : LoanState.REQUESTED;
    }

    /** What was allowed and signed is what was written: both fall away with a change. */
    LoanRequest change(Actor actor, LoanContent changed, boolean approval) {
        requireMine(actor);
        requireMayWrite(actor, changed.borrowerId());
        return new LoanRequest(id, changed, approval, null, null, null, null, madeBy, madeAt, corrects, version + 1);
    }

    /** R-LOAN-3: allowed by somebody who answers for the school's property, by name and day. */
    LoanRequest approve(Actor actor, Instant at) {
        requireApprover(actor);
        return new LoanRequest(id, content, needsApproval, actor.employeeId(), at, null, null, madeBy, madeAt, corrects, version + 1);
    }

    LoanRequest refuse(Actor actor, String reason) {
        requireApprover(actor);
        if (reason.strip().length() < 2) throw RuleBroken.at("reason", "R-LOAN-3", "rule.stores.loan.why-not");
        return new LoanRequest(id, content, needsApproval, null, null, reason.strip(), null, madeBy, madeAt, corrects, version + 1);
    }

    LoanRequest sign(Actor actor, Instant at) {
        state().sign();
        if (!actor.employeeId().equals(content.borrowerId())) throw new RuleBroken("R-LOAN-7", "rule.stores.loan.borrower-signs");
        return new LoanRequest(id, content, needsApproval, approverId, approvedAt, null, at, madeBy, madeAt, corrects, version + 1);
    }

    void requireDeletable(Actor actor) {
        requireMine(actor);
    }

    /** @param needed whether it must be allowed today, whatever was thought when it was asked for */
    void requireHandOut(Actor keeper, boolean needed) {
        state().handOut();
        if (needed && approverId == null) throw new RuleBroken("R-LOAN-5", "rule.stores.loan.approve-first");
        if (keeper.employeeId().equals(content.borrowerId())) throw new RuleBroken("R-LOAN-6", "rule.stores.loan.not-to-himself");
    }

    void requireLines(Map<UUID, Item> items) {
        if (content.lines().isEmpty()) throw RuleBroken.at("lines", "R-LOAN-8", "rule.stores.loan.no-lines");
        if (content.purpose().isEmpty()) throw RuleBroken.at("purpose", "R-LOAN-8", "rule.stores.loan.no-purpose");
        if (content.dueOn().isBefore(content.wantedOn())) throw RuleBroken.at("due", "R-LOAN-8", "rule.stores.loan.due-first");
        var n = 0;
        for (var line : content.lines()) {
            var item = items.get(line.itemId());
            var field = "quantity-" + n++;
            if (!line.quantity().isPositive() || !item.inBaseUnits(line.unit(), line.quantity()).isPositive()) {
                throw RuleBroken.at(field, "R-LOAN-8", "rule.stores.line-not-positive", n, item.label());
            }
            if (!item.active()) throw RuleBroken.at(field, "R-LOAN-8", "rule.stores.item-inactive", n, item.label());
        }
    }

    private void requireApprover(Actor actor) {
        if (state() != LoanState.WAITING) throw new RuleBroken("R-LOAN-0", "rule.stores.loan.nothing-to-approve");
        if (!mayApprove(actor, content)) throw new RuleBroken("R-LOAN-3", content.partyId() == null ? "rule.stores.loan.who-approves" : "rule.stores.loan.who-lends-out");
        if (actor.employeeId().equals(content.borrowerId())) throw new RuleBroken("R-LOAN-3", "rule.stores.loan.not-his-own");
    }

    /** To another unit only the asset administrator or the principal may lend (出租出借须经资产管理审批). */
    static boolean mayApprove(Actor actor, LoanContent content) {
        return actor.holdsAny(Duty.ASSET_ADMIN, Duty.PRINCIPAL) || content.partyId() == null && actor.holds(Duty.GA_DIRECTOR);
    }

    private void requireMine(Actor actor) {
        if (actor.holds(Duty.STOREKEEPER) || actor.employeeId().equals(madeBy) || actor.employeeId().equals(content.borrowerId())) return;
        throw new RuleBroken("R-LOAN-9", "rule.stores.loan.not-yours");
    }

    private static void requireMayWrite(Actor actor, UUID borrowerId) {
        if (actor.holds(Duty.STOREKEEPER) || actor.employeeId().equals(borrowerId)) return;
        throw RuleBroken.at("borrower", "R-LOAN-9", "rule.stores.loan.only-for-oneself");
    }
}
