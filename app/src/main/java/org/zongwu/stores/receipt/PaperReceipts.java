package org.zongwu.stores.receipt;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Ledger;
import org.zongwu.parties.Parties;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.PaperCards;
import org.zongwu.stores.stock.PaperStock;
import org.zongwu.stores.stock.Shift;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;

/**
 * Takes over 入库单 that were written on paper: posted as of grade IMPORTED with cards, entry and trail like those of the daily work, under
 * their own numbers, and with the signatures that the paper bears, which may be fewer than the rules ask.
 */
@Service
public class PaperReceipts {
    private final ReceiptRepository receipts;
    private final PaperStock paper;
    private final StockService stock;
    private final WarehouseService warehouses;
    private final Parties parties;
    private final Terms terms;
    private final Ledger ledger;
    private final Series series;
    private final Trail trail;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    PaperReceipts(ReceiptRepository receipts, PaperStock paper, StockService stock, WarehouseService warehouses, Parties parties, Terms terms, Ledger ledger, Series series, Trail trail,
            Messages messages, Tenancy tenancy, Clock clock) {
        this.receipts = receipts;
        this.paper = paper;
        this.stock = stock;
        this.warehouses = warehouses;
        this.parties = parties;
        this.terms = terms;
        this.ledger = ledger;
        this.series = series;
        this.trail = trail;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * One 入库单. One in red (红字) takes goods back to the supplier: its quantities and amounts are below nothing.
     *
     * @param no         as it stands on the paper; null for one without, which then gets one of ours
     * @param acceptorId who signed for the goods; a second signature is only there when the paper bears it
     */
    public record Slip(@Nullable String no, LocalDate day, Funding funding, UUID supplierId, @Nullable UUID buyerId, @Nullable UUID acceptorId, @Nullable UUID secondId, @Nullable String invoiceNo,
            @Nullable String remark, List<Line> lines) {
        boolean isRed() {
            return amount().isNegative();
        }

        private Money amount() {
            return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    /**
     * @param count    in {@code unit}, as written; {@code quantity} is the same in base units
     * @param unitPrice yuan for one {@code unit}
     */
    public record Line(UUID itemId, String unit, Quantity count, Quantity quantity, BigDecimal unitPrice, Money amount) {}

    /** What a posted slip of that number holds, by item: for telling whether a file came in before. */
    public record Known(UUID id, boolean reversed, boolean imported, Map<UUID, Quantity> goods) {}

    /** By number, those of these that are there already. */
    public Map<String, Known> known(Collection<String> numbers) {
        var all = new HashMap<String, Known>();
        receipts.idsOf(numbers).forEach((no, id) -> {
            var r = receipts.posted(id).orElseThrow();
            all.put(no, new Known(id, r.reversalOf() != null || receipts.reversalNo(id).isPresent(), r.grade() == Grade.IMPORTED,
                    r.goods().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, g -> g.getValue().quantity()))));
        });
        return all;
    }

    /** One line of a slip without a number. */
    public record Came(LocalDate day, UUID itemId, Quantity quantity, Money amount) {}

    /** What came in from paper for these days and stands, with the number of its slip: for telling whether a file without numbers came in before. */
    public Map<Came, String> came(Collection<LocalDate> days) {
        return receipts.came(days);
    }

    /** Those of these numbers that are taken. */
    public Set<String> taken(Collection<String> numbers) {
        return receipts.idsOf(numbers).keySet();
    }

    /**
     * Posts slips that the cards have room for ({@link PaperCards#fits}). Joins the caller's transaction.
     *
     * @return the receipts, in the order of the slips
     */
    public List<WorkRef> post(Actor actor, PaperCards cards, UUID warehouseId, List<Slip> slips) {
        requireMayWrite(actor);
        return tenancy.write(actor.schoolId(), () -> {
            var shifts = paper.write(cards, slips.stream().map(s -> new PaperCards.Document(s.day(),
                    s.lines().stream().map(l -> new PaperCards.Change(l.itemId(), l.quantity(), l.amount())).toList())).toList());
            var posted = new ArrayList<WorkRef>();
            for (var i = 0; i < slips.size(); i++) posted.add(post(actor, warehouseId, slips.get(i), shifts.get(i)));
            return posted;
        });
    }

    private WorkRef post(Actor actor, UUID warehouseId, Slip slip, List<Shift> shifts) {
        var now = clock.instant();
        var keeper = warehouses.keeperOn(warehouseId, slip.day()).orElseGet(() -> warehouses.warehouse(warehouseId).keeperId());
        var no = slip.no() == null ? series.next(ReceiptService.SERIES, slip.day().getYear()) : slip.no();
        var lines = slip.lines().stream().map(l -> new PostedReceipt.Line(l.itemId(), l.unit(), l.count(), l.quantity(), l.unitPrice(), l.amount())).toList();
        var receipt = new PostedReceipt(Ids.next(), no, warehouseId, slip.funding(), slip.supplierId(), slip.buyerId(), slip.day(), term(slip.day()), slip.invoiceNo(), slip.remark(),
                slip.acceptorId(), slip.secondId(), null, null, actor.employeeId(), now, keeper, null, null, null, Grade.IMPORTED, now, lines);
        var document = new WorkRef(ReceiptService.TYPE, receipt.id(), no);
        var memo = parties.party(slip.supplierId()).map(Parties.Party::name).orElseThrow();
        var entry = slip.isRed() ? ledger.postRed("STORES_RECEIPT", slip.funding().name(), slip.day(), document, memo, receipt.amount().negated())
                : ledger.post("STORES_RECEIPT", slip.funding().name(), slip.day(), document, memo, receipt.amount());
        receipts.insert(receipt);
        var moves = stock.record(MoveKind.RECEIPT, Grade.IMPORTED, document, warehouseId, slip.day(), shifts);
        trail.write(actor, "imported", document, null, receipts.images(receipt.id()).and(moves).and(entry));
        return document;
    }

    /**
     * Takes slips back that one import posted: red documents of the same days, so that no term ever had the goods.
     *
     * @return what else has moved on the same cards and stands; then nothing was done
     */
    public List<Dependent> takeBack(Actor actor, List<UUID> ids, String reason) {
        requireMayWrite(actor);
        return tenancy.write(actor.schoolId(), () -> {
            var standing = ids.stream().map(id -> receipts.posted(id).orElseThrow()).filter(r -> receipts.reversalNo(r.id()).isEmpty()).toList();
            var byWarehouse = standing.stream().collect(Collectors.groupingBy(PostedReceipt::warehouseId));
            var others = new ArrayList<Dependent>();
            byWarehouse.forEach((warehouse, of) -> {
                var items = new TreeSet<UUID>();
                of.forEach(r -> items.addAll(r.goods().keySet()));
                var cards = paper.hold(warehouse, items);
                paper.others(warehouse, items, ids).forEach(o -> others.add(new Dependent(messages.say("object." + o.type()) + " " + o.no(), o)));
                if (others.isEmpty()) reverse(actor, cards, warehouse, of, reason);
            });
            return others;
        });
    }

    private void reverse(Actor actor, PaperCards cards, UUID warehouseId, List<PostedReceipt> all, String reason) {
        var shifts = paper.write(cards, all.stream().map(r -> new PaperCards.Document(r.day(),
                r.goods().entrySet().stream().map(g -> new PaperCards.Change(g.getKey(), g.getValue().quantity().negated(), g.getValue().amount().negated())).toList())).toList());
        for (var i = 0; i < all.size(); i++) {
            var original = all.get(i);
            var reversal = original.reversal(Ids.next(), series.next(ReceiptService.SERIES, original.day().getYear()), original.keeperId(), original.day(), original.termId(), reason, clock.instant());
            var document = new WorkRef(ReceiptService.TYPE, reversal.id(), reversal.no());
            var memo = parties.party(original.supplierId()).map(Parties.Party::name).orElseThrow();
            Images entry = ledger.reverse(original.id(), document, original.day(), memo);
            receipts.insert(reversal);
            var moves = stock.record(MoveKind.RECEIPT_REVERSAL, original.grade(), document, warehouseId, original.day(), shifts.get(i));
            trail.write(actor, "reversed", document, reason, receipts.images(reversal.id()).and(moves).and(entry));
        }
    }

    private @Nullable UUID term(LocalDate day) {
        return terms.on(day).map(Term::id).orElse(null);
    }

    private static void requireMayWrite(Actor actor) {
        if (!actor.holdsAny(Duty.STOREKEEPER, Duty.GA_DIRECTOR)) throw new RuleBroken("R-RCV-3", "rule.stores.receipt.may-not-write");
    }
}
