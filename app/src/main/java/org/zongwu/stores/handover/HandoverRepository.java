package org.zongwu.stores.handover;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stocktaking.Tables.COUNTED;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.HANDOVER;
import static zongwu.db.stores.Tables.HANDOVER_LINE;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.trail.Images;
import zongwu.db.school.tables.Person;
import zongwu.db.stores.tables.records.HandoverRecord;

@Repository
class HandoverRepository {
    private static final Person GIVER = PERSON.as("giver");
    private static final Person RECEIVER = PERSON.as("receiver");
    private static final Person SUPERVISOR = PERSON.as("supervisor");

    private final DSLContext db;
    private final Tenancy tenancy;

    HandoverRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** Begins one, with everything that lies there now; false when the warehouse is being handed over already. */
    boolean begin(UUID id, UUID warehouse, UUID giver, UUID receiver, UUID supervisor, LocalDate day, @Nullable String remark, UUID by, Instant at) {
        var school = tenancy.current();
        var begun = db.insertInto(HANDOVER).set(HANDOVER.SCHOOL_ID, school).set(HANDOVER.ID, id).set(HANDOVER.WAREHOUSE_ID, warehouse).set(HANDOVER.GIVER_ID, giver)
                .set(HANDOVER.RECEIVER_ID, receiver).set(HANDOVER.SUPERVISOR_ID, supervisor).set(HANDOVER.FROZEN_ON, day).set(HANDOVER.REMARK, remark).set(HANDOVER.MADE_BY, by)
                .set(HANDOVER.MADE_AT, at).onConflictDoNothing().execute();
        if (begun == 0) return false;
        var number = DSL.rowNumber().over(DSL.orderBy(ITEM.CODE));
        db.insertInto(HANDOVER_LINE, HANDOVER_LINE.SCHOOL_ID, HANDOVER_LINE.HANDOVER_ID, HANDOVER_LINE.ITEM_ID, HANDOVER_LINE.LINE_NO, HANDOVER_LINE.QUANTITY, HANDOVER_LINE.LENT,
                        HANDOVER_LINE.AMOUNT, HANDOVER_LINE.CARD)
                .select(select(BALANCE.SCHOOL_ID, inline(id), BALANCE.ITEM_ID, number, BALANCE.QUANTITY, BALANCE.LENT, BALANCE.AMOUNT, BALANCE.VERSION).from(BALANCE)
                        .join(ITEM).on(ITEM.SCHOOL_ID.eq(BALANCE.SCHOOL_ID), ITEM.ID.eq(BALANCE.ITEM_ID))
                        .where(BALANCE.SCHOOL_ID.eq(school), BALANCE.WAREHOUSE_ID.eq(warehouse), BALANCE.QUANTITY.gt(BigDecimal.ZERO))).execute();
        return true;
    }

