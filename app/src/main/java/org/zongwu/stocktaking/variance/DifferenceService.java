package org.zongwu.stocktaking.variance;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stocktaking.campaign.Campaign;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.CampaignState;
import org.zongwu.stocktaking.campaign.Countables;
import org.zongwu.stocktaking.count.CountService;
import org.zongwu.stocktaking.count.LineState;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** What people say about a difference: why it is there, which of two counts holds, or that it is to be counted once more. */
@Service
public class DifferenceService {
    private static final int SHORTEST = 2;

    private final DifferenceRepository lines;
    private final CountService counts;
    private final CampaignService campaigns;
    private final Countables countables;
    private final Trail trail;
    private final Tenancy tenancy;

    DifferenceService(DifferenceRepository lines, CountService counts, CampaignService campaigns, Countables countables, Trail trail, Tenancy tenancy) {
        this.lines = lines;
        this.counts = counts;
        this.campaigns = campaigns;
        this.countables = countables;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    /** @param price yuan for one unit of a gain; needed only where the book has no price for it */
    public void explain(Actor actor, UUID lineId, Reason reason, String words, @Nullable BigDecimal price) {
        tenancy.write(actor.schoolId(), () -> {
            Difference.requireMayExplain(actor);
            var campaign = compared(lineId);
            var line = lines.lock(lineId).orElseThrow(NotFound::new);
            line.requireExplainable();
            if (words.strip().length() < SHORTEST) throw RuleBroken.at("words", "R-AST-5", "rule.stocktake.words-too-short");
            var sheet = campaign.sheet(line.sheetId());
            if (line.isGain() && price == null && countables.of(sheet.kind()).unitCost(sheet.placeId(), line.thingId()).isEmpty()) {
                throw RuleBroken.at("price", "R-AST-5", "rule.stocktake.price-needed", line.title());
            }
            lines.explain(lineId, reason, words.strip(), actor.employeeId(), line.isGain() ? price : null);
            trail.write(actor, "difference-explained", ref(campaign, line), words.strip(), lines.images(List.of(lineId)));
        });
    }

    /** Says which count holds where they differ; for organisers, with words, and nobody decides for his own count. */
    public void decide(Actor actor, UUID lineId, UUID countId, String words) {
        tenancy.write(actor.schoolId(), () -> {
            Campaign.requireOrganiser(actor);
            var campaign = compared(lineId);
            var line = lines.lock(lineId).orElseThrow(NotFound::new);
            line.requireOutside();
            var heard = counts.of(List.of(lineId)).getOrDefault(lineId, List.of());
            var count = heard.stream().filter(t -> t.id().equals(countId)).findFirst().orElseThrow(NotFound::new);
            if (heard.stream().anyMatch(t -> actor.employeeId().equals(t.personId()))) throw new RuleBroken("SOD-5", "rule.stocktake.decides-not-own");
            if (words.strip().length() < SHORTEST) throw RuleBroken.at("words", "R-CNT-3", "rule.stocktake.words-too-short");
            var state = count.difference().compareTo(Quantity.ZERO) == 0 ? LineState.MATCHED : LineState.DIFFERS;
            lines.decide(lineId, state, countId, count.quantity(), count.difference(), count.at(), actor.employeeId(), words.strip());
            trail.write(actor, "difference-decided", ref(campaign, line), words.strip(), lines.images(List.of(lineId)));
        });
    }

    /** Puts the line on the phones once more, as when its paper came late. */
    public void again(Actor actor, UUID lineId, String words) {
        tenancy.write(actor.schoolId(), () -> {
            if (!Campaign.mayOrganise(actor)) Difference.requireMayExplain(actor);
            var campaign = compared(lineId);
            var line = lines.lock(lineId).orElseThrow(NotFound::new);
            line.requireOutside();
            lines.again(lineId);
            trail.write(actor, "count-asked-again", ref(campaign, line), words.isBlank() ? null : words.strip(), lines.images(List.of(lineId)));
        });
    }

    Difference line(UUID id) {
        return lines.find(id).orElseThrow(NotFound::new);
    }

    /** @throws NotFound when the thing does not differ on that list */
    public UUID lineOf(UUID sheetId, UUID thingId) {
        return lines.ofSheet(sheetId).stream().filter(d -> d.thingId().equals(thingId)).map(Difference::id).findFirst().orElseThrow(NotFound::new);
    }

    /** Every line of a list, in its order. */
    public List<LineOnPaper> onPaper(UUID sheetId) {
        return lines.all(sheetId).stream().map(d -> new LineOnPaper(d.number(), d.code(), d.title(), d.area(), d.unit(), d.book(), d.quantity(), d.difference(), d.reason(), d.words())).toList();
    }

    /** @param book of the instant of the count, as all that follows; null while the line does not stand */
    public record LineOnPaper(int number, String code, String title, String area, String unit, @Nullable Quantity book, @Nullable Quantity quantity, @Nullable Quantity difference,
            @Nullable Reason reason, @Nullable String words) {}

    /** The campaign of the line, which is at its differences and stays there until the transaction ends. */
    private Campaign compared(UUID lineId) {
        var campaign = campaigns.hold(line(lineId).campaignId());
        campaign.require(CampaignState.DIFFERENCES);
        return campaign;
    }

    private static WorkRef ref(Campaign campaign, Difference line) {
        return new WorkRef("stocktaking.line", line.id(), campaign.ref().no() + " " + line.code());
    }
}
