package org.zongwu.stores.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is done with lots of several items at once. */
public final class Lots {
    private Lots() {}

    /** What was put is taken, and what was taken is put. */
    public static Map<UUID, List<Lot>> turned(Map<UUID, List<Lot>> lots) {
        var turned = new HashMap<UUID, List<Lot>>();
        lots.forEach((item, parts) -> turned.put(item, parts.stream().map(Lot::negated).toList()));
        return turned;
    }

    /** Of these lots as many as the goods ask for. @param lastFirst those that expire last first */
    public static Map<UUID, List<Lot>> upTo(Map<UUID, Goods> goods, Map<UUID, List<Lot>> lots, boolean lastFirst) {
        var some = new HashMap<UUID, List<Lot>>();
        goods.forEach((item, g) -> {
            var all = lots.getOrDefault(item, List.of()).stream().filter(l -> l.quantity().isPositive()).toList();
            var need = g.quantity();
            var parts = new ArrayList<Lot>();
            for (var lot : lastFirst ? all.reversed() : all) {
                var part = need.exceeds(lot.quantity()) ? lot.quantity() : need;
                if (!part.isPositive()) break;
                parts.add(lot.of(part));
                need = need.plus(part.negated());
            }
            some.put(item, parts);
        });
        return some;
    }
}
