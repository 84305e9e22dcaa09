package org.zongwu.stores.proof;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static zongwu.db.ledger.Tables.BOOKED;
import static zongwu.db.stores.Tables.CATEGORY;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.LOAN_MOVE;
import static zongwu.db.stores.Tables.MOVE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Span;

/** 月末收发存汇总表 in amounts, beside what the books say of 1302: month by month, and category by category within one. */
@Repository
class MonthBooks {
    static final String ACCOUNT = "1302";
    private static final Field<LocalDate> MONTH = field("month", LocalDate.class);

    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    MonthBooks(DSLContext db, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Every month from the first move or entry to the present one. */
    Table<?> rows() {
        var cards = select(month(MOVE.BUSINESS_DATE), of(came()).as("came"), of(MOVE.KIND.in(ProofBooks.USED)).neg().as("used"), of(MOVE.KIND.in(ProofBooks.SCRAPPED)).neg().as("scrapped"),
                        of(MOVE.KIND.in(ProofBooks.FOUND)).as("found"), sum(MOVE.AMOUNT).as("change"))
                .from(MOVE).where(MOVE.SCHOOL_ID.eq(tenancy.current())).groupBy(MONTH).asTable("m");
        var books = select(month(BOOKED.BUSINESS_DATE), sum(BOOKED.AMOUNT).as("change")).from(BOOKED)
                .where(BOOKED.SCHOOL_ID.eq(tenancy.current()), BOOKED.ACCOUNT.eq(inline(ACCOUNT))).groupBy(MONTH).asTable("b");
        var first = DSL.least(field(select(DSL.min(cards.field(MONTH))).from(cards)), field(select(DSL.min(books.field(MONTH))).from(books)));
        var months = DSL.table("generate_series({0}, {1}, interval '1 month')", first.cast(LocalDate.class), val(LocalDate.now(clock).withDayOfMonth(1))).as("d", "month");
        var month = field("d.month", LocalDate.class).cast(LocalDate.class);
        var change = zero(cards.field("change", BigDecimal.class));
        var upTo = DSL.orderBy(month);
        var all = select(month.as("month"), zero(cards.field("came", BigDecimal.class)).as("came"), zero(cards.field("used", BigDecimal.class)).as("used"),
                        zero(cards.field("scrapped", BigDecimal.class)).as("scrapped"), zero(cards.field("found", BigDecimal.class)).as("found"), change.as("change"),
                        sum(change).over(upTo).as("closing"), sum(zero(books.field("change", BigDecimal.class))).over(upTo).as("booked"))
                .from(months).leftJoin(cards).on(cards.field(MONTH).eq(month)).leftJoin(books).on(books.field(MONTH).eq(month)).asTable("a");
        var closing = all.field("closing", BigDecimal.class);
        var booked = all.field("booked", BigDecimal.class);
        return select(all.field(MONTH), DSL.toChar(all.field(MONTH), inline("YYYY-MM")).as("name"), fen(closing.minus(all.field("change", BigDecimal.class))).as("opening"), fen(all, "came"), fen(all, "used"),
                        fen(all, "scrapped"), fen(all, "found"), fen(closing).as("closing"), fen(booked).as("booked"), fen(closing.minus(booked)).as("difference"),
                        when(closing.eq(booked), inline("AGREES")).otherwise(inline("DIFFERS")).as("state"))
                .from(all).asTable("r");
    }

    /** What one category was worth before, what came, went and is left; {@code lent} is what of that is lent out, at the average. */
    record Row(String category, Money opening, Money came, Money used, Money scrapped, Money found, Money closing, Money lent) {
        Row plus(Row o) {
            return new Row(category, opening.plus(o.opening), came.plus(o.came), used.plus(o.used), scrapped.plus(o.scrapped), found.plus(o.found), closing.plus(o.closing), lent.plus(o.lent));
        }
    }

    List<Row> categories(Span month) {
        var school = tenancy.current();
        var within = MOVE.BUSINESS_DATE.ge(month.from());
        var cards = select(MOVE.WAREHOUSE_ID, MOVE.ITEM_ID, of(not(within)).as("opening"), of(within.and(came())).as("came"), of(within.and(MOVE.KIND.in(ProofBooks.USED))).neg().as("used"),
                        of(within.and(MOVE.KIND.in(ProofBooks.SCRAPPED))).neg().as("scrapped"), of(within.and(MOVE.KIND.in(ProofBooks.FOUND))).as("found"), sum(MOVE.AMOUNT).as("closing"),
                        sum(MOVE.QUANTITY).as("quantity"))
                .from(MOVE).where(MOVE.SCHOOL_ID.eq(school), MOVE.BUSINESS_DATE.le(month.to())).groupBy(MOVE.WAREHOUSE_ID, MOVE.ITEM_ID).asTable("m");
        var loans = select(LOAN_MOVE.WAREHOUSE_ID, LOAN_MOVE.ITEM_ID, sum(LOAN_MOVE.QUANTITY).as("lent")).from(LOAN_MOVE)
                .where(LOAN_MOVE.SCHOOL_ID.eq(school), LOAN_MOVE.BUSINESS_DATE.le(month.to())).groupBy(LOAN_MOVE.WAREHOUSE_ID, LOAN_MOVE.ITEM_ID).asTable("l");
        var lent = zero(round(cards.field("closing", BigDecimal.class).mul(loans.field("lent", BigDecimal.class)).div(DSL.nullif(cards.field("quantity", BigDecimal.class), BigDecimal.ZERO))));
        return db.select(CATEGORY.NAME, total(cards, "opening"), total(cards, "came"), total(cards, "used"), total(cards, "scrapped"), total(cards, "found"), total(cards, "closing"), sum(lent))
                .from(cards).join(ITEM).on(ITEM.SCHOOL_ID.eq(school), ITEM.ID.eq(cards.field(MOVE.ITEM_ID)))
                .join(CATEGORY).on(CATEGORY.SCHOOL_ID.eq(ITEM.SCHOOL_ID), CATEGORY.ID.eq(ITEM.CATEGORY_ID))
                .leftJoin(loans).on(loans.field(LOAN_MOVE.WAREHOUSE_ID).eq(cards.field(MOVE.WAREHOUSE_ID)), loans.field(LOAN_MOVE.ITEM_ID).eq(cards.field(MOVE.ITEM_ID)))
                .groupBy(CATEGORY.CODE, CATEGORY.NAME).orderBy(CATEGORY.CODE)
                .fetch(r -> new Row(r.value1(), money(r.value2()), money(r.value3()), money(r.value4()), money(r.value5()), money(r.value6()), money(r.value7()), money(r.value8())));
    }

    /** What neither is used, scrapped nor found by a count; between two warehouses nothing comes or goes. */
    private static Condition came() {
        return MOVE.KIND.notIn(ProofBooks.USED).and(MOVE.KIND.notIn(ProofBooks.SCRAPPED)).and(MOVE.KIND.notIn(ProofBooks.FOUND)).and(MOVE.KIND.notIn(ProofBooks.ACROSS));
    }

    private static Field<LocalDate> month(Field<LocalDate> day) {
        return field("date_trunc('month', {0})::date", LocalDate.class, day).as("month");
    }

    private static Field<BigDecimal> of(Condition which) {
        return zero(sum(when(which, MOVE.AMOUNT)));
    }

    private static Field<BigDecimal> zero(Field<BigDecimal> sum) {
        return coalesce(sum, inline(BigDecimal.ZERO));
    }

    private static Field<BigDecimal> total(Table<?> cards, String column) {
        return sum(cards.field(column, BigDecimal.class));
    }

    private static Field<Long> fen(Table<?> all, String column) {
        return fen(all.field(column, BigDecimal.class)).as(column);
    }

    private static Field<Long> fen(Field<BigDecimal> amount) {
        return amount.cast(Long.class);
    }

    private static Money money(BigDecimal fen) {
        return new Money(fen.longValueExact());
    }
}
