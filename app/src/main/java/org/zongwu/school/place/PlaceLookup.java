package org.zongwu.school.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zongwu.school.Places;

@Component
class PlaceLookup implements Places {
    private final PlaceRepository places;

    PlaceLookup(PlaceRepository places) {
        this.places = places;
    }

    @Override
    public Map<String, Place> byName() {
        var buildings = places.buildings().stream().collect(Collectors.toMap(PlaceRepository.Building::id, Function.identity()));
        var byName = new HashMap<String, Place>();
        var several = new HashMap<String, Integer>();
        for (var room : places.rooms()) {
            var building = buildings.get(room.buildingId());
            var place = new Place(room.id(), building.name(), room.code(), room.name());
            var names = new ArrayList<String>();
            var ofBuilding = new ArrayList<>(building.aliases());
            ofBuilding.add(building.name());
            for (var b : ofBuilding) names.addAll(List.of(b + room.code(), b + room.name(), b + room.code() + room.name()));
            names.add(room.name());
            for (var name : names.stream().map(Places::plain).distinct().toList()) {
                several.merge(name, 1, Integer::sum);
                byName.put(name, place);
            }
        }
        several.forEach((name, times) -> {
            if (times > 1) byName.remove(name);
        });
        return byName;
    }

    @Override
    public List<Place> search(String words, int limit) {
        var wanted = Places.plain(words);
        var buildings = places.buildings().stream().collect(Collectors.toMap(PlaceRepository.Building::id, Function.identity()));
        return places.rooms().stream().map(r -> new Place(r.id(), buildings.get(r.buildingId()).name(), r.code(), r.name()))
                .filter(p -> Places.plain(p.title()).contains(wanted) || buildings.values().stream().filter(b -> b.name().equals(p.building()))
                        .flatMap(b -> b.aliases().stream()).anyMatch(a -> Places.plain(a + p.code()).contains(wanted)))
                .limit(limit).toList();
    }
}
