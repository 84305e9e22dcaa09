package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.LOT;
import static zongwu.db.stores.Tables.LOT_MOVE;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.util.ArrayList;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Quantity;
import org.zongwu.web.Messages;

/** R-LOT-3: each lot is the sum of what was put to it and taken from it, and the lots of a card are what the card says lies in lots. */
@Component
class LotControl implements Control {
    private final DSLContext db;
    private final Messages messages;
    private final Tenancy tenancy;

    LotControl(DSLContext db, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "R-LOT-3";
    }

    @Override
    public Result check() {
        var school = tenancy.current();
        var findings = new ArrayList<String>();
        var moved = DSL.field(select(coalesce(sum(LOT_MOVE.QUANTITY), BigDecimal.ZERO)).from(LOT_MOVE).where(LOT_MOVE.SCHOOL_ID.eq(school), LOT_MOVE.LOT_ID.eq(LOT.ID)));
        db.select(WAREHOUSE.NAME, ITEM.NAME, LOT.LOT_NO, LOT.QUANTITY, moved).from(LOT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(LOT.SCHOOL_ID), WAREHOUSE.ID.eq(LOT.WAREHOUSE_ID))
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(LOT.SCHOOL_ID), ITEM.ID.eq(LOT.ITEM_ID))
                .where(LOT.SCHOOL_ID.eq(school), LOT.QUANTITY.ne(moved)).orderBy(ITEM.CODE, LOT.LOT_NO)
                .forEach(r -> findings.add(messages.say("control.stores.lot", r.value1(), r.value2(), r.value3(), new Quantity(r.value4()), new Quantity(r.value5()))));
        var inLots = DSL.field(select(coalesce(sum(LOT.QUANTITY), BigDecimal.ZERO)).from(LOT)
                .where(LOT.SCHOOL_ID.eq(school), LOT.WAREHOUSE_ID.eq(BALANCE.WAREHOUSE_ID), LOT.ITEM_ID.eq(BALANCE.ITEM_ID)));
        db.select(WAREHOUSE.NAME, ITEM.NAME, BALANCE.LOTTED, inLots).from(BALANCE)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(BALANCE.SCHOOL_ID), WAREHOUSE.ID.eq(BALANCE.WAREHOUSE_ID))
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(BALANCE.SCHOOL_ID), ITEM.ID.eq(BALANCE.ITEM_ID))
                .where(BALANCE.SCHOOL_ID.eq(school), BALANCE.LOTTED.ne(inLots)).orderBy(ITEM.CODE)
                .forEach(r -> findings.add(messages.say("control.stores.lotted", r.value1(), r.value2(), new Quantity(r.value3()), new Quantity(r.value4()))));
        return new Result(db.fetchCount(LOT, LOT.SCHOOL_ID.eq(school)), findings);
    }
}
