package org.zongwu.stores.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;

class ShiftTests {
    @Property
    void the_shares_of_the_lines_make_up_what_was_taken_and_none_is_negative(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 100_000) Integer> thousandths, @ForAll @LongRange(min = 0, max = 100_000_00) long fen) {
        var parts = new ArrayList<Quantity>();
        var whole = Quantity.ZERO;
        for (var t : thousandths) {
            var part = new Quantity(java.math.BigDecimal.valueOf(t, 3));
            parts.add(part);
            whole = whole.plus(part);
        }
        var shift = new Shift(UUID.randomUUID(), 1, new Goods(whole, new Money(fen)).negated(), Goods.NOTHING);
        var shares = shift.shares(parts);
        assertThat(shares).allMatch(s -> !s.isNegative());
        assertThat(shares.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(new Money(fen));
    }
}
