package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static zongwu.db.parties.Tables.KNOWN;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.CATEGORY;
import static zongwu.db.stores.Tables.ISSUE;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.MOVE;
import static zongwu.db.stores.Tables.RECEIPT;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.Span;

/** Reads the moves: the card of one item, the register of all moves, and the 收发存汇总表. */
@Repository
class StockBooks {
    private static final List<String> OUT = Arrays.stream(MoveKind.values()).filter(MoveKind::goesOut).map(Enum::name).toList();
    // Who received or supplied stands in the document. Asked move by move, so that who counts the moves does not look for the people
    private static final Field<String> TEXT = coalesce(
            field(select(PERSON.NAME).from(ISSUE).join(PERSON).on(PERSON.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), PERSON.ID.eq(ISSUE.RECEIVER_ID))
                    .where(ISSUE.SCHOOL_ID.eq(MOVE.SCHOOL_ID), ISSUE.ID.eq(MOVE.OBJECT_ID))),
            field(select(KNOWN.NAME).from(RECEIPT).join(KNOWN).on(KNOWN.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), KNOWN.ID.eq(RECEIPT.SUPPLIER_ID))
                    .where(RECEIPT.SCHOOL_ID.eq(MOVE.SCHOOL_ID), RECEIPT.ID.eq(MOVE.OBJECT_ID))),
            MOVE.MEMO);

    private final DSLContext db;
    private final Tenancy tenancy;

    StockBooks(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    StockCard card(UUID warehouseId, UUID itemId, Span span) {
        var card = MOVE.SCHOOL_ID.eq(tenancy.current()).and(MOVE.WAREHOUSE_ID.eq(warehouseId)).and(MOVE.ITEM_ID.eq(itemId));
        var opening = db.select(coalesce(sum(MOVE.QUANTITY), BigDecimal.ZERO), coalesce(sum(MOVE.AMOUNT), BigDecimal.ZERO)).from(MOVE)
                .where(card, MOVE.BUSINESS_DATE.lt(span.from())).fetchSingle(r -> goods(r.value1(), r.value2()));
        var moves = db.select(MOVE.BUSINESS_DATE, MOVE.OBJECT_NO, MOVE.OBJECT_ID, MOVE.KIND, TEXT, MOVE.QUANTITY, MOVE.AMOUNT).from(MOVE)
                .where(card, MOVE.BUSINESS_DATE.between(span.from(), span.to())).orderBy(MOVE.SEQ)
                .fetch(r -> new StockCard.Move(r.value1(), r.value2(), r.value3(), MoveKind.valueOf(r.value4()), r.value5(), goods(r.value6(), BigDecimal.valueOf(r.value7()))));
        return StockCard.of(span, opening, moves);
    }

    /** The register of moves: every change of every card. */
    Table<?> rows() {
        var unitCost = DSL.abs(MOVE.AMOUNT.cast(BigDecimal.class)).div(inline(100)).div(DSL.nullif(DSL.abs(MOVE.QUANTITY), BigDecimal.ZERO));
        return select(MOVE.ID, MOVE.BUSINESS_DATE.as("day"), MOVE.OBJECT_NO.as("no"), MOVE.OBJECT_ID.as("document_id"), MOVE.KIND, TEXT.as("text"),
                        MOVE.WAREHOUSE_ID, WAREHOUSE.NAME.as("warehouse"), MOVE.ITEM_ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, CATEGORY.NAME.as("category"),
                        ITEM.PINYIN, MOVE.QUANTITY, MOVE.AMOUNT, DSL.round(unitCost, 6).as("unit_cost"), MOVE.QUANTITY_AFTER, MOVE.AMOUNT_AFTER, MOVE.SEQ, MOVE.GRADE)
                .from(MOVE)
                // All are there; outer joins are left out by the planner where a count does not ask for what they say
                .leftJoin(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(MOVE.SCHOOL_ID), WAREHOUSE.ID.eq(MOVE.WAREHOUSE_ID))
                .leftJoin(ITEM).on(ITEM.SCHOOL_ID.eq(MOVE.SCHOOL_ID), ITEM.ID.eq(MOVE.ITEM_ID))
                .leftJoin(CATEGORY).on(CATEGORY.SCHOOL_ID.eq(ITEM.SCHOOL_ID), CATEGORY.ID.eq(ITEM.CATEGORY_ID))
                .where(MOVE.SCHOOL_ID.eq(tenancy.current())).asTable("r");
    }

    /**
     * 收发存汇总表: one row an item that has ever moved, or that has a minimum, with what was there before the span, came, went
     * and was left at its end.
     *
     * @param warehouseId null for all of them together
     */
    Table<?> summary(Span span, @Nullable UUID warehouseId) {
        var school = tenancy.current();
        var before = MOVE.BUSINESS_DATE.lt(span.from());
        // What goes from one warehouse to another neither comes nor goes where all are looked at together
        var across = warehouseId == null ? MOVE.KIND.notIn(MoveKind.TRANSFER_IN.name(), MoveKind.TRANSFER_OUT.name()) : DSL.noCondition();
        var out = MOVE.BUSINESS_DATE.ge(span.from()).and(MOVE.KIND.in(OUT)).and(across);
        var in = MOVE.BUSINESS_DATE.ge(span.from()).and(MOVE.KIND.notIn(OUT)).and(across);
        var sums = select(MOVE.ITEM_ID, quantity(before).as("oq"), amount(before).as("oa"), quantity(in).as("iq"), amount(in).as("ia"),
                quantity(out).neg().as("xq"), amount(out).neg().as("xa"),
                        DSL.count().filterWhere(MOVE.BUSINESS_DATE.ge(span.from())).as("n"))
                .from(MOVE).where(MOVE.SCHOOL_ID.eq(school), MOVE.BUSINESS_DATE.le(span.to()), warehouseId == null ? DSL.noCondition() : MOVE.WAREHOUSE_ID.eq(warehouseId))
                .groupBy(MOVE.ITEM_ID).asTable("m");
        var oq = zero(sums.field("oq", BigDecimal.class));
        var iq = zero(sums.field("iq", BigDecimal.class));
        var xq = zero(sums.field("xq", BigDecimal.class));
        var oa = coalesce(sums.field("oa", Long.class), 0L);
        var ia = coalesce(sums.field("ia", Long.class), 0L);
        var xa = coalesce(sums.field("xa", Long.class), 0L);
        var left = oq.plus(iq).minus(xq);
        return select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, ITEM.PINYIN, ITEM.CATEGORY_ID, CATEGORY.NAME.as("category"), ITEM.MINIMUM,
                        oq.as("opening_quantity"), oa.as("opening_amount"), iq.as("in_quantity"), ia.as("in_amount"), xq.as("out_quantity"), xa.as("out_amount"),
                        left.as("quantity"), oa.plus(ia).minus(xa).as("amount"), coalesce(sums.field("n", Integer.class), 0).as("moves"), field(ITEM.ACTIVE.isTrue().and(ITEM.MINIMUM.isNotNull()).and(left.lt(ITEM.MINIMUM))).as("low"))
                .from(ITEM).join(CATEGORY).on(CATEGORY.SCHOOL_ID.eq(ITEM.SCHOOL_ID), CATEGORY.ID.eq(ITEM.CATEGORY_ID))
                .leftJoin(sums).on(sums.field(MOVE.ITEM_ID).eq(ITEM.ID))
                .where(ITEM.SCHOOL_ID.eq(school), sums.field(MOVE.ITEM_ID).isNotNull().or(ITEM.MINIMUM.isNotNull())).asTable("r");
    }

    /** The same by category: amounts only, because quantities of different things make no sum. */
    Table<?> summaryByCategory(Span span, @Nullable UUID warehouseId) {
        var items = summary(span, warehouseId);
        var category = items.field("category", String.class);
        return select(items.field("category_id", UUID.class), category, DSL.count().as("items"), total(items, "opening_amount"), total(items, "in_amount"),
                total(items, "out_amount"), total(items, "amount"))
                .from(items).groupBy(items.field("category_id", UUID.class), category).asTable("c");
    }

    /**
     * What is below its minimum now. Of the cards, and not of all moves, which say the same: no move is of a day to come (R-STK-5).
     */
    Table<?> low() {
        var there = coalesce(field(select(sum(BALANCE.QUANTITY)).from(BALANCE).where(BALANCE.SCHOOL_ID.eq(ITEM.SCHOOL_ID), BALANCE.ITEM_ID.eq(ITEM.ID))), inline(BigDecimal.ZERO));
        return select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, ITEM.MINIMUM, there.as("quantity")).from(ITEM)
                .where(ITEM.SCHOOL_ID.eq(tenancy.current()), ITEM.ACTIVE.isTrue(), ITEM.MINIMUM.gt(there)).asTable("low");
    }

    private static Field<BigDecimal> quantity(Condition which) {
        return zero(sum(when(which, MOVE.QUANTITY)));
    }

    private static Field<Long> amount(Condition which) {
        return coalesce(sum(when(which, MOVE.AMOUNT)), BigDecimal.ZERO).cast(Long.class);
    }

    private static Field<Long> total(Table<?> items, String column) {
        return sum(items.field(column, Long.class)).cast(Long.class).as(column);
    }

    private static Field<BigDecimal> zero(Field<BigDecimal> sum) {
        return coalesce(sum, inline(BigDecimal.ZERO));
    }

    private static Goods goods(BigDecimal quantity, BigDecimal fen) {
        return new Goods(new Quantity(quantity), new Money(fen.longValueExact()));
    }
}
