package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.val;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.MOVE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.engine.Writes;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.WorkRef;

/** The row of a card is its own lock, and the condition of a change is asked where the write is: nothing is read first. */
@Repository
class StockRepository {
    // What stood there before this very update (PostgreSQL 18), so that the cost taken is exact without reading first
    private static final Field<Long> AMOUNT_BEFORE = DSL.field("old.amount", SQLDataType.BIGINT);
    private static final Field<BigDecimal> LOTTED_BEFORE = DSL.field("old.lotted", SQLDataType.NUMERIC);

    // How many cards are asked for is hidden from the planner, who would otherwise plan anew each time
    private static final String TAKE = """
            with held as (
              select b.item_id, a.quantity from unnest((select {2}), (select {3})) with ordinality a (item_id, quantity, place)
              join stores.balance b on b.school_id = {0} and b.warehouse_id = {1} and b.item_id = a.item_id order by a.place for no key update of b)
            update stores.balance b set quantity = b.quantity - h.quantity, version = b.version + 1, moved_on = greatest(b.moved_on, {4}),
              amount = b.amount - case when b.quantity = h.quantity then b.amount else round(b.amount::numeric * h.quantity / b.quantity)::bigint end,
              lotted = greatest(b.lotted - h.quantity, 0)
            from held h where b.school_id = {0} and b.warehouse_id = {1} and b.item_id = h.item_id and b.quantity - b.lent >= h.quantity and b.received_on <= {4}
            returning b.item_id, b.version, b.quantity, b.amount, old.amount, old.lotted""";

    private final DSLContext db;
    private final Writes writes;
    private final Tenancy tenancy;

    StockRepository(DSLContext db, Writes writes, Tenancy tenancy) {
        this.db = db;
        this.writes = writes;
        this.tenancy = tenancy;
    }

    /**
     * At the moving average: the whole quantity takes the whole amount. All cards in one statement, which waits for them in the order
     * of the map; without those that have not enough, or not yet on that day.
     */
    Map<UUID, Taken> take(UUID warehouseId, SortedMap<UUID, Quantity> wanted, LocalDate day) {
        return db.resultQuery(TAKE, val(tenancy.current()), val(warehouseId), val(wanted.keySet().toArray(UUID[]::new)),
                        val(wanted.values().stream().map(Quantity::value).toArray(BigDecimal[]::new)), val(day))
                .coerce(BALANCE.ITEM_ID, BALANCE.VERSION, BALANCE.QUANTITY, BALANCE.AMOUNT, AMOUNT_BEFORE, LOTTED_BEFORE)
                .fetchMap(BALANCE.ITEM_ID, r -> new Taken(shift(r.value1(), wanted.get(r.value1()).negated(), r), new Quantity(r.value6())));
    }

    /** @param lotted how much of the card lay in lots before: lots go first, so that is what is right unless some of them stay */
    record Taken(Shift shift, Quantity lotted) {}

    /** How much of the card lies in lots, where not the first of them were taken. */
    void lotted(UUID warehouseId, UUID itemId, Quantity lotted) {
        db.update(BALANCE).set(BALANCE.LOTTED, lotted.value()).where(card(warehouseId, itemId)).execute();
    }

    /**
     * Exactly these goods at exactly this amount. Empty when they are no longer there, or would leave a wrong average.
     *
     * @param lotted how many of them lie in lots
     */
    Optional<Shift> takeBack(UUID warehouseId, UUID itemId, Goods goods, Quantity lotted, LocalDate day) {
        var l = val(lotted.value());
        var q = val(goods.quantity().value());
        var amount = val(goods.amount().fen());
        return db.update(BALANCE)
                .set(BALANCE.AMOUNT, BALANCE.AMOUNT.minus(amount))
                .set(BALANCE.QUANTITY, BALANCE.QUANTITY.minus(q))
                .set(BALANCE.LOTTED, BALANCE.LOTTED.minus(l))
                .set(BALANCE.VERSION, BALANCE.VERSION.plus(1L))
                .set(BALANCE.MOVED_ON, greatest(BALANCE.MOVED_ON, val(day)))
                .where(card(warehouseId, itemId), BALANCE.RECEIVED_ON.le(day), BALANCE.QUANTITY.minus(BALANCE.LENT).ge(q),
                        BALANCE.LOTTED.ge(l), BALANCE.QUANTITY.minus(BALANCE.LOTTED).ge(q.minus(l)),
                        BALANCE.QUANTITY.gt(q).and(BALANCE.AMOUNT.ge(amount)).or(BALANCE.QUANTITY.eq(q).and(BALANCE.AMOUNT.eq(amount))))
                .returningResult(BALANCE.VERSION, BALANCE.QUANTITY, BALANCE.AMOUNT, AMOUNT_BEFORE)
                .fetchOptional(r -> shift(itemId, goods.quantity().negated(), r));
    }

