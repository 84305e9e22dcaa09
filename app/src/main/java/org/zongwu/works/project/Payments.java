package org.zongwu.works.project;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.works.Tables.PAYMENT;
import static zongwu.db.works.Tables.PROJECT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Money;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Rule.Broken;
import org.zongwu.works.project.PaymentBook.Sort;
import org.zongwu.works.project.PaymentBook.State;

/** What is asked for and paid for a project, for the rules that look beyond one payment. */
@Repository
class Payments {
    private static final String VOID = "VOID";

    private final DSLContext db;
    private final Tenancy tenancy;

    Payments(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** What had been paid by that day, beside the project's row. */
    Field<Long> until(LocalDate asOf) {
        return field(select(coalesce(sum(PAYMENT.AMOUNT), inline(0)).cast(Long.class)).from(PAYMENT)
                .where(PAYMENT.SCHOOL_ID.eq(PROJECT.SCHOOL_ID), PAYMENT.PROJECT_ID.eq(PROJECT.ID), PAYMENT.STATE.eq(State.PAID.name()), PAYMENT.PAID_ON.le(asOf)));
    }

    /** R-PRJ-1, R-PRJ-2: payments that pass what the project may be paid, each with those before it. */
    List<Broken> beyond(List<Draft> drafts) {
        var projects = projects(drafts.stream().map(d -> d.get(PAYMENT.PROJECT_ID)).filter(Objects::nonNull).distinct().toList());
        var asked = asked(projects, drafts.stream().map(Draft::id).toList());
        var broken = new ArrayList<Broken>();
        for (var draft : drafts) {
            var project = projects.get(draft.get(PAYMENT.PROJECT_ID));
            if (project == null) continue;
            var ceiling = Ceiling.of(project);
            var sort = Sort.valueOf(draft.get(PAYMENT.KIND));
            var day = draft.has(PAYMENT.PAID_ON) ? draft.get(PAYMENT.PAID_ON) : draft.get(PAYMENT.REQUESTED_ON);
            var total = asked.merge(project.id(), draft.get(PAYMENT.AMOUNT), Long::sum);
            var barred = ceiling.barred(sort, day);
            if (barred.isPresent()) broken.add(Broken.of(draft, barred.get(), ceiling.until() == null ? "" : ceiling.until()));
            else if (total > ceiling.of(sort)) broken.add(Broken.of(draft, "rule.works.payment.beyond", new Money(total), new Money(ceiling.of(sort))));
        }
        return broken;
    }

    private Map<UUID, Draft> projects(List<UUID> ids) {
        var all = new HashMap<UUID, Draft>();
        for (var row : db.selectFrom(PROJECT).where(PROJECT.SCHOOL_ID.eq(tenancy.current()), PROJECT.ID.in(ids))) {
            var draft = Draft.of(row.getId());
            for (var f : PROJECT.fields()) draft.put(f, row.get(f));
            all.put(row.getId(), draft);
        }
        return all;
    }

    /** What is asked for or paid already, with what the project's own row brought. */
    private Map<UUID, Long> asked(Map<UUID, Draft> projects, List<UUID> without) {
        var all = new HashMap<UUID, Long>();
        projects.forEach((id, project) -> all.put(id, project.has(PROJECT.PAID) ? project.get(PROJECT.PAID) : 0L));
        db.select(PAYMENT.PROJECT_ID, sum(PAYMENT.AMOUNT)).from(PAYMENT)
                .where(PAYMENT.SCHOOL_ID.eq(tenancy.current()), PAYMENT.PROJECT_ID.in(projects.keySet()), PAYMENT.STATE.ne(VOID), PAYMENT.ID.ne(DSL.all(without.toArray(UUID[]::new))))
                .groupBy(PAYMENT.PROJECT_ID).forEach(r -> all.merge(r.value1(), r.value2().longValueExact(), Long::sum));
        return all;
    }

    /** Nothing is left to pay: neither more nor less than what was audited. */
    boolean isPaidUp(Draft project) {
        var paid = db.select(coalesce(sum(PAYMENT.AMOUNT), inline(0)).cast(Long.class)).from(PAYMENT)
                .where(PAYMENT.SCHOOL_ID.eq(tenancy.current()), PAYMENT.PROJECT_ID.eq(project.id()), PAYMENT.STATE.eq(State.PAID.name())).fetchSingle().value1();
        return Objects.equals(project.get(PROJECT.AUDITED_PRICE), paid + (project.has(PROJECT.PAID) ? project.get(PROJECT.PAID) : 0));
    }
}
