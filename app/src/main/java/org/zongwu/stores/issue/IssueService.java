package org.zongwu.stores.issue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
import org.zongwu.school.Policies;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.GoodsIssued;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.quota.Quotas;
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
    public static final String TYPE = "stores.issue";

    private final IssueRepository issues;
    private final IssueDrafts drafts;
    private final IssueSlips slips;
    private final Sources sources;
    private final WarehouseService warehouses;
    private final StockService stock;
    private final Quotas quotas;
    private final People people;
    private final Policies policies;
    private final Terms terms;
    private final Ledger ledger;
    private final Series series;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Tenancy tenancy;
    private final Clock clock;

    IssueService(IssueRepository issues, IssueDrafts drafts, IssueSlips slips, Sources sources, WarehouseService warehouses, StockService stock, Quotas quotas, People people, Policies policies,
            Terms terms, Ledger ledger, Series series, Trail trail, ApplicationEventPublisher events, Tenancy tenancy, Clock clock) {
        this.issues = issues;
        this.drafts = drafts;
        this.slips = slips;
        this.sources = sources;
        this.warehouses = warehouses;
        this.stock = stock;
        this.quotas = quotas;
        this.people = people;
        this.policies = policies;
        this.terms = terms;
        this.ledger = ledger;
        this.series = series;
        this.trail = trail;
        this.events = events;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Begins a draft under an id that the caller made. */
    public void draft(Actor actor, UUID id, IssueContent content) {
        draft(actor, id, content, Origin.of(actor.employeeId(), clock.instant()));
    }

    /** For a piece of work, which the slip names (R-ISS-5). */
    public void draftFor(Actor actor, UUID id, IssueContent content, WorkRef work) {
        draft(actor, id, content, Origin.of(actor.employeeId(), clock.instant()).working(work));
    }

    /** As a part of handing a kit to all classes (R-ISS-4). */
    public void draftOf(Actor actor, UUID id, IssueContent content, UUID handout) {
        draft(actor, id, content, Origin.of(actor.employeeId(), clock.instant()).handedOut(handout));
    }

    private void draft(Actor actor, UUID id, IssueContent content, Origin origin) {
        tenancy.write(actor.schoolId(), () -> drafts.insert(actor, IssueRequest.draft(actor, id, content, origin), "drafted"));
    }

    /**
     * Saves what was changed.
     *
     * @param version the version that was on the screen
     * @throws RuleBroken {@code R-EDIT} when somebody else has changed it since
     */
    public void change(Actor actor, UUID id, int version, IssueContent content) {
        drafts.step(actor, id, version, "changed", r -> {
            drafts.requireKnown(content);
            return r.change(actor, content);
        });
    }

    public void submit(Actor actor, UUID id, int version) {
        drafts.step(actor, id, version, "submitted", r -> r.submit(actor, clock.instant(), drafts.itemsOf(r)));
    }

    /** The receiver signs, with his own log-in, what he has seen on the screen. */
    public void sign(Actor actor, UUID id, int version) {
        drafts.step(actor, id, version, "signed", r -> r.sign(actor, clock.instant()));
    }

    /** Takes a submitted or signed slip back to be changed; the signature falls away. */
    public void withdraw(Actor actor, UUID id, int version) {
        drafts.step(actor, id, version, "withdrawn", r -> r.withdraw(actor));
    }

    public void delete(Actor actor, UUID id) {
        tenancy.write(actor.schoolId(), () -> {
            drafts.locked(id).requireDeletable(actor);
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
            var entry = ledger.reverse(id, document, day, memo(reversal));
            issues.insert(reversal);
            var moves = stock.record(MoveKind.ISSUE_REVERSAL, original.grade(), document, original.warehouseId(), day, shifts);
            trail.write(keeper, "reversed", document, reason.strip(), issues.images(reversal.id()).and(moves).and(entry));
            tell(reversal);
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
            drafts.insert(keeper, IssueRequest.draft(keeper, draftId, original.content(day), original.origin().correcting(id, keeper.employeeId(), clock.instant())), "drafted");
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
        var known = drafts.itemsOf(request);
        request.requireLines(known);
        var receiver = employee(content.receiverId());
        if (request.progress().stamped() == null) quotas.requireWithin(IssueDrafts.claim(request, day, receiver, known));
        var shifts = stock.take(content.warehouseId(), day, request.wanted(known));
        var lines = priced(content.lines(), known, shifts);
        var term = term(day);
        var posted = new PostedIssue(request.id(), series.next(SERIES, day.getYear()), content.warehouseId(), receiver.id(), receiver.departmentId(),
                content.classId(), day, term, content.purpose(), content.remark(), request.origin(), Signatures.of(request.progress(), promisedHours(request)), keeper.employeeId(),
                null, null, Grade.WORKED, clock.instant(), lines);
        var document = ref(posted.id(), posted.no());
        var entry = ledger.post("STORES_ISSUE", content.purpose().booked(), day, document, memo(receiver), posted.amount());
        issues.insert(posted);
        var moves = stock.record(MoveKind.ISSUE, posted.grade(), document, content.warehouseId(), day, shifts);
        issues.delete(request.id());
        trail.write(keeper, "posted", document, null, issues.images(posted.id()).and(moves).and(entry));
        owe(keeper, request);
        tell(posted);
        return posted.no();
    }

    /** What was not there goes on under the receiver's name, and waits since it was first asked for. */
    private void owe(Actor keeper, IssueRequest request) {
        var rest = request.backOrder(Ids.next(), clock.instant());
        if (rest != null) drafts.insert(keeper, rest, "continued");
    }

    private void tell(PostedIssue issue) {
        var work = issue.origin().work();
        if (work != null) events.publishEvent(new GoodsIssued(work, ref(issue.id(), issue.no()), issue.day(), issue.amount()));
    }

    private int promisedHours(IssueRequest request) {
        var asked = LocalDate.ofInstant(Objects.requireNonNullElse(request.progress().requestedAt(), clock.instant()), clock.getZone());
        return Integer.parseInt(policies.value("issue.within.hours", asked).orElse("48"));
    }

    /** What each line cost: the lines of one item share what was taken of it. */
    private static List<PostedIssue.Line> priced(List<IssueContent.Line> all, Map<UUID, Item> items, List<Shift> shifts) {
        var lines = all.stream().filter(l -> l.given().isPositive()).toList();
        var shares = new HashMap<UUID, Queue<Money>>();
        for (var shift : shifts) {
            var parts = lines.stream().filter(l -> l.itemId().equals(shift.itemId())).map(l -> base(l, items)).toList();
            shares.put(shift.itemId(), new ArrayDeque<>(shift.shares(parts)));
        }
        var priced = new ArrayList<PostedIssue.Line>();
        for (var l : lines) {
            priced.add(new PostedIssue.Line(l.itemId(), l.unit(), l.given(), base(l, items), shares.get(l.itemId()).remove(), l.owed().isPositive() ? l.quantity() : null, l.instead()));
        }
        return priced;
    }

    private static Quantity base(IssueContent.Line line, Map<UUID, Item> items) {
        return items.get(line.itemId()).inBaseUnits(line.unit(), line.given());
    }

    private void requireNotReversed(PostedIssue original) {
        issues.reversalNo(original.id()).ifPresent(no -> {
            throw new RuleBroken("R-ISS-2", "rule.stores.already-reversed", original.no(), no);
        });
    }

    private Employee employee(UUID id) {
        return people.employee(id).orElseThrow(NotFound::new);
    }

    private String memo(PostedIssue issue) {
        return issue.receiverId() == null ? String.valueOf(issue.signatures().receiverName()) : memo(employee(issue.receiverId()));
    }

    private static String memo(Employee receiver) {
        return receiver.department() + " " + receiver.name();
    }

    private @Nullable UUID term(LocalDate day) {
        return terms.on(day).map(Term::id).orElse(null);
    }

    private static WorkRef ref(UUID id, String no) {
        return IssueDrafts.ref(id, no);
    }
}
