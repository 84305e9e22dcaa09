package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static zongwu.db.parties.Tables.KNOWN;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.CATEGORY;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.LOT;
import static zongwu.db.stores.Tables.RECEIPT;
import static zongwu.db.stores.Tables.RECEIPT_LINE;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;

/** What is to be used soon, and what is to be bought again: the lots with their last day, and the items below their minimum. */
@Repository
class Supply {
    private final DSLContext db;
    private final Tenancy tenancy;

    Supply(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** 近效期: every lot that lies there, with the days that are left; below nothing once its last day has passed. */
    Table<?> lots(LocalDate today) {
        var worth = DSL.round(BALANCE.AMOUNT.cast(BigDecimal.class).mul(LOT.QUANTITY).div(DSL.nullif(BALANCE.QUANTITY, BigDecimal.ZERO)), 0).cast(Long.class);
        return db.select(LOT.ID, LOT.ITEM_ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, ITEM.PINYIN, LOT.LOT_NO.as("lot"), LOT.EXPIRES_ON.as("expires"),
                field("{0} - {1}", SQLDataType.INTEGER, LOT.EXPIRES_ON, val(today)).as("left"),
                        LOT.QUANTITY, worth.as("amount"), LOT.WAREHOUSE_ID, WAREHOUSE.NAME.as("warehouse"), field(LOT.EXPIRES_ON.lt(today)).as("expired"))
                .from(LOT)
                .join(BALANCE).on(BALANCE.SCHOOL_ID.eq(LOT.SCHOOL_ID), BALANCE.WAREHOUSE_ID.eq(LOT.WAREHOUSE_ID), BALANCE.ITEM_ID.eq(LOT.ITEM_ID))
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(LOT.SCHOOL_ID), ITEM.ID.eq(LOT.ITEM_ID))
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(LOT.SCHOOL_ID), WAREHOUSE.ID.eq(LOT.WAREHOUSE_ID))
                .where(LOT.SCHOOL_ID.eq(tenancy.current()), LOT.QUANTITY.gt(BigDecimal.ZERO)).asTable("r");
    }

    /** 补货单: what lies on the shelves below its minimum, with how much to buy to reach the maximum, from whom and for how much the last time. */
    Table<?> reorder() {
        var school = tenancy.current();
        var there = select(BALANCE.ITEM_ID, sum(BALANCE.QUANTITY.minus(BALANCE.LENT)).as("shelf"), sum(BALANCE.LENT).as("lent")).from(BALANCE)
                .where(BALANCE.SCHOOL_ID.eq(school))
                .groupBy(BALANCE.ITEM_ID).asTable("b");
        var last = DSL.lateral(select(KNOWN.NAME.as("supplier"), DSL.round(RECEIPT_LINE.AMOUNT.cast(BigDecimal.class).div(inline(100)).div(RECEIPT_LINE.QUANTITY), 6)
                .as("price"), RECEIPT.BUSINESS_DATE.as("bought"))
                .from(RECEIPT_LINE).join(RECEIPT).on(RECEIPT.SCHOOL_ID.eq(RECEIPT_LINE.SCHOOL_ID), RECEIPT.ID.eq(RECEIPT_LINE.RECEIPT_ID))
                .join(KNOWN).on(KNOWN.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), KNOWN.ID.eq(RECEIPT.SUPPLIER_ID))
                .where(RECEIPT_LINE.SCHOOL_ID.eq(school), RECEIPT_LINE.ITEM_ID.eq(ITEM.ID), RECEIPT.REVERSAL_OF.isNull()).orderBy(RECEIPT.BUSINESS_DATE.desc(),
                        RECEIPT.NO.desc()).limit(1)).as("l");
        var shelf = coalesce(there.field("shelf", BigDecimal.class), BigDecimal.ZERO);
        var price = last.field("price", BigDecimal.class);
        var suggested = greatest(coalesce(ITEM.MAXIMUM, ITEM.MINIMUM.mul(2)).minus(shelf), val(BigDecimal.ZERO));
        return db.select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, ITEM.PINYIN, CATEGORY.NAME.as("category"), shelf.as("shelf"),
                coalesce(there.field("lent", BigDecimal.class), BigDecimal.ZERO).as("lent"),
                        ITEM.MINIMUM, coalesce(ITEM.MAXIMUM, ITEM.MINIMUM.mul(2)).as("maximum"), suggested.as("suggested"), last.field("supplier", String.class),
                                price, last.field("bought", LocalDate.class),
                        DSL.round(suggested.mul(price).mul(inline(100)), 0).cast(Long.class).as("amount"))
                .from(ITEM).join(CATEGORY).on(CATEGORY.SCHOOL_ID.eq(ITEM.SCHOOL_ID), CATEGORY.ID.eq(ITEM.CATEGORY_ID))
                .leftJoin(there).on(there.field(BALANCE.ITEM_ID).eq(ITEM.ID)).leftJoin(last).on(DSL.trueCondition())
                .where(ITEM.SCHOOL_ID.eq(school), ITEM.ACTIVE.isTrue(), ITEM.MINIMUM.isNotNull(), shelf.lt(ITEM.MINIMUM)).asTable("r");
    }
}
