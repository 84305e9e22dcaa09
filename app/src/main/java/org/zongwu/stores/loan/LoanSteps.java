package org.zongwu.stores.loan;

import static zongwu.db.stores.Tables.LOAN;
import static zongwu.db.stores.Tables.LOAN_COMPENSATION;
import static zongwu.db.stores.Tables.LOAN_LOSS;
import static zongwu.db.stores.Tables.LOAN_MOVE;
import static zongwu.db.stores.Tables.LOAN_RENEWAL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.trail.Images;

/** What happens to a loan after it went out: rows that are only added. */
@Repository
class LoanSteps {
    private final DSLContext db;
    private final Tenancy tenancy;

    LoanSteps(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    enum Kind { OUT, RETURN, LOSS, REVERSAL }

    record Renewal(int nth, LocalDate on, LocalDate before, LocalDate due, String reason) {}

    /** @param compensation what the borrower is to pay; null until that is fixed */
    record Loss(UUID id, String no, UUID loanId, int nth, LocalDate day, String words, Money amount, @Nullable Money compensation, @Nullable String agreed) {}

    /**
     * Writes what changed, by line.
     *
     * @param object   the loan, or the loss
     * @param day      null where a paper register only says that it came back
     * @param quantity by line, above zero; what comes back is written as less
     * @param words    condition by line
     */
    Images move(PostedLoan loan, Kind kind, UUID object, @Nullable LocalDate day, Map<Integer, Quantity> quantity, Map<Integer, String> words, UUID by, Instant at) {
        var insert = db.insertInto(LOAN_MOVE, LOAN_MOVE.SCHOOL_ID, LOAN_MOVE.ID, LOAN_MOVE.LOAN_ID, LOAN_MOVE.LINE_NO, LOAN_MOVE.KIND, LOAN_MOVE.WAREHOUSE_ID, LOAN_MOVE.ITEM_ID,
                LOAN_MOVE.OBJECT_ID, LOAN_MOVE.BUSINESS_DATE, LOAN_MOVE.QUANTITY, LOAN_MOVE.CONDITION, LOAN_MOVE.BY_ID, LOAN_MOVE.GRADE, LOAN_MOVE.POSTED_AT);
        for (var e : quantity.entrySet()) {
            var line = loan.line(e.getKey());
            var change = kind == Kind.OUT ? e.getValue() : e.getValue().negated();
            insert = insert.values(tenancy.current(), Ids.next(), loan.id(), line.number(), kind.name(), line.itemId() == null ? null : loan.warehouseId(), line.itemId(), object, day,
                    change.value(), words.get(e.getKey()), by, loan.grade().name(), at);
        }
        insert.execute();
        return Images.of(LOAN_MOVE, LOAN_MOVE.SCHOOL_ID.eq(tenancy.current()).and(LOAN_MOVE.LOAN_ID.eq(loan.id())));
    }

    /** Whether anything was done to an imported loan after it came in. */
    boolean isTouched(UUID loanId) {
        var at = db.select(LOAN.POSTED_AT).from(LOAN).where(LOAN.SCHOOL_ID.eq(tenancy.current()), LOAN.ID.eq(loanId)).fetchSingle(LOAN.POSTED_AT);
        var worked = db.select(LOAN_COMPENSATION.ID).from(LOAN_COMPENSATION).join(LOAN_LOSS).on(LOAN_LOSS.SCHOOL_ID.eq(LOAN_COMPENSATION.SCHOOL_ID), LOAN_LOSS.ID.eq(LOAN_COMPENSATION.LOSS_ID))
                .where(LOAN_COMPENSATION.SCHOOL_ID.eq(tenancy.current()), LOAN_LOSS.LOAN_ID.eq(loanId), LOAN_COMPENSATION.POSTED_AT.gt(at));
        return !renewals(loanId).isEmpty() || db.fetchExists(worked)
                || db.fetchExists(LOAN_MOVE, LOAN_MOVE.SCHOOL_ID.eq(tenancy.current()).and(LOAN_MOVE.LOAN_ID.eq(loanId)).and(LOAN_MOVE.KIND.ne(Kind.REVERSAL.name())).and(LOAN_MOVE.POSTED_AT.gt(at)));
    }

    List<Renewal> renewals(UUID loanId) {
        return db.selectFrom(LOAN_RENEWAL).where(LOAN_RENEWAL.SCHOOL_ID.eq(tenancy.current()), LOAN_RENEWAL.LOAN_ID.eq(loanId)).orderBy(LOAN_RENEWAL.NTH)
                .fetch(r -> new Renewal(r.getNth(), r.getRenewedOn(), r.getDueBefore(), r.getDueOn(), r.getReason()));
    }

    Images renew(UUID loanId, Renewal r, UUID by, Instant at) {
        db.insertInto(LOAN_RENEWAL).set(LOAN_RENEWAL.SCHOOL_ID, tenancy.current()).set(LOAN_RENEWAL.ID, Ids.next()).set(LOAN_RENEWAL.LOAN_ID, loanId).set(LOAN_RENEWAL.NTH, r.nth())
                .set(LOAN_RENEWAL.RENEWED_ON, r.on()).set(LOAN_RENEWAL.DUE_BEFORE, r.before()).set(LOAN_RENEWAL.DUE_ON, r.due()).set(LOAN_RENEWAL.REASON, r.reason())
                .set(LOAN_RENEWAL.BY_ID, by).set(LOAN_RENEWAL.POSTED_AT, at).execute();
        return Images.of(LOAN_RENEWAL, LOAN_RENEWAL.SCHOOL_ID.eq(tenancy.current()).and(LOAN_RENEWAL.LOAN_ID.eq(loanId)));
    }

    List<Loss> losses(UUID loanId) {
        return db.select(LOAN_LOSS.asterisk(), LOAN_COMPENSATION.AMOUNT, LOAN_COMPENSATION.WORDS).from(LOAN_LOSS)
                .leftJoin(LOAN_COMPENSATION).on(LOAN_COMPENSATION.SCHOOL_ID.eq(LOAN_LOSS.SCHOOL_ID), LOAN_COMPENSATION.LOSS_ID.eq(LOAN_LOSS.ID))
                .where(LOAN_LOSS.SCHOOL_ID.eq(tenancy.current()), LOAN_LOSS.LOAN_ID.eq(loanId)).orderBy(LOAN_LOSS.NTH)
                .fetch(r -> new Loss(r.get(LOAN_LOSS.ID), r.get(LOAN_LOSS.NO), loanId, r.get(LOAN_LOSS.NTH), r.get(LOAN_LOSS.BUSINESS_DATE), r.get(LOAN_LOSS.WORDS),
                        new Money(r.get(LOAN_LOSS.AMOUNT)), r.get(LOAN_COMPENSATION.AMOUNT) == null ? null : new Money(r.get(LOAN_COMPENSATION.AMOUNT)), r.get(LOAN_COMPENSATION.WORDS)));
    }

    /** Which loan a loss belongs to: the card of what was lost opens the loan. */
    Optional<UUID> loanOf(UUID lossId) {
        return db.select(LOAN_LOSS.LOAN_ID).from(LOAN_LOSS).where(LOAN_LOSS.SCHOOL_ID.eq(tenancy.current()), LOAN_LOSS.ID.eq(lossId)).fetchOptional(LOAN_LOSS.LOAN_ID);
    }

    Images lose(Loss l, Grade grade, UUID by, Instant at) {
        db.insertInto(LOAN_LOSS).set(LOAN_LOSS.SCHOOL_ID, tenancy.current()).set(LOAN_LOSS.ID, l.id()).set(LOAN_LOSS.NO, l.no()).set(LOAN_LOSS.LOAN_ID, l.loanId()).set(LOAN_LOSS.NTH, l.nth())
                .set(LOAN_LOSS.BUSINESS_DATE, l.day()).set(LOAN_LOSS.WORDS, l.words()).set(LOAN_LOSS.AMOUNT, l.amount().fen()).set(LOAN_LOSS.BY_ID, by).set(LOAN_LOSS.GRADE, grade.name())
                .set(LOAN_LOSS.POSTED_AT, at).execute();
        return Images.of(LOAN_LOSS, LOAN_LOSS.SCHOOL_ID.eq(tenancy.current()).and(LOAN_LOSS.ID.eq(l.id())));
    }

    Images compensate(UUID id, UUID lossId, LocalDate day, Money amount, String words, Grade grade, UUID by, Instant at) {
        db.insertInto(LOAN_COMPENSATION).set(LOAN_COMPENSATION.SCHOOL_ID, tenancy.current()).set(LOAN_COMPENSATION.ID, id).set(LOAN_COMPENSATION.LOSS_ID, lossId)
                .set(LOAN_COMPENSATION.BUSINESS_DATE, day).set(LOAN_COMPENSATION.AMOUNT, amount.fen()).set(LOAN_COMPENSATION.WORDS, words).set(LOAN_COMPENSATION.BY_ID, by)
                .set(LOAN_COMPENSATION.GRADE, grade.name()).set(LOAN_COMPENSATION.POSTED_AT, at).execute();
        return Images.of(LOAN_COMPENSATION, LOAN_COMPENSATION.SCHOOL_ID.eq(tenancy.current()).and(LOAN_COMPENSATION.ID.eq(id)));
    }
}
