package org.zongwu.stores.loan;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbArrayLength;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static zongwu.db.parties.Tables.KNOWN;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stores.Tables.LOAN;
import static zongwu.db.stores.Tables.LOAN_COMPENSATION;
import static zongwu.db.stores.Tables.LOAN_DRAFT;
import static zongwu.db.stores.Tables.LOAN_LINE;
import static zongwu.db.stores.Tables.LOAN_LOSS;
import static zongwu.db.stores.Tables.LOAN_MOVE;
import static zongwu.db.stores.Tables.LOAN_RENEWAL;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Grade;
import org.zongwu.stores.slip.Slips;
import zongwu.db.stores.tables.Loan;

/** The register of loans, requests and posted ones in one, as of a day; and the slip of one. */
@Repository
class LoanSlips {
    private static final Loan OTHER = LOAN.as("other");

    private final DSLContext db;
    private final LoanReader reader;
    private final Tenancy tenancy;

    LoanSlips(DSLContext db, LoanReader reader, Tenancy tenancy) {
        this.db = db;
        this.reader = reader;
        this.tenancy = tenancy;
    }

    Optional<LoanSlip> slip(UUID id, LocalDate today) {
        return db.selectFrom(rows(today, LOAN.ID.eq(id), LOAN_DRAFT.ID.eq(id))).fetchOptional(r -> reader.read(r));
    }

    /** The loans that this person may read, as of a day: of everybody, or his own. */
    Table<?> rows(Actor who, LocalDate asOf) {
        return Slips.readsAll(who) ? rows(asOf) : own(who, asOf);
    }

    /** Of this person alone, whatever more he may read. */
    Table<?> own(Actor who, LocalDate asOf) {
        return rows(asOf, LOAN.BORROWER_ID.eq(who.employeeId()).or(LOAN.MADE_BY.eq(who.employeeId()).and(LOAN.GRADE.eq(Grade.WORKED.name()))),
                LOAN_DRAFT.BORROWER_ID.eq(who.employeeId()).or(LOAN_DRAFT.MADE_BY.eq(who.employeeId())));
    }

    /** What this person has or has asked for. */
    Table<?> mine(Actor who, LocalDate asOf) {
        return rows(asOf, LOAN.BORROWER_ID.eq(who.employeeId()), LOAN_DRAFT.BORROWER_ID.eq(who.employeeId()));
    }

    Table<?> rows(LocalDate asOf) {
        return rows(asOf, DSL.noCondition(), DSL.noCondition());
    }

    /** The number of a loan of this person, or of this unit, that should have come back before that day. */
    Optional<String> overdue(UUID borrower, @Nullable UUID party, LocalDate day) {
        var r = rows(day, LOAN.BORROWER_ID.eq(borrower).or(party == null ? DSL.noCondition().not() : LOAN.PARTY_ID.eq(party)), DSL.falseCondition());
        return db.selectFrom(r).where(r.field("state", String.class).eq(LoanState.OVERDUE.name())).orderBy(r.field("no")).limit(1).fetchOptional(o -> o.get("no", String.class));
    }

    private Table<?> rows(LocalDate asOf, Condition posted, Condition requested) {
        return posted(asOf, posted).unionAll(requests(requested)).asTable("r");
    }

