package org.zongwu.stores.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zongwu.kernel.RuleBroken;

/** Random loans, returns, losses and reversals against a model of a few lines of plain Java. */
class LoanModelIT extends LoanOffice {
    private static final int OPERATIONS = 120;

    private static final class Card {
        long quantity;
        long lent;
        long amount;

        Card(long quantity, long amount) {
            this.quantity = quantity;
            this.amount = amount;
        }

        void lose(long lost) {
            var cost = lost == quantity ? amount : BigDecimal.valueOf(amount * lost).divide(BigDecimal.valueOf(quantity), 0, RoundingMode.HALF_UP).longValueExact();
            quantity -= lost;
            lent -= lost;
            amount -= cost;
        }

        @Override
        public String toString() {
            return quantity + " " + lent + " " + amount;
        }
    }

    private record Out(UUID id, UUID item, long lent, long[] left) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20261123})
    void lent_quantity_and_amount_are_what_the_model_says(long seed) {
        var random = new Random(seed);
        Map<UUID, Card> cards = new HashMap<>(Map.of(tents, new Card(10, 100000), cables, new Card(7, 2331)));
        var out = new ArrayList<Out>();
        for (var n = 0; n < OPERATIONS; n++) {
            var item = random.nextInt(3) == 0 ? tents : cables;
            var card = cards.get(item);
            switch (out.isEmpty() ? 0 : random.nextInt(10)) {
                case 0, 1, 2, 3 -> {
                    var quantity = 1 + random.nextInt(4);
                    var id = signed(random.nextBoolean() ? teacher : acceptor, line(item, item.equals(tents) ? "顶" : "个", quantity));
                    var there = card.quantity - card.lent >= quantity;
                    assertThat(done(() -> loans.handOut(keeper, id, TODAY))).as("%s of %s", quantity, card).isEqualTo(there);
                    if (!there) break;
                    card.lent += quantity;
                    out.add(new Out(id, item, quantity, new long[] {quantity}));
                }
                case 4, 5, 6, 7 -> {
                    var loan = out.get(random.nextInt(out.size()));
                    var quantity = 1 + random.nextInt(4);
                    var there = loan.left[0] >= quantity;
                    assertThat(done(() -> returns.bringBack(keeper, loan.id, TODAY, List.of(part(1, quantity))))).isEqualTo(there);
                    if (!there) break;
                    loan.left[0] -= quantity;
                    cards.get(loan.item).lent -= quantity;
                }
                case 8 -> {
                    var loan = out.get(random.nextInt(out.size()));
                    var there = loan.left[0] >= 1 && random.nextInt(3) == 0;
                    if (!there) break;
                    assertThat(done(() -> returns.lose(keeper, loan.id, TODAY, List.of(part(1, 1)), "活动时丢失一件"))).isTrue();
                    loan.left[0]--;
                    cards.get(loan.item).lose(1);
                }
                default -> {
                    var loan = out.get(random.nextInt(out.size()));
                    var whole = loan.left[0] == loan.lent;
                    assertThat(done(() -> loans.reverse(keeper, loan.id, TODAY, "数量写错，退回重开"))).isEqualTo(whole);
                    if (!whole) break;
                    cards.get(loan.item).lent -= loan.lent;
                    out.remove(loan);
                }
            }
            out.removeIf(o -> o.left[0] == 0 && random.nextBoolean());
            cards.forEach((i, c) -> assertThat(card(i)).isEqualTo(c.toString()));
        }
        everythingHolds();
    }

    private static boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuleBroken refused) {
            return false;
        }
    }
}
