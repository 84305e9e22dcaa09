package org.zongwu.stores.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.stores.slip.Slips;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Shown;

/** The three papers of a loan: 借物单, 催还通知 and 损坏赔偿单. */
@Component
class LoanPapers {
    private final Messages messages;

    LoanPapers(Messages messages) {
        this.messages = messages;
    }

    Paper slip(LoanSlip slip) {
        var lines = slip.lines().stream().map(l -> List.of(Integer.toString(l.number()), l.code() == null ? "" : l.code(), l.thing(), l.unit() == null ? "" : l.unit(), Shown.quantity(l.quantity()),
                l.condition() == null ? "" : l.condition(), last(slip, l))).toList();
        return new Paper(messages.say("stores.loan.one"), no(slip), meta(slip), List.of(head("label.line", true, 10), head("label.code", false, 26), head("stores.name-spec", false, 0),
                head("label.unit", false, 14), head("label.quantity", true, 20), head("stores.loan.condition", false, 34), head(slip.isPosted() ? "stores.loan.outstanding" : "stores.on-hand", true, 24)),
                lines, "", 7, List.of(), note(slip), stamps(slip), Slips.voidMark(slip.state().name(), messages))
                .copies(messages.say("stores.loan.copy.stub"), messages.say("stores.loan.copy.borrower"));
    }

    private static String last(LoanSlip slip, LoanSlip.Line l) {
        if (slip.isPosted()) return Shown.quantity(l.outstanding());
        return l.onShelf() == null ? "" : Shown.quantity(l.onShelf()) + " " + l.baseUnit();
    }

    private List<Paper.Meta> meta(LoanSlip slip) {
        var all = new ArrayList<>(List.of(meta("stores.loan.borrower", slip.borrower()), meta("label.department", slip.department()), meta("stores.loan.day", slip.day().toString()),
                meta("stores.loan.due", slip.dueOn() == null ? null : slip.dueOn().toString()), meta("stores.loan.purpose", slip.purpose()), meta("label.warehouse", slip.warehouse())));
        if (slip.party() != null) all.add(meta("stores.loan.party", slip.party()));
        return all;
    }

    private @Nullable String note(LoanSlip slip) {
        if (slip.reversalReason() != null) return messages.say("stores.reversal.because", slip.reversalReason());
        if (slip.refusal() != null) return messages.say("stores.loan.refused-because", slip.refusal());
        return slip.remark();
    }

    private List<Paper.Stamp> stamps(LoanSlip slip) {
        var all = new ArrayList<Paper.Stamp>();
        all.add(Slips.stamp(messages, "stores.made-by", slip.madeBy(), slip.madeAt()));
        if (slip.needsApproval()) all.add(Slips.stamp(messages, "stores.loan.approver", slip.approver(), slip.approvedAt()));
        all.add(Slips.stamp(messages, "stores.loan.borrower", slip.borrower(), slip.borrowerAt()));
        all.add(Slips.stamp(messages, "stores.keeper", slip.keeper(), slip.postedAt()));
        all.add(Slips.posting(messages, slip.postedAt()));
        return all;
    }

    /** 催还通知: what should have come back, and by when it must now. */
    Paper notice(LoanSlip slip, LocalDate today) {
        var lines = slip.out().stream().map(l -> List.of(Integer.toString(l.number()), l.code() == null ? "" : l.code(), l.thing(), l.baseUnit() == null ? "" : l.baseUnit(),
                Shown.quantity(l.outstanding()))).toList();
        return new Paper(messages.say("stores.loan.notice"), no(slip), List.of(meta("stores.loan.borrower", slip.borrower()), meta("label.department", slip.department()),
                meta("stores.loan.day", slip.day().toString()), meta("stores.loan.due", slip.dueOn() == null ? null : slip.dueOn().toString()),
                meta("stores.loan.late", messages.say("stores.loan.late-days", slip.lateDays())), meta("label.day", today.toString())),
                List.of(head("label.line", true, 10), head("label.code", false, 30), head("stores.name-spec", false, 0), head("label.unit", false, 18), head("stores.loan.outstanding", true, 28)), lines,
                "", 5, List.of(), messages.say("stores.loan.notice.words"), List.of(Slips.stamp(messages, "stores.keeper", slip.keeper(), null),
                        Slips.stamp(messages, "stores.loan.notice.taken", slip.borrower(), null)), null);
    }

    /** 损坏赔偿单: what was lost, what it cost the books, what is to be paid. */
    Paper loss(LoanSlip slip, LoanSteps.Loss loss) {
        var lost = slip.moves().stream().filter(m -> m.kind() == LoanSteps.Kind.LOSS && loss.day().equals(m.day())).toList();
        var lines = new ArrayList<List<String>>();
        for (var m : lost) lines.add(List.of(Integer.toString(lines.size() + 1), m.thing(), Shown.quantity(m.quantity()), m.words() == null ? "" : m.words()));
        var paid = loss.compensation();
        return new Paper(messages.say("stores.loan.loss-title"), loss.no(), List.of(meta("stores.loan.borrower", slip.borrower()), meta("label.department", slip.department()),
                meta("stores.loan.lost-on", loss.day().toString()), meta("stores.loan.loss", slip.no()), meta("stores.loan.book-value", loss.amount().toString()),
                meta("stores.loan.compensation", paid == null ? messages.say("stores.loan.not-fixed") : paid.toString())),
                List.of(head("label.line", true, 10), head("stores.name-spec", false, 0), head("label.quantity", true, 26), head("stores.loan.condition", false, 50)), lines,
                paid == null ? "" : paid.inWords(), 2, paid == null ? List.of() : List.of("", paid.toString()),
                loss.words() + (loss.agreed() == null ? "" : "　" + loss.agreed()) + "　" + messages.say("stores.loan.pay-at-cashier"),
                List.of(Slips.stamp(messages, "stores.loan.borrower", slip.borrower(), null), Slips.stamp(messages, "stores.keeper", slip.keeper(), null),
                        Slips.stamp(messages, "stores.loan.director", null, null)), null);
    }

    private String no(LoanSlip slip) {
        return slip.no() == null ? messages.say("stores.no-number-yet") : slip.no();
    }

    private Paper.Meta meta(String key, @Nullable String value) {
        return new Paper.Meta(messages.say(key), value == null ? "—" : value);
    }

    private Paper.Head head(String key, boolean right, int mm) {
        return new Paper.Head(messages.say(key), right, mm);
    }
}
