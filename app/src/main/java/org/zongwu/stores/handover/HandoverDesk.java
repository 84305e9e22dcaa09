package org.zongwu.stores.handover;

import static zongwu.db.stores.Tables.HANDOVER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.TodoSource;
import org.zongwu.stores.slip.Gaps;
import org.zongwu.web.Messages;

/** What a handover asks of the three: the receiver counts, each of them signs. Its numbers run without a gap. */
@Component
class HandoverDesk implements TodoSource, Control {
    private final DSLContext db;
    private final HandoverRepository handovers;
    private final Messages messages;
    private final Tenancy tenancy;

    HandoverDesk(DSLContext db, HandoverRepository handovers, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.handovers = handovers;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        var r = handovers.rows();
        var state = r.field("state", String.class);
        var all = new ArrayList<>(todos(r, state.eq("COUNTING").and(is(r, "receiver_id", actor)), "todo.stores.count-handover"));
        var unsigned = is(r, "giver_id", actor).and(r.field("giver_signed", Boolean.class).isFalse()).or(is(r, "receiver_id", actor).and(r.field("receiver_signed", Boolean.class).isFalse()))
                .or(is(r, "supervisor_id", actor).and(r.field("supervisor_signed", Boolean.class).isFalse()));
        all.addAll(todos(r, state.eq("SIGNING").and(unsigned), "todo.stores.sign-handover"));
        // Custody passes as it lay there; what was too much or too little waits for a stocktake, and its document
        if (actor.holds(Duty.GA_DIRECTOR)) all.addAll(todos(r, state.eq("DONE").and(r.field("uncounted_since", Integer.class).gt(0)), "todo.stores.recount-handover"));
        return all;
    }

    private List<Todo> todos(Table<?> r, Condition which, String kind) {
        return db.selectFrom(r).where(which).orderBy(r.field("day"), r.field("id")).fetch(h -> new Todo(kind, h.get("warehouse", String.class),
                h.get("giver", String.class) + " → " + h.get("receiver", String.class), h.get("day", LocalDate.class), null, HandoverController.PATH + "/" + h.get("id", UUID.class)));
    }

    private static Condition is(Table<?> r, String field, Actor actor) {
        return r.field(field, UUID.class).eq(actor.employeeId());
    }

    @Override
    public String id() {
        return "F19-" + HandoverService.SERIES;
    }

    @Override
    public Result check() {
        return Gaps.check(db, messages, HANDOVER, HANDOVER.NO, HANDOVER.SCHOOL_ID.eq(tenancy.current()).and(HANDOVER.NO.isNotNull()));
    }
}
