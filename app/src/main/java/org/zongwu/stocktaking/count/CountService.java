package org.zongwu.stocktaking.count;

import static zongwu.db.stocktaking.Tables.LINE;
import static zongwu.db.stocktaking.Tables.TAKEN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Countable.Moment;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stocktaking.campaign.Campaign;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.CampaignState;
import org.zongwu.stocktaking.campaign.Countables;
import org.zongwu.stocktaking.campaign.Sheet;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/**
 * Takes counts in, whenever they arrive and however often: each has the id that the phone gave it. A count is held against the book
 * of the instant at which it was made, so that an issue between freezing and counting, or between two counts, is no difference.
 */
@Service
public class CountService {
    static final int MOST = 200;

    private final CountRepository counts;
    private final CampaignService campaigns;
    private final Countables countables;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    CountService(CountRepository counts, CampaignService campaigns, Countables countables, Trail trail, Tenancy tenancy, Clock clock) {
        this.counts = counts;
        this.campaigns = campaigns;
        this.countables = countables;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @param at by the clock of whoever counted */
    public record Entry(UUID id, UUID lineId, int round, Quantity quantity, Instant at) {}

    /** KNOWN: it was here before. LATE: it is kept, and its line lies in a document already. REFUSED: it is not kept. */
    public enum Result { KEPT, KNOWN, LATE, REFUSED }

    /** A person and how his counts come in; {@code typedBy} who typed them from paper. */
    private record Hand(@Nullable UUID personId, String name, Taken.Via via, @Nullable UUID typedBy) {}

    /**
     * Counts from a phone.
     *
     * @param sent by the same clock as the counts, when they were sent: what it is off by is taken from each of them
     * @return by id, in the order in which they came
     */
    public Map<UUID, Result> take(Actor actor, UUID campaignId, Instant sent, List<Entry> entries) {
        return tenancy.write(actor.schoolId(), () -> {
            var campaign = begun(actor, campaignId);
            var off = Duration.between(sent, clock.instant());
            var straight = entries.stream().map(e -> new Entry(e.id(), e.lineId(), e.round(), e.quantity(), e.at().plus(off))).toList();
            return take(actor, campaign, new Hand(actor.employeeId(), actor.name(), Taken.Via.PHONE, null), straight);
        });
    }

    /**
     * Counts from a sheet of paper, which anybody who counts or organises may type.
     *
     * @param counted by code, at one instant
     */
    public void type(Actor actor, UUID campaignId, UUID sheetId, UUID personId, String name, Instant at, Map<String, Quantity> counted) {
        tenancy.write(actor.schoolId(), () -> {
            var campaign = begun(actor, campaignId);
            var sheet = campaign.sheet(sheetId);
            if (!Campaign.mayOrganise(actor) && !sheet.isCountedBy(actor.employeeId())) throw new NotFound();
            if (campaign.state().round() == 0) throw new RuleBroken("R-CNT-1", "rule.stocktake.over");
            if (!sheet.isCountedBy(personId)) throw RuleBroken.at("person", "R-CNT-7", "rule.stocktake.not-appointed", name, sheet.name());
            if (at.isAfter(clock.instant()) || at.isBefore(campaign.frozenAt())) throw RuleBroken.at("at", "R-CNT-7", "rule.stocktake.counted-when");
            var lines = counts.byCode(sheetId);
            var entries = new ArrayList<Entry>();
            counted.forEach((code, quantity) -> {
                if (!lines.containsKey(code)) throw new RuleBroken("R-CNT-5", "rule.stocktake.not-on-the-list", code);
                entries.add(new Entry(Ids.next(), lines.get(code), campaign.state().round(), quantity, at));
            });
            take(actor, campaign, new Hand(personId, name, Taken.Via.PAPER, actor.employeeId()), entries);
        });
    }

    /** Counts of a list from before the product was there: held against what the book says by the end of that day. */
    public void takeIn(Actor actor, Campaign campaign, String name, Instant at, Map<UUID, Quantity> counted, Map<UUID, Quantity> book) {
        var hand = new Hand(null, name, Taken.Via.IMPORT, null);
        var lines = counts.lock(campaign.id(), counted.keySet());
        var taken = lines.stream().map(l -> taken(Ids.next(), l, 1, hand, counted.get(l.id()), at, book.get(l.id()), false)).toList();
        counts.insert(taken, null);
        judge(campaign, lines);
        write(actor, campaign, lines, taken);
    }

    /** Counts of these lines, of each in order. */
    public Map<UUID, List<Taken>> of(Collection<UUID> lines) {
        return counts.counts(lines);
    }

    List<CountRepository.Shown> list(Campaign campaign, Sheet sheet, UUID me) {
        return counts.list(sheet.id(), campaign.state().round(), me, campaign.recount() == org.zongwu.stocktaking.campaign.Recount.ALL);
    }

    List<Integer> countedSince(Campaign campaign, Sheet sheet, Instant since) {
        return counts.countedSince(sheet.id(), campaign.state().round(), since);
    }

    /** The campaign, held as it is; the first count takes it from FROZEN to COUNTING. */
    private Campaign begun(Actor actor, UUID id) {
        if (campaigns.campaign(id).state() == CampaignState.FROZEN) {
            var next = campaigns.lock(id).counting();
            if (next.state() == CampaignState.COUNTING) trail.write(actor, "stocktake-begun", next.ref(), null, campaigns.save(next));
            return next;
        }
        return campaigns.hold(id);
    }

    private Map<UUID, Result> take(Actor actor, Campaign campaign, Hand hand, List<Entry> entries) {
        var lines = counts.lock(campaign.id(), entries.stream().map(Entry::lineId).distinct().toList()).stream().collect(Collectors.toMap(CountRepository.Line::id, l -> l, (a, b) -> a, LinkedHashMap::new));
        var known = counts.known(entries.stream().map(Entry::id).toList()); // now that their lines are ours: the same sent twice waited above
        var results = new LinkedHashMap<UUID, Result>();
        var fresh = new LinkedHashMap<UUID, Entry>();
        for (var e : entries) {
            var line = lines.get(e.lineId());
            if (known.containsKey(e.id())) results.put(e.id(), isSame(known.get(e.id()), e, hand) ? Result.KNOWN : Result.REFUSED);
            else if (line == null || e.round() < 1 || e.round() > 3 || !campaign.sheet(line.sheetId()).isCountedBy(hand.personId())) results.put(e.id(), Result.REFUSED);
            else if (fresh.putIfAbsent(e.id(), e) == null) results.put(e.id(), line.inDocument() || campaign.state().round() == 0 ? Result.LATE : Result.KEPT);
        }
        if (fresh.isEmpty()) return results;
        var book = book(campaign, lines, fresh.values());
        var taken = fresh.values().stream().map(e -> taken(e.id(), lines.get(e.lineId()), e.round(), hand, e.quantity(), within(campaign, e.at()), book.get(e.id()), results.get(e.id()) == Result.LATE)).toList();
        counts.insert(taken, hand.typedBy());
        var touched = taken.stream().filter(t -> !t.late()).map(t -> lines.get(t.lineId())).distinct().toList();
        judge(campaign, touched);
        write(actor, campaign, touched, taken);
        return results;
    }

    /** What the book said of each at its instant; the things in order, as everybody who moves them takes them. */
    private Map<UUID, Quantity> book(Campaign campaign, Map<UUID, CountRepository.Line> lines, Collection<Entry> entries) {
        var said = new HashMap<UUID, Quantity>();
        var bySheet = entries.stream().collect(Collectors.groupingBy(e -> lines.get(e.lineId()).sheetId()));
        for (var sheet : campaign.sheets()) {
            var here = bySheet.getOrDefault(sheet.id(), List.of()).stream().sorted(Comparator.comparing(e -> lines.get(e.lineId()).thingId())).toList();
            if (here.isEmpty()) continue;
            var book = countables.of(sheet.kind()).book(sheet.placeId(), here.stream().map(e -> new Moment(lines.get(e.lineId()).thingId(), within(campaign, e.at()))).toList());
            for (var i = 0; i < here.size(); i++) said.put(here.get(i).id(), book.get(i));
        }
        return said;
    }

    private void judge(Campaign campaign, List<CountRepository.Line> lines) {
        var all = counts.counts(lines.stream().map(CountRepository.Line::id).toList());
        var updates = new ArrayList<Query>();
        for (var line : lines) {
            var here = all.getOrDefault(line.id(), List.of());
            updates.add(counts.standing(line, Verdict.of(here, campaign.recount(), campaign.sheet(line.sheetId()).keeperId(), null), here.size()));
        }
        counts.run(updates);
    }

    private void write(Actor actor, Campaign campaign, List<CountRepository.Line> lines, List<Taken> taken) {
        var no = campaign.ref().no();
        trail.write(actor, "counted", taken.stream().map(t -> new WorkRef("stocktaking.taken", t.id(), no)).toList(), TAKEN);
        if (!lines.isEmpty()) trail.write(actor, "counted", lines.stream().map(l -> new WorkRef("stocktaking.line", l.id(), no + " " + l.code())).toList(), LINE);
    }

    /** Neither before the list was frozen nor after now: a clock that was set in between is not believed. */
    private Instant within(Campaign campaign, Instant at) {
        var now = clock.instant();
        if (at.isAfter(now)) return now;
        return campaign.frozenAt() != null && at.isBefore(campaign.frozenAt()) ? campaign.frozenAt() : at;
    }

    private Taken taken(UUID id, CountRepository.Line line, int round, Hand hand, Quantity quantity, Instant at, Quantity book, boolean late) {
        return new Taken(id, line.id(), round, hand.personId(), hand.name(), quantity, at, clock.instant(), book, hand.via(), late);
    }

    private static boolean isSame(Taken there, Entry sent, Hand hand) {
        return there.lineId().equals(sent.lineId()) && there.quantity().equals(sent.quantity()) && hand.personId() != null && hand.personId().equals(there.personId());
    }
}
