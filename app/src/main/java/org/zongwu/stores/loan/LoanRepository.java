package org.zongwu.stores.loan;

import static zongwu.db.stores.Tables.LOAN;
import static zongwu.db.stores.Tables.LOAN_DRAFT;
import static zongwu.db.stores.Tables.LOAN_LINE;
import static zongwu.db.stores.Tables.LOAN_OPEN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.trail.Images;

/** Requests, and posted loans with their lines and what of each line is still out. */
@Repository
class LoanRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    LoanRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void insert(LoanRequest r) {
        db.insertInto(LOAN_DRAFT).set(LOAN_DRAFT.SCHOOL_ID, tenancy.current()).set(LOAN_DRAFT.ID, r.id()).set(LOAN_DRAFT.MADE_BY, r.madeBy()).set(LOAN_DRAFT.MADE_AT, r.madeAt())
                .set(LOAN_DRAFT.CORRECTS, r.corrects()).set(values(r)).execute();
    }

    void update(LoanRequest r) {
        db.update(LOAN_DRAFT).set(values(r)).where(draft(r.id())).execute();
    }

    void delete(UUID id) {
        db.deleteFrom(LOAN_DRAFT).where(draft(id)).execute();
    }

    /** The request, which nobody else can change until the transaction ends; none when it is handed out or deleted. */
    Optional<LoanRequest> lock(UUID id) {
        return db.selectFrom(LOAN_DRAFT).where(draft(id)).forUpdate().fetchOptional(r -> new LoanRequest(r.getId(),
                new LoanContent(r.getWarehouseId(), r.getBorrowerId(), r.getPartyId(), r.getWantedOn(), r.getDueOn(), r.getPurpose(), r.getRemark(), DraftLines.read(r.getLines())),
                r.getNeedsApproval(), r.getApproverId(), r.getApprovedAt(), r.getRefusal(), r.getBorrowerAt(), r.getMadeBy(), r.getMadeAt(), r.getCorrects(), r.getVersion()));
    }

    Optional<PostedLoan> posted(UUID id) {
        return db.selectFrom(LOAN).where(loan(id)).fetchOptional(r -> new PostedLoan(r.getId(), r.getNo(), r.getWarehouseId(), r.getBorrowerId(), r.getBorrower(), r.getDepartment(),
                r.getPartyId(), r.getBusinessDate(), r.getDueOn(), r.getTermId(), r.getPurpose(), r.getRemark(), r.getApproverId(), r.getApprovedAt(), r.getBorrowerAt(), r.getMadeBy(),
                r.getMadeAt(), r.getKeeperId(), r.getReversalOf(), r.getReversalReason(), r.getCorrects(), Grade.valueOf(r.getGrade()), r.getPostedAt(), lines(id)));
    }

    Optional<UUID> idOf(String no) {
        return db.select(LOAN.ID).from(LOAN).where(LOAN.SCHOOL_ID.eq(tenancy.current()), LOAN.NO.eq(no)).fetchOptional(Record1::value1);
    }

    Optional<String> reversalNo(UUID original) {
        return db.select(LOAN.NO).from(LOAN).where(LOAN.SCHOOL_ID.eq(tenancy.current()), LOAN.REVERSAL_OF.eq(original)).fetchOptional(Record1::value1);
    }

    void insert(PostedLoan l) {
        var school = tenancy.current();
        db.insertInto(LOAN).set(LOAN.SCHOOL_ID, school).set(LOAN.ID, l.id()).set(LOAN.NO, l.no()).set(LOAN.WAREHOUSE_ID, l.warehouseId()).set(LOAN.BORROWER_ID, l.borrowerId())
                .set(LOAN.BORROWER, l.borrower()).set(LOAN.DEPARTMENT, l.department()).set(LOAN.PARTY_ID, l.partyId()).set(LOAN.BUSINESS_DATE, l.day()).set(LOAN.DUE_ON, l.dueOn())
                .set(LOAN.TERM_ID, l.termId()).set(LOAN.PURPOSE, l.purpose()).set(LOAN.REMARK, l.remark()).set(LOAN.APPROVER_ID, l.approverId()).set(LOAN.APPROVED_AT, l.approvedAt())
                .set(LOAN.BORROWER_AT, l.borrowerAt()).set(LOAN.MADE_BY, l.madeBy()).set(LOAN.MADE_AT, l.madeAt()).set(LOAN.KEEPER_ID, l.keeperId()).set(LOAN.LINE_COUNT, l.lines().size())
                .set(LOAN.REVERSAL_OF, l.reversalOf()).set(LOAN.REVERSAL_REASON, l.reversalReason()).set(LOAN.CORRECTS, l.corrects()).set(LOAN.GRADE, l.grade().name())
                .set(LOAN.POSTED_AT, l.postedAt()).execute();
        var insert = db.insertInto(LOAN_LINE, LOAN_LINE.SCHOOL_ID, LOAN_LINE.ID, LOAN_LINE.LOAN_ID, LOAN_LINE.LINE_NO, LOAN_LINE.ITEM_ID, LOAN_LINE.THING, LOAN_LINE.THING_NO,
                LOAN_LINE.ENTERED_UNIT, LOAN_LINE.ENTERED_QUANTITY, LOAN_LINE.QUANTITY, LOAN_LINE.CONDITION_OUT);
        for (var line : l.lines()) {
            insert = insert.values(school, Ids.next(), l.id(), line.number(), line.itemId(), line.thing(), line.thingNo(), line.unit(), line.entered().value(), line.quantity().value(),
                    line.condition());
        }
        insert.execute();
    }

    /** Every line of a new loan is out as a whole. */
    void open(PostedLoan loan) {
        var insert = db.insertInto(LOAN_OPEN, LOAN_OPEN.SCHOOL_ID, LOAN_OPEN.LOAN_ID, LOAN_OPEN.LINE_NO, LOAN_OPEN.OUTSTANDING);
        for (var line : loan.lines()) insert = insert.values(tenancy.current(), loan.id(), line.number(), line.quantity().value());
        insert.execute();
    }

    /** So many of a line are out no more; whether so many were. */
    boolean close(UUID loanId, int line, Quantity quantity) {
        return db.update(LOAN_OPEN).set(LOAN_OPEN.OUTSTANDING, LOAN_OPEN.OUTSTANDING.minus(quantity.value()))
                .where(open(loanId), LOAN_OPEN.LINE_NO.eq(line), LOAN_OPEN.OUTSTANDING.ge(quantity.value())).execute() == 1;
    }

    /** What is still out, by line. */
    Map<Integer, Quantity> outstanding(UUID loanId) {
        var all = new LinkedHashMap<Integer, Quantity>();
        db.select(LOAN_OPEN.LINE_NO, LOAN_OPEN.OUTSTANDING).from(LOAN_OPEN).where(open(loanId)).orderBy(LOAN_OPEN.LINE_NO).forEach(r -> all.put(r.value1(), new Quantity(r.value2())));
        return all;
    }

    Images images(UUID id) {
        return Images.of(LOAN, loan(id)).and(LOAN_LINE, LOAN_LINE.SCHOOL_ID.eq(tenancy.current()).and(LOAN_LINE.LOAN_ID.eq(id)));
    }

    Images openImages(UUID id) {
        return Images.of(LOAN_OPEN, open(id));
    }

    Images draftImages(UUID id) {
        return Images.of(LOAN_DRAFT, draft(id));
    }

    private List<PostedLoan.Line> lines(UUID id) {
        return db.selectFrom(LOAN_LINE).where(LOAN_LINE.SCHOOL_ID.eq(tenancy.current()), LOAN_LINE.LOAN_ID.eq(id)).orderBy(LOAN_LINE.LINE_NO)
                .fetch(l -> new PostedLoan.Line(l.getLineNo(), l.getItemId(), l.getThing(), l.getThingNo(), l.getEnteredUnit(), new Quantity(l.getEnteredQuantity()),
                        new Quantity(l.getQuantity()), l.getConditionOut()));
    }

    private static Map<Field<?>, Object> values(LoanRequest r) {
        var c = r.content();
        var values = new LinkedHashMap<Field<?>, Object>();
        values.put(LOAN_DRAFT.WAREHOUSE_ID, c.warehouseId());
        values.put(LOAN_DRAFT.BORROWER_ID, c.borrowerId());
        values.put(LOAN_DRAFT.PARTY_ID, c.partyId());
        values.put(LOAN_DRAFT.WANTED_ON, c.wantedOn());
        values.put(LOAN_DRAFT.DUE_ON, c.dueOn());
        values.put(LOAN_DRAFT.PURPOSE, c.purpose());
        values.put(LOAN_DRAFT.REMARK, c.remark());
        values.put(LOAN_DRAFT.LINES, DraftLines.write(c.lines()));
        values.put(LOAN_DRAFT.NEEDS_APPROVAL, r.needsApproval());
        values.put(LOAN_DRAFT.APPROVER_ID, r.approverId());
        values.put(LOAN_DRAFT.APPROVED_AT, r.approvedAt());
        values.put(LOAN_DRAFT.REFUSAL, r.refusal());
        values.put(LOAN_DRAFT.BORROWER_AT, r.borrowerAt());
        values.put(LOAN_DRAFT.VERSION, r.version());
        return values;
    }

    private Condition draft(UUID id) {
        return LOAN_DRAFT.SCHOOL_ID.eq(tenancy.current()).and(LOAN_DRAFT.ID.eq(id));
    }

    private Condition loan(UUID id) {
        return LOAN.SCHOOL_ID.eq(tenancy.current()).and(LOAN.ID.eq(id));
    }

    private Condition open(UUID id) {
        return LOAN_OPEN.SCHOOL_ID.eq(tenancy.current()).and(LOAN_OPEN.LOAN_ID.eq(id));
    }
}
