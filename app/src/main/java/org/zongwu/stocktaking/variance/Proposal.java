package org.zongwu.stocktaking.variance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stocktaking.campaign.Sheet;

/**
 * A 盘盈盘亏单 that somebody prepared and somebody else approves (R-AST-5). Approved, the document with its id stands in the books.
 *
 * @param state      {@code PREPARED}, {@code RETURNED} or {@code APPROVED}
 * @param documentNo of the posted document; null before
 */
record Proposal(UUID id, UUID campaignId, UUID sheetId, String state, int lines, UUID preparedById, String preparedBy, Instant preparedAt, @Nullable String decidedBy, @Nullable Instant decidedAt,
        @Nullable String words, @Nullable String documentType, @Nullable String documentNo) {
    static final String PREPARED = "PREPARED";

    /** @param counted whether he counted anything in this stocktake */
    void requireApprover(Actor actor, Sheet sheet, boolean counted) {
        if (!actor.holds(Duty.GA_DIRECTOR)) throw new RuleBroken("R-AST-5", "rule.stocktake.director-approves");
        if (!state.equals(PREPARED)) throw new RuleBroken("R-AST-5", "rule.stocktake.decided-already");
        if (actor.employeeId().equals(preparedById)) throw new RuleBroken("SOD-3", "rule.stocktake.preparer-approves-not");
        if (actor.employeeId().equals(sheet.keeperId())) throw new RuleBroken("R-AST-6", "rule.stocktake.keeper-approves-not", sheet.name());
        if (counted) throw new RuleBroken("R-AST-6", "rule.stocktake.counter-approves-not");
    }
}
