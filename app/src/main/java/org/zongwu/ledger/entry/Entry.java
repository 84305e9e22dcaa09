package org.zongwu.ledger.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;

/**
 * What one document does to the books. An entry that does not balance cannot exist in memory (R-GL-1); the deferred
 * trigger of {@code ledger.entry} says it again for every other way in.
 *
 * @param reversalOf the entry that this one turns back, in red
 */
record Entry(UUID id, String event, UUID ruleId, LocalDate day, WorkRef document, String memo, @Nullable UUID reversalOf, List<Line> lines) {
    Entry {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) throw new IllegalArgumentException("an entry has lines");
        for (var book : Book.values()) {
            var difference = lines.stream().filter(l -> l.book() == book)
                    .map(l -> l.debit() ? l.amount() : l.amount().negated()).reduce(Money.ZERO, Money::plus);
            if (!difference.isZero()) throw new IllegalArgumentException(book + " does not balance by " + difference);
        }
    }

    /** The same lines with the signs turned, on the same sides: a red entry, so that turnovers fall back too. */
    Entry reversed(WorkRef reversal, LocalDate on, String why) {
        return new Entry(Ids.next(), event, ruleId, on, reversal, why, id, lines.stream().map(Line::reversed).toList());
    }

    /** Financial accounting (classes 1–5) or budgetary accounting (6–8). */
    enum Book { FIN, BUD }

    /** @param amount negative in red, never zero */
    record Line(Book book, String account, boolean debit, Money amount) {
        Line {
            if (amount.isZero()) throw new IllegalArgumentException("a line of nothing: " + account);
        }

        Line reversed() {
            return new Line(book, account, debit, amount.negated());
        }
    }
}
