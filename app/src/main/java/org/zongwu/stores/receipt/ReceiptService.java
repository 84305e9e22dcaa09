package org.zongwu.stores.receipt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Ledger;
import org.zongwu.parties.Parties;
import org.zongwu.school.People;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.slip.Sources;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.Shift;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** The uses of a 入库验收单: written, submitted, accepted by two, posted by the keeper, and reversed when it was wrong. */
@Service
public class ReceiptService {
    static final String SERIES = "RK";
    static final String TYPE = "stores.receipt";
    static final String PATH = "/stores/receipts";

    private final ReceiptRepository receipts;
    private final ReceiptSlips slips;
    private final Sources sources;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final StockService stock;
    private final People people;
    private final Parties parties;
    private final Terms terms;
    private final Ledger ledger;
    private final Series series;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    ReceiptService(ReceiptRepository receipts, ReceiptSlips slips, Sources sources, ItemService items, WarehouseService warehouses, StockService stock, People people, Parties parties, Terms terms, Ledger ledger,
            Series series, Trail trail, Tenancy tenancy, Clock clock) {
        this.receipts = receipts;
        this.slips = slips;
        this.sources = sources;
        this.items = items;
        this.warehouses = warehouses;
        this.stock = stock;
        this.people = people;
        this.parties = parties;
        this.terms = terms;
        this.ledger = ledger;
        this.series = series;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Begins a draft under an id that the caller made. */
    public void draft(Actor actor, UUID id, ReceiptContent content) {
        tenancy.write(actor.schoolId(), () -> {
            requireKnown(content);
            var request = ReceiptRequest.draft(actor, id, content, null, clock.instant());
            receipts.insert(request);
            trail.write(actor, "drafted", ref(id, ""), null, receipts.draftImages(id));
        });
    }

    /**
     * Saves what was changed.
     *
     * @param version the version that was on the screen
     * @throws RuleBroken {@code R-EDIT} when somebody else has changed it since
     */
    public void change(Actor actor, UUID id, int version, ReceiptContent content) {
        step(actor, id, version, "changed", r -> {
            requireKnown(content);
            return r.change(actor, content);
        });
    }

    public void submit(Actor actor, UUID id, int version) {
        step(actor, id, version, "submitted", r -> {
            requireSupplier(r.content());
            return r.submit(actor, clock.instant(), itemsOf(r));
        });
    }

    /** One of the two acceptors signs, with his own log-in, what he has seen on the screen. */
    public void accept(Actor actor, UUID id, int version) {
        step(actor, id, version, "accepted", r -> r.accept(actor, clock.instant()));
    }

    /** Takes a submitted or accepted receipt back to be changed; the signatures fall away. */
    public void withdraw(Actor actor, UUID id, int version) {
        step(actor, id, version, "withdrawn", r -> r.withdraw(actor));
    }

    public void delete(Actor actor, UUID id) {
        tenancy.write(actor.schoolId(), () -> {
            locked(id).requireDeletable(actor);
            receipts.delete(id);
            trail.write(actor, "deleted", ref(id, ""), null, Images.none());
        });
    }

    /**
     * Takes the goods in: cards, entry, document and number change together or not at all. A second call finds it posted,
     * does nothing and answers the same number.
     *
     * @return the number, as {@code RK-2026-00027}
     */
    public String post(Actor keeper, UUID id, LocalDate day) {
        return tenancy.write(keeper.schoolId(), () -> {
            var draft = receipts.lock(id);
            if (draft.isEmpty()) return receipts.posted(id).map(PostedReceipt::no).orElseThrow(NotFound::new);
            var request = draft.get();
            request.requirePostable(keeper);
            warehouses.requireKeeper(keeper, request.content().warehouseId(), day);
            return post(keeper, request, day);
        });
    }

    /**
     * Takes a posted receipt back: a new red document of that day at the original amounts, linked both ways (R-ISS-2).
     * Refused when the goods are no longer there, or when what remains would be worth the wrong sum (R-RCV-6, R-RCV-7).
     *
     * @return the number of the reversal
     */
    public String reverse(Actor keeper, UUID id, LocalDate day, String reason) {
        return tenancy.write(keeper.schoolId(), () -> {
            var original = receipts.posted(id).orElseThrow(NotFound::new);
            original.requireReversible(keeper.employeeId(), day);
            if (reason.strip().length() < 5) throw RuleBroken.at("reason", "R-ISS-2", "rule.stores.reason-too-short");
            requireNotReversed(original);
            sources.requireUnclaimed(original.id(), original.no());
            warehouses.requireKeeper(keeper, original.warehouseId(), day);
            return reversed(keeper, original, keeper.employeeId(), day, reason.strip());
        });
    }

    /** Writes the red document; its cards are taken first, and then nobody else can have reversed meanwhile. */
    private String reversed(Actor actor, PostedReceipt original, UUID keeper, LocalDate day, String reason) {
        var shifts = stock.takeBack(original.warehouseId(), day, original.goods(), stock.lotsOf(original.warehouseId(), List.of(original.id())));
        requireNotReversed(original); // again, now that its cards are ours: another may have reversed while we waited for them
        sources.requireUnclaimed(original.id(), original.no());
        var reversal = original.reversal(Ids.next(), series.next(SERIES, day.getYear()), keeper, day, term(day), reason, clock.instant());
        var document = ref(reversal.id(), reversal.no());
        var entry = ledger.reverse(original.id(), document, day, memo(reversal.supplierId(), reversal.remark()));
        receipts.insert(reversal);
        var moves = stock.record(MoveKind.RECEIPT_REVERSAL, original.grade(), document, original.warehouseId(), day, shifts);
        trail.write(actor, "reversed", document, reason, receipts.images(reversal.id()).and(moves).and(entry));
        return reversal.no();
    }

    PostedReceipt imported(UUID id) {
        return receipts.posted(id).filter(r -> r.grade() == Grade.IMPORTED && r.funding() == Funding.OPENING).orElseThrow(NotFound::new);
    }

    /** A reversal, or a receipt that was reversed: together they are as if they had not been. */
    boolean isTakenBack(UUID id) {
        return receipts.posted(id).map(r -> r.reversalOf() != null || receipts.reversalNo(id).isPresent()).orElse(false);
    }

    void takeBack(Actor actor, PostedReceipt opening, String reason) {
        requireNotReversed(opening);
        reversed(actor, opening, opening.keeperId(), opening.day(), reason);
    }

    /**
     * 冲销并重填: reverses, and opens a new draft with the same content that says what it corrects.
     *
     * @param draftId of the new draft, made by the caller
     */
    public void reverseAndCorrect(Actor keeper, UUID id, UUID draftId, LocalDate day, String reason) {
        tenancy.write(keeper.schoolId(), () -> {
            reverse(keeper, id, day, reason);
            var original = receipts.posted(id).orElseThrow();
            var draft = ReceiptRequest.draft(keeper, draftId, original.content(), id, clock.instant());
            receipts.insert(draft);
            trail.write(keeper, "drafted", ref(draft.id(), ""), null, receipts.draftImages(draft.id()));
        });
    }

    /** The slip as it is shown and printed, draft or posted. */
    public Optional<ReceiptSlip> slip(UUID id) {
        return slips.slip(id);
    }

    public Optional<UUID> idOf(String no) {
        return receipts.idOf(no);
    }

    private String post(Actor keeper, ReceiptRequest request, LocalDate day) {
        var content = request.content();
        var known = itemsOf(request);
        request.requireComplete(known);
        requireSupplier(content);
        var shifts = stock.put(content.warehouseId(), day, request.goods(known), request.lots(known));
        var lines = content.lines().stream().map(l -> new PostedReceipt.Line(l.itemId(), l.unit(), l.quantity(),
                known.get(l.itemId()).inBaseUnits(l.unit(), l.quantity()), l.price(), l.worth(), l.lotNo(), l.expiresOn())).toList();
        var term = term(day);
        var posted = new PostedReceipt(request.id(), series.next(SERIES, day.getYear()), content.warehouseId(), content.funding(), content.supplierId(), content.buyerId(),
                day, term, content.invoiceNo(), content.remark(), content.acceptor1Id(), content.acceptor2Id(), request.acceptor1At(), request.acceptor2At(),
                request.madeBy(), request.madeAt(), keeper.employeeId(), null, null, request.corrects(), Grade.WORKED, clock.instant(), lines);
        insert(keeper, posted, shifts);
        receipts.delete(request.id());
        return posted.no();
    }

    /** Writes a receipt that has its number, with its entry, moves and trail. */
    void insert(Actor keeper, PostedReceipt posted, List<Shift> shifts) {
        var document = ref(posted.id(), posted.no());
        var entry = ledger.post("STORES_RECEIPT", posted.funding().name(), posted.day(), document, memo(posted.supplierId(), posted.remark()), posted.amount());
        receipts.insert(posted);
        var kind = posted.funding() == Funding.OPENING ? MoveKind.OPENING : MoveKind.RECEIPT;
        var moves = stock.record(kind, posted.grade(), document, posted.warehouseId(), posted.day(), shifts);
        trail.write(keeper, posted.grade() == Grade.IMPORTED ? "opening-imported" : "posted", document, null, receipts.images(posted.id()).and(moves).and(entry));
    }

    private void step(Actor actor, UUID id, int version, String action, UnaryOperator<ReceiptRequest> change) {
        tenancy.write(actor.schoolId(), () -> {
            var request = locked(id);
            if (request.version() != version) throw new RuleBroken("R-EDIT", "rule.stores.changed-meanwhile");
            receipts.update(change.apply(request));
            trail.write(actor, action, ref(id, ""), null, receipts.draftImages(id));
        });
    }

    private ReceiptRequest locked(UUID id) {
        return receipts.lock(id).orElseThrow(() -> receipts.posted(id).isPresent()
                ? new RuleBroken("R-ISS-2", "rule.stores.receipt.posted-is-final") : new NotFound());
    }

    private void requireNotReversed(PostedReceipt original) {
        receipts.reversalNo(original.id()).ifPresent(no -> {
            throw new RuleBroken("R-ISS-2", "rule.stores.already-reversed", original.no(), no);
        });
    }

    private void requireKnown(ReceiptContent content) {
        warehouses.warehouse(content.warehouseId());
        requireInService("acceptor1", content.acceptor1Id());
        requireInService("acceptor2", content.acceptor2Id());
        requireInService("buyer", content.buyerId());
        items.byIds(content.lines().stream().map(ReceiptContent.Line::itemId).toList());
    }

    private void requireInService(String field, @Nullable UUID employeeId) {
        if (employeeId == null) return;
        var person = people.employee(employeeId).orElseThrow(NotFound::new);
        if (!person.inService()) throw RuleBroken.at(field, "R-RCV-4", "rule.stores.person-left", person.name());
    }

    private void requireSupplier(ReceiptContent content) {
        if (content.supplierId() == null) return;
        var supplier = parties.party(content.supplierId()).orElseThrow(NotFound::new);
        if (!supplier.active()) throw RuleBroken.at("supplier", "R-RCV-5", "rule.stores.receipt.supplier-inactive", supplier.name());
    }

    private Map<UUID, Item> itemsOf(ReceiptRequest request) {
        return items.byIds(request.content().lines().stream().map(ReceiptContent.Line::itemId).toList());
    }

    private String memo(@Nullable UUID supplierId, @Nullable String remark) {
        if (supplierId != null) return parties.party(supplierId).map(Parties.Party::name).orElseThrow();
        return remark == null ? Funding.OPENING.name() : remark;
    }

    private @Nullable UUID term(LocalDate day) {
        return terms.on(day).map(Term::id).orElse(null);
    }

    private static WorkRef ref(UUID id, String no) {
        return new WorkRef(TYPE, id, no);
    }
}
