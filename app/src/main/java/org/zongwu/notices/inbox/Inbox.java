package org.zongwu.notices.inbox;

import static zongwu.db.notices.Tables.MESSAGE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Notice;

/** Hears of every notice within the transaction of what happened. Sees the school of the transaction only. */
@Repository
class Inbox {
    private static final Duration KEPT = Duration.ofDays(180);

    private final DSLContext db;
    private final NoticeText text;
    private final Tenancy tenancy;
    private final Clock clock;

    Inbox(DSLContext db, NoticeText text, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.text = text;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @param text in the reader's language */
    record Line(UUID id, String text, Instant at, boolean read, boolean urgent) {}

    @EventListener
    void hear(Notice notice) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var insert = db.insertInto(MESSAGE, MESSAGE.SCHOOL_ID, MESSAGE.ID, MESSAGE.EMPLOYEE_ID, MESSAGE.KIND, MESSAGE.ARGS, MESSAGE.LINK, MESSAGE.WEIGHT, MESSAGE.AT);
        for (var person : notice.to()) insert = insert.values(tenancy.current(), Ids.next(), person, notice.kind(), text.keep(notice.args()), notice.link(), notice.weight().name(), at);
        if (!notice.to().isEmpty()) insert.execute();
    }

    /** The newest first, unread or all. */
    List<Line> of(Actor reader, boolean unread, @Nullable Instant before, int most) {
        return db.select(MESSAGE.ID, MESSAGE.KIND, MESSAGE.ARGS, MESSAGE.AT, MESSAGE.READ_AT, MESSAGE.WEIGHT).from(MESSAGE)
                .where(MESSAGE.SCHOOL_ID.eq(tenancy.current()), MESSAGE.EMPLOYEE_ID.eq(reader.employeeId()), unread ? MESSAGE.READ_AT.isNull() : org.jooq.impl.DSL.noCondition(),
                        before == null ? org.jooq.impl.DSL.noCondition() : MESSAGE.AT.lt(before))
                .orderBy(MESSAGE.AT.desc(), MESSAGE.ID.desc()).limit(most).fetch(r -> new Line(r.value1(), text.say(r.value2(), r.value3()), r.value4(), r.value5() != null, "URGENT".equals(r.value6())));
    }

    int unread(Actor reader) {
        return db.fetchCount(MESSAGE, MESSAGE.SCHOOL_ID.eq(tenancy.current()), MESSAGE.EMPLOYEE_ID.eq(reader.employeeId()), MESSAGE.READ_AT.isNull());
    }

    /** Marks one message as read. @return the page that it is about; none when it is not this person's */
    Optional<String> read(Actor reader, UUID id) {
        return tenancy.write(reader.schoolId(), () -> db.update(MESSAGE).set(MESSAGE.READ_AT, org.jooq.impl.DSL.coalesce(MESSAGE.READ_AT, org.jooq.impl.DSL.val(clock.instant())))
                .where(MESSAGE.SCHOOL_ID.eq(tenancy.current()), MESSAGE.ID.eq(id), MESSAGE.EMPLOYEE_ID.eq(reader.employeeId())).returningResult(MESSAGE.LINK).fetchOptional(MESSAGE.LINK));
    }

    /** Marks everything as read, and forgets what is half a year old. */
    void readAll(Actor reader) {
        tenancy.write(reader.schoolId(), () -> {
            var mine = MESSAGE.SCHOOL_ID.eq(tenancy.current()).and(MESSAGE.EMPLOYEE_ID.eq(reader.employeeId()));
            db.deleteFrom(MESSAGE).where(mine, MESSAGE.AT.lt(clock.instant().minus(KEPT))).execute();
            db.update(MESSAGE).set(MESSAGE.READ_AT, clock.instant()).where(mine, MESSAGE.READ_AT.isNull()).execute();
        });
    }
}
