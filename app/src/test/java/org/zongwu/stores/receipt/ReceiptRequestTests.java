package org.zongwu.stores.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.stock.Goods;

class ReceiptRequestTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Actor KEEPER = actor(Duty.STOREKEEPER);
    private static final Actor ONE = actor(Duty.TEACHER);
    private static final Actor OTHER = actor(Duty.TEACHER);
    private static final Actor BUYER = actor(Duty.BUYER);
    private static final Item PAPER = new Item(UUID.randomUUID(), "01", "复印纸", null, "包", UUID.randomUUID(), "办公用品", null, List.of(), true, Map.of("箱", new BigDecimal("5")));
    private static final Map<UUID, Item> ITEMS = Map.of(PAPER.id(), PAPER);

    @Test
    void it_is_accepted_only_when_both_have_signed() {
        var submitted = submitted(content(Funding.FISCAL, BUYER, ONE, OTHER, priced("箱", "2", "100.50")));
        var half = submitted.accept(OTHER, NOW);
        assertThat(half.state()).isEqualTo(ReceiptState.SUBMITTED);
        refused("R-RCV-0", () -> half.requirePostable(KEEPER));
        var whole = half.accept(ONE, NOW);
        assertThat(whole.state()).isEqualTo(ReceiptState.ACCEPTED);
        whole.requirePostable(KEEPER);
    }

    @Test
    void nobody_accepts_twice_or_for_another() {
        var half = submitted(content(Funding.FISCAL, BUYER, ONE, OTHER, priced("包", "1", "1"))).accept(ONE, NOW);
        refused("R-PUR-5", () -> half.accept(ONE, NOW));
        refused("R-PUR-5", () -> half.accept(KEEPER, NOW));
        refused("R-RCV-0", () -> half.accept(OTHER, NOW).accept(OTHER, NOW));
    }

    @Test
    void two_different_acceptors_are_needed_and_neither_is_the_buyer() {
        refused("R-PUR-5", () -> submitted(content(Funding.FISCAL, BUYER, ONE, null, priced("包", "1", "1"))));
        refused("R-PUR-5", () -> submitted(content(Funding.FISCAL, BUYER, ONE, ONE, priced("包", "1", "1"))));
        refused("SOD-3", () -> submitted(content(Funding.FISCAL, ONE, ONE, OTHER, priced("包", "1", "1"))));
        refused("SOD-3", () -> submitted(content(Funding.FISCAL, OTHER, ONE, OTHER, priced("包", "1", "1"))));
    }

    @Test
    void who_bought_the_goods_does_not_take_them_in() {
        var bought = submitted(content(Funding.OWN, KEEPER, ONE, OTHER, priced("包", "1", "1"))).accept(ONE, NOW).accept(OTHER, NOW);
        refused("SOD-3", () -> bought.requirePostable(KEEPER));
    }

    @Test
    void only_an_opening_has_neither_supplier_nor_buyer() {
        refused("R-RCV-2", () -> submitted(new ReceiptContent(UUID.randomUUID(), Funding.CREDIT, null, BUYER.employeeId(), LocalDate.of(2026, 11, 23), null, null,
                ONE.employeeId(), OTHER.employeeId(), List.of(priced("包", "1", "1")))));
        refused("R-PUR-5", () -> submitted(content(Funding.OWN, null, ONE, OTHER, priced("包", "1", "1"))));
        refused("R-RCV-2", () -> submitted(content(Funding.OPENING, null, ONE, OTHER, priced("包", "1", "1"))));
        submitted(new ReceiptContent(UUID.randomUUID(), Funding.OPENING, null, null, LocalDate.of(2026, 11, 23), null, null, ONE.employeeId(), OTHER.employeeId(), List.of(priced("包", "1", "1"))));
    }

    @Test
    void a_line_has_a_quantity_and_a_price_or_an_amount_that_agree() {
        refused("R-RCV-1", () -> submitted(content(Funding.OWN, BUYER, ONE, OTHER)));
        refused("R-RCV-1", () -> submitted(content(Funding.OWN, BUYER, ONE, OTHER, priced("包", "0", "1"))));
        refused("R-RCV-1", () -> submitted(content(Funding.OWN, BUYER, ONE, OTHER, new ReceiptContent.Line(PAPER.id(), "包", Quantity.of(1), null, null))));
        refused("R-RCV-1", () -> submitted(content(Funding.OWN, BUYER, ONE, OTHER, priced("包", "1", "0"))));
        refused("R-RCV-1", () -> submitted(content(Funding.OWN, BUYER, ONE, OTHER, priced("包", "1", "1.1234567"))));
        refused("R-RCV-1", () -> submitted(content(Funding.OWN, BUYER, ONE, OTHER, both("3", "3.33", "10.00"))));
        submitted(content(Funding.OWN, BUYER, ONE, OTHER, both("3", "3.333333", "10.00")));
        submitted(content(Funding.OWN, BUYER, ONE, OTHER, both("3", "3.33", "9.99")));
    }

    @Test
    void lines_of_one_item_come_onto_the_card_together() {
        var request = submitted(content(Funding.OWN, BUYER, ONE, OTHER, priced("箱", "2", "100.50"), new ReceiptContent.Line(PAPER.id(), "包", Quantity.of(3), null, Money.ofYuan("64.01"))));
        assertThat(request.goods(ITEMS)).containsOnlyKeys(PAPER.id()).containsValue(new Goods(Quantity.of(13), Money.ofYuan("265.01")));
    }

    @Test
    void the_first_signature_freezes_the_lines() {
        var half = submitted(content(Funding.FISCAL, BUYER, ONE, OTHER, priced("包", "1", "1"))).accept(ONE, NOW);
        refused("R-RCV-0", () -> half.change(KEEPER, half.content()));
        assertThat(half.withdraw(KEEPER).state()).isEqualTo(ReceiptState.DRAFT);
        assertThat(half.withdraw(KEEPER).acceptor1At()).isNull();
    }

    @Test
    void a_teacher_writes_no_receipt() {
        refused("R-RCV-3", () -> ReceiptRequest.draft(ONE, UUID.randomUUID(), content(Funding.OWN, BUYER, ONE, OTHER), null, NOW));
    }

    private static ReceiptRequest submitted(ReceiptContent content) {
        return ReceiptRequest.draft(KEEPER, UUID.randomUUID(), content, null, NOW).submit(KEEPER, NOW, ITEMS);
    }

    private static ReceiptContent content(Funding funding, Actor buyer, Actor one, Actor other, ReceiptContent.Line... lines) {
        return new ReceiptContent(UUID.randomUUID(), funding, UUID.randomUUID(), buyer == null ? null : buyer.employeeId(), LocalDate.of(2026, 11, 23), null, null,
                one == null ? null : one.employeeId(), other == null ? null : other.employeeId(), List.of(lines));
    }

    private static ReceiptContent.Line priced(String unit, String quantity, String price) {
        return new ReceiptContent.Line(PAPER.id(), unit, Quantity.of(quantity), new BigDecimal(price), null);
    }

    private static ReceiptContent.Line both(String quantity, String price, String amount) {
        return new ReceiptContent.Line(PAPER.id(), "包", Quantity.of(quantity), new BigDecimal(price), Money.ofYuan(amount));
    }

    private static Actor actor(Duty duty) {
        return new Actor(1, UUID.randomUUID(), duty.name(), Set.of(duty));
    }

    private static void refused(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }
}
