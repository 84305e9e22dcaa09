package org.zongwu.events.support;

import static zongwu.db.events.Tables.SUPPORT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.web.DeskPanel;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;

/** What the school has on in the week to come, for those who lead it or get it ready. */
@Component
class WeekPanel implements DeskPanel {
    private static final int DAYS = 7;
    private static final int MOST = 8;
    private static final String PATH = "/events/supports";

    private final DSLContext db;
    private final Tenancy tenancy;
    private final Messages messages;
    private final Clock clock;

    WeekPanel(DSLContext db, Tenancy tenancy, Messages messages, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public Optional<Panel> panel(Actor actor) {
        if (!actor.holdsAny(Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.VP_LOGISTICS, Duty.DISPATCHER)) return Optional.empty();
        var today = LocalDate.now(clock);
        var until = today.plusDays(DAYS);
        var rows = db.select(SUPPORT.ID, SUPPORT.DAY, SUPPORT.TIMES, SUPPORT.NAME, SUPPORT.PLACE).from(SUPPORT)
                .where(SUPPORT.SCHOOL_ID.eq(tenancy.current()), SUPPORT.STATE.ne("VOID"), SUPPORT.DAY.between(today, until)).orderBy(SUPPORT.DAY, SUPPORT.STARTS_AT, SUPPORT.NO).limit(MOST)
                .fetch(r -> new Row(Shown.weekDay(r.value2()) + (r.value3() == null ? "" : " " + r.value3()), r.value4(), r.value5(), PATH + "/" + r.value1()));
        if (rows.isEmpty()) return Optional.empty();
        return Optional.of(new Panel(messages.say("events.week.title"), null, rows, messages.say("events.week.more"), PATH + "?from=" + today + "&to=" + until, null));
    }
}
