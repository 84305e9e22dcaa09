package org.zongwu.stocktaking.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Countable.Thing;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.People;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** The uses of a stocktake: planned, frozen, led from the first count to the second and on to its differences, closed. */
@Service
public class CampaignService {
    static final String SERIES = "PD";

    private final CampaignRepository campaigns;
    private final Countables countables;
    private final People people;
    private final Series series;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    CampaignService(CampaignRepository campaigns, Countables countables, People people, Series series, Trail trail, Tenancy tenancy, Clock clock) {
        this.campaigns = campaigns;
        this.countables = countables;
        this.people = people;
        this.series = series;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** A place with one who counts first and one who counts again; the same place may stand several times, for several pairs. */
    public record Wanted(String kind, UUID placeId, UUID first, UUID second) {}

    /** @param id made by the caller */
    public void plan(Actor actor, UUID id, String name, Recount recount, LocalDate on, List<Wanted> wanted) {
        tenancy.write(actor.schoolId(), () -> {
            var counters = new LinkedHashMap<List<Object>, List<Sheet.Counter>>();
            for (var w : wanted) {
                var here = counters.computeIfAbsent(List.of(w.kind(), w.placeId()), k -> new ArrayList<>());
                add(here, counter(w.first(), 1));
                add(here, counter(w.second(), 2));
            }
            var sheets = counters.entrySet().stream().map(e -> {
                var place = countables.place((String) e.getKey().getFirst(), (UUID) e.getKey().getLast(), LocalDate.now(clock));
                return new Sheet(Ids.next(), (String) e.getKey().getFirst(), place.id(), place.name(), place.keeperId(), place.keeper(), List.copyOf(e.getValue()));
            }).toList();
            var campaign = Campaign.plan(actor, id, name, recount, on, clock.instant(), sheets);
            campaigns.insert(campaign);
            trail.write(actor, "stocktake-planned", campaign.ref(), null, campaigns.images(id));
        });
    }

    /**
     * Writes down what should lie there. Whoever is posting on these cards is waited for, so that the list belongs to one instant.
     *
     * @return the number, as {@code PD-2026-00003}
     */
    public String freeze(Actor actor, UUID id) {
        return tenancy.write(actor.schoolId(), () -> {
            var planned = lock(id);
            if (planned.no() != null) return planned.no(); // pressed twice
            Campaign.requireOrganiser(actor);
            planned.require(CampaignState.PLANNED);
            var today = LocalDate.now(clock);
            for (var sheet : planned.sheets()) {
                var things = countables.of(sheet.kind()).freeze(sheet.placeId());
                if (things.isEmpty()) throw new RuleBroken("R-CNT-1", "rule.stocktake.nothing-there", sheet.name());
                campaigns.freeze(sheet.id(), countables.place(sheet.kind(), sheet.placeId(), today), things);
            }
            var frozen = planned.freeze(actor, series.next(SERIES, today.getYear()), clock.instant());
            requireFree(frozen);
            campaigns.update(frozen);
            trail.write(actor, "stocktake-frozen", frozen.ref(), null, campaigns.images(id).and(campaigns.lineImages(id)));
            return frozen.no();
        });
    }

    /** Another person counts there from now on, as when one falls ill. */
    public void appoint(Actor actor, UUID id, UUID sheetId, UUID personId, int round) {
        tenancy.write(actor.schoolId(), () -> {
            var campaign = lock(id);
            Campaign.requireOrganiser(actor);
            if (!campaign.state().isRunning() && campaign.state() != CampaignState.PLANNED) throw new RuleBroken("R-CNT-1", "rule.stocktake.over");
            if (campaigns.insertCounter(campaign.sheet(sheetId).id(), counter(personId, round))) trail.write(actor, "stocktake-appointed", campaign.ref(), null, campaigns.images(id));
        });
    }

    public void countAgain(Actor actor, UUID id) {
        step(actor, id, "stocktake-second-count", null, (c, p) -> c.countAgain(actor, p));
    }

    public void compare(Actor actor, UUID id) {
        step(actor, id, "stocktake-compared", null, (c, p) -> c.compare(actor, p));
    }

    public void close(Actor actor, UUID id) {
        step(actor, id, "stocktake-closed", null, (c, p) -> c.close(actor, p, clock.instant()));
    }

    public void cancel(Actor actor, UUID id, String reason) {
        step(actor, id, "stocktake-cancelled", reason.strip(), (c, p) -> c.cancel(actor, p, reason));
    }

    /** What lies there and is not on the list; the line waits to be counted like any other. */
    public UUID find(Actor actor, UUID id, UUID sheetId, String code) {
        return tenancy.write(actor.schoolId(), () -> {
            var campaign = lock(id);
            var sheet = campaign.sheet(sheetId);
            if (!Campaign.mayOrganise(actor) && !sheet.isCountedBy(actor.employeeId())) throw new NotFound();
            if (campaign.state().round() == 0) throw new RuleBroken("R-CNT-1", "rule.stocktake.over");
            var thing = countables.of(sheet.kind()).find(sheet.placeId(), code.strip()).orElseThrow(() -> RuleBroken.at("code", "R-CNT-5", "rule.stocktake.no-such-thing", code));
            if (campaigns.isOnList(sheetId, thing.id())) throw RuleBroken.at("code", "R-CNT-5", "rule.stocktake.on-the-list", thing.title());
            var line = campaigns.insertLines(sheetId, campaigns.lastLine(sheetId), List.of(thing), true).getFirst();
            trail.write(actor, "stocktake-found", campaign.ref(), thing.title(), campaigns.images(List.of(line)));
            return line;
        });
    }

    /** Takes a whole list in that was counted on paper before: campaign and lines, without counts. */
    public List<UUID> takeIn(Actor actor, Campaign campaign, List<Thing> things) {
        campaigns.insert(campaign);
        var lines = campaigns.insertLines(campaign.sheets().getFirst().id(), 0, things, false);
        trail.write(actor, "imported", campaign.ref(), null, campaigns.images(campaign.id()).and(campaigns.lineImages(campaign.id())));
        return lines;
    }

    public String nextNumber(int year) {
        return series.next(SERIES, year);
    }

    public Campaign campaign(UUID id) {
        return campaigns.find(id).orElseThrow(NotFound::new);
    }

    /** By id or number. */
    public Campaign campaign(String ref) {
        return campaign(ref.length() == 36 ? UUID.fromString(ref) : campaigns.idOf(ref).orElseThrow(NotFound::new));
    }

    public Optional<UUID> idOf(String no) {
        return campaigns.idOf(no);
    }

    /** The campaign, which nobody else leads on until the transaction ends. */
    public Campaign lock(UUID id) {
        return campaigns.lock(id).orElseThrow(NotFound::new);
    }

    /** The campaign, which stays as it is until the transaction ends; many may hold it so at once. */
    public Campaign hold(UUID id) {
        return campaigns.hold(id).orElseThrow(NotFound::new);
    }

    /** Saves the next state of a campaign that is locked. */
    public Images save(Campaign next) {
        campaigns.update(next);
        return campaigns.images(next.id());
    }

    /** Everything that is not over, the oldest first. */
    public List<Campaign> running() {
        return campaigns.running();
    }

    public Map<UUID, Progress> progress(UUID id) {
        return campaigns.progress(id);
    }

    public Progress whole(UUID id) {
        return progress(id).values().stream().reduce(Progress.NOTHING, Progress::plus);
    }

    private void step(Actor actor, UUID id, String action, @Nullable String reason, BiFunction<Campaign, Progress, Campaign> step) {
        tenancy.write(actor.schoolId(), () -> {
            var next = step.apply(lock(id), whole(id));
            campaigns.update(next);
            trail.write(actor, action, next.ref(), reason, campaigns.images(id));
        });
    }

    /** One list at a time for each place: two would compare the same goods with two books. */
    private void requireFree(Campaign campaign) {
        for (var other : campaigns.running()) {
            if (other.id().equals(campaign.id()) || !other.state().isRunning() || other.recount() == Recount.NONE) continue;
            for (var sheet : campaign.sheets()) {
                if (other.sheets().stream().anyMatch(s -> s.kind().equals(sheet.kind()) && s.placeId().equals(sheet.placeId()))) {
                    throw new RuleBroken("R-CNT-6", "rule.stocktake.counted-elsewhere", sheet.name(), other.ref().no());
                }
            }
        }
    }

    private Sheet.Counter counter(UUID personId, int round) {
        var person = people.employee(personId).orElseThrow(NotFound::new);
        if (!person.inService()) throw RuleBroken.at("person", "R-CNT-1", "rule.stocktake.counter-left", person.name());
        return new Sheet.Counter(person.id(), person.name(), round);
    }

    private static void add(List<Sheet.Counter> all, Sheet.Counter one) {
        if (!all.contains(one)) all.add(one);
    }
}
