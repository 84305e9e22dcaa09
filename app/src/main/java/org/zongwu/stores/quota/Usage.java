package org.zongwu.stores.quota;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.Span;

/**
 * How a slip stands against one quota, in base units.
 *
 * @param named  whether the quota names its holder; then it is in the place of the one that is meant for everybody
 * @param target the item or the category
 * @param unit   of the item; null for a category, where things of many units are counted together
 * @param issued what was posted in the span
 * @param asked  what others' open requests, and other slips of the same holder, still ask for
 * @param wanted what this slip wants
 */
public record Usage(UUID quotaId, String no, String holder, boolean named, UUID targetId, String target, @Nullable String unit, Period period, Span span, Quantity limit, Quantity issued,
        Quantity asked, Quantity wanted) {

    /** What this slip may still have when everybody who asked before gets what he asked for; never below nothing. */
    public Quantity left() {
        return atLeastNothing(minus(minus(limit, issued), asked));
    }

    /** What may still be given now. */
    Quantity leftNow() {
        return atLeastNothing(minus(limit, issued));
    }

    public boolean isOver() {
        return wanted.exceeds(left());
    }

    boolean isOverNow() {
        return wanted.exceeds(leftNow());
    }

    /** Whether the other one is only the general rule for the same thing. */
    boolean overrides(Usage other) {
        return named && !other.named && holder.equals(other.holder) && targetId.equals(other.targetId) && period == other.period;
    }

    private static Quantity minus(Quantity a, Quantity b) {
        return a.plus(b.negated());
    }

    private static Quantity atLeastNothing(Quantity q) {
        return q.value().signum() < 0 ? Quantity.ZERO : q;
    }
}
