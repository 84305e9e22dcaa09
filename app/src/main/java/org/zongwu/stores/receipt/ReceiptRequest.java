package org.zongwu.stores.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.Lot;

/**
 * A 入库验收单 until it is posted, with every rule about who may do what to it.
 *
 * @param version  raised by every change: who signs, signs what he saw
 * @param corrects the posted receipt that this one puts right
 */
record ReceiptRequest(UUID id, ReceiptContent content, UUID madeBy, Instant madeAt, @Nullable Instant submittedAt, @Nullable Instant acceptor1At,
        @Nullable Instant acceptor2At, @Nullable UUID corrects, int version) {

    static ReceiptRequest draft(Actor actor, UUID id, ReceiptContent content, @Nullable UUID corrects, Instant at) {
        requireMayWrite(actor);
        return new ReceiptRequest(id, content, actor.employeeId(), at, null, null, null, corrects, 1);
    }

    ReceiptState state() {
        if (acceptor1At != null && acceptor2At != null) return ReceiptState.ACCEPTED;
        return submittedAt != null ? ReceiptState.SUBMITTED : ReceiptState.DRAFT;
    }

    /** Once anybody has signed, what he signed stays. */
    ReceiptRequest change(Actor actor, ReceiptContent changed) {
        requireMayWrite(actor);
        if (acceptor1At != null || acceptor2At != null) throw new RuleBroken("R-RCV-0", "rule.stores.receipt.signed-is-frozen");
        return new ReceiptRequest(id, changed, madeBy, madeAt, submittedAt, null, null, corrects, version + 1);
    }

    ReceiptRequest submit(Actor actor, Instant at, Map<UUID, Item> items) {
        requireMayWrite(actor);
        state().submit();
        requireComplete(items);
        return new ReceiptRequest(id, content, madeBy, madeAt, at, null, null, corrects, version + 1);
    }

    /** Signs as whichever of the two acceptors the actor is. */
    ReceiptRequest accept(Actor actor, Instant at) {
        var first = actor.employeeId().equals(content.acceptor1Id());
        var second = actor.employeeId().equals(content.acceptor2Id());
        state().accept(acceptor1At != null || acceptor2At != null);
        if (!first && !second) throw new RuleBroken("R-PUR-5", "rule.stores.receipt.acceptors-sign");
        if (first && acceptor1At != null || second && acceptor2At != null) throw new RuleBroken("R-PUR-5", "rule.stores.receipt.other-acceptor");
        return new ReceiptRequest(id, content, madeBy, madeAt, submittedAt, first ? at : acceptor1At, second ? at : acceptor2At, corrects, version + 1);
    }

    ReceiptRequest withdraw(Actor actor) {
        requireMayWrite(actor);
        state().withdraw();
        return new ReceiptRequest(id, content, madeBy, madeAt, null, null, null, corrects, version + 1);
    }

    void requireDeletable(Actor actor) {
        requireMayWrite(actor);
        if (state() != ReceiptState.DRAFT) throw new RuleBroken("R-RCV-0", "rule.stores.receipt.withdraw-first");
    }

    void requirePostable(Actor keeper) {
        state().post();
        if (keeper.employeeId().equals(content.buyerId())) throw new RuleBroken("SOD-3", "rule.stores.receipt.buyer-keeps-not");
    }

    /** What comes onto each card: lines that name the same item are one. */
    Map<UUID, Goods> goods(Map<UUID, Item> items) {
        var goods = new LinkedHashMap<UUID, Goods>();
        for (var line : content.lines()) {
            goods.merge(line.itemId(), new Goods(items.get(line.itemId()).inBaseUnits(line.unit(), line.quantity()), line.worth()), Goods::plus);
        }
        return goods;
    }

    /** Which of the goods bear a lot, by item. */
    Map<UUID, List<Lot>> lots(Map<UUID, Item> items) {
        var lots = new LinkedHashMap<UUID, List<Lot>>();
        for (var line : content.lines()) {
            if (line.lotNo() == null) continue;
            lots.computeIfAbsent(line.itemId(), i -> new ArrayList<>()).add(new Lot(line.lotNo(), line.expiresOn(), items.get(line.itemId()).inBaseUnits(line.unit(), line.quantity())));
        }
        return lots;
    }

    void requireComplete(Map<UUID, Item> items) {
        if (content.funding() == Funding.OPENING) {
            if (content.supplierId() != null) throw RuleBroken.at("supplier", "R-RCV-2", "rule.stores.receipt.opening-has-no-supplier");
        } else {
            if (content.supplierId() == null) throw RuleBroken.at("supplier", "R-RCV-2", "rule.stores.receipt.needs-supplier");
            if (content.buyerId() == null) throw RuleBroken.at("buyer", "R-PUR-5", "rule.stores.receipt.needs-buyer");
        }
        requireAcceptors();
        if (content.lines().isEmpty()) throw RuleBroken.at("lines", "R-RCV-1", "rule.stores.receipt.no-lines");
        var n = 0;
        for (var line : content.lines()) requireLine(n++, line, items.get(line.itemId()));
    }

    private void requireAcceptors() {
        var first = content.acceptor1Id();
        var second = content.acceptor2Id();
        if (first == null) throw RuleBroken.at("acceptor1", "R-PUR-5", "rule.stores.receipt.two-acceptors");
        if (second == null) throw RuleBroken.at("acceptor2", "R-PUR-5", "rule.stores.receipt.two-acceptors");
        if (first.equals(second)) throw RuleBroken.at("acceptor2", "R-PUR-5", "rule.stores.receipt.acceptors-differ");
        if (first.equals(content.buyerId())) throw RuleBroken.at("acceptor1", "SOD-3", "rule.stores.receipt.buyer-accepts-not");
        if (second.equals(content.buyerId())) throw RuleBroken.at("acceptor2", "SOD-3", "rule.stores.receipt.buyer-accepts-not");
    }

    private static void requireLine(int index, ReceiptContent.Line line, Item item) {
        var n = index + 1;
        if (!line.quantity().isPositive() || !item.inBaseUnits(line.unit(), line.quantity()).isPositive()) {
            throw RuleBroken.at("quantity-" + index, "R-RCV-1", "rule.stores.line-not-positive", n, item.label());
        }
        if (!item.active()) throw RuleBroken.at("quantity-" + index, "R-RCV-1", "rule.stores.item-inactive", n, item.label());
        if (!line.isPriced()) throw RuleBroken.at("price-" + index, "R-RCV-1", "rule.stores.receipt.line-needs-price", n, item.label());
        if (line.worth().isNegative() || line.worth().isZero()) throw RuleBroken.at("amount-" + index, "R-RCV-1", "rule.stores.receipt.line-needs-amount", n, item.label());
        if (line.price().signum() < 0 || line.price().scale() > 6) throw RuleBroken.at("price-" + index, "R-RCV-1", "rule.stores.receipt.price-decimals", n, item.label());
        if (line.expiresOn() != null && line.lotNo() == null) throw RuleBroken.at("lot-" + index, "R-LOT-2", "rule.stores.lot.needs-number", n, item.label());
        if (!line.agrees()) throw RuleBroken.at("amount-" + index, "R-RCV-1", "rule.stores.receipt.amount-disagrees", n, item.label(), line.worth());
    }

    private static void requireMayWrite(Actor actor) {
        if (!actor.holdsAny(Duty.STOREKEEPER, Duty.ASSET_ADMIN)) throw new RuleBroken("R-RCV-3", "rule.stores.receipt.may-not-write");
    }
}
