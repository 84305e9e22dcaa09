package org.zongwu.ledger.entry;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static zongwu.db.ledger.Tables.ACCOUNT;
import static zongwu.db.ledger.Tables.BOOKING_RULE;
import static zongwu.db.ledger.Tables.BOOKING_RULE_LINE;
import static zongwu.db.ledger.Tables.ENTRY;
import static zongwu.db.ledger.Tables.ENTRY_LINE;
import static zongwu.db.ledger.Tables.PERIOD;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.FiscalPeriod;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.entry.Entry.Book;
import org.zongwu.trail.Images;

@Repository
class EntryRepository {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    EntryRepository(DSLContext db, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** The rule in force on that day. */
    Optional<BookingRule> rule(String event, String variant, LocalDate on) {
        var school = tenancy.current();
        var inForce = db.select(BOOKING_RULE.ID).from(BOOKING_RULE)
                .where(BOOKING_RULE.SCHOOL_ID.eq(school), BOOKING_RULE.EVENT.eq(event), BOOKING_RULE.VARIANT.eq(variant), BOOKING_RULE.VALID_FROM.le(on))
                .orderBy(BOOKING_RULE.VALID_FROM.desc()).limit(1);
        var lines = db.select(BOOKING_RULE_LINE.RULE_ID, ACCOUNT.BOOK, BOOKING_RULE_LINE.ACCOUNT, BOOKING_RULE_LINE.DEBIT)
                .from(BOOKING_RULE_LINE)
                .join(ACCOUNT).on(ACCOUNT.SCHOOL_ID.eq(school), ACCOUNT.CODE.eq(BOOKING_RULE_LINE.ACCOUNT))
                .where(BOOKING_RULE_LINE.SCHOOL_ID.eq(school), BOOKING_RULE_LINE.RULE_ID.eq(inForce))
                .orderBy(BOOKING_RULE_LINE.LINE_NO).fetch();
        if (lines.isEmpty()) return Optional.empty();
        return Optional.of(new BookingRule(lines.getFirst().value1(), event,
                lines.map(l -> new BookingRule.Side(Book.valueOf(l.value2()), l.value3(), l.value4()))));
    }

    /**
     * Looks at the period and keeps it open until the commit: who closes it waits for us.
     *
     * @return none when the period was never opened
     */
    Optional<PeriodState> holdOpen(FiscalPeriod period) {
        return db.select(PERIOD.CLOSED_AT).from(PERIOD)
                .where(PERIOD.SCHOOL_ID.eq(tenancy.current()), PERIOD.FISCAL_YEAR.eq(period.year()), PERIOD.MONTH.eq(period.month()))
                .forShare().fetchOptional(r -> new PeriodState(r.value1()));
    }

    Images insert(Entry entry) {
        var school = tenancy.current();
        var period = FiscalPeriod.of(entry.day());
        db.insertInto(ENTRY)
                .set(ENTRY.SCHOOL_ID, school).set(ENTRY.ID, entry.id()).set(ENTRY.EVENT, entry.event()).set(ENTRY.RULE_ID, entry.ruleId())
                .set(ENTRY.BUSINESS_DATE, entry.day()).set(ENTRY.FISCAL_YEAR, period.year()).set(ENTRY.MONTH, period.month())
                .set(ENTRY.OBJECT_TYPE, entry.document().type()).set(ENTRY.OBJECT_ID, entry.document().id()).set(ENTRY.OBJECT_NO, entry.document().no())
                .set(ENTRY.MEMO, entry.memo()).set(ENTRY.REVERSAL_OF, entry.reversalOf()).set(ENTRY.POSTED_AT, clock.instant())
                .execute();
        var insert = db.insertInto(ENTRY_LINE, ENTRY_LINE.SCHOOL_ID, ENTRY_LINE.ID, ENTRY_LINE.ENTRY_ID, ENTRY_LINE.LINE_NO,
                ENTRY_LINE.BOOK, ENTRY_LINE.ACCOUNT, ENTRY_LINE.DEBIT, ENTRY_LINE.CREDIT);
        var no = 0;
        for (var line : entry.lines()) {
            insert = insert.values(school, Ids.next(), entry.id(), ++no, line.book().name(), line.account(),
                    line.debit() ? line.amount().fen() : 0, line.debit() ? 0 : line.amount().fen());
        }
        insert.execute();
        return Images.of(ENTRY, ENTRY.SCHOOL_ID.eq(school).and(ENTRY.ID.eq(entry.id())))
                .and(ENTRY_LINE, ENTRY_LINE.SCHOOL_ID.eq(school).and(ENTRY_LINE.ENTRY_ID.eq(entry.id())));
    }

    /** What the document booked, without red entries; in the order of booking. */
    List<Entry> of(UUID document) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.SCHOOL_ID.eq(tenancy.current()), ENTRY.OBJECT_ID.eq(document), ENTRY.REVERSAL_OF.isNull())
                .orderBy(ENTRY.POSTED_AT, ENTRY.ID)
                .fetch(e -> new Entry(e.getId(), e.getEvent(), e.getRuleId(), e.getBusinessDate(),
                        new WorkRef(e.getObjectType(), e.getObjectId(), e.getObjectNo()), e.getMemo(), null, lines(e.getId())));
    }

    boolean isReversed(UUID entryId) {
        return db.fetchExists(ENTRY, ENTRY.SCHOOL_ID.eq(tenancy.current()).and(ENTRY.REVERSAL_OF.eq(entryId)));
    }

    Money balance(String account, LocalDate upTo) {
        var school = tenancy.current();
        var side = when(ACCOUNT.DEBIT_SIDE, ENTRY_LINE.DEBIT.minus(ENTRY_LINE.CREDIT)).otherwise(ENTRY_LINE.CREDIT.minus(ENTRY_LINE.DEBIT));
        var fen = db.select(coalesce(sum(side), inline(BigDecimal.ZERO))).from(ENTRY_LINE)
                .join(ENTRY).on(ENTRY.SCHOOL_ID.eq(school), ENTRY.ID.eq(ENTRY_LINE.ENTRY_ID))
                .join(ACCOUNT).on(ACCOUNT.SCHOOL_ID.eq(school), ACCOUNT.CODE.eq(ENTRY_LINE.ACCOUNT))
                .where(ENTRY_LINE.SCHOOL_ID.eq(school), ENTRY_LINE.ACCOUNT.eq(account), ENTRY.BUSINESS_DATE.le(upTo))
                .fetchSingle().value1();
        return new Money(fen.longValueExact());
    }

    private List<Entry.Line> lines(UUID entryId) {
        return db.selectFrom(ENTRY_LINE)
                .where(ENTRY_LINE.SCHOOL_ID.eq(tenancy.current()), ENTRY_LINE.ENTRY_ID.eq(entryId)).orderBy(ENTRY_LINE.LINE_NO)
                .fetch(l -> new Entry.Line(Book.valueOf(l.getBook()), l.getAccount(), l.getDebit() != 0,
                        new Money(l.getDebit() != 0 ? l.getDebit() : l.getCredit())));
    }

    record PeriodState(@Nullable Instant closedAt) {}
}
