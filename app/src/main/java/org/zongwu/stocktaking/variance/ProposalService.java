package org.zongwu.stocktaking.variance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Countable.Variance;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.CampaignState;
import org.zongwu.stocktaking.campaign.Countables;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;

/** Differences become documents: prepared by those who know the goods, approved by somebody who neither keeps nor counted them. */
@Service
public class ProposalService {
    private final ProposalRepository variances;
    private final DifferenceRepository lines;
    private final CampaignService campaigns;
    private final Countables countables;
    private final Messages messages;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    ProposalService(ProposalRepository variances, DifferenceRepository lines, CampaignService campaigns, Countables countables, Messages messages, Trail trail, Tenancy tenancy, Clock clock) {
        this.variances = variances;
        this.lines = lines;
        this.campaigns = campaigns;
        this.countables = countables;
        this.messages = messages;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Puts every explained difference into a document of its place, which waits to be approved. Without differences there is none. */
    public void prepare(Actor actor, UUID campaignId) {
        tenancy.write(actor.schoolId(), () -> {
            Difference.requireMayExplain(actor);
            var next = campaigns.lock(campaignId).resolve(campaigns.whole(campaignId));
            for (var sheet : next.sheets()) {
                var open = lines.ofSheet(sheet.id()).stream().filter(d -> d.varianceId() == null).map(Difference::id).toList();
                if (open.isEmpty()) continue;
                var id = Ids.next();
                variances.insert(id, sheet.id(), open.size(), actor.employeeId(), clock.instant());
                lines.intoDocument(open, id);
                trail.write(actor, "variance-prepared", new WorkRef("stocktaking.variance", id, next.ref().no() + " " + sheet.name()), null, variances.images(id).and(lines.images(open)));
            }
            trail.write(actor, "stocktake-resolved", next.ref(), null, campaigns.save(next));
        });
    }

    /**
     * Approves: in one transaction the module that keeps the things writes its document. A second call answers the same.
     *
     * @return the document's number, as {@code PY-2026-00001}
     */
    public String approve(Actor actor, UUID id) {
        return tenancy.write(actor.schoolId(), () -> {
            var campaign = campaigns.lock(proposal(id).campaignId());
            var proposal = proposal(id); // as it is now that the campaign is ours
            if (proposal.documentNo() != null) return proposal.documentNo();
            var sheet = campaign.sheet(proposal.sheetId());
            proposal.requireApprover(actor, sheet, variances.hasCounted(campaign.id(), actor.employeeId()));
            var differences = lines.ofVariance(id);
            var accepted = new Variance(id, campaign.ref(), campaign.name(), sheet.placeId(), LocalDate.now(clock), proposal.preparedById(), proposal.preparedAt(), differences.stream().map(this::line).toList());
            var document = countables.of(sheet.kind()).accept(actor, accepted);
            variances.decide(id, "APPROVED", actor.employeeId(), clock.instant(), null, document);
            trail.write(actor, "variance-approved", ref(proposal, document.no()), null, variances.images(id));
            return document.no();
        });
    }

    /** Gives the document back with words; its differences are open again. */
    public void giveBack(Actor actor, UUID id, String words) {
        tenancy.write(actor.schoolId(), () -> {
            if (!actor.holds(Duty.GA_DIRECTOR)) throw new RuleBroken("R-AST-5", "rule.stocktake.director-approves");
            if (words.strip().length() < 2) throw RuleBroken.at("words", "R-AST-5", "rule.stocktake.words-too-short");
            var campaign = campaigns.lock(proposal(id).campaignId());
            var proposal = proposal(id);
            if (!proposal.state().equals(Proposal.PREPARED)) throw new RuleBroken("R-AST-5", "rule.stocktake.decided-already");
            if (actor.employeeId().equals(proposal.preparedById())) throw new RuleBroken("SOD-3", "rule.stocktake.preparer-approves-not");
            var open = lines.ofVariance(id).stream().map(Difference::id).toList();
            variances.decide(id, "RETURNED", actor.employeeId(), clock.instant(), words.strip(), null);
            lines.intoDocument(open, null);
            trail.write(actor, "variance-returned", ref(proposal, ""), words.strip(), variances.images(id).and(lines.images(open)));
            if (campaign.state() == CampaignState.RESOLVED) {
                var next = campaign.reopen();
                trail.write(actor, "stocktake-reopened", next.ref(), words.strip(), campaigns.save(next));
            }
        });
    }

    /** The documents of a campaign that wait to be approved. */
    public List<UUID> waiting(UUID campaignId) {
        return variances.waiting(campaignId);
    }

    Proposal proposal(UUID id) {
        return variances.find(id).orElseThrow(NotFound::new);
    }

    List<Difference> differences(UUID id) {
        return lines.ofVariance(id);
    }

    private Variance.Line line(Difference d) {
        return new Variance.Line(d.thingId(), d.book(), d.quantity(), d.difference(), d.price(), messages.say("stocktake.reason." + d.reason().name()) + "：" + d.words());
    }

    private static WorkRef ref(Proposal proposal, String no) {
        return new WorkRef("stocktaking.variance", proposal.id(), no);
    }
}
