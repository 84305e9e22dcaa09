package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.stores.Tables.BALANCE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Money;
import org.zongwu.ledger.Balances;
import org.zongwu.web.Messages;

/** R-STK-4: what all cards are worth is what the books say of 1302 库存物品. */
@Component
class BooksControl implements Control {
    static final String ACCOUNT = "1302";

    private final DSLContext db;
    private final Balances balances;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    BooksControl(DSLContext db, Balances balances, Messages messages, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.balances = balances;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "R-STK-4";
    }

    @Override
    public Result check() {
        var cards = db.select(coalesce(sum(BALANCE.AMOUNT), BigDecimal.ZERO), count()).from(BALANCE).where(BALANCE.SCHOOL_ID.eq(tenancy.current())).fetchSingle();
        var worth = new Money(cards.value1().longValueExact());
        var booked = balances.balance(ACCOUNT, LocalDate.now(clock));
        return new Result(cards.value2(), worth.equals(booked) ? List.of() : List.of(messages.say("control.stores.books", worth, booked, worth.minus(booked))));
    }
}
