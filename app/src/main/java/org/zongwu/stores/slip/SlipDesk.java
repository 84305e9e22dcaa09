package org.zongwu.stores.slip;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.SearchSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Messages;

/** What documents ask of people: sign as the second person, post what is signed; and how one is found by its number. */
@Component
class SlipDesk implements TodoSource, SearchSource, PlanSource {
    private final DSLContext db;
    private final SlipViews views;
    private final List<SlipKind> kinds;
    private final WarehouseService warehouses;
    private final Messages messages;

    SlipDesk(DSLContext db, SlipViews views, List<SlipKind> kinds, WarehouseService warehouses, Messages messages) {
        this.db = db;
        this.views = views;
        this.kinds = kinds;
        this.warehouses = warehouses;
        this.messages = messages;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        var r = views.open();
        var me = actor.employeeId();
        var byDuty = kinds.stream().filter(k -> k.second().duty() != null && actor.holds(k.second().duty())).map(SlipKind::name).toList();
        var person = r.field("person_id", UUID.class);
        var toSign = state(r, SlipState.SUBMITTED).and(r.field("made_by", UUID.class).ne(me)).and(person.eq(me).or(person.isNull().and(r.field("kind", String.class)
                .in(byDuty))));
        var toPost = state(r, SlipState.SIGNED).and(r.field("warehouse_id", UUID.class).in(warehouses.keptBy(me))).and(r.field("second_id", UUID.class).ne(me));
        var all = new ArrayList<Todo>();
        db.selectFrom(r).where(toSign.or(toPost)).orderBy(r.field("day"), r.field("id")).forEach(i -> kind(i).ifPresent(k -> all.add(new Todo(
                SlipState.SIGNED.name().equals(i.get("state")) ? "todo.stores.post-slip" : "todo.stores.slip-" + k.second().noun(),
                        messages.say(k.key() + ".one") + "　" + i.get("maker", String.class),
                i.get("warehouse", String.class), i.get("day", LocalDate.class), null, k.path() + "/" + i.get("id", UUID.class)))));
        return all;
    }

    private Optional<SlipKind> kind(Record row) {
        return kinds.stream().filter(k -> k.name().equals(row.get("kind", String.class))).findFirst();
    }

    /** By number, whole or its last digits. */
    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        if (!words.matches("([a-z]{2}-)?[0-9-]{2,}")) return List.of();
        var hits = new ArrayList<Hit>();
        for (var kind : kinds) {
            if (words.matches("[a-z].*") && !words.startsWith(kind.series().toLowerCase(java.util.Locale.ROOT))) continue;
            var r = views.rows(kind, actor);
            var no = r.field("no", String.class);
            db.selectFrom(r).where(DSL.lower(no).eq(words).or(no.endsWith(words))).orderBy(r.field("day").desc(), no.desc()).limit(limit)
                    .forEach(i -> hits.add(new Hit(kind.key() + ".one", i.get("no", String.class), i.get("warehouse", String.class) + "　" + i.get("day", LocalDate.class) + "　"
                            + new Money(i.get("amount", Long.class)), kind.path() + "/" + i.get("id", UUID.class), i.get("no", String.class).equalsIgnoreCase(words))));
        }
        return hits.stream().limit(limit).toList();
    }

    @Override
    public List<PlanItem> planItems(Span finished) {
        var r = views.open();
        var items = new ArrayList<PlanItem>();
        for (var kind : kinds) {
            var open = db.fetchCount(db.selectOne().from(r).where(r.field("day", LocalDate.class).le(finished.to()), r.field("kind", String.class).eq(kind.name())));
            if (open > 0) items.add(new PlanItem(kind.key(), "plan.stores.open-slips", List.of(open, messages.say(kind.key() + ".one")), open, warehouses.keeper(),
                    kind.path() + "?to=" + finished.to() + "&open=yes"));
        }
        return items;
    }

    private static Condition state(Table<?> r, SlipState state) {
        return r.field("state", String.class).eq(state.name());
    }
}
