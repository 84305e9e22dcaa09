package org.zongwu.stores.slip;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
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
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.stock.CorrectionService;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** The way of every declared document: written, submitted, signed by a second person, posted by the keeper, and reversed when it was wrong. */
@Service
public class SlipService {
    private final SlipRepository slips;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final StockService stock;
    private final CorrectionService corrections;
    private final Terms terms;
    private final Ledger ledger;
    private final Series series;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    SlipService(SlipRepository slips, ItemService items, WarehouseService warehouses, StockService stock, CorrectionService corrections, Terms terms, Ledger ledger,
            Series series, Trail trail, Tenancy tenancy, Clock clock) {
        this.slips = slips;
        this.items = items;
        this.warehouses = warehouses;
        this.stock = stock;
        this.corrections = corrections;
        this.terms = terms;
        this.ledger = ledger;
        this.series = series;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Begins a draft under an id that the caller made. */
    public void draft(Actor actor, SlipKind kind, UUID id, SlipContent content) {
        tenancy.write(actor.schoolId(), () -> {
            slips.insert(SlipRequest.draft(actor, id, kind, complete(kind, content), null, clock.instant()));
            trail.write(actor, "drafted", ref(kind, id, ""), null, slips.draftImages(kind, id));
        });
    }

    /**
     * Saves what was changed.
     *
     * @param version the version that was on the screen
     * @throws RuleBroken {@code R-EDIT} when somebody else has changed it since
     */
    public void change(Actor actor, SlipKind kind, UUID id, int version, SlipContent content) {
        step(actor, kind, id, version, "changed", r -> r.change(actor, complete(kind, content)));
    }

    public void submit(Actor actor, SlipKind kind, UUID id, int version) {
        step(actor, kind, id, version, "submitted", r -> r.submit(actor, clock.instant(), itemsOf(r.content())));
    }

    /** The second person signs, with his own log-in, what he has seen on the screen. */
    public void sign(Actor actor, SlipKind kind, UUID id, int version) {
        step(actor, kind, id, version, "slip-" + kind.second().noun(), r -> r.sign(actor, clock.instant()));
    }

    /** Takes a submitted or signed document back to be changed; the signature falls away. */
    public void withdraw(Actor actor, SlipKind kind, UUID id, int version) {
        step(actor, kind, id, version, "withdrawn", r -> r.withdraw(actor));
    }

    public void delete(Actor actor, SlipKind kind, UUID id) {
        tenancy.write(actor.schoolId(), () -> {
            locked(kind, id).requireDeletable(actor);
            slips.delete(kind, id);
            trail.write(actor, "deleted", ref(kind, id, ""), null, Images.none());
        });
    }

    /**
     * Moves the goods: cards, entries, document and number change together or not at all. A second call finds it posted, does
     * nothing and answers the same number.
     */
    public String post(Actor keeper, SlipKind kind, UUID id, LocalDate day) {
        return tenancy.write(keeper.schoolId(), () -> {
            var draft = slips.lock(kind, id);
            if (draft.isEmpty()) return slips.posted(kind, id).map(PostedSlip::no).orElseThrow(NotFound::new);
            var request = draft.get();
            request.requirePostable(keeper);
            warehouses.requireKeeper(keeper, request.content().warehouseId(), day);
            return post(keeper, request, day);
        });
    }

    private String post(Actor keeper, SlipRequest r, LocalDate day) {
        var kind = r.kind();
        var content = r.content();
        var known = itemsOf(content);
        r.requireLines(known);
        kind.require(content, r.madeBy());
        var worked = kind.work(content, known, day);
        ledger.requireOpen(day);
        var posted = new PostedSlip(r.id(), series.next(kind.series(), day.getYear()), content.on(day), term(day), r.madeBy(), r.madeAt(), r.secondId(), r.secondAt(),
                keeper.employeeId(), null, null, r.corrects(), clock.instant(), worked.lines());
        var document = ref(kind, posted.id(), posted.no());
        var written = Images.none();
        for (var b : worked.bookings()) written = written.and(book(b, day, document, kind.memo(content)));
        slips.insert(kind, posted);
        var moves = stock.record(Grade.WORKED, document, day, worked.moved());
        slips.delete(kind, r.id());
        trail.write(keeper, "posted", document, null, slips.images(posted.id()).and(moves).and(written));
        kind.tell(posted);
        return posted.no();
    }

    private Images book(SlipKind.Booking b, LocalDate day, WorkRef document, String memo) {
        return b.amount().isNegative() ? ledger.postRed(b.event(), b.variant(), day, document, memo, b.amount().negated()) : ledger.post(b.event(), b.variant(), day,
                document, memo, b.amount());
    }

    /**
     * Takes a posted document back: a new red one of that day at the original amounts, linked both ways (R-ISS-2).
     *
     * @return the number of the reversal
     */
    public String reverse(Actor keeper, SlipKind kind, UUID id, LocalDate day, String reason) {
        return tenancy.write(keeper.schoolId(), () -> {
            var original = slips.posted(kind, id).orElseThrow(NotFound::new);
            original.requireReversible(day);
            if (reason.strip().length() < 5) throw RuleBroken.at("reason", "R-ISS-2", "rule.stores.reason-too-short");
            requireNotReversed(original);
            warehouses.requireKeeper(keeper, kind.reversedAt(original.content()), day);
            var moved = corrections.undo(id, day);
            requireNotReversed(original); // again, now that its cards are ours: another may have reversed while we waited for them
            ledger.requireOpen(day);
            var reversal = original.reversal(Ids.next(), series.next(kind.series(), day.getYear()), keeper.employeeId(), day, term(day), reason.strip(), clock.instant());
            var document = ref(kind, reversal.id(), reversal.no());
            var entry = ledger.reverse(id, document, day, kind.memo(original.content()));
            slips.insert(kind, reversal);
            var moves = stock.record(Grade.WORKED, document, day, moved);
            trail.write(keeper, "reversed", document, reason.strip(), slips.images(reversal.id()).and(moves).and(entry));
            kind.tell(reversal);
            return reversal.no();
        });
    }

    /** 冲销并重填: reverses, and opens a new draft with the same content, under the id given, that says what it corrects. */
    public void reverseAndCorrect(Actor keeper, SlipKind kind, UUID id, UUID draftId, LocalDate day, String reason) {
        tenancy.write(keeper.schoolId(), () -> {
            reverse(keeper, kind, id, day, reason);
            var original = slips.posted(kind, id).orElseThrow();
            slips.insert(SlipRequest.draft(keeper, draftId, kind, original.again(day), id, clock.instant()));
            trail.write(keeper, "drafted", ref(kind, draftId, ""), null, slips.draftImages(kind, draftId));
        });
    }

    private void step(Actor actor, SlipKind kind, UUID id, int version, String action, UnaryOperator<SlipRequest> change) {
        tenancy.write(actor.schoolId(), () -> {
            var request = locked(kind, id);
            if (request.version() != version) throw new RuleBroken("R-EDIT", "rule.stores.changed-meanwhile");
            slips.update(change.apply(request));
            trail.write(actor, action, ref(kind, id, ""), null, slips.draftImages(kind, id));
        });
    }

    private SlipContent complete(SlipKind kind, SlipContent written) {
        var content = kind.complete(written, LocalDate.now(clock));
        warehouses.warehouse(content.warehouseId());
        if (content.targetId() != null) warehouses.warehouse(content.targetId());
        itemsOf(content);
        return content;
    }

    private SlipRequest locked(SlipKind kind, UUID id) {
        return slips.lock(kind, id).orElseThrow(() -> slips.posted(kind, id).isPresent() ? new RuleBroken("R-ISS-2", "rule.stores.issue.posted-is-final") : new NotFound());
    }

    private void requireNotReversed(PostedSlip original) {
        slips.reversalNo(original.id()).ifPresent(no -> {
            throw new RuleBroken("R-ISS-2", "rule.stores.already-reversed", original.no(), no);
        });
    }

    private Map<UUID, Item> itemsOf(SlipContent content) {
        return items.byIds(content.lines().stream().map(SlipContent.Line::itemId).toList());
    }

    private @Nullable UUID term(LocalDate day) {
        return terms.on(day).map(Term::id).orElse(null);
    }

    static WorkRef ref(SlipKind kind, UUID id, String no) {
        return new WorkRef(kind.key(), id, no);
    }
}
