package org.zongwu.stores.slip;

import static zongwu.db.stores.Tables.SLIP;
import static zongwu.db.stores.Tables.SLIP_DRAFT;
import static zongwu.db.stores.Tables.SLIP_LINE;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.trail.Images;

/** Drafts, and posted documents with their lines, of all kinds: each call sees the kind that it is asked for. */
@Repository
class SlipRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    SlipRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void insert(SlipRequest r) {
        db.insertInto(SLIP_DRAFT).set(SLIP_DRAFT.SCHOOL_ID, tenancy.current()).set(SLIP_DRAFT.ID, r.id()).set(SLIP_DRAFT.KIND, r.kind().name())
                .set(SLIP_DRAFT.MADE_BY, r.madeBy()).set(SLIP_DRAFT.MADE_AT, r.madeAt()).set(SLIP_DRAFT.CORRECTS, r.corrects()).set(values(r)).execute();
    }

    void update(SlipRequest r) {
        db.update(SLIP_DRAFT).set(values(r)).where(draft(r.kind(), r.id())).execute();
    }

    void delete(SlipKind kind, UUID id) {
        db.deleteFrom(SLIP_DRAFT).where(draft(kind, id)).execute();
    }

    /** The draft, which nobody else can change until the transaction ends; none when it is posted or deleted. */
    Optional<SlipRequest> lock(SlipKind kind, UUID id) {
        return db.selectFrom(SLIP_DRAFT).where(draft(kind, id)).forUpdate().fetchOptional(r -> new SlipRequest(id, kind,
                content(r, SLIP_DRAFT, r.getDay(), SlipLines.read(r.getLines())), r.getMadeBy(), r.getMadeAt(), r.getSubmittedAt(), r.getSecondId(), r.getSecondAt(),
                        r.getCorrects(),
                r.getVersion()));
    }

    Optional<PostedSlip> posted(SlipKind kind, UUID id) {
        return db.selectFrom(SLIP).where(slip(id), SLIP.KIND.eq(kind.name())).fetchOptional(r -> new PostedSlip(id, r.getNo(), content(r, SLIP, r.getBusinessDate(),
                List.of()), r.getTermId(),
                r.getMadeBy(), r.getMadeAt(), r.getSecondId(), r.getSecondAt(), r.getKeeperId(), r.getReversalOf(), r.getReversalReason(), r.getCorrects(),
                        r.getPostedAt(), lines(id)));
    }

    Optional<String> reversalNo(UUID original) {
        return db.select(SLIP.NO).from(SLIP).where(SLIP.SCHOOL_ID.eq(tenancy.current()), SLIP.REVERSAL_OF.eq(original)).fetchOptional(Record1::value1);
    }

    void insert(SlipKind kind, PostedSlip s) {
        var school = tenancy.current();
        db.insertInto(SLIP).set(SLIP.SCHOOL_ID, school).set(SLIP.ID, s.id()).set(SLIP.NO, s.no()).set(SLIP.KIND, kind.name()).set(head(s.content(), SLIP))
                .set(SLIP.BUSINESS_DATE, s.day()).set(SLIP.TERM_ID, s.termId()).set(SLIP.MADE_BY, s.madeBy()).set(SLIP.MADE_AT, s.madeAt())
                .set(SLIP.SECOND_ID, s.secondId()).set(SLIP.SECOND_AT, s.secondAt()).set(SLIP.KEEPER_ID, s.keeperId()).set(SLIP.AMOUNT, s.amount().fen())
                .set(SLIP.LINE_COUNT, s.lines().size()).set(SLIP.REVERSAL_OF, s.reversalOf()).set(SLIP.REVERSAL_REASON, s.reversalReason())
                .set(SLIP.CORRECTS, s.corrects()).set(SLIP.POSTED_AT, s.postedAt()).execute();
        var insert = db.insertInto(SLIP_LINE, SLIP_LINE.SCHOOL_ID, SLIP_LINE.ID, SLIP_LINE.SLIP_ID, SLIP_LINE.LINE_NO, SLIP_LINE.ITEM_ID, SLIP_LINE.ENTERED_UNIT,
                SLIP_LINE.ENTERED_QUANTITY, SLIP_LINE.QUANTITY, SLIP_LINE.AMOUNT, SLIP_LINE.INVOICED, SLIP_LINE.LOT_NO);
        var n = 0;
        for (var l : s.lines()) {
            insert = insert.values(school, Ids.next(), s.id(), ++n, l.itemId(), l.unit(), l.entered().value(), l.quantity().value(), l.amount().fen(),
                    l.invoiced() == null ? null : l.invoiced().fen(), l.lotNo());
        }
        insert.execute();
    }

    Images images(UUID id) {
        return Images.of(SLIP, slip(id)).and(SLIP_LINE, SLIP_LINE.SCHOOL_ID.eq(tenancy.current()).and(SLIP_LINE.SLIP_ID.eq(id)));
    }

    Images draftImages(SlipKind kind, UUID id) {
        return Images.of(SLIP_DRAFT, draft(kind, id));
    }

    private List<PostedSlip.Line> lines(UUID id) {
        return db.selectFrom(SLIP_LINE).where(SLIP_LINE.SCHOOL_ID.eq(tenancy.current()), SLIP_LINE.SLIP_ID.eq(id)).orderBy(SLIP_LINE.LINE_NO)
                .fetch(l -> new PostedSlip.Line(l.getItemId(), l.getEnteredUnit(), new Quantity(l.getEnteredQuantity()), new Quantity(l.getQuantity()),
                        new Money(l.getAmount()),
                        l.getInvoiced() == null ? null : new Money(l.getInvoiced()), l.getLotNo()));
    }

    private static Map<Field<?>, Object> values(SlipRequest r) {
        var values = head(r.content(), SLIP_DRAFT);
        values.put(SLIP_DRAFT.DAY, r.content().day());
        values.put(SLIP_DRAFT.LINES, SlipLines.write(r.content().lines()));
        values.put(SLIP_DRAFT.SUBMITTED_AT, r.submittedAt());
        values.put(SLIP_DRAFT.SECOND_ID, r.secondId());
        values.put(SLIP_DRAFT.SECOND_AT, r.secondAt());
        values.put(SLIP_DRAFT.VERSION, r.version());
        return values;
    }

    /** The columns that a draft and a posted document call by the same names. */
    private static Map<Field<?>, Object> head(SlipContent c, Table<?> table) {
        var values = new LinkedHashMap<Field<?>, Object>();
        values.put(table.field(SLIP.WAREHOUSE_ID), c.warehouseId());
        values.put(table.field(SLIP.TARGET_ID), c.targetId());
        values.put(table.field(SLIP.SOURCE_ID), c.sourceId());
        values.put(table.field(SLIP.SOURCE_NO), c.sourceNo());
        values.put(table.field(SLIP.PERSON_ID), c.personId());
        values.put(table.field(SLIP.SUPPLIER_ID), c.supplierId());
        values.put(table.field(SLIP.REASON), c.reason());
        values.put(table.field(SLIP.FUNDING), c.funding());
        values.put(table.field(SLIP.PURPOSE), c.purpose());
        values.put(table.field(SLIP.INVOICE_NO), c.invoiceNo());
        values.put(table.field(SLIP.REMARK), c.remark());
        return values;
    }

    static SlipContent content(Record r, Table<?> t, LocalDate day, List<SlipContent.Line> lines) {
        return new SlipContent(r.get(t.field(SLIP.WAREHOUSE_ID)), r.get(t.field(SLIP.TARGET_ID)), r.get(t.field(SLIP.SOURCE_ID)), r.get(t.field(SLIP.SOURCE_NO)),
                r.get(t.field(SLIP.PERSON_ID)), r.get(t.field(SLIP.SUPPLIER_ID)), day, r.get(t.field(SLIP.REASON)), r.get(t.field(SLIP.FUNDING)), r.get(t.field(SLIP.PURPOSE)),
                r.get(t.field(SLIP.INVOICE_NO)), r.get(t.field(SLIP.REMARK)), lines);
    }

    private Condition draft(SlipKind kind, UUID id) {
        return SLIP_DRAFT.SCHOOL_ID.eq(tenancy.current()).and(SLIP_DRAFT.ID.eq(id)).and(SLIP_DRAFT.KIND.eq(kind.name()));
    }

    private Condition slip(UUID id) {
        return SLIP.SCHOOL_ID.eq(tenancy.current()).and(SLIP.ID.eq(id));
    }
}
