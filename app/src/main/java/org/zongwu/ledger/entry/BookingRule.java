package org.zongwu.ledger.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;

/** Which accounts an event moves, from a day on; every side takes the whole amount. */
record BookingRule(UUID id, String event, List<Side> sides) {
    Entry entry(LocalDate day, WorkRef document, String memo, Money amount) {
        return new Entry(Ids.next(), event, id, day, document, memo, null,
                sides.stream().map(s -> new Entry.Line(s.book(), s.account(), s.debit(), amount)).toList());
    }

    record Side(Entry.Book book, String account, boolean debit) {}
}
