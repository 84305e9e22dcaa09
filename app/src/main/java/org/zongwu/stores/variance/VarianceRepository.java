package org.zongwu.stores.variance;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.VARIANCE;
import static zongwu.db.stores.Tables.VARIANCE_LINE;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.trail.Images;
import zongwu.db.school.tables.Person;

/** Posted 盘盈盘亏单 with their lines. */
@Repository
class VarianceRepository {
    private static final Person PREPARER = PERSON.as("preparer");
    private static final Person APPROVER = PERSON.as("approver");
    private static final Person KEEPER = PERSON.as("keeper");

    private final DSLContext db;
    private final Tenancy tenancy;

    VarianceRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void insert(PostedVariance v) {
        var school = tenancy.current();
        db.insertInto(VARIANCE).set(VARIANCE.SCHOOL_ID, school).set(VARIANCE.ID, v.id()).set(VARIANCE.NO, v.no()).set(VARIANCE.WAREHOUSE_ID, v.warehouseId()).set(VARIANCE.BUSINESS_DATE, v.day())
                .set(VARIANCE.TERM_ID, v.termId()).set(VARIANCE.CAMPAIGN_ID, v.campaignId()).set(VARIANCE.CAMPAIGN_NO, v.campaignNo()).set(VARIANCE.CAMPAIGN, v.campaign()).set(VARIANCE.GAIN, v.gain().fen())
                .set(VARIANCE.LOSS, v.loss().fen()).set(VARIANCE.LINE_COUNT, v.lines().size()).set(VARIANCE.PREPARED_BY, v.preparedBy()).set(VARIANCE.PREPARED_AT, v.preparedAt())
                .set(VARIANCE.APPROVED_BY, v.approvedBy()).set(VARIANCE.KEEPER_ID, v.keeperId()).set(VARIANCE.POSTED_AT, v.postedAt()).execute();
        var insert = db.insertInto(VARIANCE_LINE, VARIANCE_LINE.SCHOOL_ID, VARIANCE_LINE.ID, VARIANCE_LINE.VARIANCE_ID, VARIANCE_LINE.LINE_NO, VARIANCE_LINE.ITEM_ID, VARIANCE_LINE.BOOK, VARIANCE_LINE.COUNTED,
                VARIANCE_LINE.QUANTITY, VARIANCE_LINE.AMOUNT, VARIANCE_LINE.REASON);
        var n = 0;
        for (var l : v.lines()) insert = insert.values(school, Ids.next(), v.id(), ++n, l.itemId(), l.book().value(), l.counted().value(), l.quantity().value(), l.amount().fen(), l.reason());
        insert.execute();
    }

    Optional<UUID> idOf(String no) {
        return db.select(VARIANCE.ID).from(VARIANCE).where(VARIANCE.SCHOOL_ID.eq(tenancy.current()), VARIANCE.NO.eq(no)).fetchOptional(Record1::value1);
    }

    /** A document with its names, as it is shown and printed. */
    record Slip(UUID id, String no, LocalDate day, String warehouse, UUID campaignId, String campaignNo, String campaign, Money gain, Money loss, String preparedBy, Instant preparedAt, String approvedBy,
            @Nullable String keeper, Instant postedAt, List<SlipLine> lines) {}

    record SlipLine(int number, String code, String name, @Nullable String spec, String unit, Quantity book, Quantity counted, Quantity quantity, Money amount, String reason) {}

    Optional<Slip> slip(UUID id) {
        var lines = multiset(select(VARIANCE_LINE.LINE_NO, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, VARIANCE_LINE.BOOK, VARIANCE_LINE.COUNTED, VARIANCE_LINE.QUANTITY, VARIANCE_LINE.AMOUNT, VARIANCE_LINE.REASON)
                .from(VARIANCE_LINE).join(ITEM).on(ITEM.SCHOOL_ID.eq(VARIANCE_LINE.SCHOOL_ID), ITEM.ID.eq(VARIANCE_LINE.ITEM_ID))
                .where(VARIANCE_LINE.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), VARIANCE_LINE.VARIANCE_ID.eq(VARIANCE.ID)).orderBy(VARIANCE_LINE.LINE_NO)).as("lines");
        return db.select(VARIANCE.asterisk(), WAREHOUSE.NAME, PREPARER.NAME, APPROVER.NAME, KEEPER.NAME, lines).from(VARIANCE)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), WAREHOUSE.ID.eq(VARIANCE.WAREHOUSE_ID))
                .join(PREPARER).on(PREPARER.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), PREPARER.ID.eq(VARIANCE.PREPARED_BY))
                .join(APPROVER).on(APPROVER.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), APPROVER.ID.eq(VARIANCE.APPROVED_BY))
                .leftJoin(KEEPER).on(KEEPER.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), KEEPER.ID.eq(VARIANCE.KEEPER_ID))
                .where(variance(id)).fetchOptional(r -> new Slip(id, r.get(VARIANCE.NO), r.get(VARIANCE.BUSINESS_DATE), r.get(WAREHOUSE.NAME), r.get(VARIANCE.CAMPAIGN_ID), r.get(VARIANCE.CAMPAIGN_NO),
                        r.get(VARIANCE.CAMPAIGN), new Money(r.get(VARIANCE.GAIN)), new Money(r.get(VARIANCE.LOSS)), r.get(PREPARER.NAME), r.get(VARIANCE.PREPARED_AT), r.get(APPROVER.NAME), r.get(KEEPER.NAME),
                        r.get(VARIANCE.POSTED_AT), r.get(lines).map(VarianceRepository::line)));
    }

    Table<?> rows() {
        return select(VARIANCE.ID, VARIANCE.NO, VARIANCE.BUSINESS_DATE.as("day"), WAREHOUSE.NAME.as("warehouse"), VARIANCE.CAMPAIGN, VARIANCE.LINE_COUNT.as("lines"), VARIANCE.GAIN, VARIANCE.LOSS,
                        PREPARER.NAME.as("prepared_by"), APPROVER.NAME.as("approved_by"), field(VARIANCE.GAIN.minus(VARIANCE.LOSS)).as("amount"))
                .from(VARIANCE).join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), WAREHOUSE.ID.eq(VARIANCE.WAREHOUSE_ID))
                .join(PREPARER).on(PREPARER.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), PREPARER.ID.eq(VARIANCE.PREPARED_BY))
                .join(APPROVER).on(APPROVER.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), APPROVER.ID.eq(VARIANCE.APPROVED_BY))
                .where(VARIANCE.SCHOOL_ID.eq(tenancy.current())).asTable("r");
    }

    Images images(UUID id) {
        return Images.of(VARIANCE, variance(id)).and(VARIANCE_LINE, VARIANCE_LINE.SCHOOL_ID.eq(tenancy.current()).and(VARIANCE_LINE.VARIANCE_ID.eq(id)));
    }

    private static SlipLine line(Record l) {
        return new SlipLine(l.get(VARIANCE_LINE.LINE_NO), l.get(ITEM.CODE), l.get(ITEM.NAME), l.get(ITEM.SPEC), l.get(ITEM.UNIT), quantity(l.get(VARIANCE_LINE.BOOK)), quantity(l.get(VARIANCE_LINE.COUNTED)),
                quantity(l.get(VARIANCE_LINE.QUANTITY)), new Money(l.get(VARIANCE_LINE.AMOUNT)), l.get(VARIANCE_LINE.REASON));
    }

    private static Quantity quantity(BigDecimal value) {
        return new Quantity(value);
    }

    private Condition variance(UUID id) {
        return VARIANCE.SCHOOL_ID.eq(tenancy.current()).and(VARIANCE.ID.eq(id));
    }
}