    private Select<Record> posted(LocalDate asOf, Condition which) {
        var school = tenancy.current();
        var by = LOAN_MOVE.BUSINESS_DATE.isNull().or(LOAN_MOVE.BUSINESS_DATE.le(asOf));
        var back = LOAN_MOVE.KIND.in(LoanSteps.Kind.RETURN.name(), LoanSteps.Kind.LOSS.name());
        var m = select(LOAN_MOVE.LOAN_ID, sum(LOAN_MOVE.QUANTITY).as("outstanding"), max(LOAN_MOVE.BUSINESS_DATE).filterWhere(back).as("back_on"),
                        DSL.boolOr(field(back.and(LOAN_MOVE.BUSINESS_DATE.isNull()))).as("undated"), sum(LOAN_MOVE.QUANTITY).filterWhere(LOAN_MOVE.KIND.eq(LoanSteps.Kind.OUT.name())).as("quantity"),
                        sum(LOAN_MOVE.QUANTITY.neg()).filterWhere(LOAN_MOVE.KIND.eq(LoanSteps.Kind.LOSS.name())).as("lost"))
                .from(LOAN_MOVE).where(LOAN_MOVE.SCHOOL_ID.eq(school), by).groupBy(LOAN_MOVE.LOAN_ID).asTable("m");
        var outstanding = coalesce(m.field("outstanding", BigDecimal.class), BigDecimal.ZERO);
        var renewed = field(select(max(LOAN_RENEWAL.DUE_ON)).from(LOAN_RENEWAL).where(LOAN_RENEWAL.SCHOOL_ID.eq(LOAN.SCHOOL_ID), LOAN_RENEWAL.LOAN_ID.eq(LOAN.ID), LOAN_RENEWAL.RENEWED_ON.le(asOf)));
        var due = coalesce(renewed, LOAN.DUE_ON);
        var reversed = exists(selectOne().from(OTHER).where(OTHER.SCHOOL_ID.eq(LOAN.SCHOOL_ID), OTHER.REVERSAL_OF.eq(LOAN.ID)));
        var effective = LOAN.REVERSAL_OF.isNull().and(not(reversed));
        var out = outstanding.gt(BigDecimal.ZERO);
        var late = effective.and(out).and(due.lt(asOf));
        var unfixed = exists(selectOne().from(LOAN_LOSS).where(LOAN_LOSS.SCHOOL_ID.eq(LOAN.SCHOOL_ID), LOAN_LOSS.LOAN_ID.eq(LOAN.ID), notExists(selectOne().from(LOAN_COMPENSATION)
                .where(LOAN_COMPENSATION.SCHOOL_ID.eq(LOAN_LOSS.SCHOOL_ID), LOAN_COMPENSATION.LOSS_ID.eq(LOAN_LOSS.ID)))));
        var state = case_().when(LOAN.REVERSAL_OF.isNotNull(), inline("REVERSAL")).when(reversed, inline("REVERSED")).when(late, inline("OVERDUE"))
                .when(out.and(outstanding.lt(m.field("quantity", BigDecimal.class))), inline("PARTLY")).when(out, inline("OUT")).when(unfixed, inline("LOST")).otherwise(inline("CLOSED"));
        var closedOn = when(effective.and(not(out)).and(not(coalesce(m.field("undated", Boolean.class), inline(false)).isTrue())), m.field("back_on", LocalDate.class));
        return select(List.of(LOAN.ID, LOAN.NO, LOAN.BUSINESS_DATE.as("day"), due.as("due"), LOAN.WAREHOUSE_ID, WAREHOUSE.NAME.as("warehouse"), LOAN.BORROWER_ID, LOAN.BORROWER,
                        coalesce(PERSON.PINYIN, inline("")).as("pinyin"), LOAN.DEPARTMENT, LOAN.PARTY_ID, KNOWN.NAME.as("party"), LOAN.PURPOSE, LOAN.MADE_BY, things(), LOAN.LINE_COUNT.as("lines"),
                        coalesce(m.field("quantity", BigDecimal.class), BigDecimal.ZERO).as("quantity"), when(effective, outstanding).otherwise(BigDecimal.ZERO).as("outstanding"),
                        when(late, val(asOf).minus(due).cast(Integer.class)).otherwise(0).as("late"), closedOn.as("closed_on"), state.as("state"), field(effective).as("effective"),
                        money(select(sum(LOAN_LOSS.AMOUNT)).from(LOAN_LOSS).where(LOAN_LOSS.SCHOOL_ID.eq(LOAN.SCHOOL_ID), LOAN_LOSS.LOAN_ID.eq(LOAN.ID), LOAN_LOSS.BUSINESS_DATE.le(asOf))).as("lost"),
                        money(select(sum(LOAN_COMPENSATION.AMOUNT)).from(LOAN_COMPENSATION).join(LOAN_LOSS).on(LOAN_LOSS.SCHOOL_ID.eq(LOAN_COMPENSATION.SCHOOL_ID), LOAN_LOSS.ID.eq(LOAN_COMPENSATION.LOSS_ID))
                                .where(LOAN_COMPENSATION.SCHOOL_ID.eq(LOAN.SCHOOL_ID), LOAN_LOSS.LOAN_ID.eq(LOAN.ID), LOAN_COMPENSATION.BUSINESS_DATE.le(asOf))).as("compensation"),
                        field(effective.and(not(out)).and(closedOn.isNotNull()).and(due.isNotNull())).cast(Integer.class).as("ontime_whole"),
                        coalesce(field(effective.and(not(out)).and(closedOn.le(due))), inline(false)).cast(Integer.class).as("ontime_part"), LOAN.GRADE, field(LOAN.PARTY_ID.isNotNull()).as("approval")))
                .from(LOAN)
                .leftJoin(m).on(m.field(LOAN_MOVE.LOAN_ID).eq(LOAN.ID))
                .leftJoin(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(LOAN.SCHOOL_ID), WAREHOUSE.ID.eq(LOAN.WAREHOUSE_ID))
                .leftJoin(PERSON).on(PERSON.SCHOOL_ID.eq(LOAN.SCHOOL_ID), PERSON.ID.eq(LOAN.BORROWER_ID))
                .leftJoin(KNOWN).on(KNOWN.SCHOOL_ID.eq(LOAN.SCHOOL_ID), KNOWN.ID.eq(LOAN.PARTY_ID))
                .where(LOAN.SCHOOL_ID.eq(school), which);
    }

