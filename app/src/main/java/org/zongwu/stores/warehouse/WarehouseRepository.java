package org.zongwu.stores.warehouse;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.school.Tables.PLACE;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.CUSTODY;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;

@Repository
class WarehouseRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    WarehouseRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** With the keeper of that day. */
    List<Warehouse> all(LocalDate day) {
        return warehouses(day, DSL.noCondition());
    }

    Optional<Warehouse> find(UUID id, LocalDate day) {
        return warehouses(day, WAREHOUSE.ID.eq(id)).stream().findFirst();
    }

    Optional<UUID> keeperOn(UUID warehouseId, LocalDate day) {
        return db.select(CUSTODY.KEEPER_ID).from(CUSTODY).where(CUSTODY.SCHOOL_ID.eq(tenancy.current()), CUSTODY.WAREHOUSE_ID.eq(warehouseId), inForce(day))
                .fetchOptional(Record1::value1);
    }

    void insert(UUID id, String code, String name, @Nullable UUID roomId) {
        db.insertInto(WAREHOUSE).set(WAREHOUSE.SCHOOL_ID, tenancy.current()).set(WAREHOUSE.ID, id).set(WAREHOUSE.CODE, code)
                .set(WAREHOUSE.NAME, name).set(WAREHOUSE.ROOM_ID, roomId).execute();
    }

    void insertCustody(UUID id, UUID warehouseId, UUID keeperId, LocalDate from) {
        db.insertInto(CUSTODY).set(CUSTODY.SCHOOL_ID, tenancy.current()).set(CUSTODY.ID, id).set(CUSTODY.WAREHOUSE_ID, warehouseId)
                .set(CUSTODY.KEEPER_ID, keeperId).set(CUSTODY.VALID_FROM, from).execute();
    }

    /** Ends the custody that is open; none when it began on that day or later. */
    Optional<UUID> endCustody(UUID warehouseId, LocalDate lastDay) {
        return db.update(CUSTODY).set(CUSTODY.VALID_TO, lastDay)
                .where(CUSTODY.SCHOOL_ID.eq(tenancy.current()), CUSTODY.WAREHOUSE_ID.eq(warehouseId), CUSTODY.VALID_TO.isNull(), CUSTODY.VALID_FROM.le(lastDay))
                .returningResult(CUSTODY.ID).fetchOptional(Record1::value1);
    }

    boolean isTaken(String code, String name) {
        return db.fetchExists(select(WAREHOUSE.ID).from(WAREHOUSE).where(WAREHOUSE.SCHOOL_ID.eq(tenancy.current()), WAREHOUSE.CODE.eq(code).or(WAREHOUSE.NAME.eq(name))));
    }

    /** R-CUS-1: warehouses whose keepers leave a day open, or of which nobody is the keeper now. */
    List<String> unkept(LocalDate today) {
        var school = tenancy.current();
        var next = DSL.lead(CUSTODY.VALID_FROM).over(DSL.partitionBy(CUSTODY.WAREHOUSE_ID).orderBy(CUSTODY.VALID_FROM));
        var spans = select(CUSTODY.WAREHOUSE_ID, CUSTODY.VALID_TO, next.as("next")).from(CUSTODY).where(CUSTODY.SCHOOL_ID.eq(school)).asTable("s");
        var validTo = spans.field(CUSTODY.VALID_TO);
        var nextFrom = spans.field("next", LocalDate.class);
        var gap = select(spans.field(CUSTODY.WAREHOUSE_ID)).from(spans).where(validTo.isNotNull(), nextFrom.isNull().or(nextFrom.gt(validTo.plus(1))));
        var now = select(CUSTODY.WAREHOUSE_ID).from(CUSTODY).where(CUSTODY.SCHOOL_ID.eq(school), inForce(today));
        return db.select(WAREHOUSE.NAME).from(WAREHOUSE).where(WAREHOUSE.SCHOOL_ID.eq(school), WAREHOUSE.ID.in(gap).or(WAREHOUSE.ID.notIn(now)))
                .orderBy(WAREHOUSE.CODE).fetch(WAREHOUSE.NAME);
    }

    /** The register: every warehouse with its keeper of that day and what lies in it. */
    Table<?> rows(LocalDate day) {
        var school = tenancy.current();
        var worth = select(BALANCE.WAREHOUSE_ID, sum(BALANCE.AMOUNT).cast(Long.class).as("amount"),
                DSL.count().filterWhere(BALANCE.QUANTITY.gt(BigDecimal.ZERO)).as("items"))
                .from(BALANCE).where(BALANCE.SCHOOL_ID.eq(school)).groupBy(BALANCE.WAREHOUSE_ID).asTable("b");
        return select(WAREHOUSE.ID, WAREHOUSE.CODE, WAREHOUSE.NAME, PLACE.BUILDING.concat(" ").concat(PLACE.NAME).as("room"), PERSON.NAME.as("keeper"),
                        CUSTODY.KEEPER_ID, CUSTODY.VALID_FROM.as("kept_from"), DSL.coalesce(worth.field("items", Integer.class), 0).as("items"),
                        DSL.coalesce(worth.field("amount", Long.class), 0L).as("amount"))
                .from(WAREHOUSE)
                .leftJoin(PLACE).on(PLACE.SCHOOL_ID.eq(WAREHOUSE.SCHOOL_ID), PLACE.ID.eq(WAREHOUSE.ROOM_ID))
                .leftJoin(CUSTODY).on(CUSTODY.SCHOOL_ID.eq(WAREHOUSE.SCHOOL_ID), CUSTODY.WAREHOUSE_ID.eq(WAREHOUSE.ID), inForce(day))
                .leftJoin(PERSON).on(PERSON.SCHOOL_ID.eq(CUSTODY.SCHOOL_ID), PERSON.ID.eq(CUSTODY.KEEPER_ID))
                .leftJoin(worth).on(worth.field(BALANCE.WAREHOUSE_ID).eq(WAREHOUSE.ID))
                .where(WAREHOUSE.SCHOOL_ID.eq(school)).asTable("r");
    }

    long count() {
        return db.fetchCount(WAREHOUSE, WAREHOUSE.SCHOOL_ID.eq(tenancy.current()));
    }

    private List<Warehouse> warehouses(LocalDate day, Condition which) {
        return db.select(WAREHOUSE.ID, WAREHOUSE.CODE, WAREHOUSE.NAME, WAREHOUSE.ROOM_ID, CUSTODY.KEEPER_ID, PERSON.NAME)
                .from(WAREHOUSE)
                .leftJoin(CUSTODY).on(CUSTODY.SCHOOL_ID.eq(WAREHOUSE.SCHOOL_ID), CUSTODY.WAREHOUSE_ID.eq(WAREHOUSE.ID), inForce(day))
                .leftJoin(PERSON).on(PERSON.SCHOOL_ID.eq(CUSTODY.SCHOOL_ID), PERSON.ID.eq(CUSTODY.KEEPER_ID))
                .where(WAREHOUSE.SCHOOL_ID.eq(tenancy.current()), which).orderBy(WAREHOUSE.CODE).fetch(Records.mapping(Warehouse::new));
    }

    private static Condition inForce(LocalDate day) {
        return CUSTODY.VALID_FROM.le(day).and(CUSTODY.VALID_TO.isNull().or(CUSTODY.VALID_TO.ge(val(day))));
    }
}
