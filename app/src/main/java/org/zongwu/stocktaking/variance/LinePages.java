package org.zongwu.stocktaking.variance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.stocktaking.campaign.Campaign;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.CampaignState;
import org.zongwu.stocktaking.campaign.Countables;
import org.zongwu.stocktaking.count.CountService;
import org.zongwu.stocktaking.count.LineState;
import org.zongwu.stocktaking.count.Taken;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.CardPage;
import org.zongwu.web.CardPage.Cell;
import org.zongwu.web.CardPage.Fact;
import org.zongwu.web.CardPage.Listing;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.DocumentPage.Step;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;

/** One line: what the book said, who counted what and when, what moved meanwhile, and what was said about it. */
@Component
class LinePages {
    private final CampaignService campaigns;
    private final CountService counts;
    private final Countables countables;
    private final Trail trail;
    private final Messages messages;

    LinePages(CampaignService campaigns, CountService counts, Countables countables, Trail trail, Messages messages) {
        this.campaigns = campaigns;
        this.counts = counts;
        this.countables = countables;
        this.trail = trail;
        this.messages = messages;
    }

    static Column.Mark mark(String state) {
        return switch (state) {
            case "DIFFERS" -> Column.Mark.LATE;
            case "DISPUTED" -> Column.Mark.WAIT;
            case "MATCHED" -> Column.Mark.OK;
            case "ONCE" -> Column.Mark.GO;
            default -> Column.Mark.PLAIN;
        };
    }

    CardPage card(Difference line, Actor actor) {
        var campaign = campaigns.campaign(line.campaignId());
        var blind = campaign.state().isBlind();
        var state = blind && line.state() != LineState.OPEN ? "COUNTED" : line.state().name();
        return new CardPage(line.title(), messages.say("stocktake.line.state." + state), mark(state), LineController.PATH + "?stocktake=" + campaign.id(), messages.say("stocktake.line.title"),
                facts(line, campaign), blind ? List.of() : List.of(counted(line), moved(line, campaign)), blind ? List.of() : steps(line), buttons(line, campaign, actor));
    }

    private List<Fact> facts(Difference line, Campaign campaign) {
        var facts = new ArrayList<>(List.of(new Fact(messages.say("stocktake.line.campaign"), campaign.ref().no() + "　" + campaign.name(), "/stocktakes/" + campaign.id()),
                Fact.of(messages.say("stocktake.line.place"), campaign.sheet(line.sheetId()).name() + "　" + line.area()), Fact.of(messages.say("label.code"), line.code())));
        if (campaign.state().isBlind()) return facts;
        facts.add(Fact.of(messages.say("stocktake.line.frozen"), messages.say("stocktake.line.frozen-at", line.frozen(), line.unit(), Shown.fullTime(campaign.frozenAt()))));
        if (line.difference() != null) {
            facts.add(Fact.of(messages.say("stocktake.line.stands"), messages.say("stocktake.line.off", line.book(), line.quantity(), line.difference(), line.unit())));
        }
        if (line.decision() != null) facts.add(Fact.of(messages.say("stocktake.line.decision"), line.decision() + "（" + line.decidedBy() + "）"));
        if (line.reason() != null) facts.add(Fact.of(messages.say("label.reason"), messages.say("stocktake.reason." + line.reason().name()) + "　" + line.words() + "（" + line.explainedBy() + "）"));
        if (line.varianceId() != null) facts.add(new Fact(messages.say("stocktake.line.document"), messages.say("stocktake.line.open"), ProposalPages.PATH + "/" + line.varianceId()));
        return facts;
    }

    private Listing counted(Difference line) {
        var rows = counts.of(List.of(line.id())).getOrDefault(line.id(), List.of()).stream().map(this::row).toList();
        return new Listing(messages.say("stocktake.counts"), List.of(messages.say("stocktake.counts.round"), messages.say("stocktake.counts.person"), messages.say("stocktake.counts.at"),
                messages.say("stocktake.counts.quantity"), messages.say("stocktake.counts.book"), messages.say("stocktake.counts.difference"), messages.say("stocktake.counts.via")), rows, messages.say("stocktake.counts.empty"));
    }

    private List<Cell> row(Taken t) {
        var via = messages.say("stocktake.via." + t.via().name()) + (t.late() ? "　" + messages.say("stocktake.counts.late") : "")
                + (t.receivedAt().isAfter(t.at().plusSeconds(60)) ? "　" + messages.say("stocktake.counts.sent-at", Shown.fullTime(t.receivedAt())) : "");
        return List.of(Cell.of(messages.first("stocktake.round." + t.round())), Cell.of(t.person()), Cell.of(Shown.fullTime(t.at())), Cell.of(t.quantity()), Cell.of(t.book()), Cell.of(t.difference()), Cell.of(via));
    }

    /** What was posted since the list was frozen, so that everybody sees which of it a count knew and which it did not. */
    private Listing moved(Difference line, Campaign campaign) {
        var sheet = campaign.sheet(line.sheetId());
        var since = campaign.frozenAt() == null ? Instant.EPOCH : campaign.frozenAt();
        var rows = countables.of(sheet.kind()).moved(sheet.placeId(), line.thingId(), since).stream().map(m -> List.of(Cell.of(Shown.fullTime(m.at())), Cell.of(Shown.day(m.day())), Cell.of(m.what()),
                new Cell(m.document().no(), m.path()), Cell.of(m.quantity()), Cell.of(line.countedAt() == null ? "" : messages.say(m.at().isAfter(line.countedAt()) ? "stocktake.moves.after" : "stocktake.moves.before")))).toList();
        return new Listing(messages.say("stocktake.moves"), List.of(messages.say("stocktake.moves.at"), messages.say("label.day"), messages.say("stocktake.moves.what"), messages.say("label.no"), messages.say("label.quantity"),
                messages.say("stocktake.moves.count")), rows, messages.say("stocktake.moves.empty"));
    }

    private List<Step> steps(Difference line) {
        return Timeline.of(trail.steps(line.id()), messages);
    }

    private List<Button> buttons(Difference line, Campaign campaign, Actor actor) {
        var all = new ArrayList<Button>();
        if (campaign.state() != CampaignState.DIFFERENCES || line.varianceId() != null) return all;
        var path = LineController.PATH + "/" + line.id();
        if (!line.again() && (Campaign.mayOrganise(actor) || Difference.mayExplain(actor))) all.add(Button.link(messages.say("stocktake.recount.save"), path + "/recount", "undo"));
        if (line.state() == LineState.DISPUTED && Campaign.mayOrganise(actor)) all.add(Button.link(messages.say("stocktake.decision.save"), path + "/decision", "check"));
        if (line.state() == LineState.DIFFERS && Difference.mayExplain(actor)) all.add(Button.link(messages.say("stocktake.explanation.save"), path + "/explanation", "edit"));
        return all;
    }
}
