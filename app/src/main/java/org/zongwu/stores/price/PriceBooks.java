package org.zongwu.stores.price;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;
import static zongwu.db.parties.Tables.KNOWN;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.RECEIPT;
import static zongwu.db.stores.Tables.RECEIPT_LINE;
import static zongwu.db.stores.Tables.SLIP;
import static zongwu.db.stores.Tables.SLIP_LINE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import zongwu.db.stores.tables.Receipt;

/**
 * Every purchase of an item at yuan for its base unit. An opening is no purchase, and neither is what was taken back; what came at an
 * estimate counts at its invoice once that is there.
 */
@Repository
class PriceBooks {
    private static final Receipt REVERSAL = RECEIPT.as("reversal");
    private static final int PLACES = 6;

    private final DSLContext db;
    private final Tenancy tenancy;

    PriceBooks(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** Purchase by purchase, each beside the one before it. */
    Table<?> rows() {
        var p = purchases(trueCondition());
        var item = p.field("item_id", UUID.class);
        var price = p.field("price", BigDecimal.class);
        var in = partitionBy(item).orderBy(p.field("day"), p.field("posted_at"), p.field("line_no"));
        var compared = select(p.fields()).select(lag(price).over(in).as("before")).from(p).asTable("c");
        var before = compared.field("before", BigDecimal.class);
        return select(compared.fields()).select(percent(compared.field("price", BigDecimal.class), before).as("change")).from(compared).asTable("r");
    }

    /** Supplier by supplier for each item: how often, and the last, lowest, average and highest price. */
    Table<?> suppliers() {
        var p = purchases(trueCondition());
        var item = p.field("item_id", UUID.class);
        var supplier = p.field("supplier_id", UUID.class);
        var price = p.field("price", BigDecimal.class);
        var quantity = p.field("quantity", BigDecimal.class);
        var nth = rowNumber().over(partitionBy(item, supplier).orderBy(p.field("day").desc(), p.field("posted_at").desc(), p.field("line_no").desc())).as("nth");
        var n = select(p.fields()).select(nth).from(p).asTable("n");
        var named = new Field<?>[] {n.field(item), n.field(supplier), n.field("code"), n.field("name"), n.field("spec"), n.field("unit"), n.field("supplier"), n.field("supplier_pinyin")};
        var sums = select(named).select(count().as("times"), sum(n.field(quantity)).as("quantity"), max(when(n.field(nth).eq(1), n.field(price))).as("last"), max(n.field("day", LocalDate.class)).as("day"),
                        min(n.field(price)).as("lowest"), max(n.field(price)).as("highest"), round(sum(n.field(price).mul(n.field(quantity))).div(sum(n.field(quantity))), 2).as("average"))
                .from(n).groupBy(named).asTable("s");
        var last = sums.field("last", BigDecimal.class);
        var ofItem = partitionBy(sums.field(item));
        var state = when(count().over(ofItem).eq(1), inline("ONLY")).when(last.eq(min(last).over(ofItem)), inline("LOWEST")).otherwise(inline("HIGHER"));
        var key = DSL.concat(sums.field(item).cast(String.class), sums.field(supplier).cast(String.class));
        return select(sums.fields()).select(key.as("key"), state.as("state")).from(sums).asTable("r");
    }

    /** Of these items, what the last purchase until that day cost; nothing for what was never bought. */
    Map<UUID, Purchase> last(Collection<UUID> items, LocalDate until) {
        var p = purchases(RECEIPT_LINE.ITEM_ID.eq(DSL.any(items.toArray(UUID[]::new))).and(RECEIPT.BUSINESS_DATE.le(until)));
        var item = p.field("item_id", UUID.class);
        return db.select(item, p.field("day", LocalDate.class), p.field("supplier", String.class), p.field("price", BigDecimal.class)).distinctOn(item).from(p)
                .orderBy(item, p.field("day").desc(), p.field("posted_at").desc(), p.field("line_no").desc())
                .fetchMap(item, r -> new Purchase(r.value2(), r.value3(), r.value4()));
    }

    /** @param price yuan for one base unit */
    record Purchase(LocalDate day, String supplier, BigDecimal price) {}

    private Table<?> purchases(Condition which) {
        var invoiced = lateral(select(sum(SLIP_LINE.QUANTITY).as("quantity"), sum(SLIP_LINE.INVOICED).as("amount")).from(SLIP)
                .join(SLIP_LINE).on(SLIP_LINE.SCHOOL_ID.eq(SLIP.SCHOOL_ID), SLIP_LINE.SLIP_ID.eq(SLIP.ID))
                .where(SLIP.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), SLIP.SOURCE_ID.eq(RECEIPT.ID), SLIP.KIND.eq(inline("PRICE_DIFFERENCE")), SLIP_LINE.ITEM_ID.eq(RECEIPT_LINE.ITEM_ID))).as("i");
        var quantity = invoiced.field("quantity", BigDecimal.class);
        var onInvoice = when(quantity.gt(BigDecimal.ZERO), invoiced.field("amount", BigDecimal.class).div(quantity).div(inline(100)));
        var onReceipt = RECEIPT_LINE.UNIT_PRICE.mul(RECEIPT_LINE.ENTERED_QUANTITY).div(RECEIPT_LINE.QUANTITY);
        var takenBack = exists(selectOne().from(REVERSAL).where(REVERSAL.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), REVERSAL.REVERSAL_OF.eq(RECEIPT.ID)));
        return select(RECEIPT_LINE.ID, RECEIPT.ID.as("receipt_id"), RECEIPT.NO, RECEIPT.BUSINESS_DATE.as("day"), RECEIPT.POSTED_AT.as("posted_at"), RECEIPT_LINE.LINE_NO, RECEIPT.SUPPLIER_ID,
                        KNOWN.NAME.as("supplier"), KNOWN.PINYIN.as("supplier_pinyin"), RECEIPT_LINE.ITEM_ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, RECEIPT_LINE.QUANTITY,
                        round(coalesce(onInvoice, onReceipt), PLACES).as("price"), RECEIPT_LINE.AMOUNT, RECEIPT.FUNDING)
                .from(RECEIPT).join(RECEIPT_LINE).on(RECEIPT_LINE.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), RECEIPT_LINE.RECEIPT_ID.eq(RECEIPT.ID))
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(RECEIPT_LINE.SCHOOL_ID), ITEM.ID.eq(RECEIPT_LINE.ITEM_ID))
                .join(KNOWN).on(KNOWN.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), KNOWN.ID.eq(RECEIPT.SUPPLIER_ID))
                .leftJoin(invoiced).on(trueCondition())
                .where(RECEIPT.SCHOOL_ID.eq(tenancy.current()), RECEIPT.FUNDING.ne(inline("OPENING")), RECEIPT.REVERSAL_OF.isNull(), not(takenBack), which).asTable("p");
    }

    /** By how many percent it changed, to a tenth; nothing without a price before. */
    private static Field<BigDecimal> percent(Field<BigDecimal> price, Field<BigDecimal> before) {
        return round(price.minus(before).mul(inline(100)).div(DSL.nullif(before, BigDecimal.ZERO)), 1);
    }
}
