package org.zongwu.stores.issue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.slip.Slips;
import org.zongwu.stores.stock.Lot;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.quota.Usage;
import org.zongwu.trail.Pages;
import org.zongwu.trail.Trail;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Reach;
import org.zongwu.web.Shown;

/** How a 领物单 looks: its paper, what happened, what it is tied to, and the next steps this reader may take. */
@Component
class IssuePages {
    private static final List<String> STATES = List.of("DRAFT", "SUBMITTED", "PICKED", "SIGNED", "POSTED", "CLOSED", "REVERSED", "REVERSAL");

    private final Messages messages;
    private final Trail trail;
    private final Journal journal;
    private final StockService stock;
    private final Pages works;
    private final Reach reach;

    IssuePages(Messages messages, Trail trail, Journal journal, StockService stock, Pages works, Reach reach) {
        this.stock = stock;
        this.works = works;
        this.reach = reach;
        this.messages = messages;
        this.trail = trail;
        this.journal = journal;
    }

    static Column.Mark mark(String state) {
        return switch (state) {
            case "SUBMITTED" -> Column.Mark.WAIT;
            case "PICKED", "SIGNED" -> Column.Mark.GO;
            case "REVERSAL" -> Column.Mark.RED;
            case "POSTED", "REVERSED", "CLOSED" -> Column.Mark.END;
            default -> Column.Mark.PLAIN;
        };
    }

    Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        STATES.forEach(s -> all.put(s, messages.say("stores.issue.state." + s)));
        return all;
    }

    WorkRef ref(IssueSlip slip) {
        return new WorkRef(IssueService.TYPE, slip.id(), slip.no() == null ? "" : slip.no());
    }

    /** @param usages how an open slip stands against the quotas */
    DocumentPage document(IssueSlip slip, List<Usage> usages, Actor actor, FormView form) {
        var no = slip.no() == null ? messages.say("stores.no-number-yet") : slip.no();
        return new DocumentPage(messages.say("stores.issue.one") + " " + no, messages.say("stores.issue.state." + slip.state()), mark(slip.state()),
                IssueController.PATH, messages.say("stores.issue.title"), paper(slip), Slips.steps(trail.steps(slip.id()), next(slip, usages), "PICKED".equals(slip.state()) || "SUBMITTED".equals(slip.state()) && !slip.receiverId().equals(slip.madeById()) ? slip.receiver() : "", messages),
                related(slip, usages, actor), buttons(slip, usages, actor),
                slip.isPosted() ? Slips.printNote(journal.prints(slip.id()), messages) : null, form);
    }

    private static @Nullable String next(IssueSlip slip, List<Usage> usages) {
        return !slip.isOpen() ? null : needsStamp(slip, usages) ? "stores.issue.next.STAMP" : "stores.issue.next." + slip.state();
    }

    private static boolean needsStamp(IssueSlip slip, List<Usage> usages) {
        return slip.isOpen() && slip.story().stampedAt() == null && usages.stream().anyMatch(Usage::isOver);
    }

    Paper paper(IssueSlip slip) {
        var lots = slip.isPosted() ? stock.lotsOf(slip.warehouseId(), List.of(slip.id())) : Map.<UUID, List<Lot>>of();
        var partial = slip.isPartial();
        var lines = slip.lines().stream().map(l -> {
            var cells = new ArrayList<>(List.of(Integer.toString(l.number()), l.code(), label(l, lots), l.unit()));
            if (partial) cells.add(Shown.quantity(l.asked() == null ? l.quantity() : l.asked()));
            cells.addAll(List.of(Shown.quantity(l.quantity()), l.unitCost() == null ? "" : Shown.price(l.unitCost()),
                    l.amount() == null ? l.onHand() == null ? "" : messages.say("stores.issue.on-hand", l.onHand(), l.baseUnit()) : l.amount().toString()));
            return List.copyOf(cells);
        }).toList();
        return new Paper(messages.say("stores.issue.one"), slip.no() == null ? messages.say("stores.no-number-yet") : slip.no(), meta(slip), heads(slip), lines,
                slip.isPosted() ? slip.amount().inWords() : messages.say("stores.issue.cost-later"), partial ? 6 : 5, List.of("", slip.isPosted() ? slip.amount().toString() : ""),
                note(slip), stamps(slip), Slips.voidMark(slip.state(), messages));
    }

    private @Nullable String note(IssueSlip slip) {
        if (slip.reversalReason() != null) return messages.say("stores.reversal.because", slip.reversalReason());
        return slip.story().closedWhy() == null ? slip.remark() : messages.say("stores.issue.closed-because", slip.story().closedWhy());
    }

    /** What it is, in the place of what, and of which lots. */
    private String label(IssueSlip.Line line, Map<UUID, List<Lot>> lots) {
        var label = Slips.label(line.name(), line.spec());
        if (line.instead() != null) label += messages.say("stores.issue.instead-of", line.instead());
        var of = Slips.lots(lots.getOrDefault(line.itemId(), List.of()), messages);
        return of == null ? label : label + "　" + of;
    }

    private List<Paper.Meta> meta(IssueSlip slip) {
        return List.of(new Paper.Meta(messages.say("label.department"), slip.department()), new Paper.Meta(messages.say("stores.issue.receiver"), slip.receiver()),
                new Paper.Meta(messages.say("label.day"), slip.day().toString()), new Paper.Meta(messages.say("stores.issue.purpose"), messages.say("stores.purpose." + slip.purpose().name())),
                new Paper.Meta(messages.say("label.warehouse"), slip.warehouse()), new Paper.Meta(messages.say("stores.issue.class"), slip.classTitle() == null ? "—" : slip.classTitle()));
    }

    private List<Paper.Head> heads(IssueSlip slip) {
        var heads = new ArrayList<>(List.of(new Paper.Head(messages.say("label.line"), true, 10), new Paper.Head(messages.say("label.code"), false, 26),
                new Paper.Head(messages.say("stores.name-spec"), false, 0), new Paper.Head(messages.say("label.unit"), false, 14)));
        if (slip.isPartial()) heads.add(new Paper.Head(messages.say("stores.issue.asked"), true, 18));
        heads.addAll(List.of(new Paper.Head(messages.say(slip.isPartial() ? "stores.issue.given" : "label.quantity"), true, 20), new Paper.Head(messages.say("stores.cost"), true, 25),
                new Paper.Head(slip.isPosted() ? messages.say("stores.amount-yuan") : messages.say("stores.on-hand"), true, 29)));
        return heads;
    }

    private List<Paper.Stamp> stamps(IssueSlip slip) {
        var story = slip.story();
        var all = new ArrayList<>(List.of(Slips.stamp(messages, "stores.made-by", slip.madeBy(), slip.madeAt())));
        if (story.stampedAt() != null) all.add(Slips.stamp(messages, "stores.issue.stamper", story.stampedBy(), story.stampedAt()));
        if (slip.grade() == Grade.IMPORTED) all.add(Slips.onPaper(messages, "stores.issue.receiver", slip.receiver()));
        else all.add(Slips.stamp(messages, story.paperId() == null ? "stores.issue.receiver" : "stores.issue.receiver-on-paper", slip.receiver(), slip.receiverAt()));
        all.add(Slips.stamp(messages, "stores.keeper", slip.keeper(), slip.postedAt()));
        all.add(Slips.posting(messages, slip.postedAt()));
        return all;
    }

    private List<DocumentPage.Related> related(IssueSlip slip, List<Usage> usages, Actor actor) {
        var all = new ArrayList<DocumentPage.Related>();
        var story = slip.story();
        link(all, "stores.related.reverses", slip.reversalOf());
        link(all, "stores.related.reversed-by", slip.reversedBy());
        link(all, "stores.related.corrects", slip.corrects());
        link(all, "stores.related.corrected-by", slip.correctedBy());
        link(all, "stores.related.continues", story.continues());
        link(all, "stores.related.continued-by", story.continuedBy());
        if (story.work() != null) {
            var path = works.path(story.work().type(), story.work().id(), story.work().no());
            all.add(new DocumentPage.Related(messages.say("stores.related.work"), story.work().no(), path != null && reach.mayOpen(actor, path) ? path : null));
        }
        if (story.handoutId() != null) all.add(new DocumentPage.Related(messages.say("stores.related.handout"), messages.say("stores.related.open-handout"), "/stores/handouts/" + story.handoutId()));
        if (story.paperId() != null) all.add(new DocumentPage.Related(messages.say("stores.related.paper"), messages.say("stores.related.open-paper"), "/files/" + story.paperId()));
        for (var u : usages) {
            all.add(new DocumentPage.Related(messages.say("stores.related.quota", u.no()), messages.say(u.isOver() ? "stores.issue.over-quota" : "stores.issue.within-quota", u.target(),
                    messages.say("stores.quota.period." + u.period()), u.limit(), u.issued(), u.asked(), u.wanted(), u.left(), u.unit() == null ? "" : u.unit()), "/stores/quotas/" + u.quotaId()));
        }
        if (slip.isPosted()) {
            all.add(new DocumentPage.Related(messages.say("stores.related.moves"), messages.say("stores.related.moves.count", slip.lines().size()), "/stores/moves?document=" + slip.id()));
            all.add(new DocumentPage.Related(messages.say("stores.related.entry"), messages.say("stores.related.open"), "/ledger/entries?object=" + slip.id()));
        }
        return all;
    }

    private void link(List<DocumentPage.Related> all, String key, IssueSlip.Link to) {
        if (to != null) all.add(new DocumentPage.Related(messages.say(key), to.no() == null ? messages.say("stores.no-number-yet") : to.no(), IssueController.PATH + "/" + to.id()));
    }

    private List<Button> buttons(IssueSlip slip, List<Usage> usages, Actor actor) {
        var path = IssueController.PATH + "/" + slip.id();
        var version = "?version=" + slip.version();
        var keeper = actor.holds(Duty.STOREKEEPER);
        var mine = keeper || actor.employeeId().equals(slip.madeById()) || actor.employeeId().equals(slip.receiverId());
        var all = new ArrayList<Button>();
        switch (slip.state()) {
            case "DRAFT" -> {
                if (!mine) break;
                all.add(Button.plain(messages.say("stores.delete-draft"), path + "/deletion", "trash"));
                all.add(Button.link(messages.say("stores.edit"), path + "/edit", "edit"));
                all.add(Button.primary(messages.say("stores.submit"), path + "/submission" + version, "send"));
            }
            case "SUBMITTED", "PICKED", "SIGNED" -> {
                var signed = "SIGNED".equals(slip.state());
                if (mine) {
                    all.add(Button.link(messages.say("stores.issue.close"), path + "/closing", "close"));
                    all.add(Button.plain(messages.say("stores.withdraw"), path + "/withdrawal" + version, "undo"));
                }
                if (keeper) all.add(Button.link(messages.say("stores.issue.pick"), path + "/picking", "check"));
                if (keeper && !signed) all.add(Button.link(messages.say("stores.issue.sign-on-paper"), path + "/paper-signature", "edit"));
                if (needsStamp(slip, usages) && actor.holdsAny(Duty.GA_DIRECTOR, Duty.VP_LOGISTICS) && !actor.employeeId().equals(slip.receiverId())) {
                    all.add(Button.primary(messages.say("stores.issue.stamp"), path + "/stamp" + version, "check"));
                }
                if (!signed && actor.employeeId().equals(slip.receiverId())) all.add(Button.primary(messages.say("stores.issue.sign"), path + "/signature" + version, "check"));
                if (signed && keeper) all.add(Button.primary(messages.say("stores.issue.post"), path + "/posting", "check"));
            }
            case "CLOSED" -> { }
            default -> {
                if (keeper && "POSTED".equals(slip.state())) all.add(Button.link(messages.say("stores.return.new"), "/stores/returns/new?source=" + slip.no(), "undo"));
                if (keeper && "POSTED".equals(slip.state())) all.add(Button.danger(messages.say("stores.reverse"), path + "/reversal", "undo"));
                all.add(Button.primary(messages.say("paper.print"), path + "/prints", "print"));
            }
        }
        return all;
    }
}
