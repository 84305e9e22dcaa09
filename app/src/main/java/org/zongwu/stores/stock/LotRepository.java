package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.sum;
import static zongwu.db.stores.Tables.LOT;
import static zongwu.db.stores.Tables.LOT_MOVE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.engine.Writes;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;

/** The lots of the cards; read and written only by who holds the row of the card. */
@Repository
class LotRepository {
    private final DSLContext db;
    private final Writes writes;
    private final Tenancy tenancy;

    LotRepository(DSLContext db, Writes writes, Tenancy tenancy) {
        this.db = db;
        this.writes = writes;
        this.tenancy = tenancy;
    }

    List<Lot> on(Card card) {
        return db.select(LOT.LOT_NO, LOT.EXPIRES_ON, LOT.QUANTITY).from(LOT).where(of(card), LOT.QUANTITY.gt(BigDecimal.ZERO))
                .orderBy(LOT.EXPIRES_ON.asc().nullsLast(), LOT.LOT_NO).fetch(r -> new Lot(r.value1(), r.value2(), new Quantity(r.value3())));
    }

    /** @return false when the lot has not so much */
    boolean take(Card card, Lot lot) {
        return db.update(LOT).set(LOT.QUANTITY, LOT.QUANTITY.minus(lot.quantity().value()))
                .where(of(card), LOT.LOT_NO.eq(lot.no()), LOT.EXPIRES_ON.isNotDistinctFrom(lot.expiresOn()), LOT.QUANTITY.ge(lot.quantity().value())).execute() == 1;
    }

    void put(Card card, Lot lot) {
        db.insertInto(LOT).set(LOT.SCHOOL_ID, tenancy.current()).set(LOT.ID, Ids.next()).set(LOT.WAREHOUSE_ID, card.warehouseId()).set(LOT.ITEM_ID, card.itemId())
                .set(LOT.LOT_NO, lot.no()).set(LOT.EXPIRES_ON, lot.expiresOn()).set(LOT.QUANTITY, lot.quantity().value())
                .onConflict(LOT.SCHOOL_ID, LOT.WAREHOUSE_ID, LOT.ITEM_ID, LOT.LOT_NO, LOT.EXPIRES_ON).doUpdate().set(LOT.QUANTITY, LOT.QUANTITY.plus(lot.quantity()
                        .value())).execute();
    }

    /** Writes down which lots a document changed. */
    Images record(WorkRef document, LocalDate day, Instant at, UUID warehouseId, List<Shift> shifts) {
        var ids = db.select(LOT.ITEM_ID, LOT.LOT_NO, LOT.EXPIRES_ON, LOT.ID).from(LOT)
                .where(LOT.SCHOOL_ID.eq(tenancy.current()), LOT.WAREHOUSE_ID.eq(warehouseId), LOT.ITEM_ID.in(shifts.stream().map(Shift::itemId).toList())).fetch();
        var written = new ArrayList<UUID>();
        for (var s : shifts) {
            for (var l : s.lots()) {
                var id = ids.stream().filter(r -> r.value1().equals(s.itemId()) && r.value2().equals(l.no()) && java.util.Objects.equals(r.value3(), l.expiresOn()))
                        .findFirst().orElseThrow().value4();
                writes.add(db.insertInto(LOT_MOVE).set(LOT_MOVE.SCHOOL_ID, tenancy.current()).set(LOT_MOVE.ID, Ids.next()).set(LOT_MOVE.LOT_ID, id).set(LOT_MOVE.OBJECT_ID, document.id())
                        .set(LOT_MOVE.OBJECT_NO, document.no()).set(LOT_MOVE.BUSINESS_DATE, day).set(LOT_MOVE.QUANTITY, l.quantity().value()).set(LOT_MOVE.POSTED_AT,
                                at));
                written.add(id);
            }
        }
        return Images.of(LOT, LOT.SCHOOL_ID.eq(tenancy.current()).and(LOT.ID.in(written)));
    }

    Images moves(WorkRef document) {
        return Images.of(LOT_MOVE, LOT_MOVE.SCHOOL_ID.eq(tenancy.current()).and(LOT_MOVE.OBJECT_ID.eq(document.id())));
    }

    /** What these documents together took from (negative) or put to the lots of each card. */
    Map<Card, List<Lot>> moved(Collection<UUID> documents) {
        var quantity = sum(LOT_MOVE.QUANTITY);
        var moved = new HashMap<Card, List<Lot>>();
        db.select(LOT.WAREHOUSE_ID, LOT.ITEM_ID, LOT.LOT_NO, LOT.EXPIRES_ON, quantity).from(LOT_MOVE)
                .join(LOT).on(LOT.SCHOOL_ID.eq(LOT_MOVE.SCHOOL_ID), LOT.ID.eq(LOT_MOVE.LOT_ID))
                .where(LOT_MOVE.SCHOOL_ID.eq(tenancy.current()), LOT_MOVE.OBJECT_ID.in(documents))
                .groupBy(LOT.WAREHOUSE_ID, LOT.ITEM_ID, LOT.LOT_NO, LOT.EXPIRES_ON).having(quantity.ne(BigDecimal.ZERO)).orderBy(LOT.EXPIRES_ON.asc().nullsLast(), LOT.LOT_NO)
                .forEach(r -> moved.computeIfAbsent(new Card(r.value1(), r.value2()), c -> new ArrayList<>()).add(new Lot(r.value3(), r.value4(), new Quantity(r.value5()))));
        return moved;
    }

    private Condition of(Card card) {
        return LOT.SCHOOL_ID.eq(tenancy.current()).and(LOT.WAREHOUSE_ID.eq(card.warehouseId())).and(LOT.ITEM_ID.eq(card.itemId()));
    }
}
