package org.zongwu.stores.pick;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.zongwu.kernel.Quantity;

/** The walk: who asked first is served first from what the shelf has, and the rows stand in the order of the shelves. */
final class PickList {
    /** Rows without a place come last; then one item after the other, and within it who asked first. */
    private static final Comparator<PickRow> WALK = Comparator.comparing(PickRow::shelf, Comparator.nullsLast(PickList::natural)).thenComparing(PickRow::code)
            .thenComparing(PickRow::requestedAt).thenComparing(PickRow::key);

    private PickList() {}

    /** @param waiting slips that nothing is laid ready for yet */
    static List<PickRow> of(List<PickRow> rows, Set<UUID> waiting) {
        var left = new HashMap<UUID, BigDecimal>();
        rows.forEach(r -> left.putIfAbsent(r.itemId(), r.onShelf().value()));
        var shared = new ArrayList<PickRow>();
        for (var row : rows.stream().sorted(Comparator.comparing(PickRow::picked).reversed().thenComparing(PickRow::requestedAt).thenComparing(PickRow::key)).toList()) {
            if (waiting.contains(row.slipId())) {
                shared.add(row.waiting());
                continue;
            }
            var wanted = row.picked() ? row.proposed().value() : row.asked().value();
            var fits = left.get(row.itemId()).divide(row.factor().value(), row.factor().equals(Quantity.of(1)) ? 3 : 0, RoundingMode.DOWN).max(BigDecimal.ZERO);
            var taken = new Quantity(wanted.min(fits).setScale(3, RoundingMode.DOWN));
            left.merge(row.itemId(), taken.times(row.factor().value()).value(), BigDecimal::subtract);
            shared.add(row.proposing(taken));
        }
        return shared.stream().sorted(WALK).toList();
    }

    /** A-2 before A-10: figures by their value. */
    static int natural(String a, String b) {
        return padded(a).compareTo(padded(b));
    }

    private static String padded(String shelf) {
        return java.util.regex.Pattern.compile("\\d+").matcher(shelf).replaceAll(n -> "0".repeat(Math.max(0, 8 - n.group().length())) + n.group());
    }
}
