package org.zongwu.stores.request;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.CONSUMED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Quantity;

/** What people usually take, and where it lies. */
@Repository
class OfferRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    OfferRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** How often this person has had each item since then, what he had last first. */
    Map<UUID, Integer> own(UUID employeeId, LocalDate since, int limit) {
        return usual(CONSUMED.RECEIVER_ID.eq(employeeId), since, limit);
    }

    /** The same of his whole department. */
    Map<UUID, Integer> ofDepartment(UUID departmentId, LocalDate since, int limit) {
        return usual(CONSUMED.DEPARTMENT_ID.eq(departmentId), since, limit);
    }

    private Map<UUID, Integer> usual(Condition whose, LocalDate since, int limit) {
        var times = new LinkedHashMap<UUID, Integer>();
        db.select(CONSUMED.ITEM_ID, count()).from(CONSUMED).where(CONSUMED.SCHOOL_ID.eq(tenancy.current()), whose, CONSUMED.BUSINESS_DATE.ge(since)).groupBy(CONSUMED.ITEM_ID)
                .orderBy(count().desc(), max(CONSUMED.BUSINESS_DATE).desc(), CONSUMED.ITEM_ID).limit(limit).forEach(r -> times.put(r.value1(), r.value2()));
        return times;
    }

    /** Base units that can be taken, in all warehouses. */
    Map<UUID, Quantity> onShelf(Collection<UUID> items) {
        var all = new HashMap<UUID, Quantity>();
        db.select(BALANCE.ITEM_ID, sum(BALANCE.QUANTITY.minus(BALANCE.LENT))).from(BALANCE).where(BALANCE.SCHOOL_ID.eq(tenancy.current()), BALANCE.ITEM_ID.in(items)).groupBy(BALANCE.ITEM_ID)
                .forEach(r -> all.put(r.value1(), new Quantity(r.value2())));
        return all;
    }

    /** The warehouse that has most of each; none of what lies nowhere. */
    Map<UUID, UUID> home(Collection<UUID> items) {
        var all = new HashMap<UUID, UUID>();
        db.select(BALANCE.ITEM_ID, BALANCE.WAREHOUSE_ID).from(BALANCE)
                .where(BALANCE.SCHOOL_ID.eq(tenancy.current()), BALANCE.ITEM_ID.in(items), BALANCE.QUANTITY.gt(BigDecimal.ZERO))
                .orderBy(BALANCE.QUANTITY.minus(BALANCE.LENT).desc(), BALANCE.WAREHOUSE_ID).forEach(r -> all.putIfAbsent(r.value1(), r.value2()));
        return all;
    }
}
