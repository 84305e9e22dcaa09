package org.zongwu.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.entry.Entry.Book;

class EntryTests {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final WorkRef DOCUMENT = new WorkRef("stores.receipt", Ids.next(), "RK-2026-00001");

    @Test
    void an_entry_that_does_not_balance_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(line(Book.FIN, "1302", true, 100), line(Book.FIN, "4001", false, 99)))
                .withMessageContaining("FIN does not balance by 0.01");
    }

    @Test
    void the_books_balance_each_for_itself() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(line(Book.FIN, "1302", true, 100), line(Book.BUD, "6001", false, 100)));
    }

    @Test
    void an_entry_without_lines_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(EntryTests::entry);
    }

    @Test
    void a_line_of_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> line(Book.FIN, "1302", true, 0));
    }

    @Test
    void a_red_entry_stands_on_the_same_sides() {
        var red = entry(line(Book.FIN, "1302", true, 100), line(Book.FIN, "4001", false, 100)).reversed(DOCUMENT, DAY, "red");
        assertThat(red.lines()).containsExactly(line(Book.FIN, "1302", true, -100), line(Book.FIN, "4001", false, -100));
        assertThat(red.reversalOf()).isNotNull();
    }

    @Property
    void any_rule_and_amount_balances_and_its_reversal_leaves_nothing(@ForAll("rules") BookingRule rule, @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 8) long fen) {
        var entry = rule.entry(DAY, DOCUMENT, "memo", new Money(fen));
        var balances = new HashMap<String, Money>();
        for (var posted : List.of(entry, entry.reversed(DOCUMENT, DAY, "red"))) {
            for (var l : posted.lines()) balances.merge(l.account(), l.debit() ? l.amount() : l.amount().negated(), Money::plus);
        }
        assertThat(balances.values()).allMatch(Money::isZero);
    }

    /** As the house writes rules: each debit has its credit in the same book. */
    @Provide
    Arbitrary<BookingRule> rules() {
        var pair = Combinators.combine(Arbitraries.of(Book.class), Arbitraries.integers().between(1000, 8999), Arbitraries.integers().between(1000, 8999))
                .as((book, debit, credit) -> Map.entry(book, List.of(debit, credit)));
        return pair.list().ofMinSize(1).ofMaxSize(4).map(pairs -> {
            var sides = new ArrayList<BookingRule.Side>();
            for (var p : pairs) {
                sides.add(new BookingRule.Side(p.getKey(), p.getValue().getFirst().toString(), true));
                sides.add(new BookingRule.Side(p.getKey(), p.getValue().getLast().toString(), false));
            }
            return new BookingRule(Ids.next(), "EVENT", sides);
        });
    }

    private static Entry entry(Entry.Line... lines) {
        return new Entry(Ids.next(), "STORES_RECEIPT", Ids.next(), DAY, DOCUMENT, "memo", null, List.of(lines));
    }

    private static Entry.Line line(Book book, String account, boolean debit, long fen) {
        return new Entry.Line(book, account, debit, new Money(fen));
    }
}
