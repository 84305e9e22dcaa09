package org.zongwu.stocktaking.campaign;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place on its own list.
 *
 * @param kind     whose place it is, as {@link org.zongwu.kernel.Countable#kind}
 * @param keeperId who answered for it when the list was frozen
 */
public record Sheet(UUID id, String kind, UUID placeId, String name, @Nullable UUID keeperId, @Nullable String keeper, List<Counter> counters) {
    /** @param round 1 counts first, 2 again */
    public record Counter(UUID personId, String name, int round) {}

    public boolean isCountedBy(UUID personId, int round) {
        return counters.stream().anyMatch(c -> c.personId().equals(personId) && (round == 3 || c.round() == round));
    }

    public boolean isCountedBy(UUID personId) {
        return isCountedBy(personId, 3);
    }

    /** R-AST-6: whoever keeps the place may count, but not alone, and nobody confirms himself. */
    boolean hasEnoughCounters() {
        var first = counters.stream().filter(c -> c.round() == 1).map(Counter::personId).distinct().toList();
        var second = counters.stream().filter(c -> c.round() == 2).map(Counter::personId).distinct().toList();
        return !first.isEmpty() && !second.isEmpty() && (first.size() > 1 || second.size() > 1 || !first.equals(second));
    }

    String names(int round) {
        return String.join("、", counters.stream().filter(c -> c.round() == round).map(Counter::name).toList());
    }
}
