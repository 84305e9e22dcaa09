package org.zongwu.stores.issue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Ledger;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.slip.Sources;
import org.zongwu.stores.stock.Lots;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.Shift;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** The uses of a 领物单: written, submitted, signed by its receiver, posted by the keeper, and reversed when it was wrong. */
@Service
public class IssueService {
    static final String SERIES = "LW";
    static final String TYPE = "stores.issue";

    private final IssueRepository issues;
    private final IssueSlips slips;
    private final Sources sources;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final StockService stock;
    private final People people;
    private final Terms terms;
    private final Ledger ledger;
    private final Series series;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    IssueService(IssueRepository issues, IssueSlips slips, Sources sources, ItemService items, WarehouseService warehouses, StockService stock, People people, Terms terms, Ledger ledger,
            Series series, Trail trail, Tenancy tenancy, Clock clock) {
        this.issues = issues;
        this.slips = slips;
        this.sources = sources;
        this.items = items;
        this.warehouses = warehouses;
        this.stock = stock;
        this.people = people;
        this.terms = terms;
        this.ledger = ledger;
        this.series = series;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Begins a draft under an id that the caller made. */
    public void draft(Actor actor, UUID id, IssueContent content) {
        tenancy.write(actor.schoolId(), () -> {
            requireKnown(content);
            var request = IssueRequest.draft(actor, id, content, null, clock.instant());
            issues.insert(request);
            trail.write(actor, "drafted", ref(id, ""), null, issues.draftImages(id));
        });
    }

    /**
     * Saves what was changed.
     *
     * @param version the version that was on the screen
     * @throws RuleBroken {@code R-EDIT} when somebody else has changed it since
     */
    public void change(Actor actor, UUID id, int version, IssueContent content) {
        step(actor, id, version, "changed", r -> {
            requireKnown(content);
            return r.change(actor, content);
        });
    }

    public void submit(Actor actor, UUID id, int version) {
        step(actor, id, version, "submitted", r -> r.submit(actor, clock.instant(), itemsOf(r)));
    }

    /** The receiver signs, with his own log-in, what he has seen on the screen. */
    public void sign(Actor actor, UUID id, int version) {
        step(actor, id, version, "signed", r -> r.sign(actor, clock.instant()));
    }

    /** Takes a submitted or signed slip back to be changed; the signature falls away. */
    public void withdraw(Actor actor, UUID id, int version) {
        step(actor, id, version, "withdrawn", r -> r.withdraw(actor));
    }

    public void delete(Actor actor, UUID id) {
        tenancy.write(actor.schoolId(), () -> {
            locked(id).requireDeletable(actor);
            issues.delete(id);
            trail.write(actor, "deleted", ref(id, ""), null, Images.none());
        });
    }

    /**
     * Hands the goods out: cards, entry, document and number change together or not at all. A second call finds it posted,
     * does nothing and answers the same number.
     *
     * @return the number, as {@code LW-2026-00318}
     */
    public String post(Actor keeper, UUID id, LocalDate day) {
        return tenancy.write(keeper.schoolId(), () -> {
            var draft = issues.lock(id);
            if (draft.isEmpty()) return issues.posted(id).map(PostedIssue::no).orElseThrow(NotFound::new);
            var request = draft.get();
            request.requirePostable(keeper);
            warehouses.requireKeeper(keeper, request.content().warehouseId(), day);
            return post(keeper, request, day);
        });
    }

    /**
     * Takes a posted issue back: a new red document of that day at the original cost, linked both ways (R-ISS-2).
     *
     * @return the number of the reversal
     */
    public String reverse(Actor keeper, UUID id, LocalDate day, String reason) {
        return tenancy.write(keeper.schoolId(), () -> {
            var original = issues.posted(id).orElseThrow(NotFound::new);
            original.requireReversible(keeper.employeeId(), day);
            if (reason.strip().length() < 5) throw RuleBroken.at("reason", "R-ISS-2", "rule.stores.reason-too-short");
            requireNotReversed(original);
            sources.requireUnclaimed(original.id(), original.no());
            warehouses.requireKeeper(keeper, original.warehouseId(), day);
            var shifts = stock.put(original.warehouseId(), day, original.goods(), Lots.turned(stock.lotsOf(original.warehouseId(), List.of(id))));
            requireNotReversed(original); // again, now that its cards are ours: another may have reversed while we waited for them
            sources.requireUnclaimed(original.id(), original.no());
            var reversal = original.reversal(Ids.next(), series.next(SERIES, day.getYear()), keeper.employeeId(), day, term(day), reason.strip(), clock.instant());
            var document = ref(reversal.id(), reversal.no());
            var entry = ledger.reverse(id, document, day, memo(employee(reversal.receiverId())));
            issues.insert(reversal);
            var moves = stock.record(MoveKind.ISSUE_REVERSAL, original.grade(), document, original.warehouseId(), day, shifts);
            trail.write(keeper, "reversed", document, reason.strip(), issues.images(reversal.id()).and(moves).and(entry));
            return reversal.no();
        });
    }

    /**
     * 冲销并重填: reverses, and opens a new draft with the same content that says what it corrects.
     *
     * @param draftId of the new draft, made by the caller
     */
    public void reverseAndCorrect(Actor keeper, UUID id, UUID draftId, LocalDate day, String reason) {
        tenancy.write(keeper.schoolId(), () -> {
            reverse(keeper, id, day, reason);
            var original = issues.posted(id).orElseThrow();
            var draft = IssueRequest.draft(keeper, draftId, original.content(day), id, clock.instant());
            issues.insert(draft);
            trail.write(keeper, "drafted", ref(draft.id(), ""), null, issues.draftImages(draft.id()));
        });
    }

    /** The slip as it is shown and printed, draft or posted. */
    public Optional<IssueSlip> slip(UUID id) {
        return slips.slip(id);
    }

    public Optional<UUID> idOf(String no) {
        return issues.idOf(no);
    }

    private String post(Actor keeper, IssueRequest request, LocalDate day) {
        var content = request.content();
        var known = itemsOf(request);
        request.requireLines(known);
        var receiver = employee(content.receiverId());
        var shifts = stock.take(content.warehouseId(), day, request.wanted(known));
        var lines = priced(content.lines(), known, shifts);
        var term = term(day);
        var posted = new PostedIssue(request.id(), series.next(SERIES, day.getYear()), content.warehouseId(), receiver.id(), receiver.departmentId(),
                content.classId(), day, term, content.purpose(), content.remark(), request.madeBy(), request.madeAt(), request.receiverAt(), keeper.employeeId(), null, null,
                request.corrects(), Grade.WORKED, clock.instant(), lines);
        var document = ref(posted.id(), posted.no());
        var entry = ledger.post("STORES_ISSUE", content.purpose().name(), day, document, memo(receiver), posted.amount());
        issues.insert(posted);
        var moves = stock.record(MoveKind.ISSUE, posted.grade(), document, content.warehouseId(), day, shifts);
        issues.delete(request.id());
        trail.write(keeper, "posted", document, null, issues.images(posted.id()).and(moves).and(entry));
        return posted.no();
    }

    /** What each line cost: the lines of one item share what was taken of it. */
    private static List<PostedIssue.Line> priced(List<IssueContent.Line> lines, Map<UUID, Item> items, List<Shift> shifts) {
        var shares = new HashMap<UUID, Queue<Money>>();
        for (var shift : shifts) {
            var parts = lines.stream().filter(l -> l.itemId().equals(shift.itemId())).map(l -> base(l, items)).toList();
            shares.put(shift.itemId(), new ArrayDeque<>(shift.shares(parts)));
        }
        var priced = new ArrayList<PostedIssue.Line>();
        for (var line : lines) priced.add(new PostedIssue.Line(line.itemId(), line.unit(), line.quantity(), base(line, items), shares.get(line.itemId()).remove()));
        return priced;
    }

    private static Quantity base(IssueContent.Line line, Map<UUID, Item> items) {
        return items.get(line.itemId()).inBaseUnits(line.unit(), line.quantity());
    }

    private void step(Actor actor, UUID id, int version, String action, UnaryOperator<IssueRequest> change) {
        tenancy.write(actor.schoolId(), () -> {
            var request = locked(id);
            if (request.version() != version) throw new RuleBroken("R-EDIT", "rule.stores.changed-meanwhile");
            issues.update(change.apply(request));
            trail.write(actor, action, ref(id, ""), null, issues.draftImages(id));
        });
    }

    private IssueRequest locked(UUID id) {
        return issues.lock(id).orElseThrow(() -> issues.posted(id).isPresent()
                ? new RuleBroken("R-ISS-2", "rule.stores.issue.posted-is-final") : new NotFound());
    }

    private void requireNotReversed(PostedIssue original) {
        issues.reversalNo(original.id()).ifPresent(no -> {
            throw new RuleBroken("R-ISS-2", "rule.stores.already-reversed", original.no(), no);
        });
    }

    private void requireKnown(IssueContent content) {
        warehouses.warehouse(content.warehouseId());
        if (!employee(content.receiverId()).inService()) throw RuleBroken.at("receiver", "R-ISS-8", "rule.stores.receiver-left");
        if (content.classId() != null) people.schoolClass(content.classId()).orElseThrow(NotFound::new);
        items.byIds(content.lines().stream().map(IssueContent.Line::itemId).toList());
    }

    private Map<UUID, Item> itemsOf(IssueRequest request) {
        return items.byIds(request.content().lines().stream().map(IssueContent.Line::itemId).toList());
    }

    private Employee employee(UUID id) {
        return people.employee(id).orElseThrow(NotFound::new);
    }

    private static String memo(Employee receiver) {
        return receiver.department() + " " + receiver.name();
    }

    private @Nullable UUID term(LocalDate day) {
        return terms.on(day).map(Term::id).orElse(null);
    }

    private static WorkRef ref(UUID id, String no) {
        return new WorkRef(TYPE, id, no);
    }
}
