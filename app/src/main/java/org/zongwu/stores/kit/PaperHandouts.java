package org.zongwu.stores.kit;

import static zongwu.db.stores.Tables.KIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Series;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.school.People;
import org.zongwu.trail.Trail;

/** Takes over a list of what the classes were handed at the opening of a term, signed on paper: a hand-out whose slips are posted already. */
@Service
public class PaperHandouts {
    private final HandoutRepository handouts;
    private final Logbooks books;
    private final People people;
    private final Series series;
    private final Trail trail;
    private final Clock clock;

    PaperHandouts(HandoutRepository handouts, Logbooks books, People people, Series series, Trail trail, Clock clock) {
        this.handouts = handouts;
        this.books = books;
        this.people = people;
        this.series = series;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param slipId of the issue of the class, which is posted next */
    public record Part(UUID classId, UUID receiverId, UUID slipId) {}

    /**
     * Opens the hand-out; its slips are posted next. Within the caller's transaction.
     *
     * @param kit   what the list calls itself; the kit of that name is taken, or opened
     * @param day   the first on which anything was handed out
     * @param dueOn by when every class should have had its share
     */
    public WorkRef open(Actor actor, String kit, UUID warehouseId, LocalDate day, LocalDate dueOn, List<Part> parts, Collection<UUID> items) {
        var known = handouts.kits().stream().filter(k -> k.name().equals(kit)).findFirst();
        var kitId = known.map(HandoutRepository.Kit::id).orElseGet(() -> books.enter(actor, books.of(KIT), Draft.blank().set(KIT.NAME, kit).set(KIT.DAY, day)).id());
        var heads = people.headcounts(day);
        var id = Ids.next();
        var handout = new Handout(id, series.next(HandoutService.SERIES, day.getYear()), kit, warehouseId, "", day, dueOn.isBefore(day) ? day : dueOn, List.of(), List.of());
        var counted = parts.stream().map(p -> new HandoutRepository.Counted(p.classId(), p.receiverId(), heads.getOrDefault(p.classId(), 0), 1, p.slipId())).toList();
        handouts.insert(handout, kitId, actor.employeeId(), clock.instant(), counted, List.copyOf(items));
        trail.write(actor, "imported", new WorkRef("stores.handout", id, handout.no()), null, handouts.images(id));
        return new WorkRef("stores.handout", id, handout.no());
    }
}
