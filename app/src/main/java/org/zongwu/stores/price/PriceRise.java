package org.zongwu.stores.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zongwu.school.Policies;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;

/** Says which prices lie further above the last purchase than the school's policy lets pass without a word. */
@Service
public class PriceRise {
    private static final String ALERT = "stock.price.alert.percent";
    private static final int PLACES = 6;

    private final PriceBooks books;
    private final ItemService items;
    private final Policies policies;

    PriceRise(PriceBooks books, ItemService items, Policies policies) {
        this.books = books;
        this.items = items;
        this.policies = policies;
    }

    /** Each line that rose too far, in base units, beside what the item cost last until that day. */
    public List<Rise> rises(Collection<Asked> lines, LocalDate day) {
        var limit = policies.value(ALERT, day).map(BigDecimal::new);
        if (lines.isEmpty() || limit.isEmpty()) return List.of();
        var known = items.byIds(lines.stream().map(Asked::itemId).toList());
        var last = books.last(known.keySet(), day);
        return lines.stream().filter(l -> last.containsKey(l.itemId())).flatMap(l -> rise(l, known.get(l.itemId()), last.get(l.itemId()))).filter(r -> r.percent().compareTo(limit.get()) > 0)
                .distinct().toList();
    }

    private static Stream<Rise> rise(Asked line, Item item, PriceBooks.Purchase last) {
        if (last.price().signum() == 0) return Stream.empty();
        var factor = line.unit().equals(item.unit()) ? BigDecimal.ONE : item.units().get(line.unit());
        var price = line.price().divide(factor, PLACES, RoundingMode.HALF_UP);
        var percent = price.subtract(last.price()).movePointRight(2).divide(last.price(), 1, RoundingMode.HALF_UP);
        return Stream.of(new Rise(item.id(), item.label(), item.unit(), percent, last.price(), price, last.day(), last.supplier()));
    }

    /** @param price yuan for one of this unit */
    public record Asked(UUID itemId, String unit, BigDecimal price) {}

    /**
     * @param last  yuan for one base unit at the last purchase, on that day from that supplier
     * @param price yuan for one base unit now
     */
    public record Rise(UUID itemId, String item, String unit, BigDecimal percent, BigDecimal last, BigDecimal price, LocalDate day, String supplier) {}
}
