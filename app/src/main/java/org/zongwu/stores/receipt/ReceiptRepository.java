package org.zongwu.stores.receipt;

import static zongwu.db.stores.Tables.RECEIPT;
import static zongwu.db.stores.Tables.RECEIPT_DRAFT;
import static zongwu.db.stores.Tables.RECEIPT_LINE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.trail.Images;

/** Drafts, and posted receipts with their lines. */
@Repository
class ReceiptRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    ReceiptRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void insert(ReceiptRequest r) {
        db.insertInto(RECEIPT_DRAFT).set(RECEIPT_DRAFT.SCHOOL_ID, tenancy.current()).set(RECEIPT_DRAFT.ID, r.id())
                .set(RECEIPT_DRAFT.MADE_BY, r.madeBy()).set(RECEIPT_DRAFT.MADE_AT, r.madeAt()).set(RECEIPT_DRAFT.CORRECTS, r.corrects())
                .set(values(r)).execute();
    }

    void update(ReceiptRequest r) {
        db.update(RECEIPT_DRAFT).set(values(r)).where(draft(r.id())).execute();
    }

    void delete(UUID id) {
        db.deleteFrom(RECEIPT_DRAFT).where(draft(id)).execute();
    }

    /** The draft, which nobody else can change until the transaction ends; none when it is posted or deleted. */
    Optional<ReceiptRequest> lock(UUID id) {
        return db.selectFrom(RECEIPT_DRAFT).where(draft(id)).forUpdate().fetchOptional(r -> new ReceiptRequest(r.getId(),
                new ReceiptContent(r.getWarehouseId(), Funding.valueOf(r.getFunding()), r.getSupplierId(), r.getBuyerId(), r.getArrivedOn(), r.getInvoiceNo(),
                        r.getRemark(), r.getAcceptor1Id(), r.getAcceptor2Id(), DraftLines.read(r.getLines())),
                r.getMadeBy(), r.getMadeAt(), r.getSubmittedAt(), r.getAcceptor1At(), r.getAcceptor2At(), r.getCorrects(), r.getVersion()));
    }

    Optional<PostedReceipt> posted(UUID id) {
        return db.selectFrom(RECEIPT).where(receipt(id)).fetchOptional(r -> new PostedReceipt(r.getId(), r.getNo(), r.getWarehouseId(), Funding.valueOf(r.getFunding()),
                r.getSupplierId(), r.getBuyerId(), r.getBusinessDate(), r.getTermId(), r.getInvoiceNo(), r.getRemark(), r.getAcceptor1Id(), r.getAcceptor2Id(),
                r.getAcceptor1At(), r.getAcceptor2At(), r.getMadeBy(), r.getMadeAt(), r.getKeeperId(), r.getReversalOf(), r.getReversalReason(), r.getCorrects(), Grade.valueOf(r.getGrade()),
                r.getPostedAt(), lines(id)));
    }

    Optional<UUID> idOf(String no) {
        return db.select(RECEIPT.ID).from(RECEIPT).where(RECEIPT.SCHOOL_ID.eq(tenancy.current()), RECEIPT.NO.eq(no)).fetchOptional(Record1::value1);
    }

    /** By number, those of these that are there. */
    Map<String, UUID> idsOf(Collection<String> numbers) {
        return db.select(RECEIPT.NO, RECEIPT.ID).from(RECEIPT).where(RECEIPT.SCHOOL_ID.eq(tenancy.current()), RECEIPT.NO.eq(DSL.any(numbers.toArray(String[]::new)))).fetchMap(RECEIPT.NO, RECEIPT.ID);
    }

    Map<PaperReceipts.Came, String> came(Collection<LocalDate> days) {
        var red = RECEIPT.as("red");
        var all = new HashMap<PaperReceipts.Came, String>();
        db.select(RECEIPT.BUSINESS_DATE, RECEIPT_LINE.ITEM_ID, RECEIPT_LINE.QUANTITY, RECEIPT_LINE.AMOUNT, RECEIPT.NO).from(RECEIPT)
                .join(RECEIPT_LINE).on(RECEIPT_LINE.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), RECEIPT_LINE.RECEIPT_ID.eq(RECEIPT.ID))
                .where(RECEIPT.SCHOOL_ID.eq(tenancy.current()), RECEIPT.BUSINESS_DATE.eq(DSL.any(days.toArray(LocalDate[]::new))), RECEIPT.GRADE.eq(Grade.IMPORTED.name()), RECEIPT.REVERSAL_OF.isNull(),
                        RECEIPT.FUNDING.ne(Funding.OPENING.name()), DSL.notExists(DSL.selectOne().from(red).where(red.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), red.REVERSAL_OF.eq(RECEIPT.ID))))
                .forEach(r -> all.put(new PaperReceipts.Came(r.value1(), r.value2(), new Quantity(r.value3()), new Money(r.value4())), r.value5()));
        return all;
    }

    Optional<String> reversalNo(UUID original) {
        return db.select(RECEIPT.NO).from(RECEIPT).where(RECEIPT.SCHOOL_ID.eq(tenancy.current()), RECEIPT.REVERSAL_OF.eq(original)).fetchOptional(Record1::value1);
    }

    void insert(PostedReceipt i) {
        var school = tenancy.current();
        db.insertInto(RECEIPT).set(RECEIPT.SCHOOL_ID, school).set(RECEIPT.ID, i.id()).set(RECEIPT.NO, i.no()).set(RECEIPT.WAREHOUSE_ID, i.warehouseId())
                .set(RECEIPT.FUNDING, i.funding().name()).set(RECEIPT.SUPPLIER_ID, i.supplierId()).set(RECEIPT.BUYER_ID, i.buyerId())
                .set(RECEIPT.BUSINESS_DATE, i.day()).set(RECEIPT.TERM_ID, i.termId()).set(RECEIPT.INVOICE_NO, i.invoiceNo()).set(RECEIPT.REMARK, i.remark())
                .set(RECEIPT.ACCEPTOR1_ID, i.acceptor1Id()).set(RECEIPT.ACCEPTOR2_ID, i.acceptor2Id()).set(RECEIPT.ACCEPTOR1_AT, i.acceptor1At())
                .set(RECEIPT.ACCEPTOR2_AT, i.acceptor2At()).set(RECEIPT.MADE_BY, i.madeBy()).set(RECEIPT.MADE_AT, i.madeAt()).set(RECEIPT.KEEPER_ID, i.keeperId()).set(RECEIPT.AMOUNT, i.amount().fen())
                .set(RECEIPT.LINE_COUNT, i.lines().size()).set(RECEIPT.REVERSAL_OF, i.reversalOf()).set(RECEIPT.REVERSAL_REASON, i.reversalReason())
                .set(RECEIPT.CORRECTS, i.corrects()).set(RECEIPT.GRADE, i.grade().name()).set(RECEIPT.POSTED_AT, i.postedAt()).execute();
        var insert = db.insertInto(RECEIPT_LINE, RECEIPT_LINE.SCHOOL_ID, RECEIPT_LINE.ID, RECEIPT_LINE.RECEIPT_ID, RECEIPT_LINE.LINE_NO, RECEIPT_LINE.ITEM_ID,
                RECEIPT_LINE.ENTERED_UNIT, RECEIPT_LINE.ENTERED_QUANTITY, RECEIPT_LINE.QUANTITY, RECEIPT_LINE.UNIT_PRICE, RECEIPT_LINE.AMOUNT,
                RECEIPT_LINE.LOT_NO, RECEIPT_LINE.EXPIRES_ON);
        var n = 0;
        for (var l : i.lines()) {
            insert = insert.values(school, Ids.next(), i.id(), ++n, l.itemId(), l.unit(), l.count().value(), l.quantity().value(), l.unitPrice(), l.amount().fen(), l.lotNo(), l.expiresOn());
        }
        insert.execute();
    }

    Images images(UUID id) {
        return Images.of(RECEIPT, receipt(id)).and(RECEIPT_LINE, RECEIPT_LINE.SCHOOL_ID.eq(tenancy.current()).and(RECEIPT_LINE.RECEIPT_ID.eq(id)));
    }

    Images draftImages(UUID id) {
        return Images.of(RECEIPT_DRAFT, draft(id));
    }

    private List<PostedReceipt.Line> lines(UUID id) {
        return db.selectFrom(RECEIPT_LINE).where(RECEIPT_LINE.SCHOOL_ID.eq(tenancy.current()), RECEIPT_LINE.RECEIPT_ID.eq(id)).orderBy(RECEIPT_LINE.LINE_NO)
                .fetch(l -> new PostedReceipt.Line(l.getItemId(), l.getEnteredUnit(), new Quantity(l.getEnteredQuantity()), new Quantity(l.getQuantity()), l.getUnitPrice(), new Money(l.getAmount()),
                        l.getLotNo(), l.getExpiresOn()));
    }

    private static Map<Field<?>, Object> values(ReceiptRequest r) {
        var c = r.content();
        var values = new LinkedHashMap<Field<?>, Object>();
        values.put(RECEIPT_DRAFT.WAREHOUSE_ID, c.warehouseId());
        values.put(RECEIPT_DRAFT.FUNDING, c.funding().name());
        values.put(RECEIPT_DRAFT.SUPPLIER_ID, c.supplierId());
        values.put(RECEIPT_DRAFT.BUYER_ID, c.buyerId());
        values.put(RECEIPT_DRAFT.ARRIVED_ON, c.arrivedOn());
        values.put(RECEIPT_DRAFT.INVOICE_NO, c.invoiceNo());
        values.put(RECEIPT_DRAFT.REMARK, c.remark());
        values.put(RECEIPT_DRAFT.ACCEPTOR1_ID, c.acceptor1Id());
        values.put(RECEIPT_DRAFT.ACCEPTOR2_ID, c.acceptor2Id());
        values.put(RECEIPT_DRAFT.LINES, DraftLines.write(c.lines()));
        values.put(RECEIPT_DRAFT.SUBMITTED_AT, r.submittedAt());
        values.put(RECEIPT_DRAFT.ACCEPTOR1_AT, r.acceptor1At());
        values.put(RECEIPT_DRAFT.ACCEPTOR2_AT, r.acceptor2At());
        values.put(RECEIPT_DRAFT.VERSION, r.version());
        return values;
    }

    private Condition draft(UUID id) {
        return RECEIPT_DRAFT.SCHOOL_ID.eq(tenancy.current()).and(RECEIPT_DRAFT.ID.eq(id));
    }

    private Condition receipt(UUID id) {
        return RECEIPT.SCHOOL_ID.eq(tenancy.current()).and(RECEIPT.ID.eq(id));
    }
}
