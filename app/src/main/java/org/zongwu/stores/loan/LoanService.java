package org.zongwu.stores.loan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.parties.Parties;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.school.Policies;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** A 借物单 until the things are out: asked for, allowed where it must be, signed by its borrower, handed out by the keeper. */
@Service
public class LoanService {
    static final String SERIES = "JW";
    static final String TYPE = "stores.loan";

    private final LoanRepository loans;
    private final LoanSteps steps;
    private final LoanSlips slips;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final StockService stock;
    private final People people;
    private final Parties parties;
    private final Terms terms;
    private final Policies policies;
    private final Series series;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    LoanService(LoanRepository loans, LoanSteps steps, LoanSlips slips, ItemService items, WarehouseService warehouses, StockService stock, People people, Parties parties, Terms terms,
            Policies policies, Series series, Trail trail, Tenancy tenancy, Clock clock) {
        this.loans = loans;
        this.steps = steps;
        this.slips = slips;
        this.items = items;
        this.warehouses = warehouses;
        this.stock = stock;
        this.people = people;
        this.parties = parties;
        this.terms = terms;
        this.policies = policies;
        this.series = series;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Asks for a loan under an id that the caller made. @throws RuleBroken {@code R-LOAN-2} for who has something overdue */
    public void request(Actor actor, UUID id, LoanContent content) {
        tenancy.write(actor.schoolId(), () -> {
            var request = LoanRequest.of(actor, id, content, judge(content, LocalDate.now(clock)), null, clock.instant());
            request.requireLines(items.byIds(content.items()));
            loans.insert(request);
            trail.write(actor, "loan-requested", ref(id, ""), null, loans.draftImages(id));
        });
    }

    /** @param version the version that was on the screen; {@code R-EDIT} when somebody else has changed it since */
    public void change(Actor actor, UUID id, int version, LoanContent content) {
        step(actor, id, version, "changed", null, r -> {
            var changed = r.change(actor, content, judge(content, LocalDate.now(clock)));
            changed.requireLines(items.byIds(content.items()));
            return changed;
        });
    }

    public void approve(Actor actor, UUID id, int version) {
        step(actor, id, version, "loan-approved", null, r -> r.approve(actor, clock.instant()));
    }

    public void refuse(Actor actor, UUID id, int version, String reason) {
        step(actor, id, version, "loan-refused", reason.strip(), r -> r.refuse(actor, reason));
    }

    /** The borrower signs, with his own log-in, for what he is to bring back. */
    public void sign(Actor actor, UUID id, int version) {
        step(actor, id, version, "signed", null, r -> r.sign(actor, clock.instant()));
    }

    public void delete(Actor actor, UUID id) {
        tenancy.write(actor.schoolId(), () -> {
            locked(id).requireDeletable(actor);
            loans.delete(id);
            trail.write(actor, "deleted", ref(id, ""), null, Images.none());
        });
    }

    /**
     * Hands the things out: shelf, document and number change together or not at all. A second call finds it posted, does
     * nothing and answers the same number.
     *
     * @return the number, as {@code JW-2026-00012}
     */
    public String handOut(Actor keeper, UUID id, LocalDate day) {
        return tenancy.write(keeper.schoolId(), () -> {
            var draft = loans.lock(id);
            if (draft.isEmpty()) return loans.posted(id).map(PostedLoan::no).orElseThrow(NotFound::new);
            var request = draft.get();
            warehouses.requireKeeper(keeper, request.content().warehouseId(), day);
            request.requireHandOut(keeper, judge(request.content(), day));
            var known = items.byIds(request.content().items());
            request.requireLines(known);
            if (request.content().dueOn().isBefore(day)) throw RuleBroken.at("due", "R-LOAN-8", "rule.stores.loan.due-first");
            var cards = stock.lend(request.content().warehouseId(), day, request.content().wanted(known));
            var posted = posted(keeper, request, known, day);
            loans.insert(posted);
            loans.open(posted);
            var out = new HashMap<Integer, Quantity>();
            posted.lines().forEach(l -> out.put(l.number(), l.quantity()));
            var moves = steps.move(posted, LoanSteps.Kind.OUT, id, day, out, Map.of(), keeper.employeeId(), posted.postedAt());
            loans.delete(id);
            trail.write(keeper, "loan-handed-out", ref(id, posted.no()), null, loans.images(id).and(loans.openImages(id)).and(moves).and(cards));
            return posted.no();
        });
    }

    /**
     * Takes a loan back that was never one: a red document, linked both ways. Only while nothing has come back of it.
     *
     * @return the number of the reversal
     */
    public String reverse(Actor keeper, UUID id, LocalDate day, String reason) {
        return tenancy.write(keeper.schoolId(), () -> {
            var original = loans.posted(id).orElseThrow(NotFound::new);
            original.requireOther(keeper);
            original.requireStep(day);
            if (original.warehouseId() == null) throw new RuleBroken("R-LOAN-0", "rule.stores.loan.imported-stays");
            if (reason.strip().length() < 5) throw RuleBroken.at("reason", "R-ISS-2", "rule.stores.reason-too-short");
            warehouses.requireKeeper(keeper, original.warehouseId(), day);
            loans.reversalNo(id).ifPresent(no -> {
                throw new RuleBroken("R-ISS-2", "rule.stores.already-reversed", original.no(), no);
            });
            var whole = new HashMap<Integer, Quantity>();
            for (var line : original.lines()) {
                whole.put(line.number(), line.quantity());
                if (!loans.close(id, line.number(), line.quantity())) throw new RuleBroken("R-LOAN-0", "rule.stores.loan.came-back", original.no());
            }
            var cards = stock.takeIn(original.warehouseId(), day, original.onCards(whole));
            var at = clock.instant();
            var reversal = original.reversal(Ids.next(), series.next(SERIES, day.getYear()), keeper.employeeId(), day, term(day), reason.strip(), at);
            loans.insert(reversal);
            var moves = steps.move(original, LoanSteps.Kind.REVERSAL, reversal.id(), day, whole, Map.of(), keeper.employeeId(), at);
            trail.write(keeper, "reversed", ref(reversal.id(), reversal.no()), reason.strip(), loans.images(reversal.id()).and(loans.openImages(id)).and(moves).and(cards));
            return reversal.no();
        });
    }

    /** 冲销并重填: reverses, and asks anew for the same, saying what it corrects. */
    public void reverseAndCorrect(Actor keeper, UUID id, UUID draftId, LocalDate day, String reason) {
        tenancy.write(keeper.schoolId(), () -> {
            reverse(keeper, id, day, reason);
            var content = loans.posted(id).orElseThrow().content(day);
            loans.insert(LoanRequest.of(keeper, draftId, content, judge(content, day), id, clock.instant()));
            trail.write(keeper, "loan-requested", ref(draftId, ""), null, loans.draftImages(draftId));
        });
    }

    /** The slip as it is shown and printed, request or posted. */
    public Optional<LoanSlip> slip(UUID id) {
        return slips.slip(id, LocalDate.now(clock)).or(() -> steps.loanOf(id).flatMap(loan -> slips.slip(loan, LocalDate.now(clock))));
    }

    public Optional<UUID> idOf(String no) {
        return loans.idOf(no);
    }

    /**
     * Whether the borrower may borrow at all, and whether somebody above the keeper must allow it.
     *
     * @throws RuleBroken {@code R-LOAN-2} when he has something that should have come back
     */
    private boolean judge(LoanContent content, LocalDate day) {
        warehouses.warehouse(content.warehouseId());
        var borrower = employee(content.borrowerId());
        if (!borrower.inService()) throw RuleBroken.at("borrower", "R-LOAN-8", "rule.stores.loan.borrower-left");
        if (content.partyId() != null) parties.party(content.partyId()).orElseThrow(NotFound::new);
        if (policies.value("loan.overdue.blocks", day).filter("YES"::equals).isPresent()) {
            slips.overdue(content.borrowerId(), content.partyId(), day).ifPresent(no -> {
                throw RuleBroken.at("borrower", "R-LOAN-2", "rule.stores.loan.overdue-first", borrower.name(), no);
            });
        }
        var most = policies.value("loan.approval.amount", day).filter(v -> !"NONE".equals(v)).map(Money::ofYuan);
        return content.partyId() != null || most.isPresent() && worth(content).compareTo(most.get()) > 0;
    }

    /** What the things are worth at the moving average of today. */
    private Money worth(LoanContent content) {
        var worth = Money.ZERO;
        for (var wanted : content.wanted(items.byIds(content.items())).entrySet()) {
            var there = stock.onHand(content.warehouseId(), wanted.getKey());
            if (!there.quantity().isPositive()) continue;
            var fen = BigDecimal.valueOf(there.amount().fen()).multiply(wanted.getValue().value()).divide(there.quantity().value(), 0, RoundingMode.HALF_UP);
            worth = worth.plus(new Money(fen.longValueExact()));
        }
        return worth;
    }

    private PostedLoan posted(Actor keeper, LoanRequest request, Map<UUID, Item> known, LocalDate day) {
        var c = request.content();
        var borrower = employee(c.borrowerId());
        List<PostedLoan.Line> lines = new ArrayList<>();
        for (var l : c.lines()) {
            var item = known.get(l.itemId());
            lines.add(new PostedLoan.Line(lines.size() + 1, item.id(), item.label(), item.code(), l.unit(), l.quantity(), item.inBaseUnits(l.unit(), l.quantity()), l.condition()));
        }
        return new PostedLoan(request.id(), series.next(SERIES, day.getYear()), c.warehouseId(), borrower.id(), borrower.name(), borrower.department(), c.partyId(), day, c.dueOn(), term(day),
                c.purpose(), c.remark(), request.approverId(), request.approvedAt(), request.borrowerAt(), request.madeBy(), request.madeAt(), keeper.employeeId(), null, null,
                request.corrects(), Grade.WORKED, clock.instant(), lines);
    }

    private void step(Actor actor, UUID id, int version, String action, @Nullable String reason, UnaryOperator<LoanRequest> change) {
        tenancy.write(actor.schoolId(), () -> {
            var request = locked(id);
            if (request.version() != version) throw new RuleBroken("R-EDIT", "rule.stores.changed-meanwhile");
            loans.update(change.apply(request));
            trail.write(actor, action, ref(id, ""), reason, loans.draftImages(id));
        });
    }

    private LoanRequest locked(UUID id) {
        return loans.lock(id).orElseThrow(() -> loans.posted(id).isPresent() ? new RuleBroken("R-ISS-2", "rule.stores.loan.out-is-final") : new NotFound());
    }

    private Employee employee(UUID id) {
        return people.employee(id).orElseThrow(NotFound::new);
    }

    private @Nullable UUID term(LocalDate day) {
        return terms.on(day).map(Term::id).orElse(null);
    }

    static WorkRef ref(UUID id, String no) {
        return new WorkRef(TYPE, id, no);
    }
}
