package org.zongwu.trail.record;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zongwu.db.trail.Tables.RECORD;
import static zongwu.db.trail.Tables.SEAL;
import static zongwu.db.trail.Tables.SEALED;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Bulk;
import org.zongwu.engine.Tenancy;
import org.zongwu.engine.Writes;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Removal;
import org.zongwu.trail.Trail;
import org.zongwu.trail.Written;

@Component
class TrailLog implements Trail {
    /** So many rows in one statement, which then stays far from the longest that a statement may take. */
    private static final int AT_ONCE = 5_000;
    /** So many rows go with one record, which holds them all. */
    private static final int MOST_GONE = 2000;

    private final DSLContext db;
    private final Writes writes;
    private final References references;
    private final Tenancy tenancy;
    private final Clock clock;

    TrailLog(DSLContext db, Writes writes, References references, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.writes = writes;
        this.references = references;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public void write(Actor actor, String action, WorkRef object, @Nullable String reason, Images images) {
        write(Ids.next(), actor, action, object, reason, ImageQuery.of(images));
    }

    private void write(UUID id, Actor actor, String action, WorkRef object, @Nullable String reason, Field<JSONB> images) {
        var school = tenancy.current();
        if (actor.schoolId() != school) throw new IllegalStateException("actor of school " + actor.schoolId() + " in a transaction of " + school);
        // The database writes the images itself: what stands in the tables now, not what the caller believes to stand there
        writes.add(db.query(ImageQuery.IN_UTC)); // once for all rows, and not for each
        writes.add(db.insertInto(RECORD, RECORD.SCHOOL_ID, RECORD.ID, RECORD.AT, RECORD.ACTOR_ID, RECORD.ACTOR_NAME, RECORD.ACTION,
                        RECORD.OBJECT_TYPE, RECORD.OBJECT_ID, RECORD.OBJECT_NO, RECORD.REASON, RECORD.REQUEST_ID, RECORD.IMAGES)
                .select(select(val(school), val(id), val(clock.instant(), RECORD.AT), val(actor.employeeId(), RECORD.ACTOR_ID),
                        val(actor.name(), RECORD.ACTOR_NAME), val(action), val(object.type()), val(object.id(), RECORD.OBJECT_ID),
                        val(object.no(), RECORD.OBJECT_NO), val(reason, RECORD.REASON), val(MDC.get("request"), RECORD.REQUEST_ID),
                        images)));
        writes.add(db.query(ImageQuery.IN_ZONE));
    }

    @Override
    public List<Dependent> remove(Actor actor, String action, WorkRef object, @Nullable String reason, List<Removal> rows) {
        var all = rows.stream().filter(r -> !r.ids().isEmpty()).toList();
        var dependents = references.to(all);
        if (!dependents.isEmpty()) return dependents;
        for (var r : all) {
            for (var from = 0; from < r.ids().size(); from += MOST_GONE) {
                remove(actor, action, object, reason, new Removal(r.table(), r.key(), r.ids().subList(from, Math.min(from + MOST_GONE, r.ids().size()))));
            }
        }
        return List.of();
    }

    private void remove(Actor actor, String action, WorkRef object, @Nullable String reason, Removal rows) {
        var record = Ids.next();
        write(record, actor, action, object, reason, ImageQuery.gone(tenancy.current(), List.of(rows)));
        db.fetch("select trail.take_away({0}, {1}::regclass, {2}, {3}, {4})", val(tenancy.current()), val(ImageQuery.nameOf(rows.table())), val(rows.key().getName()),
                val(rows.ids().toArray(UUID[]::new)), val(record));
    }

    @Override
    public void write(Actor actor, String action, List<WorkRef> objects, Table<?> table) {
        write(actor, action, objects.stream().map(o -> Written.of(o, table, List.of(o.id()))).toList());
    }

    @Override
    public void write(Actor actor, String action, List<Written> objects) {
        var school = tenancy.current();
        if (actor.schoolId() != school) throw new IllegalStateException("actor of school " + actor.schoolId() + " in a transaction of " + school);
        Bulk.write(db, parts(objects), part -> ImageQuery.of(school, part), written -> {
            db.execute(ImageQuery.IN_UTC);
            db.insertInto(RECORD, RECORD.SCHOOL_ID, RECORD.ID, RECORD.AT, RECORD.ACTOR_ID, RECORD.ACTOR_NAME, RECORD.ACTION,
                            RECORD.OBJECT_TYPE, RECORD.OBJECT_ID, RECORD.OBJECT_NO, RECORD.REQUEST_ID, RECORD.IMAGES)
                    .select(select(val(school), field(name("o", "record"), UUID.class), val(clock.instant(), RECORD.AT), val(actor.employeeId(), RECORD.ACTOR_ID),
                            val(actor.name(), RECORD.ACTOR_NAME), val(action), field(name("o", "type"), String.class), field(name("o", "object"), UUID.class),
                            field(name("o", "no"), String.class), val(MDC.get("request"), RECORD.REQUEST_ID), field(name("o", "images"), JSONB.class))
                            .from(written))
                    .execute();
            db.execute(ImageQuery.IN_ZONE);
        });
    }

    private static List<List<Written>> parts(List<Written> objects) {
        var parts = new ArrayList<List<Written>>();
        var rows = AT_ONCE;
        for (var object : objects) {
            if (rows >= AT_ONCE) {
                parts.add(new ArrayList<>());
                rows = 0;
            }
            parts.getLast().add(object);
            rows += object.size();
        }
        return parts;
    }

    @Override
    public List<Step> steps(UUID objectId) {
        return db.select(RECORD.AT, RECORD.ACTOR_ID, RECORD.ACTOR_NAME, RECORD.ACTION, RECORD.REASON).from(RECORD)
                .where(RECORD.SCHOOL_ID.eq(tenancy.current()), RECORD.OBJECT_ID.eq(objectId))
                .orderBy(RECORD.SEQ.desc())
                .fetch(r -> new Step(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    @Override
    public Optional<Sealed> sealed(UUID objectId) {
        return db.select(SEAL.N, SEAL.CHAIN, SEAL.SEALED_AT).from(RECORD)
                .join(SEALED).on(SEALED.SCHOOL_ID.eq(RECORD.SCHOOL_ID), SEALED.RECORD_ID.eq(RECORD.ID))
                .join(SEAL).on(SEAL.SCHOOL_ID.eq(SEALED.SCHOOL_ID), SEAL.N.eq(SEALED.N))
                .where(RECORD.SCHOOL_ID.eq(tenancy.current()), RECORD.OBJECT_ID.eq(objectId)).orderBy(RECORD.SEQ.desc()).limit(1)
                .fetchOptional(r -> new Sealed(r.value1(), HexFormat.of().formatHex(r.value2()), r.value3()));
    }
}
