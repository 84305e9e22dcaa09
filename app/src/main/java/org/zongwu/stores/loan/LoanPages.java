package org.zongwu.stores.loan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.slip.Slips;
import org.zongwu.trail.Trail;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;

/** How a 借物单 looks on the screen: what happened, what it is tied to, and the next steps this reader may take. */
@Component
class LoanPages {
    private final LoanService service;
    private final LoanPapers papers;
    private final Messages messages;
    private final Trail trail;
    private final Journal journal;

    LoanPages(LoanService service, LoanPapers papers, Messages messages, Trail trail, Journal journal) {
        this.service = service;
        this.papers = papers;
        this.messages = messages;
        this.trail = trail;
        this.journal = journal;
    }

    static Column.Mark mark(String state) {
        return switch (LoanState.valueOf(state)) {
            case WAITING, REQUESTED, LOST -> Column.Mark.WAIT;
            case SIGNED, OUT, PARTLY -> Column.Mark.GO;
            case OVERDUE -> Column.Mark.LATE;
            case REVERSAL -> Column.Mark.RED;
            case CLOSED, REVERSED -> Column.Mark.END;
            case REFUSED -> Column.Mark.PLAIN;
        };
    }

    Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        for (var s : LoanState.values()) all.put(s.name(), word(s));
        return all;
    }

    /** By id or number, or by the id of a loss of it; what is not one's own to see is not there. */
    LoanSlip slip(String ref, Actor reader) {
        var id = ref.length() == 36 ? UUID.fromString(ref) : service.idOf(ref).orElseThrow(NotFound::new);
        var slip = service.slip(id).orElseThrow(NotFound::new);
        var own = reader.employeeId().equals(slip.borrowerId()) || reader.employeeId().equals(slip.madeById());
        if (!own && !Slips.readsAll(reader)) throw new NotFound();
        return slip;
    }

    WorkRef ref(LoanSlip slip) {
        return LoanService.ref(slip.id(), slip.no() == null ? "" : slip.no());
    }

    DocumentPage document(LoanSlip slip, Actor actor, FormView form) {
        var no = slip.no() == null ? messages.say("stores.no-number-yet") : slip.no();
        var state = slip.lateDays() > 0 ? messages.say("stores.loan.late-by", slip.lateDays()) : word(slip.state());
        return new DocumentPage(messages.say("stores.loan.one") + " " + no, state, mark(slip.state().name()), LoanController.PATH, messages.say("stores.loan.title"), papers.slip(slip),
                Slips.steps(trail.steps(slip.id()), next(slip), whose(slip), messages), related(slip), buttons(slip, actor),
                slip.isPosted() ? Slips.printNote(journal.prints(slip.id()), messages) : null, form);
    }

    private static @Nullable String next(LoanSlip slip) {
        return switch (slip.state()) {
            case CLOSED, REVERSED, REVERSAL -> null;
            default -> "stores.loan.next." + slip.state();
        };
    }

    private static String whose(LoanSlip slip) {
        return slip.state() == LoanState.REQUESTED || slip.state().isOut() ? slip.borrower() : "";
    }

    private List<DocumentPage.Related> related(LoanSlip slip) {
        var all = new ArrayList<DocumentPage.Related>();
        link(all, "stores.related.reverses", slip.reversalOf());
        link(all, "stores.related.reversed-by", slip.reversedBy());
        link(all, "stores.related.corrects", slip.corrects());
        for (var r : slip.renewals()) all.add(new DocumentPage.Related(messages.say("stores.loan.renewed", r.nth()), r.before() + " → " + r.due() + "　" + r.reason(), null));
        for (var m : slip.moves()) {
            all.add(new DocumentPage.Related(messages.say("stores.loan.move." + m.kind()), (m.day() == null ? messages.say("stores.loan.day-unknown") : m.day().toString()) + "　" + m.thing() + "×"
                    + m.quantity() + (m.words() == null ? "" : "　" + m.words()) + "　" + m.by(), null));
        }
        for (var l : slip.losses()) {
            var paid = l.compensation() == null ? messages.say("stores.loan.not-fixed") : l.compensation().toString();
            all.add(new DocumentPage.Related(messages.say("stores.loan.loss"), messages.say("stores.loan.loss.amounts", l.amount(), paid) + "　" + l.words(),
                    l.amount().isZero() ? null : "/ledger/entries?object=" + l.id()));
        }
        return all;
    }

    private void link(List<DocumentPage.Related> all, String key, LoanSlip.@Nullable Link to) {
        if (to != null) all.add(new DocumentPage.Related(messages.say(key), to.no() == null ? messages.say("stores.no-number-yet") : to.no(), LoanController.PATH + "/" + to.id()));
    }

    private List<Button> buttons(LoanSlip slip, Actor actor) {
        var path = LoanController.PATH + "/" + slip.id();
        var all = new ArrayList<Button>();
        if (slip.isPosted()) outButtons(all, slip, actor, path);
        else requestButtons(all, slip, actor, path);
        return all;
    }

    private void requestButtons(List<Button> all, LoanSlip slip, Actor actor, String path) {
        var version = "?version=" + slip.version();
        var borrower = actor.employeeId().equals(slip.borrowerId());
        if (actor.holds(Duty.STOREKEEPER) || borrower || actor.employeeId().equals(slip.madeById())) {
            all.add(Button.plain(messages.say("stores.loan.delete"), path + "/deletion", "trash"));
            all.add(Button.link(messages.say("stores.edit"), path + "/edit", "edit"));
        }
        switch (slip.state()) {
            case WAITING -> {
                if (borrower || !(actor.holdsAny(Duty.ASSET_ADMIN, Duty.PRINCIPAL) || slip.partyId() == null && actor.holds(Duty.GA_DIRECTOR))) break;
                all.add(Button.danger(messages.say("stores.loan.refuse"), path + "/refusal", "undo"));
                all.add(Button.primary(messages.say("stores.loan.approve"), path + "/approval" + version, "check"));
            }
            case REQUESTED -> {
                if (borrower) all.add(Button.primary(messages.say("stores.loan.sign"), path + "/signature" + version, "check"));
            }
            case SIGNED -> {
                if (actor.holds(Duty.STOREKEEPER) && !borrower) all.add(Button.primary(messages.say("stores.loan.hand-out"), path + "/posting", "check"));
            }
            default -> { }
        }
    }

    private void outButtons(List<Button> all, LoanSlip slip, Actor actor, String path) {
        var borrower = actor.employeeId().equals(slip.borrowerId());
        var keeper = actor.holds(Duty.STOREKEEPER) && !borrower;
        if (slip.state().isOut()) {
            if (keeper && slip.warehouseId() != null && slip.moves().isEmpty()) all.add(Button.danger(messages.say("stores.reverse"), path + "/reversal", "undo"));
            if (keeper) all.add(Button.danger(messages.say("stores.loan.lose"), path + "/loss", "trash"));
            if (slip.state() == LoanState.OVERDUE && actor.holdsAny(Duty.STOREKEEPER, Duty.GA_DIRECTOR, Duty.ASSET_ADMIN)) {
                all.add(Button.plain(messages.say("stores.loan.notice"), path + "/notices", "print"));
            }
            if (slip.dueOn() != null && (keeper || borrower && slip.state() != LoanState.OVERDUE)) all.add(Button.link(messages.say("stores.loan.renew"), path + "/renewal", "edit"));
            if (keeper) all.add(Button.link(messages.say("stores.loan.bring-back"), path + "/return", "check"));
        }
        if (!borrower && actor.holdsAny(Duty.GA_DIRECTOR, Duty.ASSET_ADMIN) && slip.losses().stream().anyMatch(l -> l.compensation() == null)) {
            all.add(Button.link(messages.say("stores.loan.fix"), path + "/compensation", "edit"));
        }
        for (var l : slip.losses()) all.add(Button.plain(messages.say("stores.loan.loss-paper", l.no()), path + "/losses/" + l.id() + "/prints", "print"));
        all.add(Button.primary(messages.say("paper.print"), path + "/prints", "print"));
    }

    private String word(LoanState state) {
        return messages.say("stores.loan.state." + state);
    }
}
