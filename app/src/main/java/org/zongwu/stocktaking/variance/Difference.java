package org.zongwu.stocktaking.variance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stocktaking.count.LineState;

/**
 * A line of a list that was counted, with what was said about it.
 *
 * @param frozen     what the book said when the list was frozen
 * @param quantity   what was counted, {@code difference} less the book of the same instant; null while the line does not stand
 * @param varianceId the document that its difference lies in, or is to lie in
 */
record Difference(UUID id, UUID campaignId, UUID sheetId, int number, UUID thingId, String code, String title, String area, String unit, Quantity frozen, boolean found, LineState state,
        @Nullable Quantity quantity, @Nullable Quantity difference, @Nullable Instant countedAt, boolean again, @Nullable UUID decidedCount, @Nullable String decidedBy, @Nullable String decision,
        @Nullable Reason reason, @Nullable String words, @Nullable String explainedBy, @Nullable BigDecimal price, @Nullable UUID varianceId) {

    /** Those who know the goods: the keepers, and whoever watches over all property. */
    static boolean mayExplain(Actor actor) {
        return actor.holdsAny(Duty.STOREKEEPER, Duty.ASSET_ADMIN);
    }

    static void requireMayExplain(Actor actor) {
        if (!mayExplain(actor)) throw new RuleBroken("R-AST-5", "rule.stocktake.keeper-explains");
    }

    void requireExplainable() {
        requireOutside();
        if (state != LineState.DIFFERS) throw new RuleBroken("R-AST-5", "rule.stocktake.no-difference", title);
    }

    /** What lies in a document is final. */
    void requireOutside() {
        if (varianceId != null) throw new RuleBroken("R-AST-5", "rule.stocktake.in-document", title);
    }

    boolean isGain() {
        return difference != null && difference.isPositive();
    }

    /** What the book said when it was counted. */
    @Nullable Quantity book() {
        return quantity == null || difference == null ? null : quantity.plus(difference.negated());
    }
}
