package org.zongwu.stocktaking.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Countable;
import org.zongwu.kernel.Countable.Thing;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.SampleData;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.CampaignService.Wanted;
import org.zongwu.stocktaking.campaign.Countables;
import org.zongwu.stocktaking.campaign.Recount;
import org.zongwu.stocktaking.count.CountService;
import org.zongwu.stocktaking.variance.DifferenceService;
import org.zongwu.stocktaking.variance.Reason;
import org.zongwu.stocktaking.variance.ProposalService;

/** One warehouse counted and settled, with something missing and something too much; another that is just being counted. */
@Component
class StocktakingSample implements SampleData {
    private final CampaignService campaigns;
    private final CountService counts;
    private final DifferenceService differences;
    private final ProposalService variances;
    private final Countables countables;
    private final Tenancy tenancy;
    private final Clock clock;

    StocktakingSample(CampaignService campaigns, CountService counts, DifferenceService differences, ProposalService variances, Countables countables, Tenancy tenancy, Clock clock) {
        this.campaigns = campaigns;
        this.counts = counts;
        this.differences = differences;
        this.variances = variances;
        this.countables = countables;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 520;
    }

    @Override
    public void create(SampleSchool school) {
        var stores = countables.all().stream().filter(c -> c.kind().equals("stores")).findFirst();
        if (stores.isEmpty()) return;
        var places = tenancy.read(school.schoolId(), () -> stores.get().places(LocalDate.now(clock)));
        if (places.size() < 2) return;
        school.progress("sample.stocktaking");
        finished(school, stores.get(), places.getLast().id());
        running(school, stores.get(), places.getFirst().id());
    }

    private void finished(SampleSchool school, Countable stores, UUID place) {
        var director = school.actor(Duty.GA_DIRECTOR);
        var keeper = school.actor(Duty.STOREKEEPER);
        var other = school.actor(Duty.DISPATCHER);
        var id = begin(school, "期中盘点", Recount.ALL, place, keeper, other);
        var things = tenancy.write(school.schoolId(), () -> stores.freeze(place));
        var plenty = things.stream().filter(t -> t.book().exceeds(Quantity.of(3))).toList();
        var counted = new LinkedHashMap<String, Quantity>();
        for (var t : things) counted.put(t.code(), t.book());
        counted.merge(plenty.getFirst().code(), Quantity.of(-2), Quantity::plus);
        counted.merge(plenty.getLast().code(), Quantity.of(1), Quantity::plus);
        type(school, keeper, id, counted);
        campaigns.countAgain(director, id);
        type(school, other, id, counted);
        campaigns.compare(director, id);
        explain(school, keeper, id, plenty.getFirst(), Reason.DAMAGED, "受潮结块，已不能发放，没有及时报损");
        explain(school, keeper, id, plenty.getLast(), Reason.RECEIVED_UNWRITTEN, "供应商随货多送一件，入库时没有点出");
        variances.prepare(keeper, id);
        for (var document : tenancy.read(school.schoolId(), () -> variances.waiting(id))) variances.approve(director, document);
        campaigns.close(director, id);
    }

    /** A third of it is counted. */
    private void running(SampleSchool school, Countable stores, UUID place) {
        var keeper = school.actor(Duty.STOREKEEPER);
        var id = begin(school, "十一月抽盘", Recount.DIFFERING, place, keeper, school.actor(Duty.DISPATCHER));
        var things = tenancy.write(school.schoolId(), () -> stores.freeze(place));
        var counted = new LinkedHashMap<String, Quantity>();
        for (var t : things.subList(0, things.size() / 3)) counted.put(t.code(), t.book());
        type(school, keeper, id, counted);
    }

    private UUID begin(SampleSchool school, String name, Recount recount, UUID place, Actor first, Actor second) {
        var director = school.actor(Duty.GA_DIRECTOR);
        var id = Ids.next();
        campaigns.plan(director, id, name, recount, LocalDate.now(clock), List.of(new Wanted("stores", place, first.employeeId(), second.employeeId())));
        campaigns.freeze(director, id);
        return id;
    }

    private void type(SampleSchool school, Actor by, UUID id, Map<String, Quantity> counted) {
        var sheet = tenancy.read(school.schoolId(), () -> campaigns.campaign(id).sheets().getFirst().id());
        counts.type(by, id, sheet, by.employeeId(), by.name(), clock.instant(), counted);
    }

    private void explain(SampleSchool school, Actor keeper, UUID id, Thing thing, Reason reason, String words) {
        var line = tenancy.read(school.schoolId(), () -> differences.lineOf(campaigns.campaign(id).sheets().getFirst().id(), thing.id()));
        differences.explain(keeper, line, reason, words, null);
    }
}
