package org.zongwu.stocktaking.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Countable;
import org.zongwu.kernel.Countable.Place;
import org.zongwu.web.NotFound;

/** Whose things can be counted. */
@Component
public class Countables {
    private final List<Countable> all;

    Countables(List<Countable> all) {
        this.all = all;
    }

    public List<Countable> all() {
        return all;
    }

    public Countable of(String kind) {
        return all.stream().filter(c -> c.kind().equals(kind)).findFirst().orElseThrow(NotFound::new);
    }

    public Place place(String kind, UUID placeId, LocalDate day) {
        return of(kind).places(day).stream().filter(p -> p.id().equals(placeId)).findFirst().orElseThrow(NotFound::new);
    }
}
