package org.zongwu.stores.issue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
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
import org.zongwu.school.People;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.slip.Sources;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.PaperCards;
import org.zongwu.stores.stock.PaperStock;
import org.zongwu.stores.stock.Shift;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;

/**
 * Takes over 领物单 that were written on paper: posted as of grade IMPORTED with cards, entry and trail like those of the daily work, under
 * their own numbers. The paper bears the receiver's signature but not its hour, and the slip says so.
 */
@Service
public class PaperIssues {
    private final IssueRepository issues;
    private final PaperStock paper;
    private final StockService stock;
    private final Sources sources;
    private final WarehouseService warehouses;
    private final People people;
    private final Terms terms;
    private final Ledger ledger;
    private final Series series;
    private final Trail trail;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    PaperIssues(IssueRepository issues, PaperStock paper, StockService stock, Sources sources, WarehouseService warehouses, People people, Terms terms, Ledger ledger, Series series, Trail trail,
            Messages messages, Tenancy tenancy, Clock clock) {
        this.issues = issues;
        this.paper = paper;
        this.stock = stock;
        this.sources = sources;
        this.warehouses = warehouses;
        this.people = people;
        this.terms = terms;
        this.ledger = ledger;
        this.series = series;
        this.trail = trail;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * One 领物单. One in red (红字, 退库) brings goods back: its quantities are below nothing.
     *
     * @param id        made by the caller
     * @param no        as it stands on the paper; null for one without, which then gets one of ours
     * @param receiverId null when nobody in the records is called {@code receiver}
     * @param keeperId  who handed it out; null for the keeper of the warehouse on that day
     * @param handoutId the handing out of a class kit that it belongs to
     */
    public record Slip(UUID id, @Nullable String no, LocalDate day, @Nullable UUID receiverId, String receiver, UUID departmentId, @Nullable UUID classId, Purpose purpose, @Nullable UUID keeperId, @Nullable UUID handoutId,
            @Nullable String remark, List<Line> lines) {}

    /** @param count in {@code unit}, as written; {@code quantity} is the same in base units */
    public record Line(UUID itemId, String unit, Quantity count, Quantity quantity) {}

    /** What a posted slip of that number holds, by item: for telling whether a file came in before. */
    public record Known(UUID id, boolean reversed, boolean imported, Map<UUID, Quantity> goods) {}

    /** By number, those of these that are there already. */
    public Map<String, Known> known(Collection<String> numbers) {
        var all = new HashMap<String, Known>();
        issues.idsOf(numbers).forEach((no, id) -> {
            var i = issues.posted(id).orElseThrow();
            all.put(no, new Known(id, i.reversalOf() != null || issues.reversalNo(id).isPresent(), i.grade() == Grade.IMPORTED,
                    i.goods().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, g -> g.getValue().quantity()))));
        });
        return all;
    }

    /** One line of a slip without a number. @param receiver his id, or the name of somebody whom the records do not know */
    public record Given(LocalDate day, String receiver, UUID itemId, Quantity quantity) {}

    /** What came in from paper for these days and stands, with the number of its slip: for telling whether a file without numbers came in before. */
    public Map<Given, String> given(Collection<LocalDate> days) {
        return issues.given(days);
    }

    /** What a class was handed on a day. */
    public record Handed(UUID classId, LocalDate day, UUID itemId, Quantity quantity) {}

    /** What these classes were handed by slips that came in from paper and stand. */
    public Set<Handed> handed(Collection<UUID> classes) {
        return issues.handed(classes);
    }

    /** Those of these numbers that are taken. */
    public Set<String> taken(Collection<String> numbers) {
        return issues.idsOf(numbers).keySet();
    }

    /**
     * Posts slips that the cards have room for ({@link PaperCards#fits}). Joins the caller's transaction.
     *
     * @return the issues, in the order of the slips
     */
    public List<WorkRef> post(Actor actor, PaperCards cards, UUID warehouseId, List<Slip> slips) {
        requireMayWrite(actor);
        return tenancy.write(actor.schoolId(), () -> {
            var shifts = paper.write(cards, slips.stream().map(s -> new PaperCards.Document(s.day(),
                    s.lines().stream().map(l -> new PaperCards.Change(l.itemId(), l.quantity().negated(), null)).toList())).toList());
            var posted = new ArrayList<WorkRef>();
            for (var i = 0; i < slips.size(); i++) posted.add(post(actor, warehouseId, slips.get(i), shifts.get(i)));
            return posted;
        });
    }

    private WorkRef post(Actor actor, UUID warehouseId, Slip slip, List<Shift> shifts) {
        var now = clock.instant();
        var keeper = slip.keeperId() != null ? slip.keeperId() : warehouses.keeperOn(warehouseId, slip.day()).orElseGet(() -> warehouses.warehouse(warehouseId).keeperId());
        var no = slip.no() == null ? series.next(IssueService.SERIES, slip.day().getYear()) : slip.no();
        var origin = Origin.of(actor.employeeId(), now);
        var issue = new PostedIssue(slip.id(), no, warehouseId, slip.receiverId(), slip.departmentId(), slip.classId(), slip.day(), terms.on(slip.day()).map(Term::id).orElse(null), slip.purpose(),
                slip.remark(), slip.handoutId() == null ? origin : origin.handedOut(slip.handoutId()), Signatures.onPaper(slip.receiverId() == null ? slip.receiver() : null), keeper, null, null, Grade.IMPORTED, now, priced(slip.lines(), shifts));
        var document = IssueDrafts.ref(issue.id(), no);
        var amount = issue.amount();
        var entry = amount.isNegative() ? ledger.postRed("STORES_ISSUE", slip.purpose().booked(), slip.day(), document, slip.receiver(), amount.negated())
                : ledger.post("STORES_ISSUE", slip.purpose().booked(), slip.day(), document, slip.receiver(), amount);
        issues.insert(issue);
        var moves = stock.record(MoveKind.ISSUE, Grade.IMPORTED, document, warehouseId, slip.day(), shifts);
        trail.write(actor, "imported", document, null, issues.images(issue.id()).and(moves).and(entry));
        return document;
    }

    /** What each line cost: the lines of one item share what went of it; of a red slip below nothing. */
    private static List<PostedIssue.Line> priced(List<Line> lines, List<Shift> shifts) {
        var shares = new HashMap<UUID, Queue<Money>>();
        for (var shift : shifts) {
            var parts = lines.stream().filter(l -> l.itemId().equals(shift.itemId())).map(l -> l.quantity().isPositive() ? l.quantity() : l.quantity().negated()).toList();
            shares.put(shift.itemId(), new ArrayDeque<>(shift.shares(parts)));
        }
        return lines.stream().map(l -> {
            var share = shares.get(l.itemId()).remove();
            return new PostedIssue.Line(l.itemId(), l.unit(), l.count(), l.quantity(), l.quantity().isPositive() ? share : share.negated(), null, null);
        }).toList();
    }

    /**
     * Takes slips back that one import posted: red documents of the same days at the same cost.
     *
     * @return what refers to them; then nothing was done
     */
    public List<Dependent> takeBack(Actor actor, List<UUID> ids, String reason) {
        requireMayWrite(actor);
        return tenancy.write(actor.schoolId(), () -> {
            var claims = sources.claims(ids).stream().map(c -> new Dependent(messages.say("object." + c.type()) + " " + c.no(), c)).toList();
            if (!claims.isEmpty()) return claims;
            var standing = ids.stream().map(id -> issues.posted(id).orElseThrow()).filter(i -> issues.reversalNo(i.id()).isEmpty()).toList();
            standing.stream().collect(Collectors.groupingBy(PostedIssue::warehouseId)).forEach((warehouse, of) -> reverse(actor, warehouse, of, reason));
            return List.<Dependent>of();
        });
    }

    private void reverse(Actor actor, UUID warehouseId, List<PostedIssue> all, String reason) {
        var items = new TreeSet<UUID>();
        all.forEach(i -> items.addAll(i.goods().keySet()));
        var shifts = paper.write(paper.hold(warehouseId, items), all.stream().map(i -> new PaperCards.Document(i.day(),
                i.goods().entrySet().stream().map(g -> new PaperCards.Change(g.getKey(), g.getValue().quantity(), g.getValue().amount())).toList())).toList());
        for (var n = 0; n < all.size(); n++) {
            var original = all.get(n);
            var reversal = original.reversal(Ids.next(), series.next(IssueService.SERIES, original.day().getYear()), original.keeperId(), original.day(), original.termId(), reason, clock.instant());
            var document = IssueDrafts.ref(reversal.id(), reversal.no());
            var entry = ledger.reverse(original.id(), document, original.day(), memo(original));
            issues.insert(reversal);
            var moves = stock.record(MoveKind.ISSUE_REVERSAL, original.grade(), document, warehouseId, original.day(), shifts.get(n));
            trail.write(actor, "reversed", document, reason, issues.images(reversal.id()).and(moves).and(entry));
        }
    }

    private String memo(PostedIssue issue) {
        return issue.receiverId() == null ? String.valueOf(issue.signatures().receiverName()) : people.employee(issue.receiverId()).orElseThrow().name();
    }

    private static void requireMayWrite(Actor actor) {
        if (!actor.holdsAny(Duty.STOREKEEPER, Duty.GA_DIRECTOR)) throw new RuleBroken("R-ISS-9", "rule.stores.issue.may-not-write");
    }
}
