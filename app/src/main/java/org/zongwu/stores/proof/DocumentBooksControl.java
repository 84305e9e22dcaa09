package org.zongwu.stores.proof;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.ledger.Tables.BOOKED;
import static zongwu.db.stores.Tables.MOVE;

import java.math.BigDecimal;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Money;
import org.zongwu.web.Messages;

/**
 * R-STK-4, document by document: what each put on the cards is what its entry put on 1302 on the same day. So the 收发存汇总表 of every
 * month and category is what the books say.
 */
@Component
class DocumentBooksControl implements Control {
    private final DSLContext db;
    private final Messages messages;
    private final Tenancy tenancy;

    DocumentBooksControl(DSLContext db, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "R-STK-4-DOC";
    }

    @Override
    public Result check() {
        var school = tenancy.current();
        var cards = select(MOVE.OBJECT_ID, max(MOVE.OBJECT_NO).as("no"), MOVE.BUSINESS_DATE, sum(MOVE.AMOUNT).as("amount")).from(MOVE).where(MOVE.SCHOOL_ID.eq(school))
                .groupBy(MOVE.OBJECT_ID, MOVE.BUSINESS_DATE).asTable("c");
        var books = select(BOOKED.OBJECT_ID, BOOKED.OBJECT_NO, BOOKED.BUSINESS_DATE, BOOKED.AMOUNT).from(BOOKED).where(BOOKED.SCHOOL_ID.eq(school), BOOKED.ACCOUNT.eq(inline("1302"))).asTable("b");
        var onCards = coalesce(cards.field("amount", BigDecimal.class), BigDecimal.ZERO);
        var inBooks = coalesce(books.field(BOOKED.AMOUNT).cast(BigDecimal.class), BigDecimal.ZERO);
        var both = cards.fullJoin(books).on(books.field(BOOKED.OBJECT_ID).eq(cards.field("object_id", UUID.class)), books.field(BOOKED.BUSINESS_DATE).eq(cards.field(MOVE.BUSINESS_DATE)));
        var findings = db.select(coalesce(cards.field("no", String.class), books.field(BOOKED.OBJECT_NO)), onCards, inBooks).from(both).where(onCards.ne(inBooks)).orderBy(field("1"))
                .fetch(r -> messages.say("control.stores.document-books", r.value1(), new Money(r.value2().longValueExact()), new Money(r.value3().longValueExact())));
        return new Result(db.select(DSL.count()).from(cards).fetchSingle().value1(), findings);
    }
}
