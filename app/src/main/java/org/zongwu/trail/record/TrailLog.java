package org.zongwu.trail.record;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zongwu.db.trail.Tables.RECORD;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

@Component
class TrailLog implements Trail {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    TrailLog(DSLContext db, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public void write(Actor actor, String action, WorkRef object, @Nullable String reason, Images images) {
        var school = tenancy.current();
        if (actor.schoolId() != school) throw new IllegalStateException("actor of school " + actor.schoolId() + " in a transaction of " + school);
        // The database writes the images itself: what stands in the tables now, not what the caller believes to stand there
        db.insertInto(RECORD, RECORD.SCHOOL_ID, RECORD.ID, RECORD.AT, RECORD.ACTOR_ID, RECORD.ACTOR_NAME, RECORD.ACTION,
                        RECORD.OBJECT_TYPE, RECORD.OBJECT_ID, RECORD.OBJECT_NO, RECORD.REASON, RECORD.REQUEST_ID, RECORD.IMAGES)
                .select(select(val(school), val(Ids.next()), val(clock.instant(), RECORD.AT), val(actor.employeeId(), RECORD.ACTOR_ID),
                        val(actor.name(), RECORD.ACTOR_NAME), val(action), val(object.type()), val(object.id(), RECORD.OBJECT_ID),
                        val(object.no(), RECORD.OBJECT_NO), val(reason, RECORD.REASON), val(MDC.get("request"), RECORD.REQUEST_ID),
                        ImageQuery.of(images)))
                .execute();
    }

    @Override
    public List<Step> steps(UUID objectId) {
        return db.select(RECORD.AT, RECORD.ACTOR_ID, RECORD.ACTOR_NAME, RECORD.ACTION, RECORD.REASON).from(RECORD)
                .where(RECORD.SCHOOL_ID.eq(tenancy.current()), RECORD.OBJECT_ID.eq(objectId))
                .orderBy(RECORD.SEQ.desc())
                .fetch(r -> new Step(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }
}