    /** @param lotted how many of them come in lots */
    Shift put(UUID warehouseId, UUID itemId, Goods goods, Quantity lotted, LocalDate day) {
        return db.update(BALANCE)
                .set(BALANCE.AMOUNT, BALANCE.AMOUNT.plus(goods.amount().fen()))
                .set(BALANCE.QUANTITY, BALANCE.QUANTITY.plus(goods.quantity().value()))
                .set(BALANCE.LOTTED, BALANCE.LOTTED.plus(lotted.value()))
                .set(BALANCE.VERSION, BALANCE.VERSION.plus(1L))
                .set(BALANCE.MOVED_ON, greatest(coalesce(BALANCE.MOVED_ON, val(day)), val(day)))
                .set(BALANCE.RECEIVED_ON, greatest(coalesce(BALANCE.RECEIVED_ON, val(day)), val(day)))
                .where(card(warehouseId, itemId))
                .returningResult(BALANCE.VERSION, BALANCE.QUANTITY, BALANCE.AMOUNT, AMOUNT_BEFORE)
                .fetchSingle(r -> shift(itemId, goods.quantity(), r));
    }

    /**
     * Changes what the goods of the card are worth by the part of {@code difference} that belongs to those still there, at most
     * {@code of}; to the fen. Empty when nothing of them is there, or nothing changes.
     */
    Optional<Shift> revalue(UUID warehouseId, UUID itemId, Money difference, Quantity of, LocalDate day) {
        var part = round(val(BigDecimal.valueOf(difference.fen())).mul(least(BALANCE.QUANTITY, val(of.value()))).div(val(of.value()))).cast(Long.class);
        return db.update(BALANCE)
                .set(BALANCE.AMOUNT, BALANCE.AMOUNT.plus(part))
                .set(BALANCE.VERSION, BALANCE.VERSION.plus(1L))
                .set(BALANCE.MOVED_ON, greatest(BALANCE.MOVED_ON, val(day)))
                .where(card(warehouseId, itemId), BALANCE.QUANTITY.gt(BigDecimal.ZERO), BALANCE.RECEIVED_ON.le(day), part.ne(0L), BALANCE.AMOUNT.plus(part).ge(0L))
                .returningResult(BALANCE.VERSION, BALANCE.QUANTITY, BALANCE.AMOUNT, AMOUNT_BEFORE)
                .fetchOptional(r -> shift(itemId, Quantity.ZERO, r));
    }

    /** Nobody else changes the card until the transaction ends. */
    void hold(Card card) {
        db.select(BALANCE.VERSION).from(BALANCE).where(card(card.warehouseId(), card.itemId())).forNoKeyUpdate().fetch();
    }

    /** What a document did, as it stands on the cards: in the order in which it was written. */
    List<Made> madeBy(UUID document) {
        return db.select(MOVE.WAREHOUSE_ID, MOVE.ITEM_ID, MOVE.KIND, MOVE.MEMO, MOVE.QUANTITY, MOVE.AMOUNT).from(MOVE)
                .where(MOVE.SCHOOL_ID.eq(tenancy.current()), MOVE.OBJECT_ID.eq(document)).orderBy(MOVE.KIND, MOVE.WAREHOUSE_ID, MOVE.LINE_NO)
                .fetch(r -> new Made(new Card(r.value1(), r.value2()), MoveKind.valueOf(r.value3()), r.value4(), new Goods(new Quantity(r.value5()), new Money(r.value6()))));
    }

    record Made(Card card, MoveKind kind, @Nullable String memo, Goods change) {}

    /** Lends from the shelf: the card keeps what it is worth. Whether there was enough there, and on that day already. */
    boolean lend(UUID warehouseId, UUID itemId, Quantity quantity, LocalDate day) {
        return db.update(BALANCE).set(BALANCE.LENT, BALANCE.LENT.plus(quantity.value()))
                .where(card(warehouseId, itemId), BALANCE.QUANTITY.minus(BALANCE.LENT).ge(quantity.value()), BALANCE.RECEIVED_ON.le(day)).execute() == 1;
    }

    /** Lent things lie on the shelf again; whether so many were lent. */
    boolean takeIn(UUID warehouseId, UUID itemId, Quantity quantity) {
        return db.update(BALANCE).set(BALANCE.LENT, BALANCE.LENT.minus(quantity.value()))
                .where(card(warehouseId, itemId), BALANCE.LENT.ge(quantity.value())).execute() == 1;
    }

    /** A card with nothing on it where there is none, so that a new card locks like an old one. */
    void openCards(UUID warehouseId, List<UUID> itemsInOrder) {
        var insert = db.insertInto(BALANCE, BALANCE.SCHOOL_ID, BALANCE.WAREHOUSE_ID, BALANCE.ITEM_ID, BALANCE.QUANTITY, BALANCE.AMOUNT);
        for (var item : itemsInOrder) insert = insert.values(tenancy.current(), warehouseId, item, BigDecimal.ZERO, 0L);
        insert.onConflictDoNothing().execute();
    }

