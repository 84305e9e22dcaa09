package org.zongwu.ledger.entry;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.ledger.Tables.ENTRY;
import static zongwu.db.ledger.Tables.ENTRY_LINE;

import java.math.BigDecimal;
import java.util.ArrayList;
import org.jooq.DSLContext;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Money;

/** R-GL-1: every entry balances in each book, has lines, and so the ledger as a whole balances. */
@Component
class EntryControl implements Control {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final MessageSource messages;

    EntryControl(DSLContext db, Tenancy tenancy, MessageSource messages) {
        this.db = db;
        this.tenancy = tenancy;
        this.messages = messages;
    }

    @Override
    public String id() {
        return "R-GL-1";
    }

    @Override
    public Result check() {
        var school = tenancy.current();
        var difference = sum(ENTRY_LINE.DEBIT).minus(sum(ENTRY_LINE.CREDIT));
        var findings = new ArrayList<String>();
        db.select(ENTRY.OBJECT_NO, ENTRY.ID, ENTRY_LINE.BOOK, difference, count(ENTRY_LINE.ID)).from(ENTRY)
                .leftJoin(ENTRY_LINE).on(ENTRY_LINE.SCHOOL_ID.eq(school), ENTRY_LINE.ENTRY_ID.eq(ENTRY.ID))
                .where(ENTRY.SCHOOL_ID.eq(school))
                .groupBy(ENTRY.OBJECT_NO, ENTRY.ID, ENTRY_LINE.BOOK)
                .having(difference.ne(BigDecimal.ZERO).or(count(ENTRY_LINE.ID).eq(0)))
                .orderBy(ENTRY.OBJECT_NO, ENTRY_LINE.BOOK)
                .forEach(r -> findings.add(r.value5() == 0 ? say("control.ledger.no-lines", r.value1(), r.value2())
                        : say("control.ledger.unbalanced", r.value1(), r.value2(), r.value3(), new Money(r.value4().longValueExact()))));
        db.select(ENTRY_LINE.BOOK, difference).from(ENTRY_LINE).where(ENTRY_LINE.SCHOOL_ID.eq(school))
                .groupBy(ENTRY_LINE.BOOK).having(difference.ne(BigDecimal.ZERO)).orderBy(ENTRY_LINE.BOOK)
                .forEach(r -> findings.add(say("control.ledger.book-unbalanced", r.value1(), new Money(r.value2().longValueExact()))));
        return new Result(db.fetchCount(ENTRY, ENTRY.SCHOOL_ID.eq(school)), findings);
    }

    private String say(String key, Object... args) {
        for (var i = 0; i < args.length; i++) args[i] = args[i].toString();
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
