package org.zongwu.stores.receipt;

import static zongwu.db.stores.Tables.RECEIPT_DRAFT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.SearchSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.stores.warehouse.WarehouseService;

/** What receipts ask of people: accept what came, take in what is accepted; and how one is found by its number. */
@Component
class ReceiptDesk implements TodoSource, SearchSource, PlanSource {
    private final DSLContext db;
    private final ReceiptSlips slips;
    private final WarehouseService warehouses;
    private final Tenancy tenancy;

    ReceiptDesk(DSLContext db, ReceiptSlips slips, WarehouseService warehouses, Tenancy tenancy) {
        this.db = db;
        this.slips = slips;
        this.warehouses = warehouses;
        this.tenancy = tenancy;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        var r = slips.open();
        var me = actor.employeeId();
        var unsigned = DSL.select(RECEIPT_DRAFT.ID).from(RECEIPT_DRAFT).where(RECEIPT_DRAFT.SCHOOL_ID.eq(tenancy.current()),
                RECEIPT_DRAFT.ACCEPTOR1_ID.eq(me).and(RECEIPT_DRAFT.ACCEPTOR1_AT.isNull()).or(RECEIPT_DRAFT.ACCEPTOR2_ID.eq(me).and(RECEIPT_DRAFT.ACCEPTOR2_AT.isNull())));
        var toAccept = state(r, ReceiptState.SUBMITTED).and(r.field("id", UUID.class).in(unsigned));
        var toPost = state(r, ReceiptState.ACCEPTED).and(r.field("warehouse_id", UUID.class).in(warehouses.keptBy(me)))
                .and(r.field("buyer_id", UUID.class).isDistinctFrom(me));
        var all = new ArrayList<>(todos(r, toAccept, "todo.stores.accept-receipt"));
        all.addAll(todos(r, toPost, "todo.stores.post-receipt"));
        return all;
    }

    private List<Todo> todos(Table<?> r, Condition which, String kind) {
        return db.selectFrom(r).where(which).orderBy(r.field("day"), r.field("id")).fetch(i -> new Todo(kind,
                Objects.requireNonNullElse(i.get("supplier", String.class), i.get("warehouse", String.class)), i.get("warehouse", String.class), i.get("day", LocalDate.class),
                new Money(i.get("amount", Long.class)), ReceiptService.PATH + "/" + i.get("id", UUID.class)));
    }

    /** By number, whole or its last digits. */
    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        if (!words.matches("(rk-)?[0-9-]{2,}")) return List.of();
        var r = slips.rows(actor);
        var no = r.field("no", String.class);
        return db.selectFrom(r).where(DSL.lower(no).eq(words).or(no.endsWith(words))).orderBy(r.field("day").desc(), no.desc()).limit(limit)
                .fetch(i -> new Hit("stores.receipt.one", i.get("no", String.class), Objects.requireNonNullElse(i.get("supplier", String.class), "") + "　" + i.get("day", LocalDate.class)
                        + "　" + new Money(i.get("amount", Long.class)), ReceiptService.PATH + "/" + i.get("id", UUID.class), i.get("no", String.class).equalsIgnoreCase(words)));
    }

    @Override
    public List<PlanItem> planItems(Span finished) {
        var r = slips.open();
        var open = db.fetchCount(db.selectOne().from(r).where(r.field("day", LocalDate.class).le(finished.to())));
        if (open == 0) return List.of();
        return List.of(new PlanItem("stores.receipt", "plan.stores.open-receipts", List.of(open), open, warehouses.keeper(), ReceiptService.PATH + "?to=" + finished.to() + "&open=yes"));
    }

    private static Condition state(Table<?> r, ReceiptState state) {
        return r.field("state", String.class).eq(state.name());
    }
}
