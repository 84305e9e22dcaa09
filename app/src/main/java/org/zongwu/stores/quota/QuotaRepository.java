package org.zongwu.stores.quota;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static zongwu.db.stores.Tables.CATEGORY;
import static zongwu.db.stores.Tables.CONSUMED;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.OPEN_LINE;
import static zongwu.db.stores.Tables.QUOTA;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.Span;

/** The quotas that a slip touches, with what is used of them, in one statement. */
@Repository
class QuotaRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    QuotaRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** Makes every other slip under the same quotas wait until this transaction ends; in the order of their ids. Whether there are any. */
    boolean lock(Claim claim) {
        return db.select(QUOTA.ID).from(QUOTA).where(touched(claim)).orderBy(QUOTA.ID).forNoKeyUpdate().fetch().isNotEmpty();
    }

    /** @param spans which days count, by period */
    List<Usage> usages(Claim claim, Map<Period, Span> spans) {
        var from = day(spans.entrySet().stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> e.getValue().from())));
        var to = day(spans.entrySet().stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> e.getValue().to())));
        var issued = field(select(coalesce(sum(CONSUMED.QUANTITY), BigDecimal.ZERO)).from(CONSUMED)
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(CONSUMED.SCHOOL_ID), ITEM.ID.eq(CONSUMED.ITEM_ID))
                .where(CONSUMED.SCHOOL_ID.eq(QUOTA.SCHOOL_ID), CONSUMED.BUSINESS_DATE.between(from, to), isTarget(CONSUMED.ITEM_ID),
                        isHolder(claim, CONSUMED.RECEIVER_ID, CONSUMED.DEPARTMENT_ID, CONSUMED.CLASS_ID)));
        var asked = field(select(coalesce(sum(OPEN_LINE.QUANTITY), BigDecimal.ZERO)).from(OPEN_LINE)
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(OPEN_LINE.SCHOOL_ID), ITEM.ID.eq(OPEN_LINE.ITEM_ID))
                .where(OPEN_LINE.SCHOOL_ID.eq(QUOTA.SCHOOL_ID), OPEN_LINE.SLIP_ID.ne(claim.slipId()), OPEN_LINE.RATIONED.isTrue(), isTarget(OPEN_LINE.ITEM_ID),
                        isHolder(claim, OPEN_LINE.RECEIVER_ID, OPEN_LINE.DEPARTMENT_ID, OPEN_LINE.CLASS_ID)));
        var targeted = ITEM.as("targeted");
        return db.select(QUOTA.ID, QUOTA.NO, QUOTA.HOLDER, QUOTA.PERSON_ID, QUOTA.CLASS_ID, QUOTA.DEPARTMENT_ID, QUOTA.ITEM_ID, QUOTA.CATEGORY_ID, QUOTA.PERIOD, QUOTA.QUANTITY,
                        targeted.NAME, targeted.SPEC, targeted.UNIT, CATEGORY.NAME, issued.as("issued"), asked.as("asked"))
                .from(QUOTA)
                .leftJoin(targeted).on(targeted.SCHOOL_ID.eq(QUOTA.SCHOOL_ID), targeted.ID.eq(QUOTA.ITEM_ID))
                .leftJoin(CATEGORY).on(CATEGORY.SCHOOL_ID.eq(QUOTA.SCHOOL_ID), CATEGORY.ID.eq(QUOTA.CATEGORY_ID))
                .where(touched(claim)).orderBy(QUOTA.NO)
                .fetch(r -> {
                    var period = Period.valueOf(r.get(QUOTA.PERIOD));
                    var named = r.get(QUOTA.PERSON_ID) != null || r.get(QUOTA.CLASS_ID) != null || r.get(QUOTA.DEPARTMENT_ID) != null;
                    var item = r.get(QUOTA.ITEM_ID);
                    var label = item == null ? r.get(CATEGORY.NAME) : r.get(targeted.SPEC) == null ? r.get(targeted.NAME) : r.get(targeted.NAME) + " " + r.get(targeted.SPEC);
                    return new Usage(r.get(QUOTA.ID), r.get(QUOTA.NO), r.get(QUOTA.HOLDER), named, item == null ? r.get(QUOTA.CATEGORY_ID) : item, label, r.get(targeted.UNIT), period,
                            spans.get(period), new Quantity(r.get(QUOTA.QUANTITY)), new Quantity(r.get("issued", BigDecimal.class)), new Quantity(r.get("asked", BigDecimal.class)),
                            wanted(claim, item, r.get(QUOTA.CATEGORY_ID)));
                });
    }

    /** Of a category: everything in it, counted together. */
    private Quantity wanted(Claim claim, @Nullable UUID item, @Nullable UUID category) {
        if (item != null) return claim.wanted().getOrDefault(item, Quantity.ZERO);
        return db.select(ITEM.ID).from(ITEM).where(ITEM.SCHOOL_ID.eq(tenancy.current()), ITEM.CATEGORY_ID.eq(category), ITEM.ID.in(claim.wanted().keySet()))
                .fetch(ITEM.ID).stream().map(claim.wanted()::get).reduce(Quantity.ZERO, Quantity::plus);
    }

    private Condition touched(Claim claim) {
        var school = tenancy.current();
        var categories = select(ITEM.CATEGORY_ID).from(ITEM).where(ITEM.SCHOOL_ID.eq(school), ITEM.ID.in(claim.wanted().keySet()));
        var holder = claim.classId() == null
                ? named(Holder.PERSON, QUOTA.PERSON_ID, claim.receiverId()).or(named(Holder.DEPARTMENT, QUOTA.DEPARTMENT_ID, claim.departmentId()))
                : named(Holder.CLASS, QUOTA.CLASS_ID, claim.classId());
        return QUOTA.SCHOOL_ID.eq(school).and(QUOTA.VOIDED_AT.isNull()).and(QUOTA.FROM_ON.le(claim.day())).and(QUOTA.UNTIL_ON.isNull().or(QUOTA.UNTIL_ON.ge(claim.day())))
                .and(holder).and(QUOTA.ITEM_ID.in(claim.wanted().keySet()).or(QUOTA.CATEGORY_ID.in(categories)));
    }

    private static Condition named(Holder kind, Field<UUID> holder, UUID id) {
        return QUOTA.HOLDER.eq(kind.name()).and(holder.isNull().or(holder.eq(id)));
    }

    private static Condition isTarget(Field<UUID> item) {
        return QUOTA.ITEM_ID.eq(item).or(QUOTA.CATEGORY_ID.eq(ITEM.CATEGORY_ID));
    }

    private static Condition isHolder(Claim claim, Field<UUID> receiver, Field<UUID> department, Field<UUID> schoolClass) {
        if (claim.classId() != null) return schoolClass.eq(claim.classId());
        return schoolClass.isNull().and(QUOTA.HOLDER.eq(Holder.PERSON.name()).and(receiver.eq(claim.receiverId()))
                .or(QUOTA.HOLDER.eq(Holder.DEPARTMENT.name()).and(department.eq(claim.departmentId()))));
    }

    private static Field<LocalDate> day(Map<Period, LocalDate> days) {
        return case_(QUOTA.PERIOD).when(DSL.inline(Period.MONTH.name()), val(days.get(Period.MONTH))).when(DSL.inline(Period.TERM.name()), val(days.get(Period.TERM)))
                .otherwise(val(days.get(Period.YEAR)));
    }
}
