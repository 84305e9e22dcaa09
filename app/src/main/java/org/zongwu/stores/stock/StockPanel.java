package org.zongwu.stores.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Span;
import org.zongwu.ledger.Balances;
import org.zongwu.web.DeskPanel;
import org.zongwu.web.Messages;

/** What lies in the stores now, by category, and whether the books say the same. */
@Component
class StockPanel implements DeskPanel {
    private final DSLContext db;
    private final StockBooks books;
    private final Balances balances;
    private final Messages messages;
    private final Clock clock;

    StockPanel(DSLContext db, StockBooks books, Balances balances, Messages messages, Clock clock) {
        this.db = db;
        this.books = books;
        this.balances = balances;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Panel> panel(Actor actor) {
        if (!actor.holdsAny(Duty.STOREKEEPER, Duty.ASSET_ADMIN)) return Optional.empty();
        var today = LocalDate.now(clock);
        var c = books.summaryByCategory(new Span(today, today), null);
        var total = new Money(0);
        var rows = new java.util.ArrayList<Row>();
        for (var r : db.selectFrom(c).orderBy(c.field("amount").desc())) {
            var worth = new Money(r.get("amount", Long.class));
            total = total.plus(worth);
            rows.add(new Row(r.get("category", String.class), worth.toString(), messages.say("unit.YUAN"), "/stores/items?category=" + r.get("category_id", UUID.class)));
        }
        if (rows.isEmpty()) return Optional.empty();
        var booked = balances.balance(BooksControl.ACCOUNT, today);
        return Optional.of(new Panel(messages.say("stores.desk.title"), messages.say("stores.desk.total", total), rows, messages.say("stores.summary.title"), StockController.SUMMARY,
                messages.say(total.equals(booked) ? "stores.desk.agrees" : "stores.desk.differs", booked)));
    }
}
