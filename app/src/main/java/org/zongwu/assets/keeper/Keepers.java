package org.zongwu.assets.keeper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.LeavingCheck;
import org.zongwu.kernel.TodoSource;
import org.zongwu.school.Places;
import org.zongwu.web.Messages;

/** R-CUS-2: nobody leaves who keeps a room. Rooms of special use that nobody keeps are said on the desk. */
@Component
class Keepers implements LeavingCheck, TodoSource {
    private final Custodies custodies;
    private final Places places;
    private final Messages messages;
    private final Clock clock;

    Keepers(Custodies custodies, Places places, Messages messages, Clock clock) {
        this.custodies = custodies;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<Held> held(UUID employeeId) {
        return custodies.heldBy(employeeId, LocalDate.now(clock)).stream().map(k -> new Held("held.assets.custody", List.of(k.room()), "/assets/custodies/" + k.id() + "/handover")).toList();
    }

    @Override
    public List<Todo> todos(Actor actor) {
        if (!actor.holds(Duty.ASSET_ADMIN) && !actor.holds(Duty.GA_DIRECTOR)) return List.of();
        var kept = custodies.keptRooms(LocalDate.now(clock));
        var special = words();
        var unkept = places.byName().values().stream().distinct().filter(p -> !kept.contains(p.id()) && special.stream().anyMatch(p.name()::contains))
                .sorted(Comparator.comparing(Places.Place::title)).toList();
        if (unkept.isEmpty()) return List.of();
        return List.of(new Todo("todo.assets.unkept", messages.say("todo.assets.unkept.rooms", unkept.getFirst().title(), unkept.size()), messages.say("todo.assets.unkept.why"), null, null, "/assets/custodies/new"));
    }

    /** What rooms of special use are called, whatever language the reader speaks. */
    private List<String> words() {
        return messages.inEveryLanguage("assets.custody.special").stream().flatMap(w -> List.of(w.split("[、,]\\s*")).stream()).toList();
    }
}
