package org.zongwu.stores.slip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zongwu.files.Originals;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.slip.SlipKind.Blank;
import org.zongwu.trail.Trail;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.DocumentPage.Related;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Shown;

/** How a document of one kind looks: its paper, what happened, what it is tied to, and the next steps this reader may take. */
final class SlipPages {
    private static final List<String> STATES = List.of("DRAFT", "SUBMITTED", "SIGNED", "POSTED", "REVERSED", "REVERSAL");

    private final SlipKind kind;
    private final Messages messages;
    private final Trail trail;
    private final Journal journal;
    private final Originals originals;

    SlipPages(SlipKind kind, Messages messages, Trail trail, Journal journal, Originals originals) {
        this.kind = kind;
        this.messages = messages;
        this.trail = trail;
        this.journal = journal;
        this.originals = originals;
    }

    static Column.Mark mark(String state) {
        return switch (state) {
            case "SUBMITTED" -> Column.Mark.WAIT;
            case "SIGNED" -> Column.Mark.GO;
            case "REVERSAL" -> Column.Mark.RED;
            case "POSTED", "REVERSED" -> Column.Mark.END;
            default -> Column.Mark.PLAIN;
        };
    }

    Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        STATES.forEach(s -> all.put(s, messages.say("stores.slip.state." + s)));
        return all;
    }

    WorkRef ref(SlipView slip) {
        return SlipService.ref(kind, slip.id(), slip.no() == null ? "" : slip.no());
    }

    DocumentPage document(SlipView slip, Actor actor, FormView form) {
        return new DocumentPage(say("one") + " " + no(slip.no()), messages.say("stores.slip.state." + slip.state()), mark(slip.state()), kind.path(), say("title"),
                paper(slip),
                Slips.steps(trail.steps(slip.id()), next(slip), "SUBMITTED".equals(slip.state()) ? who(slip) : "", messages), related(slip), buttons(slip, actor),
                slip.isPosted() ? Slips.printNote(journal.prints(slip.id()), messages) : null, form);
    }

    private @Nullable String next(SlipView slip) {
        return switch (slip.state()) {
            case "DRAFT" -> "stores.slip.next.DRAFT";
            case "SUBMITTED" -> "stores.slip.next." + kind.second().noun();
            case "SIGNED" -> "stores.slip.next.SIGNED";
            default -> null;
        };
    }

    /** Whose signature is awaited: by name, or by the duty. */
    private String who(SlipView slip) {
        if (slip.person() != null) return slip.person();
        return kind.second().duty() == null ? "" : messages.say("duty." + kind.second().duty().name());
    }

    Paper paper(SlipView slip) {
        var lines = slip.lines().stream().map(l -> {
            var row = new ArrayList<>(List.of(Integer.toString(l.number()), l.code(), name(l), l.unit(), Shown.quantity(l.quantity())));
            row.add(kind.asksAmount() ? shown(l.invoiced()) : l.unitCost() == null ? "" : Shown.price(l.unitCost()));
            row.add(shown(l.amount()));
            return List.copyOf(row);
        }).toList();
        return new Paper(say("one"), no(slip.no()), meta(slip), heads(), lines, slip.isPosted() ? slip.amount().inWords() : messages.say("stores.slip.cost-later"), 5,
                List.of("", slip.isPosted() ? slip.amount().toString() : ""), note(slip), stamps(slip), Slips.voidMark(slip.state(), messages));
    }

    private String name(SlipView.Line l) {
        var moved = Slips.lots(l.lots(), messages);
        var lots = moved != null ? moved : l.lotNo() == null ? null : messages.say("stores.lot.of", l.lotNo());
        return lots == null ? Slips.label(l.name(), l.spec()) : Slips.label(l.name(), l.spec()) + "　" + lots;
    }

    private static String shown(@Nullable Money amount) {
        return amount == null ? "" : amount.toString();
    }

    private @Nullable String note(SlipView slip) {
        return slip.reversalReason() != null ? messages.say("stores.reversal.because", slip.reversalReason()) : slip.content().remark();
    }

    private List<Paper.Meta> meta(SlipView slip) {
        var c = slip.content();
        var all = new ArrayList<Paper.Meta>();
        if (kind.asks(Blank.SOURCE)) all.add(new Paper.Meta(say("source"), c.sourceNo()));
        if (slip.supplier() != null) all.add(new Paper.Meta(messages.say("stores.receipt.supplier"), slip.supplier()));
        all.add(new Paper.Meta(kind.asks(Blank.TARGET) ? say("warehouse") : messages.say("label.warehouse"), slip.warehouse()));
        if (slip.target() != null) all.add(new Paper.Meta(say("target"), slip.target()));
        if (c.reason() != null) all.add(new Paper.Meta(messages.say("label.reason"), messages.say(kind.key() + ".reason." + c.reason())));
        if (c.funding() != null) all.add(new Paper.Meta(messages.say("stores.receipt.funding"), messages.say("stores.funding." + c.funding())));
        if (c.purpose() != null) all.add(new Paper.Meta(messages.first(kind.key() + ".purpose", "stores.issue.purpose"), messages.say("stores.purpose." + c.purpose())));
        if (c.invoiceNo() != null) all.add(new Paper.Meta(messages.say("stores.receipt.invoice"), c.invoiceNo()));
        all.add(new Paper.Meta(messages.say("label.day"), c.day().toString()));
        return all;
    }

    private List<Paper.Head> heads() {
        return List.of(new Paper.Head(messages.say("label.line"), true, 10), new Paper.Head(messages.say("label.code"), false, 26),
                new Paper.Head(messages.say("stores.name-spec"), false, 0),
                new Paper.Head(messages.say("label.unit"), false, 14), new Paper.Head(messages.say("label.quantity"), true, 20),
                new Paper.Head(kind.asksAmount() ? say("amount") : messages.say("stores.cost"), true, 25),
                        new Paper.Head(kind.asksAmount() ? say("difference") : messages.say("stores.amount-yuan"), true, 29));
    }

    private List<Paper.Stamp> stamps(SlipView slip) {
        return List.of(Slips.stamp(messages, "stores.made-by", slip.madeBy(), slip.madeAt()),
                Slips.stamp(messages, "stores.slip.by." + kind.second().noun(), slip.second() != null ? slip.second() : slip.person(), slip.secondAt()),
                Slips.stamp(messages, "stores.keeper", slip.keeper(), slip.postedAt()), Slips.posting(messages, slip.postedAt()));
    }

    private List<Related> related(SlipView slip) {
        var all = new ArrayList<Related>();
        var c = slip.content();
        if (c.sourceId() != null) all.add(new Related(say("source"), c.sourceNo(), (c.supplierId() == null ? "/stores/issues/" : "/stores/receipts/") + c.sourceId()));
        link(all, "stores.related.reverses", slip.reversalOf());
        link(all, "stores.related.reversed-by", slip.reversedBy());
        link(all, "stores.related.corrects", slip.corrects());
        link(all, "stores.related.corrected-by", slip.correctedBy());
        if (kind.asks(Blank.FILE)) originals.list(SlipService.ref(kind, slip.id(), "")).forEach(a -> all.add(new Related(messages.say("stores.slip.file"), a.name(),
                "/files/" + a.id())));
        if (slip.isPosted()) {
            all.add(new Related(messages.say("stores.related.moves"), messages.say("stores.related.open-moves"), "/stores/moves?document=" + slip.id()));
            all.add(new Related(messages.say("stores.related.entry"), messages.say("stores.related.open"), "/ledger/entries?object=" + slip.id()));
        }
        return all;
    }

    private void link(List<Related> all, String key, SlipView.@Nullable Link to) {
        if (to != null) all.add(new Related(messages.say(key), no(to.no()), kind.path() + "/" + to.id()));
    }

    private List<Button> buttons(SlipView slip, Actor actor) {
        var path = kind.path() + "/" + slip.id();
        var version = "?version=" + slip.version();
        var keeper = actor.holds(Duty.STOREKEEPER);
        var signs = !actor.employeeId().equals(slip.madeById()) && kind.awaits(actor, slip.content().personId());
        var all = new ArrayList<Button>();
        switch (slip.state()) {
            case "DRAFT" -> {
                if (!keeper) break;
                all.add(Button.plain(messages.say("stores.delete-draft"), path + "/deletion", "trash"));
                all.add(Button.link(messages.say("stores.edit"), path + "/edit", "edit"));
                all.add(Button.primary(messages.say("stores.submit"), path + "/submission" + version, "send"));
            }
            case "SUBMITTED" -> {
                if (keeper || signs) all.add(Button.plain(messages.say(signs ? "stores.slip.hand-back" : "stores.withdraw"), path + "/withdrawal" + version, "undo"));
                if (signs) all.add(Button.primary(messages.say("stores.slip.do." + kind.second().noun()), path + "/" + kind.second().noun() + version, "check"));
            }
            case "SIGNED" -> {
                if (keeper) all.add(Button.plain(messages.say("stores.withdraw"), path + "/withdrawal" + version, "undo"));
                if (keeper) all.add(Button.primary(say("post"), path + "/posting", "check"));
            }
            default -> {
                if (keeper && "POSTED".equals(slip.state())) all.add(Button.danger(messages.say("stores.reverse"), path + "/reversal", "undo"));
                all.add(Button.primary(messages.say("paper.print"), path + "/prints", "print"));
            }
        }
        return all;
    }

    private String no(@Nullable String no) {
        return no == null ? messages.say("stores.no-number-yet") : no;
    }

    private String say(String word) {
        return messages.say(kind.key() + "." + word);
    }
}