    private Select<Record> requests(Condition which) {
        var state = case_().when(LOAN_DRAFT.BORROWER_AT.isNotNull(), inline("SIGNED")).when(LOAN_DRAFT.REFUSAL.isNotNull(), inline("REFUSED"))
                .when(LOAN_DRAFT.NEEDS_APPROVAL.isTrue().and(LOAN_DRAFT.APPROVER_ID.isNull()), inline("WAITING")).otherwise(inline("REQUESTED"));
        var nothing = inline(BigDecimal.ZERO);
        return select(List.of(LOAN_DRAFT.ID, DSL.castNull(SQLDataType.CLOB).as("no"), LOAN_DRAFT.WANTED_ON.as("day"), LOAN_DRAFT.DUE_ON.as("due"), LOAN_DRAFT.WAREHOUSE_ID,
                        WAREHOUSE.NAME.as("warehouse"), LOAN_DRAFT.BORROWER_ID, PERSON.NAME.as("borrower"), PERSON.PINYIN.as("pinyin"), PERSON.DEPARTMENT, LOAN_DRAFT.PARTY_ID, KNOWN.NAME.as("party"),
                        LOAN_DRAFT.PURPOSE, LOAN_DRAFT.MADE_BY, reader.wantedThings(), jsonbArrayLength(LOAN_DRAFT.LINES).as("lines"), nothing.as("quantity"), nothing.as("outstanding"),
                        inline(0).as("late"), DSL.castNull(SQLDataType.LOCALDATE).as("closed_on"), state.as("state"), inline(false).as("effective"), inline(0L).as("lost"), inline(0L).as("compensation"),
                        inline(0).as("ontime_whole"), inline(0).as("ontime_part"), inline(Grade.WORKED.name()).as("grade"), LOAN_DRAFT.NEEDS_APPROVAL.as("approval")))
                .from(LOAN_DRAFT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(LOAN_DRAFT.SCHOOL_ID), WAREHOUSE.ID.eq(LOAN_DRAFT.WAREHOUSE_ID))
                .join(PERSON).on(PERSON.SCHOOL_ID.eq(LOAN_DRAFT.SCHOOL_ID), PERSON.ID.eq(LOAN_DRAFT.BORROWER_ID))
                .leftJoin(KNOWN).on(KNOWN.SCHOOL_ID.eq(LOAN_DRAFT.SCHOOL_ID), KNOWN.ID.eq(LOAN_DRAFT.PARTY_ID))
                .where(LOAN_DRAFT.SCHOOL_ID.eq(tenancy.current()), which);
    }

    /** The things of a loan in one cell, as 折叠桌×12、帐篷×2. */
    private static Field<String> things() {
        var one = LOAN_LINE.THING.concat(inline("×")).concat(field("trim_scale({0})", BigDecimal.class, DSL.abs(LOAN_LINE.ENTERED_QUANTITY)).cast(String.class));
        return field(select(DSL.groupConcat(one).orderBy(LOAN_LINE.LINE_NO).separator("、")).from(LOAN_LINE)
                .where(LOAN_LINE.SCHOOL_ID.eq(LOAN.SCHOOL_ID), LOAN_LINE.LOAN_ID.eq(LOAN.ID))).as("things");
    }

    private static Field<Long> money(Select<? extends org.jooq.Record1<BigDecimal>> sum) {
        return coalesce(field(sum), inline(BigDecimal.ZERO)).cast(Long.class);
    }
}
