package org.zongwu.school.place;

import static zongwu.db.school.Tables.BUILDING;
import static zongwu.db.school.Tables.CAMPUS;
import static zongwu.db.school.Tables.ROOM;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
import org.zongwu.trail.Images;

@Repository
class PlaceRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    PlaceRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    record Campus(UUID id, String name) {}

    record Building(UUID id, UUID campusId, String name, List<String> aliases) {
        boolean isCalled(String text) {
            return name.equals(text) || aliases.contains(text);
        }
    }

    /** @param area in square metres */
    record Room(UUID id, UUID buildingId, String code, String name, String use, @Nullable Integer floor, @Nullable BigDecimal area) {}

    List<Campus> campuses() {
        return db.select(CAMPUS.ID, CAMPUS.NAME).from(CAMPUS).where(CAMPUS.SCHOOL_ID.eq(tenancy.current())).orderBy(CAMPUS.ID)
                .fetch(r -> new Campus(r.value1(), r.value2()));
    }

    void insert(Campus c) {
        db.insertInto(CAMPUS).columns(CAMPUS.SCHOOL_ID, CAMPUS.ID, CAMPUS.NAME).values(tenancy.current(), c.id(), c.name()).execute();
    }

    List<Building> buildings() {
        return buildings(BUILDING.NAME.isNotNull());
    }

    Optional<Building> building(UUID id) {
        return buildings(BUILDING.ID.eq(id)).stream().findFirst();
    }

    void insert(Building b) {
        db.insertInto(BUILDING).columns(BUILDING.SCHOOL_ID, BUILDING.ID, BUILDING.CAMPUS_ID, BUILDING.NAME, BUILDING.ALIASES)
                .values(tenancy.current(), b.id(), b.campusId(), b.name(), b.aliases().toArray(String[]::new)).execute();
    }

    void change(Building b) {
        db.update(BUILDING).set(BUILDING.NAME, b.name()).set(BUILDING.ALIASES, b.aliases().toArray(String[]::new))
                .where(BUILDING.SCHOOL_ID.eq(tenancy.current()), BUILDING.ID.eq(b.id())).execute();
    }

    /** All rooms of the school. */
    List<Room> rooms() {
        return rooms(ROOM.CODE.isNotNull());
    }

    Optional<Room> room(UUID id) {
        return rooms(ROOM.ID.eq(id)).stream().findFirst();
    }

    Optional<Room> room(UUID buildingId, String code) {
        return rooms(ROOM.BUILDING_ID.eq(buildingId).and(ROOM.CODE.eq(code))).stream().findFirst();
    }

    void insert(Room r, Grade grade) {
        db.insertInto(ROOM)
                .set(ROOM.SCHOOL_ID, tenancy.current()).set(ROOM.ID, r.id()).set(ROOM.BUILDING_ID, r.buildingId()).set(ROOM.CODE, r.code())
                .set(ROOM.NAME, r.name()).set(ROOM.USE, r.use()).set(ROOM.FLOOR, r.floor()).set(ROOM.AREA, r.area()).set(ROOM.GRADE, grade.name()).execute();
    }

    void change(Room r) {
        db.update(ROOM).set(ROOM.CODE, r.code()).set(ROOM.NAME, r.name()).set(ROOM.USE, r.use()).set(ROOM.FLOOR, r.floor()).set(ROOM.AREA, r.area())
                .where(ROOM.SCHOOL_ID.eq(tenancy.current()), ROOM.ID.eq(r.id())).execute();
    }

    Images campusImages(UUID id) {
        return Images.of(CAMPUS, CAMPUS.SCHOOL_ID.eq(tenancy.current()).and(CAMPUS.ID.eq(id)));
    }

    Images buildingImages(UUID id) {
        return Images.of(BUILDING, BUILDING.SCHOOL_ID.eq(tenancy.current()).and(BUILDING.ID.eq(id)));
    }

    Images roomImages(UUID id) {
        return Images.of(ROOM, ROOM.SCHOOL_ID.eq(tenancy.current()).and(ROOM.ID.eq(id)));
    }

    private List<Building> buildings(Condition which) {
        return db.select(BUILDING.ID, BUILDING.CAMPUS_ID, BUILDING.NAME, BUILDING.ALIASES).from(BUILDING)
                .where(BUILDING.SCHOOL_ID.eq(tenancy.current()), which).orderBy(BUILDING.ID)
                .fetch(r -> new Building(r.value1(), r.value2(), r.value3(), List.of(r.value4())));
    }

    private List<Room> rooms(Condition which) {
        return db.select(ROOM.ID, ROOM.BUILDING_ID, ROOM.CODE, ROOM.NAME, ROOM.USE, ROOM.FLOOR, ROOM.AREA).from(ROOM)
                .where(ROOM.SCHOOL_ID.eq(tenancy.current()), which).orderBy(ROOM.ID)
                .fetch(r -> new Room(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()));
    }
}
