package org.zongwu.stores.receipt;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbArrayLength;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static zongwu.db.parties.Tables.KNOWN;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stores.Tables.RECEIPT;
import static zongwu.db.stores.Tables.RECEIPT_DRAFT;
import static zongwu.db.stores.Tables.RECEIPT_LINE;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.slip.Slips;
import zongwu.db.school.tables.Person;
import zongwu.db.stores.tables.Receipt;

/** Receipts as people read them: the slip with its names, and the register of drafts and posted documents in one. */
@Repository
class ReceiptSlips {
    private static final Person BUYER = PERSON.as("buyer");
    private static final Person ACCEPTOR1 = PERSON.as("acceptor1");
    private static final Person ACCEPTOR2 = PERSON.as("acceptor2");
    private static final Person KEEPER = PERSON.as("keeper");
    private static final Person MAKER = PERSON.as("maker");
    private static final Receipt OTHER = RECEIPT.as("other");

    private final DSLContext db;
    private final Tenancy tenancy;

    ReceiptSlips(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    Optional<ReceiptSlip> slip(UUID id) {
        return postedSlip(id).or(() -> draftSlip(id));
    }

    /**
     * The register, of all receipts or, for who may see no more, of those that he accepts or bought. {@code state} is as in {@link ReceiptSlip};
     * {@code effective} leaves out what is not posted, was reversed, is a reversal, or on paper took goods back in red.
     */
    Table<?> rows(Actor reader) {
        var school = tenancy.current();
        var me = reader.employeeId();
        var all = Slips.readsAll(reader);
        Condition posted = all ? DSL.noCondition() : RECEIPT.ACCEPTOR1_ID.eq(me).or(RECEIPT.ACCEPTOR2_ID.eq(me)).or(RECEIPT.BUYER_ID.eq(me));
        Condition draft = all ? DSL.noCondition() : RECEIPT_DRAFT.ACCEPTOR1_ID.eq(me).or(RECEIPT_DRAFT.ACCEPTOR2_ID.eq(me)).or(RECEIPT_DRAFT.BUYER_ID.eq(me));
        return posted(school, posted).unionAll(drafts(school, draft)).asTable("r");
    }

    /** Whether this reader sees the slip at all: those who answer for the stores see every one, others what they accept or bought. */
    boolean mayRead(Actor reader, ReceiptSlip slip) {
        var me = reader.employeeId();
        return Slips.readsAll(reader) || me.equals(slip.acceptor1().employeeId()) || me.equals(slip.acceptor2().employeeId()) || me.equals(slip.buyerId());
    }

    /** The receipts that are not posted yet, in the columns of the register. */
    Table<?> open() {
        return drafts(tenancy.current(), DSL.noCondition()).asTable("r");
    }

    /** Every receipt of the school. */
    Table<?> rows() {
        var school = tenancy.current();
        return posted(school, DSL.noCondition()).unionAll(drafts(school, DSL.noCondition())).asTable("r");
    }

    private Select<Record> posted(long school, Condition which) {
        var reversed = exists(selectOne().from(OTHER).where(OTHER.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), OTHER.REVERSAL_OF.eq(RECEIPT.ID)));
        var state = when(RECEIPT.REVERSAL_OF.isNotNull(), inline("REVERSAL")).when(reversed, inline("REVERSED")).otherwise(inline("POSTED"));
        var accepted = RECEIPT.ACCEPTOR1_ID.isNotNull().and(RECEIPT.ACCEPTOR2_ID.isNotNull());
        return select(List.of(RECEIPT.ID, RECEIPT.NO, RECEIPT.BUSINESS_DATE.as("day"), RECEIPT.WAREHOUSE_ID, WAREHOUSE.NAME.as("warehouse"), RECEIPT.SUPPLIER_ID,
                        KNOWN.NAME.as("supplier"), KNOWN.PINYIN.as("supplier_pinyin"), RECEIPT.FUNDING, RECEIPT.INVOICE_NO, RECEIPT.BUYER_ID, BUYER.NAME.as("buyer"),
                        RECEIPT.ACCEPTOR1_ID, ACCEPTOR1.NAME.as("acceptor1"), RECEIPT.ACCEPTOR2_ID, ACCEPTOR2.NAME.as("acceptor2"), field(accepted).as("accepted"),
                        RECEIPT.LINE_COUNT.as("lines"), RECEIPT.AMOUNT, RECEIPT.GRADE, state.as("state"), field(RECEIPT.REVERSAL_OF.isNull().and(RECEIPT.AMOUNT.ge(0L)).and(not(reversed))).as("effective"),
                        KEEPER.NAME.as("keeper"), RECEIPT.REMARK, RECEIPT.POSTED_AT, RECEIPT.KEEPER_ID))
                .from(RECEIPT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), WAREHOUSE.ID.eq(RECEIPT.WAREHOUSE_ID))
                .leftJoin(KNOWN).on(KNOWN.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), KNOWN.ID.eq(RECEIPT.SUPPLIER_ID))
                .leftJoin(BUYER).on(BUYER.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), BUYER.ID.eq(RECEIPT.BUYER_ID))
                .leftJoin(ACCEPTOR1).on(ACCEPTOR1.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), ACCEPTOR1.ID.eq(RECEIPT.ACCEPTOR1_ID))
                .leftJoin(ACCEPTOR2).on(ACCEPTOR2.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), ACCEPTOR2.ID.eq(RECEIPT.ACCEPTOR2_ID))
                .join(KEEPER).on(KEEPER.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), KEEPER.ID.eq(RECEIPT.KEEPER_ID))
                .where(RECEIPT.SCHOOL_ID.eq(school), which);
    }

    private Select<Record> drafts(long school, Condition which) {
        var worth = field("(select sum((l ->> 'worth')::bigint)::bigint from jsonb_array_elements({0}) l)", Long.class, RECEIPT_DRAFT.LINES);
        var accepted = RECEIPT_DRAFT.ACCEPTOR1_AT.isNotNull().and(RECEIPT_DRAFT.ACCEPTOR2_AT.isNotNull());
        return select(List.of(RECEIPT_DRAFT.ID, DSL.castNull(SQLDataType.CLOB).as("no"), RECEIPT_DRAFT.ARRIVED_ON.as("day"), RECEIPT_DRAFT.WAREHOUSE_ID,
                        WAREHOUSE.NAME.as("warehouse"), RECEIPT_DRAFT.SUPPLIER_ID, KNOWN.NAME.as("supplier"), KNOWN.PINYIN.as("supplier_pinyin"), RECEIPT_DRAFT.FUNDING,
                        RECEIPT_DRAFT.INVOICE_NO, RECEIPT_DRAFT.BUYER_ID, BUYER.NAME.as("buyer"), RECEIPT_DRAFT.ACCEPTOR1_ID, ACCEPTOR1.NAME.as("acceptor1"),
                        RECEIPT_DRAFT.ACCEPTOR2_ID, ACCEPTOR2.NAME.as("acceptor2"), field(accepted).as("accepted"), jsonbArrayLength(RECEIPT_DRAFT.LINES).as("lines"),
                        worth.as("amount"), inline(Grade.WORKED.name()).as("grade"), draftState().as("state"), inline(false).as("effective"),
                        DSL.castNull(SQLDataType.CLOB).as("keeper"), RECEIPT_DRAFT.REMARK, DSL.castNull(SQLDataType.INSTANT).as("posted_at"), DSL.castNull(SQLDataType.UUID).as("keeper_id")))
                .from(RECEIPT_DRAFT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), WAREHOUSE.ID.eq(RECEIPT_DRAFT.WAREHOUSE_ID))
                .leftJoin(KNOWN).on(KNOWN.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), KNOWN.ID.eq(RECEIPT_DRAFT.SUPPLIER_ID))
                .leftJoin(BUYER).on(BUYER.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), BUYER.ID.eq(RECEIPT_DRAFT.BUYER_ID))
                .leftJoin(ACCEPTOR1).on(ACCEPTOR1.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), ACCEPTOR1.ID.eq(RECEIPT_DRAFT.ACCEPTOR1_ID))
                .leftJoin(ACCEPTOR2).on(ACCEPTOR2.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), ACCEPTOR2.ID.eq(RECEIPT_DRAFT.ACCEPTOR2_ID))
                .where(RECEIPT_DRAFT.SCHOOL_ID.eq(school), which);
    }

    private static Field<String> draftState() {
        return case_().when(RECEIPT_DRAFT.ACCEPTOR1_AT.isNotNull().and(RECEIPT_DRAFT.ACCEPTOR2_AT.isNotNull()), inline("ACCEPTED"))
                .when(RECEIPT_DRAFT.SUBMITTED_AT.isNotNull(), inline("SUBMITTED")).otherwise(inline("DRAFT"));
    }

    private Optional<ReceiptSlip> postedSlip(UUID id) {
        var reversedBy = link(OTHER.REVERSAL_OF.eq(RECEIPT.ID));
        var reversalOf = link(OTHER.ID.eq(RECEIPT.REVERSAL_OF));
        var corrects = link(OTHER.ID.eq(RECEIPT.CORRECTS));
        var correctedBy = link(OTHER.CORRECTS.eq(RECEIPT.ID));
        var lines = multiset(select(RECEIPT_LINE.LINE_NO, ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, RECEIPT_LINE.ENTERED_UNIT, RECEIPT_LINE.ENTERED_QUANTITY, ITEM.UNIT, RECEIPT_LINE.UNIT_PRICE, RECEIPT_LINE.AMOUNT, RECEIPT_LINE.LOT_NO, RECEIPT_LINE.EXPIRES_ON)
                .from(RECEIPT_LINE).join(ITEM).on(ITEM.SCHOOL_ID.eq(RECEIPT_LINE.SCHOOL_ID), ITEM.ID.eq(RECEIPT_LINE.ITEM_ID))
                .where(RECEIPT_LINE.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), RECEIPT_LINE.RECEIPT_ID.eq(RECEIPT.ID)).orderBy(RECEIPT_LINE.LINE_NO)).as("lines");
        return db.select(RECEIPT.asterisk(), WAREHOUSE.NAME, KNOWN.NAME, BUYER.NAME, ACCEPTOR1.NAME, ACCEPTOR2.NAME, KEEPER.NAME, MAKER.NAME, reversedBy, reversalOf, corrects, correctedBy, lines)
                .from(RECEIPT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), WAREHOUSE.ID.eq(RECEIPT.WAREHOUSE_ID))
                .leftJoin(KNOWN).on(KNOWN.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), KNOWN.ID.eq(RECEIPT.SUPPLIER_ID))
                .leftJoin(BUYER).on(BUYER.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), BUYER.ID.eq(RECEIPT.BUYER_ID))
                .leftJoin(ACCEPTOR1).on(ACCEPTOR1.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), ACCEPTOR1.ID.eq(RECEIPT.ACCEPTOR1_ID))
                .leftJoin(ACCEPTOR2).on(ACCEPTOR2.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), ACCEPTOR2.ID.eq(RECEIPT.ACCEPTOR2_ID))
                .join(KEEPER).on(KEEPER.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), KEEPER.ID.eq(RECEIPT.KEEPER_ID))
                .leftJoin(MAKER).on(MAKER.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), MAKER.ID.eq(RECEIPT.MADE_BY))
                .where(RECEIPT.SCHOOL_ID.eq(tenancy.current()), RECEIPT.ID.eq(id))
                .fetchOptional(r -> {
                    var by = first(r.get(reversedBy));
                    var of = first(r.get(reversalOf));
                    var state = of != null ? "REVERSAL" : by != null ? "REVERSED" : "POSTED";
                    return new ReceiptSlip(id, r.get(RECEIPT.NO), state, r.get(RECEIPT.BUSINESS_DATE), r.get(RECEIPT.WAREHOUSE_ID), r.get(WAREHOUSE.NAME),
                            Funding.valueOf(r.get(RECEIPT.FUNDING)), r.get(RECEIPT.SUPPLIER_ID), r.get(KNOWN.NAME), r.get(RECEIPT.BUYER_ID), r.get(BUYER.NAME),
                            r.get(RECEIPT.INVOICE_NO), r.get(RECEIPT.REMARK),
                            new ReceiptSlip.Signature(r.get(RECEIPT.ACCEPTOR1_ID), r.get(ACCEPTOR1.NAME), r.get(RECEIPT.ACCEPTOR1_AT)),
                            new ReceiptSlip.Signature(r.get(RECEIPT.ACCEPTOR2_ID), r.get(ACCEPTOR2.NAME), r.get(RECEIPT.ACCEPTOR2_AT)),
                            r.get(RECEIPT.MADE_BY), r.get(MAKER.NAME), r.get(RECEIPT.MADE_AT), null, r.get(KEEPER.NAME), r.get(RECEIPT.POSTED_AT), of, r.get(RECEIPT.REVERSAL_REASON), by,
                            first(r.get(corrects)), first(r.get(correctedBy)), Grade.valueOf(r.get(RECEIPT.GRADE)), 0, r.get(lines).map(ReceiptSlips::postedLine));
                });
    }

    private Optional<ReceiptSlip> draftSlip(UUID id) {
        return db.select(RECEIPT_DRAFT.asterisk(), WAREHOUSE.NAME, KNOWN.NAME, BUYER.NAME, ACCEPTOR1.NAME, ACCEPTOR2.NAME, MAKER.NAME, draftState().as("state"), OTHER.ID, OTHER.NO)
                .from(RECEIPT_DRAFT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), WAREHOUSE.ID.eq(RECEIPT_DRAFT.WAREHOUSE_ID))
                .leftJoin(KNOWN).on(KNOWN.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), KNOWN.ID.eq(RECEIPT_DRAFT.SUPPLIER_ID))
                .leftJoin(BUYER).on(BUYER.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), BUYER.ID.eq(RECEIPT_DRAFT.BUYER_ID))
                .leftJoin(ACCEPTOR1).on(ACCEPTOR1.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), ACCEPTOR1.ID.eq(RECEIPT_DRAFT.ACCEPTOR1_ID))
                .leftJoin(ACCEPTOR2).on(ACCEPTOR2.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), ACCEPTOR2.ID.eq(RECEIPT_DRAFT.ACCEPTOR2_ID))
                .leftJoin(MAKER).on(MAKER.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), MAKER.ID.eq(RECEIPT_DRAFT.MADE_BY))
                .leftJoin(OTHER).on(OTHER.SCHOOL_ID.eq(RECEIPT_DRAFT.SCHOOL_ID), OTHER.ID.eq(RECEIPT_DRAFT.CORRECTS))
                .where(RECEIPT_DRAFT.SCHOOL_ID.eq(tenancy.current()), RECEIPT_DRAFT.ID.eq(id))
                .fetchOptional(r -> new ReceiptSlip(id, null, r.get("state", String.class), r.get(RECEIPT_DRAFT.ARRIVED_ON), r.get(RECEIPT_DRAFT.WAREHOUSE_ID), r.get(WAREHOUSE.NAME),
                        Funding.valueOf(r.get(RECEIPT_DRAFT.FUNDING)), r.get(RECEIPT_DRAFT.SUPPLIER_ID), r.get(KNOWN.NAME), r.get(RECEIPT_DRAFT.BUYER_ID), r.get(BUYER.NAME),
                        r.get(RECEIPT_DRAFT.INVOICE_NO), r.get(RECEIPT_DRAFT.REMARK),
                        new ReceiptSlip.Signature(r.get(RECEIPT_DRAFT.ACCEPTOR1_ID), r.get(ACCEPTOR1.NAME), r.get(RECEIPT_DRAFT.ACCEPTOR1_AT)),
                        new ReceiptSlip.Signature(r.get(RECEIPT_DRAFT.ACCEPTOR2_ID), r.get(ACCEPTOR2.NAME), r.get(RECEIPT_DRAFT.ACCEPTOR2_AT)),
                        r.get(RECEIPT_DRAFT.MADE_BY), r.get(MAKER.NAME), r.get(RECEIPT_DRAFT.MADE_AT), r.get(RECEIPT_DRAFT.SUBMITTED_AT), null, null, null, null, null,
                        r.get(OTHER.ID) == null ? null : new ReceiptSlip.Link(r.get(OTHER.ID), r.get(OTHER.NO)), null, Grade.WORKED, r.get(RECEIPT_DRAFT.VERSION),
                        draftLines(DraftLines.read(r.get(RECEIPT_DRAFT.LINES)))));
    }

    private List<ReceiptSlip.Line> draftLines(List<ReceiptContent.Line> lines) {
        var items = db.select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT).from(ITEM)
                .where(ITEM.SCHOOL_ID.eq(tenancy.current()), ITEM.ID.in(lines.stream().map(ReceiptContent.Line::itemId).toList())).fetchMap(ITEM.ID);
        var shown = new ArrayList<ReceiptSlip.Line>();
        for (var line : lines) {
            var item = items.get(line.itemId());
            shown.add(new ReceiptSlip.Line(shown.size() + 1, line.itemId(), item.get(ITEM.CODE), item.get(ITEM.NAME), item.get(ITEM.SPEC), line.unit(), line.quantity(),
                    item.get(ITEM.UNIT), line.isPriced() ? line.price() : null, line.worth(), line.lotNo(), line.expiresOn()));
        }
        return shown;
    }

    private static ReceiptSlip.Line postedLine(Record l) {
        return new ReceiptSlip.Line(l.get(RECEIPT_LINE.LINE_NO), l.get(ITEM.ID), l.get(ITEM.CODE), l.get(ITEM.NAME), l.get(ITEM.SPEC), l.get(RECEIPT_LINE.ENTERED_UNIT),
                new Quantity(l.get(RECEIPT_LINE.ENTERED_QUANTITY)), l.get(ITEM.UNIT), l.get(RECEIPT_LINE.UNIT_PRICE), new Money(l.get(RECEIPT_LINE.AMOUNT)), l.get(RECEIPT_LINE.LOT_NO),
                l.get(RECEIPT_LINE.EXPIRES_ON));
    }

    private Field<Result<Record2<UUID, String>>> link(Condition which) {
        return multiset(select(OTHER.ID, OTHER.NO).from(OTHER).where(OTHER.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), which).limit(1));
    }

    private static ReceiptSlip.@Nullable Link first(Result<Record2<UUID, String>> links) {
        return links.isEmpty() ? null : new ReceiptSlip.Link(links.getFirst().value1(), links.getFirst().value2());
    }
}
