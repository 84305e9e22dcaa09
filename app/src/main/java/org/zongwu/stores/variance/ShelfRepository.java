package org.zongwu.stores.variance;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.CATEGORY;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.MOVE;
import static zongwu.db.stores.Tables.RECEIPT;
import static zongwu.db.stores.Tables.RECEIPT_LINE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Row3;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Countable.Moment;
import org.zongwu.kernel.Countable.Thing;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.MoveKind;

/** What should lie on the shelves of a warehouse: the cards less what is lent, now or at an instant. */
@Repository
class ShelfRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    ShelfRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** Who is just moving one of the cards is waited for; afterwards nobody can have posted anything earlier on them. */
    void hold(UUID warehouseId, @Nullable Collection<UUID> items) {
        db.select(BALANCE.ITEM_ID).from(BALANCE).where(card(warehouseId), items == null ? noCondition() : BALANCE.ITEM_ID.in(items)).orderBy(BALANCE.ITEM_ID).forShare().fetch();
    }

    /** The cards as they are now, which nobody else moves until the transaction ends. */
    Map<UUID, Goods> lock(UUID warehouseId, Collection<UUID> items) {
        return db.select(BALANCE.ITEM_ID, BALANCE.QUANTITY, BALANCE.AMOUNT).from(BALANCE).where(card(warehouseId), BALANCE.ITEM_ID.in(items)).orderBy(BALANCE.ITEM_ID).forUpdate()
                .fetchMap(r -> r.value1(), r -> new Goods(new Quantity(r.value2()), new Money(r.value3())));
    }

    /** Every card of the warehouse, shelf by shelf. */
    List<Thing> things(UUID warehouseId) {
        return db.select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, CATEGORY.NAME, BALANCE.QUANTITY.minus(BALANCE.LENT)).from(BALANCE)
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(BALANCE.SCHOOL_ID), ITEM.ID.eq(BALANCE.ITEM_ID))
                .join(CATEGORY).on(CATEGORY.SCHOOL_ID.eq(ITEM.SCHOOL_ID), CATEGORY.ID.eq(ITEM.CATEGORY_ID))
                .where(card(warehouseId)).orderBy(CATEGORY.CODE, ITEM.CODE, ITEM.ID).fetch(r -> thing(r, r.value7()));
    }

    Optional<Thing> thing(UUID warehouseId, UUID itemId) {
        return db.select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, CATEGORY.NAME, coalesce(BALANCE.QUANTITY.minus(BALANCE.LENT), BigDecimal.ZERO)).from(ITEM)
                .join(CATEGORY).on(CATEGORY.SCHOOL_ID.eq(ITEM.SCHOOL_ID), CATEGORY.ID.eq(ITEM.CATEGORY_ID))
                .leftJoin(BALANCE).on(BALANCE.SCHOOL_ID.eq(ITEM.SCHOOL_ID), BALANCE.ITEM_ID.eq(ITEM.ID), BALANCE.WAREHOUSE_ID.eq(warehouseId))
                .where(ITEM.SCHOOL_ID.eq(tenancy.current()), ITEM.ID.eq(itemId)).fetchOptional(r -> thing(r, r.value7()));
    }

    /** How many cards each warehouse had by the end of that day. */
    Map<UUID, Integer> cards(LocalDate day) {
        return db.select(MOVE.WAREHOUSE_ID, countDistinct(MOVE.ITEM_ID)).from(MOVE).where(MOVE.SCHOOL_ID.eq(tenancy.current()), MOVE.BUSINESS_DATE.le(day)).groupBy(MOVE.WAREHOUSE_ID)
                .fetchMap(r -> r.value1(), r -> r.value2());
    }

    /** What was posted on each card by its instant, less what was lent then. */
    List<Quantity> at(UUID warehouseId, List<Moment> asked) {
        var school = tenancy.current();
        var said = new ArrayList<Quantity>();
        for (var from = 0; from < asked.size(); from += 500) {
            var part = asked.subList(from, Math.min(from + 500, asked.size()));
            var rows = new Row3[part.size()];
            for (var i = 0; i < rows.length; i++) {
                rows[i] = row(inline(i), val(part.get(i).thingId(), SQLDataType.UUID).cast(SQLDataType.UUID), val(part.get(i).at(), SQLDataType.INSTANT).cast(SQLDataType.INSTANT));
            }
            @SuppressWarnings("unchecked")
            var a = values((Row3<Integer, UUID, Instant>[]) rows).as("a", "n", "item", "at");
            var item = field(name("a", "item"), UUID.class);
            var at = field(name("a", "at"), Instant.class);
            var moved = lateral(select(coalesce(sum(MOVE.QUANTITY), BigDecimal.ZERO).as("q")).from(MOVE)
                    .where(MOVE.SCHOOL_ID.eq(school), MOVE.WAREHOUSE_ID.eq(warehouseId), MOVE.ITEM_ID.eq(item), MOVE.POSTED_AT.le(at))).as("m");
            db.select(field(name("m", "q"), BigDecimal.class), coalesce(BALANCE.LENT, BigDecimal.ZERO)).from(a).crossJoin(moved)
                    .leftJoin(BALANCE).on(BALANCE.SCHOOL_ID.eq(school), BALANCE.WAREHOUSE_ID.eq(warehouseId), BALANCE.ITEM_ID.eq(item))
                    .orderBy(field(name("a", "n"))).forEach(r -> said.add(new Quantity(r.value1().subtract(r.value2()))));
        }
        return said;
    }

    Map<UUID, Quantity> on(UUID warehouseId, Collection<UUID> items, LocalDate day) {
        var said = new HashMap<UUID, Quantity>();
        items.forEach(i -> said.put(i, Quantity.ZERO));
        db.select(MOVE.ITEM_ID, sum(MOVE.QUANTITY)).from(MOVE).where(MOVE.SCHOOL_ID.eq(tenancy.current()), MOVE.WAREHOUSE_ID.eq(warehouseId), MOVE.ITEM_ID.in(items), MOVE.BUSINESS_DATE.le(day))
                .groupBy(MOVE.ITEM_ID).forEach(r -> said.put(r.value1(), new Quantity(r.value2())));
        return said;
    }

    /** A move, as a count sees it. */
    record Moved(Instant at, LocalDate day, MoveKind kind, UUID documentId, String documentNo, Quantity quantity) {}

    List<Moved> moved(UUID warehouseId, UUID itemId, Instant after) {
        return db.select(MOVE.POSTED_AT, MOVE.BUSINESS_DATE, MOVE.KIND, MOVE.OBJECT_ID, MOVE.OBJECT_NO, MOVE.QUANTITY).from(MOVE)
                .where(MOVE.SCHOOL_ID.eq(tenancy.current()), MOVE.WAREHOUSE_ID.eq(warehouseId), MOVE.ITEM_ID.eq(itemId), MOVE.POSTED_AT.gt(after), MOVE.QUANTITY.ne(BigDecimal.ZERO)).orderBy(MOVE.SEQ)
                .fetch(r -> new Moved(r.value1(), r.value2(), MoveKind.valueOf(r.value3()), r.value4(), r.value5(), new Quantity(r.value6())));
    }

    /** The card's average, else what the last receipt of the item cost for one base unit, in whatever warehouse. */
    Optional<BigDecimal> unitCost(UUID warehouseId, UUID itemId) {
        var average = db.select(BALANCE.QUANTITY, BALANCE.AMOUNT).from(BALANCE).where(card(warehouseId), BALANCE.ITEM_ID.eq(itemId), BALANCE.QUANTITY.gt(BigDecimal.ZERO))
                .fetchOptional(r -> new Goods(new Quantity(r.value1()), new Money(r.value2())).unitCost());
        return average.or(() -> db.select(RECEIPT_LINE.AMOUNT, RECEIPT_LINE.QUANTITY).from(RECEIPT_LINE).join(RECEIPT).on(RECEIPT.SCHOOL_ID.eq(RECEIPT_LINE.SCHOOL_ID), RECEIPT.ID.eq(RECEIPT_LINE.RECEIPT_ID))
                .where(RECEIPT_LINE.SCHOOL_ID.eq(tenancy.current()), RECEIPT_LINE.ITEM_ID.eq(itemId), RECEIPT_LINE.QUANTITY.gt(BigDecimal.ZERO))
                .orderBy(RECEIPT.BUSINESS_DATE.desc(), RECEIPT.POSTED_AT.desc()).limit(1)
                .fetchOptional(r -> new Money(r.value1()).yuan().divide(r.value2(), 6, RoundingMode.HALF_UP)));
    }

    private Condition card(UUID warehouseId) {
        return BALANCE.SCHOOL_ID.eq(tenancy.current()).and(BALANCE.WAREHOUSE_ID.eq(warehouseId));
    }

    private static Thing thing(Record r, BigDecimal book) {
        var spec = r.get(ITEM.SPEC);
        return new Thing(r.get(ITEM.ID), r.get(ITEM.CODE), spec == null ? r.get(ITEM.NAME) : r.get(ITEM.NAME) + " " + spec, r.get(CATEGORY.NAME), r.get(ITEM.UNIT), new Quantity(book), List.of(r.get(ITEM.CODE)));
    }
}
