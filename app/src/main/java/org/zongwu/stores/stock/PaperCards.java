package org.zongwu.stores.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;

/**
 * The cards of one warehouse while old paper is taken in. Each line is asked for by its day ({@link #fits}); what would have been
 * below nothing on any day does not fit, so that paper that does not add up is shown and not booked. What fits is written together
 * at the end ({@link PaperStock#write}): what goes takes the average of all that is known by then, and to the fen as if it went at once.
 */
public final class PaperCards {
    private final UUID warehouseId;
    private final Map<UUID, Sheet> sheets = new HashMap<>();
    private final Map<UUID, LocalDate> began = new HashMap<>();

    PaperCards(UUID warehouseId) {
        this.warehouseId = warehouseId;
    }

    /** What one document changes. */
    public record Document(LocalDate day, List<Change> changes) {}

    /** @param amount what it cost; null for what goes, or comes back, at the average of the card */
    public record Change(UUID itemId, Quantity quantity, @Nullable Money amount) {}

    /** One card, as it lies and as it was by day. */
    private static final class Sheet {
        private final TreeMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
        private final BigDecimal quantityAtFirst;
        private final long amountAtFirst;
        private final long versionAtFirst;
        /** What is neither lent nor lies in lots. */
        private BigDecimal free;
        private BigDecimal quantity;
        private long amount;
        private long version;
        /** What went at the average so far, less what came back. */
        private BigDecimal gone = BigDecimal.ZERO;
        private @Nullable LocalDate last;
        private @Nullable LocalDate lastIn;

        Sheet(BigDecimal quantity, long amount, long version, BigDecimal bound) {
            this.quantityAtFirst = this.quantity = quantity;
            this.amountAtFirst = this.amount = amount;
            this.versionAtFirst = this.version = version;
            this.free = quantity.subtract(bound);
        }

        /** The least that lay there at the end of that day or of any later one. */
        BigDecimal lowestFrom(LocalDate day) {
            var running = BigDecimal.ZERO;
            BigDecimal lowest = null;
            for (var e : byDay.entrySet()) {
                if (e.getKey().isAfter(day) && lowest == null) lowest = running;
                running = running.add(e.getValue());
                if (!e.getKey().isBefore(day)) lowest = lowest == null ? running : lowest.min(running);
            }
            return lowest == null ? running : lowest;
        }

        long costOf(BigDecimal part) {
            if (quantityAtFirst.signum() == 0) return 0;
            return BigDecimal.valueOf(amountAtFirst).multiply(part).divide(quantityAtFirst, 0, RoundingMode.HALF_UP).longValueExact();
        }

        Shift change(UUID item, LocalDate day, Quantity by, @Nullable Money explicit) {
            long cost;
            if (explicit != null) cost = explicit.fen();
            else {
                var before = costOf(gone);
                gone = gone.subtract(by.value());
                cost = before - costOf(gone);
            }
            quantity = quantity.add(by.value());
            amount += cost;
            version++;
            last = last == null || last.isBefore(day) ? day : last;
            if (by.isPositive()) lastIn = lastIn == null || lastIn.isBefore(day) ? day : lastIn;
            return new Shift(item, version, new Goods(by, new Money(cost)), new Goods(new Quantity(quantity), new Money(amount)));
        }
    }

    UUID warehouseId() {
        return warehouseId;
    }

    void open(UUID item, BigDecimal quantity, long amount, long version, BigDecimal bound) {
        sheets.put(item, new Sheet(quantity, amount, version, bound));
    }

    void moved(UUID item, LocalDate day, BigDecimal by) {
        sheets.get(item).byDay.merge(day, by, BigDecimal::add);
    }

    void began(UUID item, LocalDate day) {
        began.put(item, day);
    }

    /** The day on which the books of the item opened: what was before is in the opening. Where it had none, that of the warehouse; null when nothing ever opened. */
    public @Nullable LocalDate opened(UUID item) {
        return began.containsKey(item) ? began.get(item) : began.values().stream().min(LocalDate::compareTo).orElse(null);
    }

    /** Whether so much could come or, below nothing, go on that day; then it counts for whatever is asked next. */
    public boolean fits(UUID item, LocalDate day, Quantity by) {
        var sheet = sheets.get(item);
        if (!by.isPositive() && (sheet.lowestFrom(day).add(by.value()).signum() < 0 || sheet.free.add(by.value()).signum() < 0)) return false;
        sheet.byDay.merge(day, by.value(), BigDecimal::add);
        sheet.free = sheet.free.add(by.value());
        return true;
    }

    /** How much could have gone on that day. */
    public Quantity left(UUID item, LocalDate day) {
        var sheet = sheets.get(item);
        return new Quantity(sheet.lowestFrom(day).min(sheet.free).max(BigDecimal.ZERO));
    }

    /** @throws RuleBroken {@code R-RCV-7} when what remains would be worth less than nothing, or nothing would remain and still be worth something */
    List<List<Shift>> shifts(List<Document> documents) {
        var all = new ArrayList<List<Shift>>();
        for (var document : documents) {
            var merged = new LinkedHashMap<UUID, Change>();
            for (var c : document.changes()) {
                merged.merge(c.itemId(), c, (a, b) -> new Change(a.itemId(), a.quantity().plus(b.quantity()), a.amount() == null || b.amount() == null ? null : a.amount().plus(b.amount())));
            }
            all.add(merged.values().stream().map(c -> sheets.get(c.itemId()).change(c.itemId(), document.day(), c.quantity(), c.amount())).toList());
        }
        for (var sheet : sheets.values()) {
            if (sheet.amount < 0 || sheet.quantity.signum() == 0 && sheet.amount != 0) throw new RuleBroken("R-RCV-7", "rule.stores.paper.average-moved", new Quantity(sheet.quantity), new Money(sheet.amount));
        }
        return all;
    }

    /** How a card stands now. */
    record Changed(UUID item, BigDecimal quantity, long amount, long version, long before, LocalDate last, @Nullable LocalDate lastIn) {}

    List<Changed> changed() {
        return sheets.entrySet().stream().filter(e -> e.getValue().last != null).sorted(Map.Entry.comparingByKey())
                .map(e -> new Changed(e.getKey(), e.getValue().quantity, e.getValue().amount, e.getValue().version, e.getValue().versionAtFirst, e.getValue().last, e.getValue().lastIn)).toList();
    }
}
