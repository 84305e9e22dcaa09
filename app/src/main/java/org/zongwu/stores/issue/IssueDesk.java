package org.zongwu.stores.issue;

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
import org.zongwu.kernel.Money;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.SearchSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.stores.warehouse.WarehouseService;

/** What issues ask of people: lay ready what is asked for, stamp what is too much, sign what you receive, hand out what is signed; and how one is found by its number. */
@Component
class IssueDesk implements TodoSource, SearchSource, PlanSource {
    private final DSLContext db;
    private final IssueSlips slips;
    private final IssueSteps steps;
    private final WarehouseService warehouses;

    IssueDesk(DSLContext db, IssueSlips slips, IssueSteps steps, WarehouseService warehouses) {
        this.steps = steps;
        this.db = db;
        this.slips = slips;
        this.warehouses = warehouses;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        var r = slips.open();
        var me = r.field("receiver_id", UUID.class).eq(actor.employeeId());
        var own = r.field("receiver_id", UUID.class).eq(r.field("made_by", UUID.class));
        var mine = r.field("warehouse_id", UUID.class).in(warehouses.keptBy(actor.employeeId())).and(me.not());
        var all = new ArrayList<>(todos(r, state(r, IssueState.PICKED).or(state(r, IssueState.SUBMITTED).and(own.not())).and(me), "todo.stores.sign-issue"));
        all.addAll(todos(r, state(r, IssueState.SUBMITTED).and(own).and(mine), "todo.stores.pick-issue"));
        all.addAll(todos(r, state(r, IssueState.SIGNED).and(mine), "todo.stores.post-issue"));
        if (actor.holds(Duty.GA_DIRECTOR)) all.addAll(todos(r, r.field("id", UUID.class).in(steps.unstamped(ids(r))).and(me.not()), "todo.stores.stamp-issue"));
        return all;
    }

    private List<UUID> ids(Table<?> r) {
        var id = r.field("id", UUID.class);
        return db.select(id).from(r).where(state(r, IssueState.DRAFT).not()).fetch(id);
    }

    private List<Todo> todos(Table<?> r, Condition which, String kind) {
        return db.selectFrom(r).where(which).orderBy(r.field("day"), r.field("id")).fetch(i -> new Todo(kind,
                i.get("receiver", String.class) + "　" + i.get("department", String.class), i.get("warehouse", String.class), i.get("day", LocalDate.class), null,
                IssueController.PATH + "/" + i.get("id", UUID.class)));
    }

    /** By number, whole or its last digits. */
    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        if (!words.matches("(lw-)?[0-9-]{2,}")) return List.of();
        var r = slips.rows(actor);
        var no = r.field("no", String.class);
        return db.selectFrom(r).where(DSL.lower(no).eq(words).or(no.endsWith(words))).orderBy(r.field("day").desc(), no.desc()).limit(limit)
                .fetch(i -> new Hit("stores.issue.one", i.get("no", String.class), i.get("receiver", String.class) + "　" + i.get("day", LocalDate.class)
                        + "　" + new Money(i.get("amount", Long.class)), IssueController.PATH + "/" + i.get("id", UUID.class), i.get("no", String.class).equalsIgnoreCase(words)));
    }

    @Override
    public List<PlanItem> planItems(Span finished) {
        var r = slips.open();
        var open = db.fetchCount(db.selectOne().from(r).where(r.field("day", LocalDate.class).le(finished.to())));
        if (open == 0) return List.of();
        return List.of(new PlanItem("stores.issue", "plan.stores.open-issues", List.of(open), open, warehouses.keeper(), IssueController.PATH + "?to=" + finished.to() + "&open=yes"));
    }

    private static Condition state(Table<?> r, IssueState state) {
        return r.field("state", String.class).eq(state.name());
    }
}
