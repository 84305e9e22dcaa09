package org.zongwu.stocktaking.variance;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stocktaking.Tables.CAMPAIGN;
import static zongwu.db.stocktaking.Tables.LINE;
import static zongwu.db.stocktaking.Tables.PLACE;
import static zongwu.db.stocktaking.Tables.VARIANCE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Quantity;
import org.zongwu.stocktaking.count.LineState;
import org.zongwu.trail.Images;
import zongwu.db.school.tables.Person;

/** Lines as they are read and explained. */
@Repository
class DifferenceRepository {
    private static final Person DECIDER = PERSON.as("decider");
    private static final Person EXPLAINER = PERSON.as("explainer");

    private final DSLContext db;
    private final Tenancy tenancy;

    DifferenceRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    Optional<Difference> find(UUID id) {
        return named().where(line(id)).fetchOptional(DifferenceRepository::difference);
    }

    /** The line, which nobody counts or explains until the transaction ends. */
    Optional<Difference> lock(UUID id) {
        db.select(LINE.ID).from(LINE).where(line(id)).forUpdate().fetch();
        return find(id);
    }

    /** Every difference of a list, in the order of the list; with a document only those that lie in it. */
    List<Difference> ofSheet(UUID sheetId) {
        return named().where(LINE.SCHOOL_ID.eq(tenancy.current()), LINE.SHEET_ID.eq(sheetId), LINE.STATE.eq("DIFFERS")).orderBy(LINE.LINE_NO).fetch(DifferenceRepository::difference);
    }

    List<Difference> ofVariance(UUID varianceId) {
        return named().where(LINE.SCHOOL_ID.eq(tenancy.current()), LINE.VARIANCE_ID.eq(varianceId)).orderBy(LINE.LINE_NO).fetch(DifferenceRepository::difference);
    }

    /** Every line of a list, for the paper that sums it up. */
    List<Difference> all(UUID sheetId) {
        return named().where(LINE.SCHOOL_ID.eq(tenancy.current()), LINE.SHEET_ID.eq(sheetId)).orderBy(LINE.LINE_NO).fetch(DifferenceRepository::difference);
    }

    void explain(UUID id, Reason reason, String words, UUID by, @Nullable BigDecimal price) {
        db.update(LINE).set(LINE.REASON, reason.name()).set(LINE.WORDS, words).set(LINE.EXPLAINED_BY, by).set(LINE.PRICE, price).where(line(id)).execute();
    }

    void decide(UUID id, LineState state, UUID count, Quantity quantity, Quantity difference, java.time.Instant at, UUID by, String words) {
        db.update(LINE).set(LINE.STATE, state.name()).set(LINE.QUANTITY, quantity.value()).set(LINE.DIFFERENCE, difference.value()).set(LINE.COUNTED_AT, at).set(LINE.AGAIN, false)
                .set(LINE.DECIDED_COUNT, count).set(LINE.DECIDED_BY, by).set(LINE.DECISION, words)
                .setNull(LINE.REASON).setNull(LINE.WORDS).setNull(LINE.EXPLAINED_BY).setNull(LINE.PRICE).where(line(id)).execute();
    }

    void again(UUID id) {
        db.update(LINE).set(LINE.AGAIN, true).where(line(id)).execute();
    }

    void intoDocument(List<UUID> lines, @Nullable UUID varianceId) {
        db.update(LINE).set(LINE.VARIANCE_ID, varianceId).where(LINE.SCHOOL_ID.eq(tenancy.current()), LINE.ID.in(lines)).execute();
    }

    Images images(List<UUID> lines) {
        return Images.of(LINE, LINE.SCHOOL_ID.eq(tenancy.current()).and(LINE.ID.in(lines)));
    }

