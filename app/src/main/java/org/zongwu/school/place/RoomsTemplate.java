package org.zongwu.school.place;

import static zongwu.db.school.Tables.BUILDING;
import static zongwu.db.school.Tables.ROOM;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Removal;
import org.zongwu.trail.Trail;

/** 校舍场所: every row a room; the names by which people call the buildings come from brackets and from the notes below. */
@Component
class RoomsTemplate implements ImportTemplate {
    private static final Pattern BRACKETED = Pattern.compile("(.+?)[（(](.+)[）)]");
    private static final Pattern SAYS = Pattern.compile("[“\"「『]([^”\"」』]{1,20})[”\"」』]\\s*(?:=|＝|即|就是|是指|指)\\s*([^、，,。；;\\s”“\"]{1,20})");
    private static final Pattern AREA = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(?:m2|m²|㎡|平方米|平方|平米|平)?");
    private static final String MAIN_CAMPUS = "本部";

    private final PlaceRepository places;
    private final PlaceService service;
    private final Trail trail;
    private final Tenancy tenancy;

    RoomsTemplate(PlaceRepository places, PlaceService service, Trail trail, Tenancy tenancy) {
        this.places = places;
        this.service = service;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "rooms";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.GA_DIRECTOR, Duty.ASSET_ADMIN);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("building", true, Kind.TEXT, List.of("楼栋", "楼名", "楼宇", "所在楼", "建筑物", "building")),
                new Field("floor", false, Kind.CODE, List.of("楼层", "层", "floor")),
                new Field("code", true, Kind.CODE, List.of("门牌号", "房号", "房间号", "室号", "编号", "room no")),
                new Field("name", true, Kind.TEXT, List.of("名称", "用途名称", "房间名称", "场所名称", "name", "房间用途")),
                new Field("use", false, Kind.TEXT, List.of("类别", "用途类别", "用途", "性质", "use")),
                new Field("area", false, Kind.TEXT, List.of("使用面积", "面积", "建筑面积", "面积（平方米）", "area")),
                new Field("note", false, Kind.TEXT, List.of("备注", "说明", "remark", "note")));
    }

    @Override
    public Map<String, String> example() {
        return Map.of("building", "1号教学楼", "floor", "2", "code", "203", "name", "物理实验室", "use", "专用室", "area", "86.5");
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return take(rows, List.of(), actor);
    }

    @Override
    public List<Outcome> take(List<Row> rows, List<Note> notes, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> {
            var taking = new Taking(service.mainCampus(actor, MAIN_CAMPUS));
            var outcomes = rows.stream().map(taking::judge).toList();
            notes.forEach(taking::learn);
            if (!taking.rooms.isEmpty() || !taking.touched.isEmpty()) writeTrail(actor, taking);
            return outcomes;
        });
    }

    @Override
    public List<Dependent> undo(List<WorkRef> made, Actor actor) {
        var rooms = WorkRef.ids(made, "school.room");
        return trail.remove(actor, "import-undone", new WorkRef("school.room", Ids.next(), "1–" + rooms.size()), null,
                List.of(Removal.of(ROOM, ROOM.ID, rooms), Removal.of(BUILDING, BUILDING.ID, WorkRef.ids(made, "school.building"))));
    }

    private void writeTrail(Actor actor, Taking taking) {
        var school = tenancy.current();
        trail.write(actor, "imported", new WorkRef("school.room", Ids.next(), "1–" + taking.rooms.size()), null,
                Images.of(BUILDING, BUILDING.SCHOOL_ID.eq(school).and(BUILDING.ID.in(taking.touched))).and(ROOM, ROOM.SCHOOL_ID.eq(school).and(ROOM.ID.in(taking.rooms))));
    }

    /** One file being taken in. */
    private final class Taking {
        private final UUID campus;
        private final List<PlaceRepository.Building> buildings = new ArrayList<>(places.buildings());
        private final Map<String, Row> first = new HashMap<>();
        private final List<UUID> rooms = new ArrayList<>();
        private final Set<UUID> touched = new LinkedHashSet<>();

        Taking(UUID campus) {
            this.campus = campus;
        }

        Outcome judge(Row row) {
            for (var field : List.of("building", "code", "name")) {
                if (row.get(field) == null) return Outcome.of(Verdict.PROBLEM, row, field, "import.rooms.missing");
            }
            var before = buildings.size();
            var building = building(row.get("building"));
            var opening = buildings.size() == before ? List.<WorkRef>of() : List.of(new WorkRef("school.building", building.id(), building.name()));
            var code = row.get("code");
            var name = row.get("name").replaceAll("[\\s　]+", "");
            var earlier = first.putIfAbsent(building.id() + "/" + code, row);
            if (earlier != null) {
                return earlier.get("name").replaceAll("[\\s　]+", "").equals(name) ? Outcome.of(Verdict.DUPLICATE, row, "code", "import.rooms.twice", earlier.number())
                        : Outcome.of(Verdict.PROBLEM, row, "code", "import.rooms.two-names", earlier.number(), earlier.get("name"));
            }
            var there = places.room(building.id(), code);
            if (there.isPresent()) {
                return there.get().name().equals(name) ? Outcome.of(Verdict.DUPLICATE, row, "code", "import.rooms.there-already", code)
                        : Outcome.of(Verdict.PROBLEM, row, "code", "rule.school.room-taken", code, there.get().name());
            }
            var area = area(row.get("area"));
            var id = Ids.next();
            places.insert(new PlaceRepository.Room(id, building.id(), code, name, row.get("use") == null ? name : row.get("use"), floor(row.get("floor"), code), area), Grade.IMPORTED);
            rooms.add(id);
            var outcome = area == null && row.get("area") != null ? Outcome.of(Verdict.WARNING, row, "area", "import.rooms.no-area") : Outcome.accepted(row);
            return outcome.made(new WorkRef("school.room", id, building.name() + code)).opened(opening);
        }

        private PlaceRepository.Building building(String text) {
            var plain = text.replaceAll("[\\s　]+", "");
            return called(plain).orElseGet(() -> {
                var names = BRACKETED.matcher(plain);
                var aliases = names.matches() ? List.of(names.group(1), names.group(2)).stream().filter(a -> called(a).isEmpty()).toList() : List.<String>of();
                var opened = new PlaceRepository.Building(Ids.next(), campus, plain, aliases);
                places.insert(opened);
                buildings.add(opened);
                touched.add(opened.id());
                return opened;
            });
        }

        private Optional<PlaceRepository.Building> called(String name) {
            return buildings.stream().filter(b -> b.isCalled(name)).findFirst();
        }

        /** “实验楼”=格物楼: from now on the building is found by that name too. */
        void learn(Note note) {
            var said = SAYS.matcher(note.text());
            while (said.find()) {
                var alias = said.group(1);
                var known = called(said.group(2));
                if (known.isEmpty() || called(alias).isPresent()) continue;
                var b = known.get();
                var aliases = new ArrayList<>(b.aliases());
                aliases.add(alias);
                var more = new PlaceRepository.Building(b.id(), b.campusId(), b.name(), aliases);
                places.change(more);
                buildings.set(buildings.indexOf(b), more);
                touched.add(b.id());
            }
        }
    }

    static @Nullable BigDecimal area(@Nullable String text) {
        if (text == null) return null;
        var number = AREA.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s,]", ""));
        if (!number.matches()) return null;
        var area = new BigDecimal(number.group(1)).setScale(2, RoundingMode.HALF_UP);
        return area.signum() > 0 ? area : null;
    }

    private static @Nullable Integer floor(@Nullable String text, String code) {
        if (text != null && text.matches("-?\\d{1,2}(?:[层楼F])?")) return Integer.valueOf(text.replaceAll("[^-\\d]", ""));
        return code.matches("[1-9]\\d{2}") ? Integer.valueOf(code.substring(0, 1)) : null;
    }
}
