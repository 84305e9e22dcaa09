package org.zongwu.stocktaking.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.DocumentPage.Related;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Shown;

/** One stocktake: its lists with who counts them and how far they are, what happened, and the one next step. */
@Component
class CampaignPages {
    private final CampaignService service;
    private final Trail trail;
    private final Messages messages;

    CampaignPages(CampaignService service, Trail trail, Messages messages) {
        this.service = service;
        this.trail = trail;
        this.messages = messages;
    }

    static Column.Mark mark(String state) {
        return switch (CampaignState.valueOf(state)) {
            case PLANNED -> Column.Mark.PLAIN;
            case FROZEN, COUNTING, SECOND_COUNT -> Column.Mark.GO;
            case DIFFERENCES, RESOLVED -> Column.Mark.WAIT;
            case CLOSED, CANCELLED -> Column.Mark.END;
        };
    }

    Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        for (var state : CampaignState.values()) all.put(state.name(), messages.say("stocktake.state." + state));
        return all;
    }

    DocumentPage document(Campaign campaign, Actor actor, FormView form) {
        var progress = service.progress(campaign.id());
        var whole = progress.values().stream().reduce(Progress.NOTHING, Progress::plus);
        return new DocumentPage(campaign.name(), messages.say("stocktake.state." + campaign.state()), mark(campaign.state().name()), CampaignController.PATH, messages.say("stocktake.title"), paper(campaign, progress),
                steps(campaign), related(campaign, actor), buttons(campaign, whole, actor), null, form);
    }

    private List<DocumentPage.Step> steps(Campaign campaign) {
        var all = new ArrayList<>(Timeline.of(trail.steps(campaign.id()), messages));
        if (campaign.state() != CampaignState.CLOSED && campaign.state() != CampaignState.CANCELLED) {
            all.addFirst(new DocumentPage.Step(messages.say("stocktake.next." + campaign.state()), "", null, "todo-next"));
        }
        return all;
    }

    private Paper paper(Campaign campaign, Map<java.util.UUID, Progress> progress) {
        var blind = campaign.state().isBlind();
        var lines = new ArrayList<List<String>>();
        for (var sheet : campaign.sheets()) {
            var p = progress.getOrDefault(sheet.id(), Progress.NOTHING);
            lines.add(List.of(Integer.toString(lines.size() + 1), sheet.name(), sheet.keeper() == null ? "—" : sheet.keeper(), sheet.names(1), sheet.names(2), Integer.toString(p.lines()), Integer.toString(p.counted()),
                    blind ? "" : Integer.toString(p.matched()), blind ? "" : Integer.toString(p.differing() + p.disputed())));
        }
        return new Paper(messages.say("stocktake.one"), campaign.no() == null ? messages.say("stocktake.no-number") : campaign.no(),
                List.of(new Paper.Meta(messages.say("stocktake.day"), Shown.day(campaign.plannedOn())), new Paper.Meta(messages.say("stocktake.recount"), messages.say("stocktake.recount." + campaign.recount())),
                        new Paper.Meta(messages.say("stocktake.frozen-at"), campaign.frozenAt() == null ? "—" : Shown.fullTime(campaign.frozenAt()))),
                heads(), lines, "", 0, List.of(), blind ? messages.say("stocktake.blind") : messages.say("stocktake.open-note"), List.of(), null);
    }

    private List<Paper.Head> heads() {
        return List.of(head("label.line", true), head("stocktake.line.place", false), head("stocktake.keeper", false), head("stocktake.round.1", false), head("stocktake.round.2", false), head("stocktake.lines", true),
                head("stocktake.counted", true), head("stocktake.matched", true), head("stocktake.differing", true));
    }

    private Paper.Head head(String key, boolean right) {
        return new Paper.Head(messages.say(key), right, 0);
    }

    private List<Related> related(Campaign campaign, Actor actor) {
        var all = new ArrayList<Related>();
        var path = CampaignController.PATH + "/" + campaign.id();
        var round = campaign.state().round();
        for (var sheet : campaign.sheets()) {
            if (round > 0 && sheet.isCountedBy(actor.employeeId(), round)) all.add(link("stocktake.count.go", sheet.name(), path + "/sheets/" + sheet.id() + "/count"));
        }
        if (campaign.frozenAt() == null) return all;
        all.add(link("stocktake.line.title", messages.say("stocktake.line.all"), CampaignController.PATH + "/lines?stocktake=" + campaign.id()));
        for (var sheet : campaign.sheets()) {
            if (round > 0 && (Campaign.mayOrganise(actor) || sheet.isCountedBy(actor.employeeId()))) all.add(link("stocktake.paper.go", sheet.name(), path + "/sheets/" + sheet.id() + "/papers/new"));
            if (round > 0 && (Campaign.mayOrganise(actor) || actor.holds(Duty.STOREKEEPER) || sheet.isCountedBy(actor.employeeId()))) all.add(link("stocktake.sheet.print", sheet.name(), path + "/sheets/" + sheet.id() + "/blank.pdf"));
            if (!campaign.state().isBlind()) all.add(link("stocktake.sheet.summary", sheet.name(), path + "/sheets/" + sheet.id() + "/summary.pdf"));
        }
        if (!campaign.state().isBlind()) {
            all.add(link("stocktake.differing", messages.say("stocktake.line.open"), CampaignController.PATH + "/lines?stocktake=" + campaign.id() + "&differing=yes"));
            all.add(link("stocktake.variance.title", messages.say("stocktake.line.open"), CampaignController.PATH + "/variances?stocktake=" + campaign.id()));
        }
        return all;
    }

    private Related link(String key, String text, String path) {
        return new Related(messages.say(key), text, path);
    }

    private List<Button> buttons(Campaign campaign, Progress whole, Actor actor) {
        var path = CampaignController.PATH + "/" + campaign.id();
        var all = new ArrayList<Button>();
        var organises = Campaign.mayOrganise(actor);
        var inDocuments = whole.differing() > whole.unprepared();
        if (organises && campaign.state().ordinal() < CampaignState.RESOLVED.ordinal()) {
            if (!inDocuments) all.add(Button.danger(messages.say("stocktake.cancel"), path + "/cancellation", "trash"));
            all.add(Button.link(messages.say("stocktake.appoint"), path + "/counters/new", "people"));
        }
        switch (campaign.state()) {
            case PLANNED -> {
                if (organises) all.add(Button.primary(messages.say("stocktake.freeze"), path + "/freezing", "check"));
            }
            case COUNTING -> {
                if (!organises || whole.open() > 0) break;
                if (whole.once() > 0) all.add(Button.primary(messages.say("stocktake.second-count"), path + "/second-count", "check"));
                else all.add(Button.primary(messages.say("stocktake.compare"), path + "/comparison", "check"));
            }
            case SECOND_COUNT -> {
                if (organises && whole.once() == 0) all.add(Button.primary(messages.say("stocktake.compare"), path + "/comparison", "check"));
            }
            case DIFFERENCES -> {
                if (actor.holdsAny(Duty.STOREKEEPER, Duty.ASSET_ADMIN)) all.add(Button.primary(messages.say("stocktake.prepare"), path + "/variances", "check"));
            }
            case RESOLVED -> {
                if (organises && whole.waiting() == 0) all.add(Button.primary(messages.say("stocktake.close"), path + "/closing", "check"));
            }
            default -> { }
        }
        return all;
    }
}
