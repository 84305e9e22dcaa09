package org.zongwu.stores.slip;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stores on paper: what every card and every lot must say after each document, in plain Java and by its own arithmetic. Quantities are
 * whole numbers of thousandths, amounts are fen. A document that the rules refuse answers null and changes nothing.
 */
final class PaperStore {
    private final LocalDate today;
    private final Map<Place, Pile> piles = new HashMap<>();

    PaperStore(LocalDate today) {
        this.today = today;
    }

    record Place(int warehouse, int item) {}

    /** Orders lots as they are handed out: the first to expire first, those that keep for ever last. */
    record Key(String no, @Nullable LocalDate expires) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            var a = expires == null ? LocalDate.MAX : expires;
            var b = other.expires == null ? LocalDate.MAX : other.expires;
            return a.equals(b) ? no.compareTo(other.no) : a.compareTo(b);
        }
    }

    /** So many for so much, of these lots; negative for what went. */
    record Change(Place place, long quantity, long fen, Map<Key, Long> lots) {
        Change turned() {
            var turned = new TreeMap<Key, Long>();
            lots.forEach((k, q) -> turned.put(k, -q));
            return new Change(place, -quantity, -fen, turned);
        }
    }

    static final class Pile {
        long quantity;
        long fen;
        final TreeMap<Key, Long> lots = new TreeMap<>();

        long lotted() {
            return lots.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Something posted, with what others have taken up of it. */
    static final class Paper {
        final String kind;
        final List<Change> changes;
        final @Nullable Paper source;
        long claimed;
        long claimedFen;
        boolean reversed;
        final List<Paper> claims = new ArrayList<>();
        long worth;
        long worthQuantity;

        Paper(String kind, @Nullable Paper source, Change... changes) {
            this.kind = kind;
            this.source = source;
            this.changes = List.of(changes);
        }

        Change first() {
            return changes.getFirst();
        }

        boolean isClaimed() {
            return claims.stream().anyMatch(c -> !c.reversed);
        }
    }

    Pile pile(Place place) {
        return piles.computeIfAbsent(place, p -> new Pile());
    }

    Paper receipt(String kind, Place place, long quantity, long fen, @Nullable Key lot) {
        var change = new Change(place, quantity, fen, lot == null ? Map.of() : Map.of(lot, quantity));
        apply(change);
        return new Paper(kind, null, change);
    }

    @Nullable Paper issue(Place place, long quantity) {
        var taken = take(place, quantity, true);
        return taken == null ? null : new Paper("ISSUE", null, taken);
    }

    @Nullable Paper scrap(Place place, long quantity) {
        var taken = take(place, quantity, false);
        return taken == null ? null : new Paper("SCRAP", null, taken);
    }

    @Nullable Paper transfer(Place from, Place to, long quantity) {
        var taken = take(from, quantity, false);
        if (taken == null) return null;
        var back = taken.turned();
        var come = new Change(to, back.quantity(), back.fen(), back.lots());
        apply(come);
        return new Paper("TRANSFER", null, taken, come);
    }

    @Nullable Paper giveBack(Paper issue, long quantity) {
        var part = claim(issue, quantity);
        if (part == null) return null;
        var back = new TreeMap<Key, Long>();
        var need = quantity;
        for (var lot : new TreeMap<>(left(issue)).descendingMap().entrySet()) {
            var some = Math.min(need, -lot.getValue());
            if (some <= 0) continue;
            back.put(lot.getKey(), some);
            need -= some;
        }
        var change = new Change(issue.first().place(), quantity, part, back);
        apply(change);
        return claimed(new Paper("RETURN", issue, change), quantity, part);
    }

    @Nullable Paper sendBack(Paper receipt, long quantity) {
        var part = claim(receipt, quantity);
        if (part == null) return null;
        var gone = new TreeMap<Key, Long>();
        var need = quantity;
        for (var lot : left(receipt).entrySet()) {
            var some = Math.min(need, lot.getValue());
            if (some <= 0) continue;
            gone.put(lot.getKey(), -some);
            need -= some;
        }
        var change = new Change(receipt.first().place(), -quantity, -part, gone);
        return fits(change) ? claimed(new Paper("SUPPLIER_RETURN", receipt, applied(change)), quantity, part) : null;
    }

    @Nullable Paper invoice(Paper receipt, long quantity, long invoiced) {
        var part = claim(receipt, quantity);
        if (part == null) return null;
        var place = receipt.first().place();
        var pile = pile(place);
        var onShelf = share(invoiced - part, Math.min(pile.quantity, quantity), quantity);
        if (pile.quantity > 0 && pile.fen + onShelf < 0) return null;
        var paper = new Paper("PRICE_DIFFERENCE", receipt, applied(new Change(place, 0, pile.quantity == 0 ? 0 : onShelf, Map.of())));
        return claimed(paper, quantity, part);
    }

    /** @return whether it may be taken back */
    boolean reverse(Paper paper) {
        if (paper.reversed || paper.isClaimed()) return false;
        var undone = paper.changes.stream().map(Change::turned).toList();
        for (var change : undone) if (!fits(change)) return false;
        undone.forEach(this::apply);
        paper.reversed = true;
        if (paper.source != null) {
            paper.source.claimed -= paper.worthQuantity;
            paper.source.claimedFen -= paper.worth;
        }
        return true;
    }

    private static long share(long fen, long part, long whole) {
        return BigDecimal.valueOf(fen).multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP).longValueExact();
    }

    /** What the next so many of the source cost; null when there are not so many, or it was taken back. */
    private static @Nullable Long claim(Paper source, long quantity) {
        var whole = Math.abs(source.first().quantity());
        if (source.reversed || source.claimed + quantity > whole) return null;
        return share(Math.abs(source.first().fen()), source.claimed + quantity, whole) - source.claimedFen;
    }

    private static Paper claimed(Paper paper, long quantity, long fen) {
        paper.worth = fen;
        paper.worthQuantity = quantity;
        paper.source.claimed += quantity;
        paper.source.claimedFen += fen;
        paper.source.claims.add(paper);
        return paper;
    }

    /** The lots of the source less what was turned back of them. */
    private static Map<Key, Long> left(Paper source) {
        var left = new TreeMap<>(source.first().lots());
        for (var c : source.claims) if (!c.reversed) c.first().lots().forEach((k, q) -> left.merge(k, q, Long::sum));
        return left;
    }

    private @Nullable Change take(Place place, long quantity, boolean handedOut) {
        var pile = pile(place);
        if (quantity > pile.quantity) return null;
        var fen = quantity == pile.quantity ? pile.fen : share(pile.fen, quantity, pile.quantity);
        var from = new TreeMap<Key, Long>();
        var need = quantity;
        for (var lot : pile.lots.entrySet()) {
            if (handedOut && lot.getKey().expires() != null && lot.getKey().expires().isBefore(today)) continue;
            var some = Math.min(need, lot.getValue());
            if (some <= 0) continue;
            from.put(lot.getKey(), -some);
            need -= some;
        }
        if (need > pile.quantity - pile.lotted()) return null;
        return applied(new Change(place, -quantity, -fen, from));
    }

    /** Whether the pile can bear the change: what goes must be there, and what stays must be worth what it can be worth. */
    private boolean fits(Change change) {
        var pile = pile(change.place());
        if (change.quantity() > 0 || change.quantity() == 0 && change.fen() == 0) return true;
        if (change.quantity() == 0) return pile.quantity > 0 && pile.fen + change.fen() >= 0;
        for (var lot : change.lots().entrySet()) if (pile.lots.getOrDefault(lot.getKey(), 0L) + lot.getValue() < 0) return false;
        var fromLots = -change.lots().values().stream().mapToLong(Long::longValue).sum();
        var left = pile.quantity + change.quantity();
        var worth = pile.fen + change.fen();
        return left >= 0 && pile.quantity - pile.lotted() >= -change.quantity() - fromLots && (left > 0 ? worth >= 0 : worth == 0);
    }

    private Change applied(Change change) {
        apply(change);
        return change;
    }

    private void apply(Change change) {
        var pile = pile(change.place());
        pile.quantity += change.quantity();
        pile.fen += change.fen();
        change.lots().forEach((k, q) -> pile.lots.merge(k, q, Long::sum));
        pile.lots.values().removeIf(q -> q == 0);
    }
}
