package org.zongwu.stores.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.StoresOffice;

/** Whatever comes and goes, in any order: the card is never below nothing, nothing costs nothing, and its moves make it up. */
class CardIT extends StoresOffice {
    @Autowired StockService stock;
    @Autowired StockBooks books;
    @Autowired CardControl control;

    private final List<UUID> cards = new ArrayList<>();
    private final Map<UUID, Goods> model = new HashMap<>();
    private int documents;

    @BeforeEach
    void aSchoolWithThreeItems() {
        openSchool();
        for (var i = 0; i < 3; i++) cards.add(item("010" + i, "物品" + i, "个"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 77})
    void random_receipts_and_issues_keep_every_card_whole(long seed) {
        var random = new Random(seed);
        cards.forEach(c -> model.put(c, Goods.NOTHING));
        for (var n = 0; n < 120; n++) {
            var item = cards.get(random.nextInt(3));
            var quantity = new Quantity(BigDecimal.valueOf(1 + random.nextInt(9_999), 3));
            if (random.nextInt(3) == 0) put(item, new Goods(quantity, new Money(random.nextInt(50_000))));
            else if (random.nextInt(4) == 0 && model.get(item).quantity().isPositive()) take(item, model.get(item).quantity());
            else take(item, quantity);
            if (n % 10 == 0) thereAndBack(item, quantity, new Money(1 + random.nextInt(50_000)));
        }
        tenancy.read(school, () -> {
            for (var item : cards) {
                assertThat(stock.onHand(warehouse, item)).isEqualTo(model.get(item));
                var card = books.card(warehouse, item, new Span(TODAY.minusDays(1), TODAY));
                assertThat(card.closing()).isEqualTo(model.get(item));
                assertThat(card.in().plus(card.out().negated())).isEqualTo(model.get(item));
            }
            assertThat(control.check().findings()).isEmpty();
            return true;
        });
    }

    private void put(UUID item, Goods goods) {
        tenancy.write(school, () -> record(MoveKind.RECEIPT, stock.put(warehouse, TODAY, Map.of(item, goods))));
        model.merge(item, goods, Goods::plus);
    }

    /** The model's own arithmetic: the moving average to the fen, the whole quantity for the whole amount. */
    private void take(UUID item, Quantity quantity) {
        var there = model.get(item);
        try {
            tenancy.write(school, () -> record(MoveKind.ISSUE, stock.take(warehouse, TODAY, Map.of(item, quantity))));
            assertThat(quantity.exceeds(there.quantity())).isFalse();
        } catch (RuleBroken refused) {
            assertThat(refused.ruleId()).isEqualTo("R-ISS-1");
            assertThat(quantity.exceeds(there.quantity())).isTrue();
            return;
        }
        var cost = quantity.equals(there.quantity()) ? there.amount().fen()
                : BigDecimal.valueOf(there.amount().fen()).multiply(quantity.value()).divide(there.quantity().value(), 0, RoundingMode.HALF_UP).longValueExact();
        var left = there.plus(new Goods(quantity, new Money(cost)).negated());
        assertThat(left.amount().isNegative()).isFalse();
        if (left.quantity().value().signum() == 0) assertThat(left.amount()).isEqualTo(Money.ZERO);
        model.put(item, left);
    }

    /** Posting and reversing with nothing in between leaves the card as it was. */
    private void thereAndBack(UUID item, Quantity quantity, Money amount) {
        var goods = new Goods(quantity, amount);
        tenancy.write(school, () -> {
            record(MoveKind.RECEIPT, stock.put(warehouse, TODAY, Map.of(item, goods)));
            record(MoveKind.RECEIPT_REVERSAL, stock.takeBack(warehouse, TODAY, Map.of(item, goods)));
            assertThat(stock.onHand(warehouse, item)).isEqualTo(model.get(item));
            if (quantity.exceeds(model.get(item).quantity())) return;
            var taken = stock.take(warehouse, TODAY, Map.of(item, quantity));
            record(MoveKind.ISSUE, taken);
            record(MoveKind.ISSUE_REVERSAL, stock.put(warehouse, TODAY, Map.of(item, taken.getFirst().change().negated())));
            assertThat(stock.onHand(warehouse, item)).isEqualTo(model.get(item));
        });
    }

    private void record(MoveKind kind, List<Shift> shifts) {
        stock.record(kind, Grade.WORKED, new WorkRef("stores.issue", Ids.next(), "T-" + ++documents), warehouse, TODAY, shifts);
    }
}
