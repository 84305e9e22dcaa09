package org.zongwu.governance.gift;

import static zongwu.db.governance.Tables.GIFT;

import org.zongwu.kernel.Money;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Policies;
import org.zongwu.web.Column.Mark;

/** A gift: what it is, what may become of it, and what a record of it must keep. */
final class Gift {
    enum Kind { GIFT, CASH, CARD, SECURITY, METAL }

    enum Disposal { RETURNED, REMITTED, SOLD, PUBLIC_USE, DESTROYED, KEPT }

    enum State implements BookState {
        DECLARED, SURRENDERED, VALUED, DISPOSED;

        @Override
        public Mark mark() {
            return this == DECLARED ? Mark.GO : this == DISPOSED ? Mark.END : Mark.WAIT;
        }
    }

    private Gift() {}

    /** What follows from the thing itself, and from what was ruled on the day. */
    static void complete(Draft in, Policies policies) {
        if (in.has(GIFT.ITEM)) in.complete(GIFT.KIND, GiftWords.kind(in.get(GIFT.ITEM)).name());
        var received = in.get(GIFT.RECEIVED_ON);
        if (received == null) return;
        in.set(GIFT.DECLARE_BY, GiftWords.declareBy(received, policies.value("gift.register.days", received).orElse("1 month")));
        in.set(GIFT.HANDED_IN_FROM, Money.ofYuan(policies.value("gift.surrender.value", received).orElse("200.00")).fen());
    }

    /** What a file tells of it has happened. */
    static State state(Draft in) {
        return in.has(GIFT.DISPOSAL) ? State.DISPOSED : in.has(GIFT.SURRENDERED_ON) ? State.SURRENDERED : State.DECLARED;
    }

    /** Nothing is declared or handed in before it was received. */
    static boolean isInOrder(Draft in) {
        var received = in.get(GIFT.RECEIVED_ON);
        return !in.get(GIFT.DECLARED_ON).isBefore(received) && (!in.has(GIFT.SURRENDERED_ON) || !in.get(GIFT.SURRENDERED_ON).isBefore(received));
    }

    /** Given back, or left with who received it. */
    static boolean stays(Draft in) {
        return Disposal.KEPT.name().equals(in.get(GIFT.DISPOSAL)) || Disposal.RETURNED.name().equals(in.get(GIFT.DISPOSAL));
    }

    /** Money and what is as good as money is never kept, nor a gift from the limit on. */
    static boolean keepsWhatHeMay(Draft in) {
        if (!Disposal.KEPT.name().equals(in.get(GIFT.DISPOSAL))) return true;
        return Kind.GIFT.name().equals(in.get(GIFT.KIND)) && in.has(GIFT.VALUE) && in.get(GIFT.VALUE) < in.get(GIFT.HANDED_IN_FROM);
    }
}
