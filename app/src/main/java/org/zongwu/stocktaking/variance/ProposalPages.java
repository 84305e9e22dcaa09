package org.zongwu.stocktaking.variance;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stocktaking.campaign.Campaign;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.Countables;
import org.zongwu.stocktaking.campaign.Sheet;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Shown;

/** A 盘盈盘亏单 as whoever approves it reads it, with what each difference is worth today. */
@Component
class ProposalPages {
    static final String PATH = "/stocktakes/variances";

    private final ProposalService service;
    private final CampaignService campaigns;
    private final Countables countables;
    private final Trail trail;
    private final Messages messages;

    ProposalPages(ProposalService service, CampaignService campaigns, Countables countables, Trail trail, Messages messages) {
        this.service = service;
        this.campaigns = campaigns;
        this.countables = countables;
        this.trail = trail;
        this.messages = messages;
    }

    static Column.Mark mark(String state) {
        return switch (state) {
            case "PREPARED" -> Column.Mark.WAIT;
            case "RETURNED" -> Column.Mark.LATE;
            default -> Column.Mark.END;
        };
    }

    DocumentPage document(Proposal proposal, Actor actor, FormView form) {
        var campaign = campaigns.campaign(proposal.campaignId());
        var title = messages.say("stocktake.variance.one") + "　" + (proposal.documentNo() == null ? campaign.sheet(proposal.sheetId()).name() : proposal.documentNo());
        return new DocumentPage(title, messages.say("stocktake.variance.state." + proposal.state()), mark(proposal.state()), PATH, messages.say("stocktake.variance.title"), paper(proposal, campaign),
                Timeline.of(trail.steps(proposal.id()), messages), related(proposal, campaign), buttons(proposal, actor), null, form);
    }

    private Paper paper(Proposal proposal, Campaign campaign) {
        var sheet = campaign.sheet(proposal.sheetId());
        var lines = new ArrayList<List<String>>();
        var sum = Money.ZERO;
        for (var d : service.differences(proposal.id())) {
            var worth = worth(sheet, d);
            if (worth != null) sum = sum.plus(worth);
            lines.add(List.of(Integer.toString(lines.size() + 1), d.code(), d.title(), d.unit(), String.valueOf(d.book()), String.valueOf(d.quantity()), String.valueOf(d.difference()),
                    worth == null ? "" : worth.toString(), d.reason() == null ? "" : messages.say("stocktake.reason." + d.reason().name()) + "：" + d.words()));
        }
        return new Paper(messages.say("stocktake.variance.one"), proposal.documentNo() == null ? messages.say("stocktake.variance.no-number") : proposal.documentNo(),
                List.of(new Paper.Meta(messages.say("stocktake.line.campaign"), campaign.ref().no() + "　" + campaign.name()), new Paper.Meta(messages.say("stocktake.line.place"), sheet.name()),
                        new Paper.Meta(messages.say("stocktake.keeper"), sheet.keeper() == null ? "—" : sheet.keeper())),
                heads(), lines, "", 0, List.of(), messages.say("stocktake.variance.note", sum), stamps(proposal), null);
    }

    /** What it is worth at the price of today: what is booked follows the card of the moment of approval. */
    private @Nullable Money worth(Sheet sheet, Difference d) {
        if (d.difference() == null) return null;
        var price = countables.of(sheet.kind()).unitCost(sheet.placeId(), d.thingId()).orElse(d.price());
        return price == null ? null : Money.ofYuan(d.difference().value().multiply(price).setScale(2, RoundingMode.HALF_UP));
    }

    private List<Paper.Head> heads() {
        return List.of(head("label.line", true), head("label.code", false), head("stocktake.line.title-of", false), head("label.unit", false), head("stocktake.line.book", true), head("stocktake.line.counted", true),
                head("stocktake.line.difference", true), head("stocktake.worth", true), head("label.reason", false));
    }

    private Paper.Head head(String key, boolean right) {
        return new Paper.Head(messages.say(key), right, 0);
    }

    private List<Paper.Stamp> stamps(Proposal proposal) {
        var approved = proposal.documentNo() != null;
        return List.of(new Paper.Stamp(messages.say("stocktake.prepared-by"), proposal.preparedBy(), Shown.fullTime(proposal.preparedAt()), null),
                new Paper.Stamp(messages.say("stocktake.approved-by"), approved && proposal.decidedBy() != null ? proposal.decidedBy() : "—", approved ? Shown.fullTime(proposal.decidedAt()) : messages.say("stocktake.awaited"),
                        approved ? messages.say("stocktake.approved-seal") : null, approved));
    }

    private List<DocumentPage.Related> related(Proposal proposal, Campaign campaign) {
        var all = new ArrayList<>(List.of(new DocumentPage.Related(messages.say("stocktake.line.campaign"), campaign.ref().no(), "/stocktakes/" + campaign.id()),
                new DocumentPage.Related(messages.say("stocktake.line.title"), messages.say("stocktake.lines.count", proposal.lines()), LineController.PATH + "?variance=" + proposal.id())));
        if (proposal.documentNo() != null && proposal.documentType() != null) {
            var document = new WorkRef(proposal.documentType(), proposal.id(), proposal.documentNo());
            all.add(new DocumentPage.Related(messages.say("stocktake.line.document"), document.no(), countables.of(campaign.sheet(proposal.sheetId()).kind()).path(document)));
        }
        if (proposal.words() != null) all.add(new DocumentPage.Related(messages.say("stocktake.variance.returned"), proposal.words(), null));
        return all;
    }

    private List<Button> buttons(Proposal proposal, Actor actor) {
        var path = PATH + "/" + proposal.id();
        if (!proposal.state().equals(Proposal.PREPARED) || !actor.holds(Duty.GA_DIRECTOR) || actor.employeeId().equals(proposal.preparedById())) return List.of();
        return List.of(Button.danger(messages.say("stocktake.variance.return"), path + "/return", "undo"), Button.primary(messages.say("stocktake.variance.approve"), path + "/approval", "check"));
    }
}
