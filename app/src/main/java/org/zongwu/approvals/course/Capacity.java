package org.zongwu.approvals.course;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.approvals.delegation.Delegation;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;

/**
 * In whose right a person stamps: by a duty of his own, or by that of another who let him.
 *
 * @param kinds the kinds it is good for; null for all
 * @param max   up to which whole amount; null without limit
 */
record Capacity(Duty duty, UUID holderId, @Nullable UUID delegationId, @Nullable Set<String> kinds, @Nullable Money max) {
    static Capacity own(Duty duty, UUID personId) {
        return new Capacity(duty, personId, null, null, null);
    }

    static Capacity of(Delegation d) {
        return new Capacity(d.duty(), d.holderId(), d.id(), d.kinds(), d.max());
    }

    boolean reaches(String kind) {
        return kinds == null || kinds.contains(kind);
    }

    boolean reaches(@Nullable Money amount) {
        return max == null || amount == null || (amount.isNegative() ? amount.negated() : amount).compareTo(max) <= 0;
    }
}