    Optional<Handover> find(UUID id) {
        return db.select(HANDOVER.asterisk(), WAREHOUSE.NAME, GIVER.NAME, RECEIVER.NAME, SUPERVISOR.NAME).from(HANDOVER)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(HANDOVER.SCHOOL_ID), WAREHOUSE.ID.eq(HANDOVER.WAREHOUSE_ID))
                .join(GIVER).on(GIVER.SCHOOL_ID.eq(HANDOVER.SCHOOL_ID), GIVER.ID.eq(HANDOVER.GIVER_ID))
                .join(RECEIVER).on(RECEIVER.SCHOOL_ID.eq(HANDOVER.SCHOOL_ID), RECEIVER.ID.eq(HANDOVER.RECEIVER_ID))
                .join(SUPERVISOR).on(SUPERVISOR.SCHOOL_ID.eq(HANDOVER.SCHOOL_ID), SUPERVISOR.ID.eq(HANDOVER.SUPERVISOR_ID))
                .where(handover(id)).fetchOptional(r -> new Handover(id, r.get(HANDOVER.NO), r.get(HANDOVER.WAREHOUSE_ID), r.get(WAREHOUSE.NAME),
                        new Handover.Signer(r.get(HANDOVER.GIVER_ID), r.get(GIVER.NAME), r.get(HANDOVER.GIVER_AT)),
                        new Handover.Signer(r.get(HANDOVER.RECEIVER_ID), r.get(RECEIVER.NAME), r.get(HANDOVER.RECEIVER_AT)),
                        new Handover.Signer(r.get(HANDOVER.SUPERVISOR_ID), r.get(SUPERVISOR.NAME), r.get(HANDOVER.SUPERVISOR_AT)), r.get(HANDOVER.FROZEN_ON), r.get(HANDOVER.REMARK),
                        r.get(HANDOVER.MADE_BY), r.get(HANDOVER.HANDED_ON), r.get(HANDOVER.CANCEL_REASON), r.get(HANDOVER.VERSION), lines(id)));
    }

    /** The same, which nobody else can change until the transaction ends. */
    Optional<Handover> lock(UUID id) {
        db.select(HANDOVER.ID).from(HANDOVER).where(handover(id)).forUpdate().fetchOptional();
        return find(id);
    }

    Optional<UUID> open(UUID warehouse) {
        return db.select(HANDOVER.ID).from(HANDOVER).where(HANDOVER.SCHOOL_ID.eq(tenancy.current()), HANDOVER.WAREHOUSE_ID.eq(warehouse), HANDOVER.HANDED_ON.isNull(), HANDOVER.CANCELLED_AT.isNull())
                .fetchOptional(Record1::value1);
    }

    void count(UUID id, List<Handover.Count> counts) {
        for (var c : counts) {
            db.update(HANDOVER_LINE).set(HANDOVER_LINE.COUNTED, c.counted().value()).set(HANDOVER_LINE.WORDS, c.words())
                    .where(HANDOVER_LINE.SCHOOL_ID.eq(tenancy.current()), HANDOVER_LINE.HANDOVER_ID.eq(id), HANDOVER_LINE.ITEM_ID.eq(c.itemId())).execute();
        }
        db.update(HANDOVER).set(HANDOVER.VERSION, HANDOVER.VERSION.plus(1)).where(handover(id)).execute();
    }

    void sign(Handover h, UUID by, Instant at) {
        TableField<HandoverRecord, Instant> place = by.equals(h.giver().id()) ? HANDOVER.GIVER_AT : by.equals(h.receiver().id()) ? HANDOVER.RECEIVER_AT : HANDOVER.SUPERVISOR_AT;
        db.update(HANDOVER).set(place, at).set(HANDOVER.VERSION, HANDOVER.VERSION.plus(1)).where(handover(h.id())).execute();
    }

    void finish(UUID id, String no, LocalDate day) {
        db.update(HANDOVER).set(HANDOVER.NO, no).set(HANDOVER.HANDED_ON, day).where(handover(id)).execute();
    }

    void cancel(UUID id, String reason, Instant at) {
        db.update(HANDOVER).set(HANDOVER.CANCELLED_AT, at).set(HANDOVER.CANCEL_REASON, reason).set(HANDOVER.VERSION, HANDOVER.VERSION.plus(1)).where(handover(id)).execute();
    }

    /**
     * What no longer lies there as it was frozen, by name. The cards are held as they are until the transaction ends, in their
     * order.
     */
    List<String> moved(Handover h) {
        var school = tenancy.current();
        db.select(BALANCE.ITEM_ID).from(BALANCE).where(BALANCE.SCHOOL_ID.eq(school), BALANCE.WAREHOUSE_ID.eq(h.warehouseId())).orderBy(BALANCE.ITEM_ID).forShare().fetch();
        var l = HANDOVER_LINE;
        return db.select(ITEM.NAME).from(ITEM)
                .leftJoin(BALANCE).on(BALANCE.SCHOOL_ID.eq(ITEM.SCHOOL_ID), BALANCE.ITEM_ID.eq(ITEM.ID), BALANCE.WAREHOUSE_ID.eq(h.warehouseId()))
                .leftJoin(l).on(l.SCHOOL_ID.eq(ITEM.SCHOOL_ID), l.ITEM_ID.eq(ITEM.ID), l.HANDOVER_ID.eq(h.id()))
                .where(ITEM.SCHOOL_ID.eq(school), l.ITEM_ID.isNotNull().and(BALANCE.VERSION.isDistinctFrom(l.CARD).or(BALANCE.LENT.isDistinctFrom(l.LENT)))
                        .or(l.ITEM_ID.isNull().and(BALANCE.QUANTITY.gt(BigDecimal.ZERO)))).orderBy(ITEM.CODE).fetch(ITEM.NAME);
    }

    Table<?> rows() {
        var school = tenancy.current();
        var l = select(HANDOVER_LINE.HANDOVER_ID, DSL.count().as("items"), DSL.count(HANDOVER_LINE.COUNTED).as("counted"), sum(HANDOVER_LINE.AMOUNT).cast(Long.class).as("amount"),
                        DSL.count().filterWhere(HANDOVER_LINE.COUNTED.ne(HANDOVER_LINE.QUANTITY.minus(HANDOVER_LINE.LENT))).as("different"))
                .from(HANDOVER_LINE).where(HANDOVER_LINE.SCHOOL_ID.eq(school)).groupBy(HANDOVER_LINE.HANDOVER_ID).asTable("l");
        var since = DSL.exists(selectOne().from(COUNTED).where(COUNTED.SCHOOL_ID.eq(HANDOVER.SCHOOL_ID), COUNTED.KIND.eq(inline("stores")), COUNTED.PLACE_ID.eq(HANDOVER.WAREHOUSE_ID),
                COUNTED.THING_ID.eq(HANDOVER_LINE.ITEM_ID), COUNTED.COUNTED_AT.gt(HANDOVER.RECEIVER_AT)));
        var uncountedSince = field(select(DSL.count()).from(HANDOVER_LINE).where(HANDOVER_LINE.SCHOOL_ID.eq(HANDOVER.SCHOOL_ID), HANDOVER_LINE.HANDOVER_ID.eq(HANDOVER.ID),
                HANDOVER_LINE.COUNTED.ne(HANDOVER_LINE.QUANTITY.minus(HANDOVER_LINE.LENT)), DSL.not(since))).as("uncounted_since");
        var uncounted = DSL.exists(selectOne().from(HANDOVER_LINE).where(HANDOVER_LINE.SCHOOL_ID.eq(HANDOVER.SCHOOL_ID), HANDOVER_LINE.HANDOVER_ID.eq(HANDOVER.ID), HANDOVER_LINE.COUNTED.isNull()));
        var state = case_().when(HANDOVER.CANCELLED_AT.isNotNull(), inline("CANCELLED")).when(HANDOVER.HANDED_ON.isNotNull(), inline("DONE")).when(uncounted, inline("COUNTING")).otherwise(inline("SIGNING"));
        return select(HANDOVER.ID, HANDOVER.NO, HANDOVER.FROZEN_ON.as("day"), WAREHOUSE.NAME.as("warehouse"), GIVER.NAME.as("giver"), RECEIVER.NAME.as("receiver"), SUPERVISOR.NAME.as("supervisor"),
                        HANDOVER.HANDED_ON.as("handed_on"), DSL.coalesce(l.field("items", Integer.class), 0).as("items"), DSL.coalesce(l.field("counted", Integer.class), 0).as("counted"),
                        DSL.coalesce(l.field("different", Integer.class), 0).as("different"), DSL.coalesce(l.field("amount", Long.class), 0L).as("amount"), state.as("state"), uncountedSince,
                        HANDOVER.GIVER_ID, HANDOVER.RECEIVER_ID, HANDOVER.SUPERVISOR_ID, field(HANDOVER.GIVER_AT.isNotNull()).as("giver_signed"),
                        field(HANDOVER.RECEIVER_AT.isNotNull()).as("receiver_signed"), field(HANDOVER.SUPERVISOR_AT.isNotNull()).as("supervisor_signed"))
                .from(HANDOVER)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(HANDOVER.SCHOOL_ID), WAREHOUSE.ID.eq(HANDOVER.WAREHOUSE_ID))
                .join(GIVER).on(GIVER.SCHOOL_ID.eq(HANDOVER.SCHOOL_ID), GIVER.ID.eq(HANDOVER.GIVER_ID))
                .join(RECEIVER).on(RECEIVER.SCHOOL_ID.eq(HANDOVER.SCHOOL_ID), RECEIVER.ID.eq(HANDOVER.RECEIVER_ID))
                .join(SUPERVISOR).on(SUPERVISOR.SCHOOL_ID.eq(HANDOVER.SCHOOL_ID), SUPERVISOR.ID.eq(HANDOVER.SUPERVISOR_ID))
                .leftJoin(l).on(l.field(HANDOVER_LINE.HANDOVER_ID).eq(HANDOVER.ID))
                .where(HANDOVER.SCHOOL_ID.eq(school)).asTable("r");
    }

    Images images(UUID id) {
        return Images.of(HANDOVER, handover(id)).and(HANDOVER_LINE, HANDOVER_LINE.SCHOOL_ID.eq(tenancy.current()).and(HANDOVER_LINE.HANDOVER_ID.eq(id)));
    }

    private List<Handover.Line> lines(UUID id) {
        return db.select(HANDOVER_LINE.asterisk(), ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT).from(HANDOVER_LINE)
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(HANDOVER_LINE.SCHOOL_ID), ITEM.ID.eq(HANDOVER_LINE.ITEM_ID))
                .where(HANDOVER_LINE.SCHOOL_ID.eq(tenancy.current()), HANDOVER_LINE.HANDOVER_ID.eq(id)).orderBy(HANDOVER_LINE.LINE_NO)
                .fetch(l -> new Handover.Line(l.get(HANDOVER_LINE.LINE_NO), l.get(HANDOVER_LINE.ITEM_ID), l.get(ITEM.CODE), l.get(ITEM.SPEC) == null ? l.get(ITEM.NAME) : l.get(ITEM.NAME) + " " + l.get(ITEM.SPEC),
                        l.get(ITEM.UNIT), new Quantity(l.get(HANDOVER_LINE.QUANTITY)), new Quantity(l.get(HANDOVER_LINE.LENT)), new Money(l.get(HANDOVER_LINE.AMOUNT)), l.get(HANDOVER_LINE.CARD),
                        l.get(HANDOVER_LINE.COUNTED) == null ? null : new Quantity(l.get(HANDOVER_LINE.COUNTED)), l.get(HANDOVER_LINE.WORDS)));
    }

    private Condition handover(UUID id) {
        return HANDOVER.SCHOOL_ID.eq(tenancy.current()).and(HANDOVER.ID.eq(id));
    }
}
