package org.zongwu.stocktaking.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;
import org.zongwu.stocktaking.campaign.Recount;

/**
 * What the counts of one line come to. Each person is heard once, with what he said last. A line stands when two people say the
 * same difference (R-AST-6, SOD-5), or when its first count needs no second; else it waits for another person or is disputed.
 *
 * @param standing the count that it stands by; null while it does not
 */
public record Verdict(LineState state, @Nullable Taken standing) {
    /**
     * @param keeper  who answers for the place: he may count, but not alone
     * @param decided the count that somebody decided for; null when nobody had to
     */
    public static Verdict of(List<Taken> counts, Recount recount, @Nullable UUID keeper, @Nullable UUID decided) {
        var heard = lastOfEach(counts);
        if (heard.isEmpty()) return new Verdict(LineState.OPEN, null);
        if (decided != null) return standing(counts.stream().filter(t -> t.id().equals(decided)).findFirst().orElseGet(heard::getLast));
        if (recount == Recount.NONE) return standing(heard.getLast());
        var byDifference = new LinkedHashMap<Quantity, List<Taken>>();
        for (var taken : heard) byDifference.computeIfAbsent(taken.difference(), d -> new ArrayList<>()).add(taken);
        var agreed = byDifference.values().stream().filter(same -> same.size() > 1).map(List::getLast).max(Comparator.comparing(Taken::at));
        if (agreed.isPresent()) return standing(agreed.get());
        if (byDifference.size() > 1) return new Verdict(LineState.DISPUTED, null);
        var only = heard.getLast();
        var needsSecond = recount == Recount.ALL || only.difference().compareTo(Quantity.ZERO) != 0 || only.personId() == null || only.personId().equals(keeper);
        return needsSecond ? new Verdict(LineState.ONCE, null) : standing(only);
    }

    private static Verdict standing(Taken taken) {
        return new Verdict(taken.difference().compareTo(Quantity.ZERO) == 0 ? LineState.MATCHED : LineState.DIFFERS, taken);
    }

    /** In the order in which they were counted. */
    private static List<Taken> lastOfEach(List<Taken> counts) {
        var last = new LinkedHashMap<Object, Taken>();
        counts.stream().filter(t -> !t.late()).sorted(Comparator.comparing(Taken::at).thenComparing(Taken::receivedAt).thenComparing(Taken::id)).forEach(t -> {
            var who = t.personId() == null ? t.person() : t.personId();
            last.remove(who);
            last.put(who, t);
        });
        return List.copyOf(last.values());
    }
}
