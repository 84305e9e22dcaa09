package org.zongwu.stores.receipt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.price.PriceRise;
import org.zongwu.stores.slip.Slips;
import org.zongwu.trail.Trail;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Shown;

/** How a 入库验收单 looks: its paper, what happened, what it is tied to, and the next steps this reader may take. */
@Component
class ReceiptPages {
    private static final List<String> STATES = List.of("DRAFT", "SUBMITTED", "ACCEPTED", "POSTED", "REVERSED", "REVERSAL");

    private final Messages messages;
    private final Trail trail;
    private final Journal journal;
    private final PriceRise prices;

    ReceiptPages(Messages messages, Trail trail, Journal journal, PriceRise prices) {
        this.messages = messages;
        this.trail = trail;
        this.journal = journal;
        this.prices = prices;
    }

    static Column.Mark mark(String state) {
        return switch (state) {
            case "SUBMITTED" -> Column.Mark.WAIT;
            case "ACCEPTED" -> Column.Mark.GO;
            case "REVERSAL" -> Column.Mark.RED;
            case "POSTED", "REVERSED" -> Column.Mark.END;
            default -> Column.Mark.PLAIN;
        };
    }

    Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        STATES.forEach(s -> all.put(s, messages.say("stores.receipt.state." + s)));
        return all;
    }

    WorkRef ref(ReceiptSlip slip) {
        return new WorkRef(ReceiptService.TYPE, slip.id(), slip.no() == null ? "" : slip.no());
    }

    DocumentPage document(ReceiptSlip slip, Actor actor, FormView form) {
        var no = slip.no() == null ? messages.say("stores.no-number-yet") : slip.no();
        return new DocumentPage(messages.say("stores.receipt.one") + " " + no, messages.say("stores.receipt.state." + slip.state()), mark(slip.state()),
                ReceiptController.PATH, messages.say("stores.receipt.title"), paper(slip), Slips.steps(trail.steps(slip.id()), slip.isPosted() ? null : "stores.receipt.next." + slip.state(), awaited(slip), messages), related(slip), buttons(slip, actor),
                slip.isPosted() ? Slips.printNote(journal.prints(slip.id()), messages) : null, form);
    }

    /** Who has not signed yet. */
    private String awaited(ReceiptSlip slip) {
        if (!"SUBMITTED".equals(slip.state())) return "";
        return Stream.of(slip.acceptor1(), slip.acceptor2()).filter(s -> s.at() == null && s.name() != null).map(ReceiptSlip.Signature::name).collect(Collectors.joining(messages.say("list.and")));
    }

    Paper paper(ReceiptSlip slip) {
        var lines = slip.lines().stream().map(l -> List.of(Integer.toString(l.number()), l.code(), named(l), l.unit(),
                Shown.quantity(l.quantity()), l.unitPrice() == null ? "" : Shown.price(l.unitPrice()),
                l.unitPrice() == null ? "" : l.amount().toString())).toList();
        return new Paper(messages.say("stores.receipt.one"), slip.no() == null ? messages.say("stores.no-number-yet") : slip.no(), meta(slip), heads(), lines,
                slip.amount().inWords(), 5, List.of("", slip.amount().toString()),
                slip.reversalReason() != null ? messages.say("stores.reversal.because", slip.reversalReason()) : slip.remark(), stamps(slip), Slips.voidMark(slip.state(), messages));
    }

    private List<Paper.Meta> meta(ReceiptSlip slip) {
        return List.of(new Paper.Meta(messages.say("stores.receipt.supplier"), shown(slip.supplier())), new Paper.Meta(messages.say("stores.receipt.invoice"), shown(slip.invoiceNo())),
                new Paper.Meta(messages.say("label.day"), slip.day().toString()), new Paper.Meta(messages.say("label.warehouse"), slip.warehouse()),
                new Paper.Meta(messages.say("stores.receipt.buyer"), shown(slip.buyer())), new Paper.Meta(messages.say("stores.receipt.funding"), messages.say("stores.funding." + slip.funding().name())));
    }

    private List<Paper.Head> heads() {
        return List.of(new Paper.Head(messages.say("label.line"), true, 10), new Paper.Head(messages.say("label.code"), false, 26),
                new Paper.Head(messages.say("stores.name-spec"), false, 0), new Paper.Head(messages.say("label.unit"), false, 14),
                new Paper.Head(messages.say("label.quantity"), true, 20), new Paper.Head(messages.say("stores.cost"), true, 25), new Paper.Head(messages.say("stores.amount-yuan"), true, 29));
    }

    private List<Paper.Stamp> stamps(ReceiptSlip slip) {
        return List.of(Slips.stamp(messages, "stores.made-by", slip.madeBy(), slip.madeAt()),
                accepted(slip, "stores.receipt.acceptor1", slip.acceptor1()), accepted(slip, "stores.receipt.acceptor2", slip.acceptor2()),
                Slips.stamp(messages, "stores.keeper", slip.keeper(), slip.postedAt()), Slips.posting(messages, slip.postedAt()));
    }

    private Paper.Stamp accepted(ReceiptSlip slip, String role, ReceiptSlip.Signature by) {
        return slip.grade() == Grade.IMPORTED ? Slips.onPaper(messages, role, by.name()) : Slips.stamp(messages, role, by.name(), by.at());
    }

    private String named(ReceiptSlip.Line l) {
        var label = Slips.label(l.name(), l.spec());
        if (l.lotNo() == null) return label;
        return label + "　" + (l.expiresOn() == null ? messages.say("stores.lot.of", l.lotNo()) : messages.say("stores.lot.until", l.lotNo(), l.expiresOn()));
    }

    private static String shown(@Nullable String text) {
        return text == null ? "—" : text;
    }

    private List<DocumentPage.Related> related(ReceiptSlip slip) {
        var all = new ArrayList<DocumentPage.Related>();
        link(all, "stores.related.reverses", slip.reversalOf());
        link(all, "stores.related.reversed-by", slip.reversedBy());
        link(all, "stores.related.corrects", slip.corrects());
        link(all, "stores.related.corrected-by", slip.correctedBy());
        if (slip.isPosted()) {
            all.add(new DocumentPage.Related(messages.say("stores.related.moves"), messages.say("stores.related.moves.count", slip.lines().size()), "/stores/moves?document=" + slip.id()));
            all.add(new DocumentPage.Related(messages.say("stores.related.entry"), messages.say("stores.related.open"), "/ledger/entries?object=" + slip.id()));
        } else all.addAll(risen(slip));
        return all;
    }

    /** While there is still somebody to sign it: what costs far more than the last time. */
    private List<DocumentPage.Related> risen(ReceiptSlip slip) {
        var asked = slip.lines().stream().filter(l -> l.unitPrice() != null).map(l -> new PriceRise.Asked(l.itemId(), l.unit(), l.unitPrice())).toList();
        return prices.rises(asked, slip.day()).stream().map(r -> new DocumentPage.Related(messages.say("stores.receipt.risen", r.item()),
                messages.say("stores.receipt.risen.by", r.percent().toPlainString(), Shown.price(r.last()), Shown.price(r.price()), r.unit(), r.day(), r.supplier()),
                "/stores/prices?item=" + r.itemId())).toList();
    }

    private void link(List<DocumentPage.Related> all, String key, ReceiptSlip.@Nullable Link to) {
        if (to != null) all.add(new DocumentPage.Related(messages.say(key), to.no() == null ? messages.say("stores.no-number-yet") : to.no(), ReceiptController.PATH + "/" + to.id()));
    }

    private List<Button> buttons(ReceiptSlip slip, Actor actor) {
        var path = ReceiptController.PATH + "/" + slip.id();
        var version = "?version=" + slip.version();
        var keeper = actor.holds(Duty.STOREKEEPER);
        var writer = keeper || actor.holds(Duty.ASSET_ADMIN);
        var all = new ArrayList<Button>();
        switch (slip.state()) {
            case "DRAFT" -> {
                if (!writer) break;
                all.add(Button.plain(messages.say("stores.delete-draft"), path + "/deletion", "trash"));
                all.add(Button.link(messages.say("stores.edit"), path + "/edit", "edit"));
                all.add(Button.primary(messages.say("stores.submit"), path + "/submission" + version, "send"));
            }
            case "SUBMITTED" -> {
                if (writer) all.add(Button.plain(messages.say("stores.withdraw"), path + "/withdrawal" + version, "undo"));
                if (mayAccept(slip.acceptor1(), actor) || mayAccept(slip.acceptor2(), actor)) {
                    all.add(Button.primary(messages.say("stores.receipt.accept"), path + "/acceptance" + version, "check"));
                }
            }
            case "ACCEPTED" -> {
                if (writer) all.add(Button.plain(messages.say("stores.withdraw"), path + "/withdrawal" + version, "undo"));
                if (keeper) all.add(Button.primary(messages.say("stores.receipt.post"), path + "/posting", "check"));
            }
            default -> {
                if (keeper && "POSTED".equals(slip.state())) goOn(all, slip);
                if (keeper && "POSTED".equals(slip.state())) all.add(Button.danger(messages.say("stores.reverse"), path + "/reversal", "undo"));
                all.add(Button.primary(messages.say("paper.print"), path + "/prints", "print"));
            }
        }
        return all;
    }

    private static boolean mayAccept(ReceiptSlip.Signature signature, Actor actor) {
        return signature.at() == null && actor.employeeId().equals(signature.employeeId());
    }

    /** What may come of a receipt: its invoice, or goods that go back. */
    private void goOn(List<Button> all, ReceiptSlip slip) {
        if (slip.funding() == Funding.ESTIMATE) all.add(Button.link(messages.say("stores.price-difference.new"), "/stores/price-differences/new?source=" + slip.no(), "edit"));
        if (slip.supplierId() != null) all.add(Button.link(messages.say("stores.supplier-return.new"), "/stores/supplier-returns/new?source=" + slip.no(), "undo"));
    }
}
