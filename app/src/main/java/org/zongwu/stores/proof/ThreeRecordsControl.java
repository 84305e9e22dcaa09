package org.zongwu.stores.proof;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.stocktaking.Tables.COUNTED;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.LOAN_MOVE;
import static zongwu.db.stores.Tables.MOVE;

import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Quantity;
import org.zongwu.web.Messages;

/**
 * R-3L-1: what was posted by the instant of a count, less what was lent by then, is what was counted less the difference that the
 * count found. Computed from the moves themselves, and not from what the stocktake remembers of the book.
 */
@Component
class ThreeRecordsControl implements Control {
    private final DSLContext db;
    private final Messages messages;
    private final Tenancy tenancy;

    ThreeRecordsControl(DSLContext db, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "R-3L-1";
    }

    @Override
    public Result check() {
        var school = tenancy.current();
        var worked = COUNTED.SCHOOL_ID.eq(school).and(COUNTED.KIND.eq("stores")).and(COUNTED.GRADE.eq(Grade.WORKED.name()));
        var owned = field(select(coalesce(sum(MOVE.QUANTITY), BigDecimal.ZERO)).from(MOVE)
                .where(MOVE.SCHOOL_ID.eq(school), MOVE.WAREHOUSE_ID.eq(COUNTED.PLACE_ID), MOVE.ITEM_ID.eq(COUNTED.THING_ID), MOVE.POSTED_AT.le(COUNTED.COUNTED_AT)));
        var lent = field(select(coalesce(sum(LOAN_MOVE.QUANTITY), BigDecimal.ZERO)).from(LOAN_MOVE)
                .where(LOAN_MOVE.SCHOOL_ID.eq(school), LOAN_MOVE.WAREHOUSE_ID.eq(COUNTED.PLACE_ID), LOAN_MOVE.ITEM_ID.eq(COUNTED.THING_ID), LOAN_MOVE.POSTED_AT.le(COUNTED.COUNTED_AT)));
        var findings = db.select(COUNTED.NO, ITEM.CODE, ITEM.NAME, owned, lent, COUNTED.QUANTITY, COUNTED.DIFFERENCE).from(COUNTED)
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(school), ITEM.ID.eq(COUNTED.THING_ID))
                .where(worked, owned.minus(lent).ne(COUNTED.QUANTITY.minus(COUNTED.DIFFERENCE))).orderBy(COUNTED.NO, ITEM.CODE)
                .fetch(r -> messages.say("control.stores.three", r.value1(), r.value2(), r.value3(), new Quantity(r.value4()), new Quantity(r.value5()), new Quantity(r.value6()), new Quantity(r.value7())));
        return new Result(db.select(count()).from(COUNTED).where(worked).fetchSingle().value1(), findings);
    }
}
