package org.zongwu.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.TodoSource;

/** What somebody must do, from all modules: with a due day first, the earliest before the later. */
@Component
public class Todos {
    private static final long FRESH_SECONDS = 20;

    private final List<TodoSource> sources;
    private final Tenancy tenancy;
    private final Clock clock;
    private final Map<Key, Counted> counts = new ConcurrentHashMap<>();

    Todos(List<TodoSource> sources, Tenancy tenancy, Clock clock) {
        this.sources = sources;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    public List<TodoSource.Todo> of(Actor actor) {
        var all = tenancy.read(actor.schoolId(), () -> sources.stream().flatMap(s -> s.todos(actor).stream())
                .sorted(Comparator.comparing(TodoSource.Todo::due, Comparator.nullsLast(Comparator.naturalOrder()))).toList());
        counts.put(new Key(actor.schoolId(), actor.employeeId()), new Counted(all.size(), Instant.now(clock)));
        return all;
    }

    /** For the bell: at most {@value #FRESH_SECONDS} seconds old, so that a page does not ask all modules. */
    public int count(Actor actor) {
        var known = counts.get(new Key(actor.schoolId(), actor.employeeId()));
        if (known != null && known.at().plusSeconds(FRESH_SECONDS).isAfter(Instant.now(clock))) return known.count();
        return of(actor).size();
    }

    /** The actor has just done something: the next page counts anew. */
    void forget(Actor actor) {
        counts.remove(new Key(actor.schoolId(), actor.employeeId()));
    }

    private record Key(long school, UUID employee) {}

    private record Counted(int count, Instant at) {}
}
