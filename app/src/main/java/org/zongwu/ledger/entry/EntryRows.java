package org.zongwu.ledger.entry;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static zongwu.db.ledger.Tables.ACCOUNT;
import static zongwu.db.ledger.Tables.ENTRY;
import static zongwu.db.ledger.Tables.ENTRY_LINE;
import static zongwu.db.ledger.Tables.PERIOD;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;

/** The rows of the ledger's registers. */
@Repository
class EntryRows {
    static final Field<LocalDate> DAY = field(name("booked", "day"), LocalDate.class);
    static final Field<String> LINE_PERIOD = field(name("booked", "period"), String.class);
    static final Field<String> NO = field(name("booked", "no"), String.class);
    static final Field<String> TYPE = field(name("booked", "type"), String.class);
    static final Field<UUID> OBJECT_ID = field(name("booked", "object"), UUID.class);
    static final Field<String> MEMO = field(name("booked", "memo"), String.class);
    static final Field<String> BOOK = field(name("booked", "book"), String.class);
    static final Field<String> LINE_ACCOUNT = field(name("booked", "account"), String.class);
    static final Field<String> ACCOUNT_NAME = field(name("booked", "account_name"), String.class);
    static final Field<Long> DEBIT = field(name("booked", "debit"), Long.class);
    static final Field<Long> CREDIT = field(name("booked", "credit"), Long.class);
    static final Field<String> LINE = field(name("booked", "line"), String.class);

    static final Field<String> BALANCE_PERIOD = field(name("balance", "period"), String.class);
    static final Field<String> BALANCE_ACCOUNT = field(name("balance", "account"), String.class);
    static final Field<String> BALANCE_NAME = field(name("balance", "account_name"), String.class);
    static final Field<String> BALANCE_BOOK = field(name("balance", "book"), String.class);
    static final Field<String> BALANCE_SIDE = field(name("balance", "side"), String.class);
    static final Field<Long> OPENING = field(name("balance", "opening"), Long.class);
    static final Field<Long> BALANCE_DEBIT = field(name("balance", "debit"), Long.class);
    static final Field<Long> BALANCE_CREDIT = field(name("balance", "credit"), Long.class);
    static final Field<Long> CLOSING = field(name("balance", "closing"), Long.class);

    private final DSLContext db;
    private final Tenancy tenancy;

    EntryRows(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** One row a line; the lines of an entry stay together. */
    Table<?> entries() {
        var school = tenancy.current();
        return select(ENTRY.BUSINESS_DATE.as("day"), period(ENTRY.FISCAL_YEAR, ENTRY.MONTH).as("period"), ENTRY.OBJECT_NO.as("no"),
                ENTRY.OBJECT_TYPE.as("type"), ENTRY.OBJECT_ID.as("object"), ENTRY.MEMO.as("memo"), ENTRY_LINE.BOOK.as("book"),
                ENTRY_LINE.ACCOUNT.as("account"), ACCOUNT.NAME.as("account_name"), ENTRY_LINE.DEBIT.as("debit"), ENTRY_LINE.CREDIT.as("credit"),
                field("{0}::text || to_char({1}, '000')", String.class, ENTRY.ID, ENTRY_LINE.LINE_NO).as("line"))
                .from(ENTRY_LINE)
                .join(ENTRY).on(ENTRY.SCHOOL_ID.eq(school), ENTRY.ID.eq(ENTRY_LINE.ENTRY_ID))
                .join(ACCOUNT).on(ACCOUNT.SCHOOL_ID.eq(school), ACCOUNT.CODE.eq(ENTRY_LINE.ACCOUNT))
                .where(ENTRY_LINE.SCHOOL_ID.eq(school)).asTable("booked");
    }

    /**
     * One row an account and month from the first month booked on it: what stood before, what moved, what stands on the
     * account's own side. Months to come are left out until something is booked in them.
     */
    Table<?> balances(LocalDate today) {
        var school = tenancy.current();
        var booked = select(max(ENTRY.FISCAL_YEAR.times(100).plus(ENTRY.MONTH))).from(ENTRY).where(ENTRY.SCHOOL_ID.eq(school));
        var last = greatest(coalesce(field(booked), inline(0)), inline(today.getYear() * 100 + today.getMonthValue()));
        var turnover = select(ENTRY_LINE.ACCOUNT, ENTRY.FISCAL_YEAR, ENTRY.MONTH, sum(ENTRY_LINE.DEBIT).as("debit"), sum(ENTRY_LINE.CREDIT).as("credit"))
                .from(ENTRY_LINE).join(ENTRY).on(ENTRY.SCHOOL_ID.eq(school), ENTRY.ID.eq(ENTRY_LINE.ENTRY_ID))
                .where(ENTRY_LINE.SCHOOL_ID.eq(school))
                .groupBy(ENTRY_LINE.ACCOUNT, ENTRY.FISCAL_YEAR, ENTRY.MONTH).asTable("turnover");
        var debit = coalesce(field(name("turnover", "debit"), Long.class), inline(0L));
        var credit = coalesce(field(name("turnover", "credit"), Long.class), inline(0L));
        var own = when(ACCOUNT.DEBIT_SIDE, debit.minus(credit)).otherwise(credit.minus(debit));
        var closing = sum(own).over().partitionBy(ACCOUNT.CODE).orderBy(PERIOD.FISCAL_YEAR, PERIOD.MONTH);
        var months = select(period(PERIOD.FISCAL_YEAR, PERIOD.MONTH).as("period"), ACCOUNT.CODE.as("account"), ACCOUNT.NAME.as("account_name"), ACCOUNT.BOOK.as("book"),
                when(ACCOUNT.DEBIT_SIDE, inline("DEBIT")).otherwise(inline("CREDIT")).as("side"),
                closing.cast(Long.class).minus(own).as("opening"), debit.as("debit"), credit.as("credit"), closing.cast(Long.class).as("closing"))
                .from(ACCOUNT).join(PERIOD).on(PERIOD.SCHOOL_ID.eq(school))
                .leftJoin(turnover).on(turnover.field(ENTRY_LINE.ACCOUNT).eq(ACCOUNT.CODE), turnover.field(ENTRY.FISCAL_YEAR).eq(PERIOD.FISCAL_YEAR), turnover.field(ENTRY.MONTH).eq(PERIOD.MONTH))
                .where(ACCOUNT.SCHOOL_ID.eq(school), PERIOD.FISCAL_YEAR.times(100).plus(PERIOD.MONTH).le(last)).asTable("months");
        return select().from(months)
                .where("months.opening <> 0 or months.debit <> 0 or months.credit <> 0").asTable("balance");
    }

    Map<String, String> periods() {
        var all = new LinkedHashMap<String, String>();
        var month = period(PERIOD.FISCAL_YEAR, PERIOD.MONTH);
        db.select(month).from(PERIOD).where(PERIOD.SCHOOL_ID.eq(tenancy.current())).orderBy(month.desc()).forEach(r -> all.put(r.value1(), r.value1()));
        return all;
    }

    Map<String, String> accounts() {
        var all = new LinkedHashMap<String, String>();
        db.select(ACCOUNT.CODE, ACCOUNT.NAME).from(ACCOUNT).where(ACCOUNT.SCHOOL_ID.eq(tenancy.current())).orderBy(ACCOUNT.CODE)
                .forEach(r -> all.put(r.value1(), r.value1() + " " + r.value2()));
        return all;
    }

    private static Field<String> period(Field<Integer> year, Field<Integer> month) {
        return field("{0} || '-' || lpad({1}::text, 2, '0')", String.class, year, month);
    }
}
