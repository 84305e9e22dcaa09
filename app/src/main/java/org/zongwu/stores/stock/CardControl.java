package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.MOVE;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.web.Messages;

/** R-STK-1: what stands on each card is the sum of its moves, in quantity and amount, and no move is missing from its order. */
@Component
class CardControl implements Control {
    private final DSLContext db;
    private final Messages messages;
    private final Tenancy tenancy;

    CardControl(DSLContext db, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "R-STK-1";
    }

    @Override
    public Result check() {
        var school = tenancy.current();
        var sums = select(MOVE.WAREHOUSE_ID, MOVE.ITEM_ID, sum(MOVE.QUANTITY).as("q"), sum(MOVE.AMOUNT).as("a"), count().as("n"), max(MOVE.SEQ).as("last"))
                .from(MOVE).where(MOVE.SCHOOL_ID.eq(school)).groupBy(MOVE.WAREHOUSE_ID, MOVE.ITEM_ID).asTable("m");
        var quantity = coalesce(sums.field("q", BigDecimal.class), BigDecimal.ZERO);
        var amount = coalesce(sums.field("a", BigDecimal.class), BigDecimal.ZERO);
        var moves = coalesce(sums.field("n", Long.class), 0L);
        var last = coalesce(sums.field("last", Long.class), 0L);
        var findings = db.select(WAREHOUSE.NAME, ITEM.CODE, ITEM.NAME, BALANCE.QUANTITY, BALANCE.AMOUNT, quantity, amount, moves, BALANCE.VERSION)
                .from(BALANCE)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(BALANCE.SCHOOL_ID), WAREHOUSE.ID.eq(BALANCE.WAREHOUSE_ID))
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(BALANCE.SCHOOL_ID), ITEM.ID.eq(BALANCE.ITEM_ID))
                .leftJoin(sums).on(sums.field(MOVE.WAREHOUSE_ID).eq(BALANCE.WAREHOUSE_ID), sums.field(MOVE.ITEM_ID).eq(BALANCE.ITEM_ID))
                .where(BALANCE.SCHOOL_ID.eq(school), BALANCE.QUANTITY.ne(quantity).or(BALANCE.AMOUNT.cast(BigDecimal.class).ne(amount)).or(moves.ne(BALANCE.VERSION)).or(last.ne(BALANCE.VERSION)))
                .orderBy(WAREHOUSE.CODE, ITEM.CODE)
                .fetch(r -> messages.say("control.stores.card", r.value1(), r.value2(), r.value3(), new Quantity(r.value4()), new Money(r.value5()),
                        new Quantity(r.value6()), new Money(r.value7().longValueExact()), r.value8(), r.value9()));
        return new Result(db.fetchCount(BALANCE, BALANCE.SCHOOL_ID.eq(school)), findings);
    }
}
