package org.zongwu.stores.loan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.ledger.Ledger;
import org.zongwu.school.Policies;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.Shift;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** What happens to a loan once it is out: renewed, brought back in parts, lost, and what the borrower is to pay for that. */
@Service
public class LoanReturns {
    private final LoanRepository loans;
    private final LoanSteps steps;
    private final WarehouseService warehouses;
    private final StockService stock;
    private final Ledger ledger;
    private final Policies policies;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    LoanReturns(LoanRepository loans, LoanSteps steps, WarehouseService warehouses, StockService stock, Ledger ledger, Policies policies, Trail trail, Tenancy tenancy, Clock clock) {
        this.loans = loans;
        this.steps = steps;
        this.warehouses = warehouses;
        this.stock = stock;
        this.ledger = ledger;
        this.policies = policies;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * @param quantity in base units
     * @param words    what it looks like; null when there is nothing to say
     */
    public record Part(int line, Quantity quantity, @Nullable String words) {}

    /** A later day, with a reason: by the borrower before it is due, by the keeper also after, so often as the school's rule allows. */
    public void renew(Actor actor, UUID loanId, LocalDate until, String reason) {
        tenancy.write(actor.schoolId(), () -> {
            var today = LocalDate.now(clock);
            var loan = out(loanId);
            var done = steps.renewals(loanId);
            var due = done.isEmpty() ? loan.dueOn() : done.getLast().due();
            if (due == null) throw new RuleBroken("R-LOAN-11", "rule.stores.loan.no-day");
            var most = policies.value("loan.renewals.max", today).map(Integer::valueOf).orElse(0);
            loan.requireRenewable(actor, today, due, until, reason, done.size(), most);
            var row = steps.renew(loanId, new LoanSteps.Renewal(done.size() + 1, today, due, until, reason.strip()), actor.employeeId(), clock.instant());
            trail.write(actor, "loan-renewed", LoanService.ref(loanId, loan.no()), reason.strip(), row);
        });
    }

    /** The keeper takes things in; what of a loan is not there is still out. When nothing is, the loan is closed. */
    public void bringBack(Actor keeper, UUID loanId, LocalDate day, List<Part> parts) {
        tenancy.write(keeper.schoolId(), () -> {
            var loan = handled(keeper, loanId, day);
            var quantities = close(loan, parts);
            var cards = loan.warehouseId() == null ? Images.none() : stock.takeIn(loan.warehouseId(), day, loan.onCards(quantities));
            var moves = steps.move(loan, LoanSteps.Kind.RETURN, loanId, day, quantities, words(parts), keeper.employeeId(), clock.instant());
            trail.write(keeper, "loan-returned", LoanService.ref(loanId, loan.no()), null, loans.openImages(loanId).and(moves).and(cards));
        });
    }

    /**
     * What will not come back leaves the cards at its moving average and the books (Dr 1902 Cr 1302).
     *
     * @param words how it was lost, and what was agreed
     */
    public UUID lose(Actor keeper, UUID loanId, LocalDate day, List<Part> parts, String words) {
        return tenancy.write(keeper.schoolId(), () -> {
            var loan = handled(keeper, loanId, day);
            if (words.strip().length() < 5) throw RuleBroken.at("words", "R-LOAN-4", "rule.stores.loan.how-lost");
            var quantities = close(loan, parts);
            var at = clock.instant();
            var nth = steps.losses(loanId).size() + 1;
            var shifts = loan.warehouseId() == null ? List.<Shift>of() : stock.lose(loan.warehouseId(), day, loan.onCards(quantities));
            var amount = shifts.stream().map(Shift::change).map(Goods::amount).reduce(Money.ZERO, Money::plus).negated();
            var loss = new LoanSteps.Loss(Ids.next(), loan.no() + "-" + nth, loanId, nth, day, words.strip(), amount, null, null);
            var document = LoanService.ref(loss.id(), loss.no());
            var written = steps.lose(loss, loan.grade(), keeper.employeeId(), at)
                    .and(steps.move(loan, LoanSteps.Kind.LOSS, loss.id(), day, quantities, words(parts), keeper.employeeId(), at)).and(loans.openImages(loanId));
            if (!amount.isZero()) written = written.and(ledger.post("STORES_LOAN", "LOSS", day, document, loan.borrower(), amount));
            if (!shifts.isEmpty()) written = written.and(stock.record(MoveKind.LOAN_LOSS, loan.grade(), document, loan.borrower(), loan.warehouseId(), day, shifts));
            trail.write(keeper, "loan-lost", LoanService.ref(loanId, loan.no()), words.strip(), written);
            return loss.id();
        });
    }

    /** What the borrower is to pay (Dr 1218 Cr 1902): fixed by the director or the asset administrator, never by who lost it. */
    public void compensate(Actor actor, UUID lossId, LocalDate day, Money amount, String words) {
        tenancy.write(actor.schoolId(), () -> {
            if (!actor.holdsAny(Duty.GA_DIRECTOR, Duty.ASSET_ADMIN)) throw new RuleBroken("R-LOAN-4", "rule.stores.loan.who-fixes");
            var loan = loans.posted(steps.loanOf(lossId).orElseThrow(NotFound::new)).orElseThrow();
            var loss = steps.losses(loan.id()).stream().filter(l -> l.id().equals(lossId)).findFirst().orElseThrow();
            if (actor.employeeId().equals(loan.borrowerId())) throw new RuleBroken("R-LOAN-4", "rule.stores.loan.not-for-himself");
            if (loss.compensation() != null) throw new RuleBroken("R-LOAN-4", "rule.stores.loan.fixed-already", loss.no(), loss.compensation());
            if (day.isBefore(loss.day())) throw RuleBroken.at("day", "R-LOAN-0", "rule.stores.loan.before-it-went", loss.day());
            if (day.isAfter(LocalDate.now(clock))) throw RuleBroken.at("day", "R-STK-5", "rule.stores.day-to-come", day);
            if (words.isBlank()) throw RuleBroken.at("words", "R-LOAN-4", "rule.stores.loan.what-agreed");
            var id = Ids.next();
            var written = steps.compensate(id, lossId, day, amount, words.strip(), loan.grade(), actor.employeeId(), clock.instant());
            // Of a thing that stood on no card nothing stands on 1902 either
            if (!amount.isZero() && loan.warehouseId() != null) {
                written = written.and(ledger.post("STORES_LOAN", "COMPENSATION", day, LoanService.ref(id, loss.no()), loan.borrower(), amount));
            }
            trail.write(actor, "loan-compensation", LoanService.ref(loan.id(), loan.no()), words.strip(), written);
        });
    }

    private PostedLoan handled(Actor keeper, UUID loanId, LocalDate day) {
        var loan = out(loanId);
        loan.requireOther(keeper);
        loan.requireStep(day);
        if (day.isAfter(LocalDate.now(clock))) throw RuleBroken.at("day", "R-STK-5", "rule.stores.day-to-come", day);
        if (loan.warehouseId() != null) warehouses.requireKeeper(keeper, loan.warehouseId(), day);
        return loan;
    }

    private PostedLoan out(UUID loanId) {
        var loan = loans.posted(loanId).orElseThrow(NotFound::new);
        if (loan.reversalOf() != null) throw new RuleBroken("R-LOAN-0", "rule.stores.reversal-is-final", loan.no());
        if (loans.outstanding(loanId).values().stream().noneMatch(Quantity::isPositive)) throw new RuleBroken("R-LOAN-0", "rule.stores.loan.nothing-out", loan.no());
        return loan;
    }

    /** Takes the parts off what is out, in the order of the lines, so that two who do it at once never wait in a ring. */
    private Map<Integer, Quantity> close(PostedLoan loan, List<Part> parts) {
        var quantities = new TreeMap<Integer, Quantity>();
        for (var part : parts) if (part.quantity().isPositive()) quantities.merge(part.line(), part.quantity(), Quantity::plus);
        if (quantities.isEmpty()) throw RuleBroken.at("quantity-0", "R-LOAN-10", "rule.stores.loan.nothing-named");
        quantities.forEach((n, quantity) -> {
            if (loans.close(loan.id(), n, quantity)) return;
            var left = loans.outstanding(loan.id()).getOrDefault(n, Quantity.ZERO);
            throw new RuleBroken("R-LOAN-10", "rule.stores.loan.not-so-many", loan.line(n).thing(), quantity, left);
        });
        return quantities;
    }

    private static Map<Integer, String> words(List<Part> parts) {
        var words = new LinkedHashMap<Integer, String>();
        for (var part : parts) if (part.words() != null) words.merge(part.line(), part.words(), (a, b) -> a + "；" + b);
        return words;
    }
}
