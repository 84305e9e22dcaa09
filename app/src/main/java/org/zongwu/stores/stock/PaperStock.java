package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.ISSUE;
import static zongwu.db.stores.Tables.MOVE;
import static zongwu.db.stores.Tables.RECEIPT;
import static zongwu.db.stores.Tables.SLIP;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.WorkRef;
import zongwu.db.stores.tables.Issue;
import zongwu.db.stores.tables.Receipt;
import zongwu.db.stores.tables.Slip;

/**
 * Opens the cards of a warehouse for paper that was written long ago: dated back, and held against what lay there by date, where the
 * daily work (R-STK-6) only looks at what lies there now. Within the transaction of the import.
 */
@Service
public class PaperStock {
    private static final Receipt RED_RECEIPT = RECEIPT.as("red_receipt");
    private static final Issue RED_ISSUE = ISSUE.as("red_issue");
    private static final Slip RED_SLIP = SLIP.as("red_slip");

    private final DSLContext db;
    private final StockService stock;
    private final Tenancy tenancy;

    PaperStock(DSLContext db, StockService stock, Tenancy tenancy) {
        this.db = db;
        this.stock = stock;
        this.tenancy = tenancy;
    }

    /** The cards of these items, opened where there is none yet; nobody else changes them until the transaction ends. */
    public PaperCards hold(UUID warehouseId, Collection<UUID> items) {
        var sorted = List.copyOf(new TreeSet<>(items));
        var cards = new PaperCards(warehouseId);
        if (sorted.isEmpty()) return cards;
        stock.hold(stock.opened(warehouseId, sorted));
        var school = tenancy.current();
        var which = BALANCE.SCHOOL_ID.eq(school).and(BALANCE.WAREHOUSE_ID.eq(warehouseId)).and(BALANCE.ITEM_ID.eq(DSL.any(sorted.toArray(UUID[]::new))));
        db.select(BALANCE.ITEM_ID, BALANCE.QUANTITY, BALANCE.AMOUNT, BALANCE.VERSION, greatest(BALANCE.LENT, BALANCE.LOTTED)).from(BALANCE).where(which)
                .forEach(r -> cards.open(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
        var moves = MOVE.SCHOOL_ID.eq(school).and(MOVE.WAREHOUSE_ID.eq(warehouseId));
        db.select(MOVE.ITEM_ID, MOVE.BUSINESS_DATE, sum(MOVE.QUANTITY)).from(MOVE).where(moves, MOVE.ITEM_ID.eq(DSL.any(sorted.toArray(UUID[]::new))))
                .groupBy(MOVE.ITEM_ID, MOVE.BUSINESS_DATE).forEach(r -> cards.moved(r.value1(), r.value2(), r.value3()));
        var opening = moves.and(MOVE.KIND.eq(MoveKind.OPENING.name())).and(notReversed());
        db.select(MOVE.ITEM_ID, min(MOVE.BUSINESS_DATE)).from(MOVE).where(opening).groupBy(MOVE.ITEM_ID).forEach(r -> cards.began(r.value1(), r.value2()));
        return cards;
    }

    /** Writes onto the cards what was asked of them. @return by document, in its order, what happened to each card */
    public List<List<Shift>> write(PaperCards cards, List<PaperCards.Document> documents) {
        var shifts = cards.shifts(documents);
        for (var c : cards.changed()) {
            var day = c.lastIn() == null ? val((LocalDate) null) : val(c.lastIn());
            var written = db.update(BALANCE).set(BALANCE.QUANTITY, c.quantity()).set(BALANCE.AMOUNT, c.amount()).set(BALANCE.VERSION, c.version())
                    .set(BALANCE.MOVED_ON, greatest(coalesce(BALANCE.MOVED_ON, val(c.last())), val(c.last())))
                    .set(BALANCE.RECEIVED_ON, c.lastIn() == null ? BALANCE.RECEIVED_ON : greatest(coalesce(BALANCE.RECEIVED_ON, day), day))
                    .where(BALANCE.SCHOOL_ID.eq(tenancy.current()), BALANCE.WAREHOUSE_ID.eq(cards.warehouseId()), BALANCE.ITEM_ID.eq(c.item()), BALANCE.VERSION.eq(c.before()))
                    .execute();
            if (written != 1) throw new IllegalStateException("the card of " + c.item() + " was held and yet changed");
        }
        return shifts;
    }

    /** What other documents than these have changed the cards and were not taken back, each once: paper that came in cannot go from under them. */
    public List<WorkRef> others(UUID warehouseId, Collection<UUID> items, Collection<UUID> documents) {
        return db.selectDistinct(MOVE.KIND, MOVE.OBJECT_ID, MOVE.OBJECT_NO).from(MOVE)
                .where(MOVE.SCHOOL_ID.eq(tenancy.current()), MOVE.WAREHOUSE_ID.eq(warehouseId), MOVE.ITEM_ID.eq(DSL.any(items.toArray(UUID[]::new))), MOVE.KIND.ne(MoveKind.OPENING.name()),
                        MOVE.OBJECT_ID.ne(DSL.all(documents.toArray(UUID[]::new))))
                .and(notReversed()).orderBy(MOVE.OBJECT_NO).fetch(r -> new WorkRef(MoveKind.valueOf(r.value1()).document(), r.value2(), r.value3()));
    }

    /** Neither a reversal nor reversed: together they are as if they had not been. */
    private static Condition notReversed() {
        return notExists(selectOne().from(RED_RECEIPT).where(RED_RECEIPT.SCHOOL_ID.eq(MOVE.SCHOOL_ID), RED_RECEIPT.REVERSAL_OF.eq(MOVE.OBJECT_ID).or(RED_RECEIPT.ID.eq(MOVE.OBJECT_ID).and(RED_RECEIPT.REVERSAL_OF.isNotNull()))))
                .andNotExists(selectOne().from(RED_ISSUE).where(RED_ISSUE.SCHOOL_ID.eq(MOVE.SCHOOL_ID), RED_ISSUE.REVERSAL_OF.eq(MOVE.OBJECT_ID).or(RED_ISSUE.ID.eq(MOVE.OBJECT_ID).and(RED_ISSUE.REVERSAL_OF.isNotNull()))))
                .andNotExists(selectOne().from(RED_SLIP).where(RED_SLIP.SCHOOL_ID.eq(MOVE.SCHOOL_ID), RED_SLIP.REVERSAL_OF.eq(MOVE.OBJECT_ID).or(RED_SLIP.ID.eq(MOVE.OBJECT_ID).and(RED_SLIP.REVERSAL_OF.isNotNull()))));
    }
}
