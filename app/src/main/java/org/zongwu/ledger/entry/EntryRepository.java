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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.engine.Writes;
import org.zongwu.kernel.FiscalPeriod;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.entry.Entry.Book;
import org.zongwu.trail.Images;

@Repository
class EntryRepository {
    private final DSLContext db;
    private final Writes writes;
    private final Tenancy tenancy;
    private final Clock clock;

    EntryRepository(DSLContext db, Writes writes, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.writes = writes;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * The month of the day, held as {@link #holdOpen} holds it, with the rule in force on that day.
     *
     * @return none when the period was never opened
     */
    Optional<Basis> hold(String event, String variant, LocalDate on) {
        var school = tenancy.current();
        var inForce = db.select(BOOKING_RULE.ID).from(BOOKING_RULE)
                .where(BOOKING_RULE.SCHOOL_ID.eq(school), BOOKING_RULE.EVENT.eq(event), BOOKING_RULE.VARIANT.eq(variant), BOOKING_RULE.VALID_FROM.le(on))
                .orderBy(BOOKING_RULE.VALID_FROM.desc()).limit(1);
        var sides = BOOKING_RULE_LINE.join(ACCOUNT).on(ACCOUNT.SCHOOL_ID.eq(school), ACCOUNT.CODE.eq(BOOKING_RULE_LINE.ACCOUNT));
        var rows = db.select(PERIOD.CLOSED_AT, BOOKING_RULE_LINE.RULE_ID, ACCOUNT.BOOK, BOOKING_RULE_LINE.ACCOUNT, BOOKING_RULE_LINE.DEBIT)
                .from(PERIOD).leftJoin(sides).on(BOOKING_RULE_LINE.SCHOOL_ID.eq(school), BOOKING_RULE_LINE.RULE_ID.eq(inForce))
                .where(is(FiscalPeriod.of(on))).orderBy(BOOKING_RULE_LINE.LINE_NO).forShare().of(PERIOD).fetch();
        if (rows.isEmpty()) return Optional.empty();
        var rule = rows.getFirst().value2();
        return Optional.of(new Basis(new PeriodState(rows.getFirst().value1()), rule == null ? null
                : new BookingRule(rule, event, rows.map(l -> new BookingRule.Side(Book.valueOf(l.value3()), l.value4(), l.value5())))));
    }

    /**
     * Looks at the period and keeps it open until the commit: who closes it waits for us.
     *
     * @return none when the period was never opened
     */
    Optional<PeriodState> holdOpen(FiscalPeriod period) {
        return db.select(PERIOD.CLOSED_AT).from(PERIOD)
                .where(is(period)).forShare().fetchOptional(r -> new PeriodState(r.value1()));
    }

    Images insert(Entry entry) {
        var school = tenancy.current();
        var period = FiscalPeriod.of(entry.day());
        writes.add(db.insertInto(ENTRY)
                .set(ENTRY.SCHOOL_ID, school).set(ENTRY.ID, entry.id()).set(ENTRY.EVENT, entry.event()).set(ENTRY.RULE_ID, entry.ruleId())
                .set(ENTRY.BUSINESS_DATE, entry.day()).set(ENTRY.FISCAL_YEAR, period.year()).set(ENTRY.MONTH, period.month())
                .set(ENTRY.OBJECT_TYPE, entry.document().type()).set(ENTRY.OBJECT_ID, entry.document().id()).set(ENTRY.OBJECT_NO, entry.document().no())
                .set(ENTRY.MEMO, entry.memo()).set(ENTRY.REVERSAL_OF, entry.reversalOf()).set(ENTRY.POSTED_AT, clock.instant()));
        var insert = db.insertInto(ENTRY_LINE, ENTRY_LINE.SCHOOL_ID, ENTRY_LINE.ID, ENTRY_LINE.ENTRY_ID, ENTRY_LINE.LINE_NO,
                ENTRY_LINE.BOOK, ENTRY_LINE.ACCOUNT, ENTRY_LINE.DEBIT, ENTRY_LINE.CREDIT);
        var no = 0;
        for (var line : entry.lines()) {
            insert = insert.values(school, Ids.next(), entry.id(), ++no, line.book().name(), line.account(),
                    line.debit() ? line.amount().fen() : 0, line.debit() ? 0 : line.amount().fen());
        }
        writes.add(insert);
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

    private Condition is(FiscalPeriod period) {
        return PERIOD.SCHOOL_ID.eq(tenancy.current()).and(PERIOD.FISCAL_YEAR.eq(period.year())).and(PERIOD.MONTH.eq(period.month()));
    }

    record PeriodState(@Nullable Instant closedAt) {}

    /** @param rule null when there is none for such an event */
    record Basis(PeriodState period, @Nullable BookingRule rule) {}
}