    /** The register of lines. While people count it says what was counted and never what the book says or how far off it is. */
    Table<?> rows() {
        var blind = CAMPAIGN.STATE.in("PLANNED", "FROZEN", "COUNTING", "SECOND_COUNT");
        var state = when(blind.and(LINE.STATE.ne("OPEN")), inline("COUNTED")).otherwise(LINE.STATE);
        var open = LINE.STATE.eq("DIFFERS").and(VARIANCE.STATE.isDistinctFrom("APPROVED"));
        return select(LINE.ID, CAMPAIGN.ID.as("campaign_id"), CAMPAIGN.NO.as("no"), CAMPAIGN.NAME.as("campaign"), CAMPAIGN.PLANNED_ON.as("day"), PLACE.KIND, PLACE.ID.as("sheet_id"), PLACE.NAME.as("place"), LINE.LINE_NO, LINE.CODE,
                        LINE.TITLE, LINE.AREA, LINE.UNIT, LINE.COUNTS, state.as("state"), hidden(blind, LINE.QUANTITY.minus(LINE.DIFFERENCE)).as("book"), hidden(blind, LINE.QUANTITY).as("quantity"),
                        hidden(blind, LINE.DIFFERENCE).as("difference"), LINE.REASON, VARIANCE.DOCUMENT_NO.as("document"), VARIANCE.ID.as("variance_id"),
                        field(LINE.STATE.in("DIFFERS", "DISPUTED").and(DSL.not(blind))).as("differing"), field(open.and(DSL.not(blind)).and(CAMPAIGN.STATE.ne("CANCELLED"))).as("undone"))
                .from(LINE).join(PLACE).on(PLACE.SCHOOL_ID.eq(LINE.SCHOOL_ID), PLACE.ID.eq(LINE.SHEET_ID)).join(CAMPAIGN).on(CAMPAIGN.SCHOOL_ID.eq(PLACE.SCHOOL_ID), CAMPAIGN.ID.eq(PLACE.CAMPAIGN_ID))
                .leftJoin(VARIANCE).on(VARIANCE.SCHOOL_ID.eq(LINE.SCHOOL_ID), VARIANCE.ID.eq(LINE.VARIANCE_ID))
                .where(LINE.SCHOOL_ID.eq(tenancy.current())).asTable("r");
    }

    private static org.jooq.Field<BigDecimal> hidden(Condition blind, org.jooq.Field<BigDecimal> value) {
        return when(blind, DSL.castNull(SQLDataType.NUMERIC)).otherwise(value);
    }

    private SelectJoinStep<Record> named() {
        return db.select(List.of(LINE.asterisk(), PLACE.CAMPAIGN_ID, DECIDER.NAME, EXPLAINER.NAME)).from(LINE)
                .join(PLACE).on(PLACE.SCHOOL_ID.eq(LINE.SCHOOL_ID), PLACE.ID.eq(LINE.SHEET_ID))
                .leftJoin(DECIDER).on(DECIDER.SCHOOL_ID.eq(LINE.SCHOOL_ID), DECIDER.ID.eq(LINE.DECIDED_BY))
                .leftJoin(EXPLAINER).on(EXPLAINER.SCHOOL_ID.eq(LINE.SCHOOL_ID), EXPLAINER.ID.eq(LINE.EXPLAINED_BY));
    }

    private static Difference difference(Record r) {
        return new Difference(r.get(LINE.ID), r.get(PLACE.CAMPAIGN_ID), r.get(LINE.SHEET_ID), r.get(LINE.LINE_NO), r.get(LINE.THING_ID), r.get(LINE.CODE), r.get(LINE.TITLE), r.get(LINE.AREA),
                r.get(LINE.UNIT), new Quantity(r.get(LINE.BOOK)), r.get(LINE.FOUND), LineState.valueOf(r.get(LINE.STATE)), quantity(r.get(LINE.QUANTITY)), quantity(r.get(LINE.DIFFERENCE)),
                r.get(LINE.COUNTED_AT), r.get(LINE.AGAIN), r.get(LINE.DECIDED_COUNT), r.get(DECIDER.NAME), r.get(LINE.DECISION),
                r.get(LINE.REASON) == null ? null : Reason.valueOf(r.get(LINE.REASON)), r.get(LINE.WORDS), r.get(EXPLAINER.NAME), r.get(LINE.PRICE), r.get(LINE.VARIANCE_ID));
    }

    private static @Nullable Quantity quantity(@Nullable BigDecimal value) {
        return value == null ? null : new Quantity(value);
    }

    private Condition line(UUID id) {
        return LINE.SCHOOL_ID.eq(tenancy.current()).and(LINE.ID.eq(id));
    }
}
