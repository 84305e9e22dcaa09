package org.zongwu.stores.loan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;

/**
 * A loan as it was handed out, which stands for ever. A reversal is one with the signs turned and a reason.
 *
 * @param warehouseId null on a row of a paper register: its things stand on no card
 * @param borrowerId  null when a paper register names somebody who is not on the staff list
 * @param dueOn       as it was agreed first; renewals are rows of their own
 */
record PostedLoan(UUID id, String no, @Nullable UUID warehouseId, @Nullable UUID borrowerId, String borrower, @Nullable String department, @Nullable UUID partyId, LocalDate day,
        @Nullable LocalDate dueOn, @Nullable UUID termId, String purpose, @Nullable String remark, @Nullable UUID approverId, @Nullable Instant approvedAt, @Nullable Instant borrowerAt,
        UUID madeBy, Instant madeAt, UUID keeperId, @Nullable UUID reversalOf, @Nullable String reversalReason, @Nullable UUID corrects, Grade grade, Instant postedAt, List<Line> lines) {

    /**
     * @param itemId   null for a thing that is not in the catalogue
     * @param quantity in base units
     */
    record Line(int number, @Nullable UUID itemId, String thing, @Nullable String thingNo, @Nullable String unit, Quantity entered, Quantity quantity, @Nullable String condition) {
        Line negated() {
            return new Line(number, itemId, thing, thingNo, unit, entered.negated(), quantity.negated(), condition);
        }
    }

    Line line(int number) {
        return lines.stream().filter(l -> l.number == number).findFirst().orElseThrow(() -> new RuleBroken("R-LOAN-10", "rule.stores.loan.no-such-line", number));
    }

    /** Of these quantities by line, what stands on cards, by item. */
    Map<UUID, Quantity> onCards(Map<Integer, Quantity> byLine) {
        var goods = new LinkedHashMap<UUID, Quantity>();
        byLine.forEach((n, quantity) -> {
            if (warehouseId != null && line(n).itemId() != null) goods.merge(line(n).itemId(), quantity, Quantity::plus);
        });
        return goods;
    }

    /** The red document: same people and things, signs turned. */
    PostedLoan reversal(UUID newId, String newNo, UUID keeper, LocalDate on, @Nullable UUID term, String reason, Instant at) {
        return new PostedLoan(newId, newNo, warehouseId, borrowerId, borrower, department, partyId, on, on, term, purpose, remark, approverId, approvedAt, borrowerAt, keeper, at, keeper, id, reason,
                null, grade, at, lines.stream().map(Line::negated).toList());
    }

    /** Things come back, are lost or were never out only through the hands of somebody else than who has them. */
    void requireOther(Actor keeper) {
        if (!keeper.holds(Duty.STOREKEEPER)) throw new RuleBroken("R-CUS-4", "rule.stores.keeper-only");
        if (keeper.employeeId().equals(borrowerId)) throw new RuleBroken("R-LOAN-6", "rule.stores.loan.not-his-own-return");
    }

    void requireStep(LocalDate on) {
        if (reversalOf != null) throw new RuleBroken("R-LOAN-0", "rule.stores.reversal-is-final", no);
        if (on.isBefore(day)) throw RuleBroken.at("day", "R-LOAN-0", "rule.stores.loan.before-it-went", day);
    }

    /**
     * @param due   when it is due now
     * @param done  how often it was renewed
     * @param most  how often it may be (R-LOAN-11)
     */
    void requireRenewable(Actor actor, LocalDate today, LocalDate due, LocalDate until, String reason, int done, int most) {
        var keeper = actor.holds(Duty.STOREKEEPER);
        if (!keeper && !actor.employeeId().equals(borrowerId)) throw new RuleBroken("R-LOAN-9", "rule.stores.loan.not-yours");
        if (!keeper && due.isBefore(today)) throw new RuleBroken("R-LOAN-11", "rule.stores.loan.late-renewal");
        if (done >= most) throw new RuleBroken("R-LOAN-11", "rule.stores.loan.renewed-enough", done);
        if (!until.isAfter(due) || until.isBefore(today)) throw RuleBroken.at("until", "R-LOAN-11", "rule.stores.loan.renew-later", due);
        if (reason.isBlank()) throw RuleBroken.at("reason", "R-LOAN-11", "rule.stores.loan.why-renew");
    }

    /** What a corrected slip starts from. */
    LoanContent content(LocalDate on) {
        var until = dueOn == null || dueOn.isBefore(on) ? on : dueOn;
        return new LoanContent(warehouseId, borrowerId, partyId, on, until, purpose, remark,
                lines.stream().map(l -> new LoanContent.Line(l.itemId(), l.unit(), l.entered(), l.condition())).toList());
    }
}
