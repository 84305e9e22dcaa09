package org.zongwu.ledger.books;

import static org.jooq.impl.DSL.row;
import static zongwu.db.ledger.Tables.ACCOUNT;
import static zongwu.db.ledger.Tables.BOOKING_RULE;
import static zongwu.db.ledger.Tables.BOOKING_RULE_LINE;
import static zongwu.db.ledger.Tables.PERIOD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.FiscalPeriod;
import org.zongwu.kernel.Ids;
import org.zongwu.trail.Images;

@Repository
class BooksRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    BooksRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    Images addAccounts(List<Chart.Account> accounts) {
        var school = tenancy.current();
        var insert = db.insertInto(ACCOUNT, ACCOUNT.SCHOOL_ID, ACCOUNT.CODE, ACCOUNT.BOOK, ACCOUNT.NAME, ACCOUNT.DEBIT_SIDE);
        for (var a : accounts) insert = insert.values(school, a.code(), a.book(), a.name(), a.debitSide());
        var added = insert.onConflictDoNothing().returningResult(ACCOUNT.CODE).fetch().map(r -> r.value1());
        return added.isEmpty() ? Images.none() : Images.of(ACCOUNT, ACCOUNT.SCHOOL_ID.eq(school).and(ACCOUNT.CODE.in(added)));
    }

    /** A rule that the school already has for the event and variant, from whatever day, is its own affair. */
    Images addRules(List<Chart.Rule> rules, LocalDate from) {
        var school = tenancy.current();
        var written = Images.none();
        for (var rule : rules) {
            if (db.fetchExists(BOOKING_RULE, BOOKING_RULE.SCHOOL_ID.eq(school).and(BOOKING_RULE.EVENT.eq(rule.event())).and(BOOKING_RULE.VARIANT.eq(rule.variant())))) continue;
            var id = Ids.next();
            db.insertInto(BOOKING_RULE).set(BOOKING_RULE.SCHOOL_ID, school).set(BOOKING_RULE.ID, id).set(BOOKING_RULE.EVENT, rule.event())
                    .set(BOOKING_RULE.VARIANT, rule.variant()).set(BOOKING_RULE.VALID_FROM, from).set(BOOKING_RULE.SOURCE, rule.source()).execute();
            var lines = db.insertInto(BOOKING_RULE_LINE, BOOKING_RULE_LINE.SCHOOL_ID, BOOKING_RULE_LINE.RULE_ID, BOOKING_RULE_LINE.LINE_NO,
                    BOOKING_RULE_LINE.ACCOUNT, BOOKING_RULE_LINE.DEBIT);
            var no = 0;
            for (var side : rule.sides()) lines = lines.values(school, id, ++no, side.account(), side.debit());
            lines.execute();
            written = written.and(BOOKING_RULE, BOOKING_RULE.SCHOOL_ID.eq(school).and(BOOKING_RULE.ID.eq(id)))
                    .and(BOOKING_RULE_LINE, BOOKING_RULE_LINE.SCHOOL_ID.eq(school).and(BOOKING_RULE_LINE.RULE_ID.eq(id)));
        }
        return written;
    }

    Images addPeriods(int firstYear, int lastYear) {
        var school = tenancy.current();
        var insert = db.insertInto(PERIOD, PERIOD.SCHOOL_ID, PERIOD.FISCAL_YEAR, PERIOD.MONTH);
        for (var year = firstYear; year <= lastYear; year++) {
            for (var month = 1; month <= 12; month++) insert = insert.values(school, year, month);
        }
        var added = insert.onConflictDoNothing().returningResult(PERIOD.FISCAL_YEAR, PERIOD.MONTH).fetch();
        if (added.isEmpty()) return Images.none();
        return Images.of(PERIOD, PERIOD.SCHOOL_ID.eq(school).and(row(PERIOD.FISCAL_YEAR, PERIOD.MONTH).in(added.map(r -> row(r.value1(), r.value2())))));
    }

    boolean isOpened(int year) {
        return db.fetchExists(PERIOD, PERIOD.SCHOOL_ID.eq(tenancy.current()).and(PERIOD.FISCAL_YEAR.eq(year)));
    }

    boolean hasClosedAfter(int year) {
        return db.fetchExists(PERIOD, PERIOD.SCHOOL_ID.eq(tenancy.current()).and(PERIOD.CLOSED_AT.isNotNull()).and(PERIOD.FISCAL_YEAR.gt(year)));
    }

    boolean hasOpenBefore(FiscalPeriod period) {
        return db.fetchExists(PERIOD, PERIOD.SCHOOL_ID.eq(tenancy.current()).and(PERIOD.CLOSED_AT.isNull())
                .and(row(PERIOD.FISCAL_YEAR, PERIOD.MONTH).lessThan(row(period.year(), period.month()))));
    }

    /** Waits for everybody who is booking in the month; none when it was never opened or is closed already. */
    Optional<Images> close(FiscalPeriod period, Instant at) {
        var month = PERIOD.SCHOOL_ID.eq(tenancy.current()).and(PERIOD.FISCAL_YEAR.eq(period.year())).and(PERIOD.MONTH.eq(period.month()));
        var closed = db.update(PERIOD).set(PERIOD.CLOSED_AT, at).where(month).and(PERIOD.CLOSED_AT.isNull()).execute();
        return closed == 1 ? Optional.of(Images.of(PERIOD, month)) : Optional.empty();
    }
}
