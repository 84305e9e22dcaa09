package org.zongwu.school.place;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Campuses, buildings and rooms. A building goes by several names and is found by each of them. */
@Service
public class PlaceService {
    private final PlaceRepository places;
    private final Trail trail;
    private final Tenancy tenancy;

    PlaceService(PlaceRepository places, Trail trail, Tenancy tenancy) {
        this.places = places;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    /** The school's first campus; opened under this name when there is none. */
    public UUID mainCampus(Actor by, String name) {
        var there = places.campuses();
        if (!there.isEmpty()) return there.getFirst().id();
        var id = Ids.next();
        openCampus(by, id, name);
        return id;
    }

    void openCampus(Actor by, UUID id, String name) {
        tenancy.write(by.schoolId(), () -> {
            if (places.campuses().stream().anyMatch(c -> c.name().equals(name))) throw RuleBroken.at("name", "R-ORG-5", "rule.school.name-taken", name);
            places.insert(new PlaceRepository.Campus(id, name));
            trail.write(by, "opened", new WorkRef("school.campus", id, name), null, places.campusImages(id));
        });
    }

    void openBuilding(Actor by, PlaceRepository.Building building) {
        tenancy.write(by.schoolId(), () -> {
            requireFreeNames(building);
            places.insert(building);
            trail.write(by, "opened", new WorkRef("school.building", building.id(), building.name()), null, places.buildingImages(building.id()));
        });
    }

    void changeBuilding(Actor by, PlaceRepository.Building building) {
        tenancy.write(by.schoolId(), () -> {
            places.building(building.id()).orElseThrow(NotFound::new);
            requireFreeNames(building);
            places.change(building);
            trail.write(by, "changed", new WorkRef("school.building", building.id(), building.name()), null, places.buildingImages(building.id()));
        });
    }

    void openRoom(Actor by, PlaceRepository.Room room) {
        tenancy.write(by.schoolId(), () -> {
            places.building(room.buildingId()).orElseThrow(NotFound::new);
            requireFreeCode(room);
            places.insert(room, Grade.WORKED);
            trail.write(by, "opened", ref(room), null, places.roomImages(room.id()));
        });
    }

    void changeRoom(Actor by, PlaceRepository.Room room) {
        tenancy.write(by.schoolId(), () -> {
            places.room(room.id()).orElseThrow(NotFound::new);
            requireFreeCode(room);
            places.change(room);
            trail.write(by, "changed", ref(room), null, places.roomImages(room.id()));
        });
    }

    private void requireFreeNames(PlaceRepository.Building building) {
        for (var other : places.buildings()) {
            if (other.id().equals(building.id())) continue;
            var all = new ArrayList<>(List.of(building.name()));
            all.addAll(building.aliases());
            all.stream().filter(other::isCalled).findFirst().ifPresent(name -> {
                throw RuleBroken.at("name", "R-ORG-5", "rule.school.building-name-taken", name, other.name());
            });
        }
    }

    private void requireFreeCode(PlaceRepository.Room room) {
        places.room(room.buildingId(), room.code()).filter(other -> !other.id().equals(room.id())).ifPresent(other -> {
            throw RuleBroken.at("code", "R-ORG-5", "rule.school.room-taken", room.code(), other.name());
        });
    }

    private static WorkRef ref(PlaceRepository.Room room) {
        return new WorkRef("school.room", room.id(), room.code());
    }
}
