package org.zongwu.stores.shelf;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.CATEGORY;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.ITEM_PLACE;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** The places of items on the shelves. A place is no record of anything that happened: it is put right when things are moved. */
@Service
public class Shelves {
    private final DSLContext db;
    private final WarehouseService warehouses;
    private final Trail trail;
    private final Tenancy tenancy;

    Shelves(DSLContext db, WarehouseService warehouses, Trail trail, Tenancy tenancy) {
        this.db = db;
        this.warehouses = warehouses;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    /**
     * Says where items lie, as {@code A-03-2}; what is not named stays where it is. Joins the caller's transaction.
     *
     * @param places shelf by item; empty when it has no place any more
     */
    public void place(Actor actor, UUID warehouseId, Map<UUID, String> places) {
        if (!actor.holdsAny(Duty.STOREKEEPER, Duty.ASSET_ADMIN, Duty.GA_DIRECTOR)) throw new RuleBroken("R-ITEM-5", "rule.stores.keeper-writes-items");
        if (places.isEmpty()) return;
        tenancy.write(actor.schoolId(), () -> {
            var warehouse = warehouses.warehouse(warehouseId);
            var school = tenancy.current();
            var mine = ITEM_PLACE.SCHOOL_ID.eq(school).and(ITEM_PLACE.WAREHOUSE_ID.eq(warehouseId)).and(ITEM_PLACE.ITEM_ID.in(places.keySet()));
            db.deleteFrom(ITEM_PLACE).where(mine).execute();
            places.forEach((item, shelf) -> {
                if (!shelf.isBlank()) {
                    db.insertInto(ITEM_PLACE).set(ITEM_PLACE.SCHOOL_ID, school).set(ITEM_PLACE.WAREHOUSE_ID, warehouseId).set(ITEM_PLACE.ITEM_ID, item)
                            .set(ITEM_PLACE.SHELF, shelf.strip()).execute();
                }
            });
            trail.write(actor, "shelved", new WorkRef("stores.warehouse", warehouseId, warehouse.code()), null, Images.of(ITEM_PLACE, mine));
        });
    }

    /** The register: every item that lies in a warehouse or has a place there. */
    Table<?> rows() {
        var school = tenancy.current();
        return select(ITEM.ID, WAREHOUSE.NAME.as("warehouse"), WAREHOUSE.ID.as("warehouse_id"), coalesce(ITEM_PLACE.SHELF, inline("")).as("shelf"), ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.PINYIN,
                        CATEGORY.NAME.as("category"), ITEM.UNIT, coalesce(BALANCE.QUANTITY.minus(BALANCE.LENT), BigDecimal.ZERO.setScale(3)).as("quantity"),
                        field(ITEM_PLACE.SHELF.isNull()).as("unplaced"))
                .from(ITEM)
                .join(CATEGORY).on(CATEGORY.SCHOOL_ID.eq(ITEM.SCHOOL_ID), CATEGORY.ID.eq(ITEM.CATEGORY_ID))
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(ITEM.SCHOOL_ID))
                .leftJoin(ITEM_PLACE).on(ITEM_PLACE.SCHOOL_ID.eq(ITEM.SCHOOL_ID), ITEM_PLACE.ITEM_ID.eq(ITEM.ID), ITEM_PLACE.WAREHOUSE_ID.eq(WAREHOUSE.ID))
                .leftJoin(BALANCE).on(BALANCE.SCHOOL_ID.eq(ITEM.SCHOOL_ID), BALANCE.ITEM_ID.eq(ITEM.ID), BALANCE.WAREHOUSE_ID.eq(WAREHOUSE.ID))
                .where(ITEM.SCHOOL_ID.eq(school), ITEM_PLACE.SHELF.isNotNull().or(BALANCE.QUANTITY.gt(BigDecimal.ZERO))).asTable("r");
    }
}
