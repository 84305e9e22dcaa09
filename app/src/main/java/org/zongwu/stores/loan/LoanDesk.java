package org.zongwu.stores.loan;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.LeavingCheck;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.SearchSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.stores.warehouse.WarehouseService;

/**
 * What loans ask of people: allow, sign, hand out, bring back, chase, fix what is to be paid. Nobody leaves who has something
 * (R-CUS-2).
 */
@Component
class LoanDesk implements TodoSource, SearchSource, PlanSource, LeavingCheck {
    /** How many days before it is due a loan is brought to mind. */
    private static final int SOON = 3;

    private final DSLContext db;
    private final LoanSlips slips;
    private final WarehouseService warehouses;
    private final Clock clock;

    LoanDesk(DSLContext db, LoanSlips slips, WarehouseService warehouses, Clock clock) {
        this.db = db;
        this.slips = slips;
        this.warehouses = warehouses;
        this.clock = clock;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        var today = LocalDate.now(clock);
        var r = slips.rows(today);
        var me = actor.employeeId();
        var borrower = r.field("borrower_id", UUID.class);
        var kept = r.field("warehouse_id", UUID.class).in(warehouses.keptBy(me));
        var soon = r.field("outstanding", BigDecimal.class).gt(BigDecimal.ZERO).and(r.field("due", LocalDate.class).le(today.plusDays(SOON)));
        var all = new ArrayList<>(todos(r, state(r, LoanState.REQUESTED).and(borrower.eq(me)), "todo.stores.sign-loan", "day"));
        all.addAll(todos(r, soon.and(borrower.eq(me)), "todo.stores.bring-back", "due"));
        var external = r.field("party_id").isNotNull();
        var mayAllow = actor.holdsAny(Duty.ASSET_ADMIN, Duty.PRINCIPAL) ? DSL.trueCondition() : actor.holds(Duty.GA_DIRECTOR) ? external.not() : DSL.falseCondition();
        if (actor.holdsAny(Duty.ASSET_ADMIN, Duty.PRINCIPAL, Duty.GA_DIRECTOR)) {
            all.addAll(todos(r, state(r, LoanState.WAITING).and(mayAllow).and(borrower.ne(me)), "todo.stores.approve-loan", "day"));
        }
        if (actor.holdsAny(Duty.GA_DIRECTOR, Duty.ASSET_ADMIN)) all.addAll(todos(r, state(r, LoanState.LOST).and(borrower.isDistinctFrom(me)), "todo.stores.fix-compensation", "day"));
        if (!actor.holds(Duty.STOREKEEPER)) return all;
        all.addAll(todos(r, state(r, LoanState.SIGNED).and(kept).and(borrower.ne(me)), "todo.stores.hand-out", "day"));
        all.addAll(todos(r, soon.and(kept.or(r.field("warehouse_id").isNull())).and(borrower.isDistinctFrom(me)), "todo.stores.chase-loan", "due"));
        return all;
    }

    private List<Todo> todos(Table<?> r, Condition which, String kind, String day) {
        return db.selectFrom(r).where(which).orderBy(r.field(day), r.field("id")).fetch(l -> new Todo(kind, l.get("borrower", String.class) + "　" + l.get("things", String.class),
                l.get("no") == null ? l.get("warehouse", String.class) : l.get("no", String.class), l.get(day, LocalDate.class), null, LoanController.PATH + "/" + l.get("id", UUID.class)));
    }

    /** By number, whole or its last digits. */
    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        if (!words.matches("(jw-)?[0-9-]{2,}")) return List.of();
        var r = slips.rows(actor, LocalDate.now(clock));
        var no = r.field("no", String.class);
        return db.selectFrom(r).where(DSL.lower(no).eq(words).or(no.endsWith(words))).orderBy(r.field("day").desc(), no.desc()).limit(limit)
                .fetch(l -> new Hit("stores.loan.one", l.get("no", String.class), l.get("borrower", String.class) + "　" + l.get("things", String.class), LoanController.PATH + "/" + l.get("id", UUID.class),
                        l.get("no", String.class).equalsIgnoreCase(words)));
    }

    @Override
    public List<PlanItem> planItems(Span finished) {
        var r = slips.rows(finished.to());
        var due = r.field("due", LocalDate.class);
        var coming = due.gt(finished.to());
        var left = db.select(count(), min(due).filterWhere(coming), max(due).filterWhere(coming)).from(r).where(r.field("effective", Boolean.class).isTrue(),
                r.field("outstanding", BigDecimal.class).gt(BigDecimal.ZERO), r.field("day", LocalDate.class).le(finished.to())).fetchSingle();
        var out = left.value1();
        if (out == 0) return List.of();
        return List.of(new PlanItem("stores.loan", "plan.stores.unreturned", List.of(out), out, warehouses.keeper(), new Due(left.value2(), left.value3()),
                LoanController.PATH + "?to=" + finished.to() + "&effective=yes&out=yes"));
    }

    @Override
    public List<Held> held(UUID employeeId) {
        var r = slips.rows(LocalDate.now(clock));
        return db.selectFrom(r).where(r.field("borrower_id", UUID.class).eq(employeeId), r.field("outstanding", BigDecimal.class).gt(BigDecimal.ZERO)).orderBy(r.field("due"), r.field("no"))
                .fetch(l -> new Held("held.stores.loan", List.of(l.get("no", String.class), l.get("things", String.class)), LoanController.PATH + "/" + l.get("id", UUID.class)));
    }

    private static Condition state(Table<?> r, LoanState state) {
        return r.field("state", String.class).eq(state.name());
    }
}