    Optional<OnHand> onHand(UUID warehouseId, UUID itemId) {
        return db.select(BALANCE.QUANTITY, BALANCE.AMOUNT, BALANCE.RECEIVED_ON, BALANCE.LENT, BALANCE.LOTTED).from(BALANCE).where(card(warehouseId, itemId))
                .fetchOptional(r -> new OnHand(new Goods(new Quantity(r.value1()), new Money(r.value2())), r.value3(), new Quantity(r.value4()), new Quantity(r.value5())));
    }

    void insertMoves(MoveKind kind, Grade grade, WorkRef document, @Nullable String memo, UUID warehouseId, LocalDate day, Instant at, List<Shift> shifts) {
        var insert = db.insertInto(MOVE, MOVE.SCHOOL_ID, MOVE.ID, MOVE.WAREHOUSE_ID, MOVE.ITEM_ID, MOVE.SEQ, MOVE.KIND, MOVE.GRADE, MOVE.OBJECT_ID, MOVE.OBJECT_NO,
                MOVE.MEMO, MOVE.LINE_NO, MOVE.BUSINESS_DATE, MOVE.QUANTITY, MOVE.AMOUNT, MOVE.QUANTITY_AFTER, MOVE.AMOUNT_AFTER, MOVE.POSTED_AT);
        var line = 0;
        for (var s : shifts) {
            insert = insert.values(tenancy.current(), Ids.next(), warehouseId, s.itemId(), s.seq(), kind.name(), grade.name(), document.id(), document.no(),
                    memo, ++line, day, s.change().quantity().value(), s.change().amount().fen(), s.after().quantity().value(), s.after().amount().fen(), at);
        }
        writes.add(insert);
    }

    /** What else than this document has moved on these cards: each document once. */
    List<Other> others(UUID warehouseId, Collection<UUID> items, UUID document) {
        return db.selectDistinct(MOVE.KIND, MOVE.OBJECT_ID, MOVE.OBJECT_NO).from(MOVE)
                .where(MOVE.SCHOOL_ID.eq(tenancy.current()), MOVE.WAREHOUSE_ID.eq(warehouseId), MOVE.ITEM_ID.in(items), MOVE.OBJECT_ID.ne(document))
                .orderBy(MOVE.OBJECT_NO).fetch(r -> new Other(MoveKind.valueOf(r.value1()), r.value2(), r.value3()));
    }

    /** Whether the card has nothing on it and nothing ever was but openings that were taken back. */
    boolean isTakenBack(UUID warehouseId, UUID itemId) {
        var worked = MOVE.KIND.notIn(MoveKind.OPENING.name(), MoveKind.RECEIPT_REVERSAL.name()).or(MOVE.GRADE.ne(Grade.IMPORTED.name()));
        return db.fetchExists(DSL.selectOne().from(BALANCE).where(card(warehouseId, itemId), BALANCE.QUANTITY.eq(BigDecimal.ZERO)))
                && !db.fetchExists(DSL.selectOne().from(MOVE).where(MOVE.SCHOOL_ID.eq(tenancy.current()), MOVE.WAREHOUSE_ID.eq(warehouseId), MOVE.ITEM_ID.eq(itemId), worked));
    }

    record Other(MoveKind kind, UUID documentId, String documentNo) {}

    private Condition card(UUID warehouseId, UUID itemId) {
        return BALANCE.SCHOOL_ID.eq(tenancy.current()).and(BALANCE.WAREHOUSE_ID.eq(warehouseId)).and(BALANCE.ITEM_ID.eq(itemId));
    }

    private static Shift shift(UUID itemId, Quantity change, Record r) {
        var after = r.get(BALANCE.AMOUNT);
        return new Shift(itemId, r.get(BALANCE.VERSION), new Goods(change, new Money(after - r.get(AMOUNT_BEFORE))),
                new Goods(new Quantity(r.get(BALANCE.QUANTITY)), new Money(after)));
    }

    /**
     * @param receivedOn the last day on which something came in; null when nothing ever did
     * @param lent       what of the goods is lent out, and so not on the shelf
     * @param lotted     what of them lies in lots
     */
    record OnHand(Goods goods, @Nullable LocalDate receivedOn, Quantity lent, Quantity lotted) {
        /** Whether so many can be taken, so many of them from lots and the others not. */
        boolean takesApart(Quantity quantity, Quantity fromLots) {
            return !fromLots.exceeds(lotted) && !quantity.plus(fromLots.negated()).exceeds(goods.quantity().plus(lotted.negated()));
        }

        Quantity onShelf() {
            return goods.quantity().plus(lent.negated());
        }
    }
}
