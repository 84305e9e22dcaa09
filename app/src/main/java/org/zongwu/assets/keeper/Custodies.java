package org.zongwu.assets.keeper;

import static zongwu.db.assets.Tables.CUSTODY;
import static zongwu.db.school.Tables.PLACE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Rule.Broken;
import org.zongwu.school.Places;

/** Who keeps which room, for the rules that look beyond one record. */
@Repository
class Custodies {
    private final DSLContext db;
    private final Tenancy tenancy;

    Custodies(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    record Kept(UUID id, UUID roomId, String room, UUID keeperId, String keeper, LocalDate from, @Nullable LocalDate until) {
        /** The same once more is no other keeper. */
        boolean collides(Kept other) {
            return !(from.equals(other.from) && keeperId.equals(other.keeperId)) && (until == null || !other.from.isAfter(until)) && (other.until == null || !from.isAfter(other.until));
        }
    }

    /** The room as people know it, with its building, number and name. */
    Optional<String> title(@Nullable UUID room) {
        return db.select(PLACE.BUILDING, PLACE.CODE, PLACE.NAME).from(PLACE).where(PLACE.SCHOOL_ID.eq(tenancy.current()), PLACE.ID.eq(room))
                .fetchOptional(r -> new Places.Place(room, r.value1(), r.value2(), r.value3()).title());
    }

    /** R-CUS-1: times in which a room has another keeper already. */
    List<Broken> overlapping(List<Draft> drafts) {
        var rooms = drafts.stream().map(d -> d.get(CUSTODY.ROOM_ID)).filter(Objects::nonNull).distinct().toList();
        var known = new HashMap<UUID, List<Kept>>();
        fetch(CUSTODY.ROOM_ID.in(rooms).and(CUSTODY.ID.ne(DSL.all(drafts.stream().map(Draft::id).toArray(UUID[]::new))))).forEach(k -> known.computeIfAbsent(k.roomId(), r -> new ArrayList<>()).add(k));
        var broken = new ArrayList<Broken>();
        for (var draft : drafts) {
            if (!draft.has(CUSTODY.ROOM_ID) || !draft.has(CUSTODY.KEEPER_ID)) continue;
            var kept = new Kept(draft.id(), draft.get(CUSTODY.ROOM_ID), draft.get(CUSTODY.ROOM), draft.get(CUSTODY.KEEPER_ID), draft.get(CUSTODY.KEEPER), draft.get(CUSTODY.FROM_ON), draft.get(CUSTODY.UNTIL_ON));
            var others = known.computeIfAbsent(kept.roomId(), r -> new ArrayList<>());
            others.stream().filter(kept::collides).findFirst()
                    .ifPresentOrElse(o -> broken.add(Broken.of(draft, "rule.assets.custody.kept-already", o.room(), o.keeper(), o.from())), () -> others.add(kept));
        }
        return broken;
    }

    /** What this person keeps on that day or later. */
    List<Kept> heldBy(UUID employee, LocalDate on) {
        return fetch(CUSTODY.KEEPER_ID.eq(employee).and(CUSTODY.UNTIL_ON.isNull().or(CUSTODY.UNTIL_ON.ge(on))));
    }

    Set<UUID> keptRooms(LocalDate on) {
        return Set.copyOf(fetch(CUSTODY.FROM_ON.le(on).and(CUSTODY.UNTIL_ON.isNull().or(CUSTODY.UNTIL_ON.ge(on)))).stream().map(Kept::roomId).toList());
    }

    private List<Kept> fetch(Condition which) {
        return db.select(CUSTODY.ID, CUSTODY.ROOM_ID, CUSTODY.ROOM, CUSTODY.KEEPER_ID, CUSTODY.KEEPER, CUSTODY.FROM_ON, CUSTODY.UNTIL_ON).from(CUSTODY)
                .where(CUSTODY.SCHOOL_ID.eq(tenancy.current()), CUSTODY.VOIDED_AT.isNull(), which).orderBy(CUSTODY.FROM_ON, CUSTODY.NO)
                .fetch(r -> new Kept(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()));
    }
}
