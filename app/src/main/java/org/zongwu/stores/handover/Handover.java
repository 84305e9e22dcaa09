package org.zongwu.stores.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;

/**
 * A 移交清册: what lay in a warehouse on the day it was frozen, and who has signed for it. Custody changes with the third
 * signature and not before (R-CUS-3).
 *
 * @param no       once all have signed
 * @param handedOn the day from which the receiver keeps the warehouse
 * @param version  raised by every change: who signs, signs what he saw
 */
public record Handover(UUID id, @Nullable String no, UUID warehouseId, String warehouse, Signer giver, Signer receiver, Signer supervisor, LocalDate frozenOn, @Nullable String remark, UUID madeBy,
        @Nullable LocalDate handedOn, @Nullable String cancelReason, int version, List<Line> lines) {

    public enum State { COUNTING, SIGNING, DONE, CANCELLED }

    public record Signer(UUID id, String name, @Nullable Instant at) {}

    /**
     * @param quantity what the card says, of which {@code lent} is out
     * @param card     the version of the card when it was frozen
     * @param counted  what the receiver found on the shelf; null until he has counted
     */
    public record Line(int number, UUID itemId, String code, String name, String unit, Quantity quantity, Quantity lent, Money amount, long card, @Nullable Quantity counted, @Nullable String words) {
        Quantity onShelf() {
            return quantity.plus(lent.negated());
        }

        boolean differs() {
            return counted != null && counted.compareTo(onShelf()) != 0;
        }
    }

    /** @param counted on the shelf */
    public record Count(UUID itemId, Quantity counted, @Nullable String words) {}

    State state() {
        if (cancelReason != null) return State.CANCELLED;
        if (handedOn != null) return State.DONE;
        return lines.stream().anyMatch(l -> l.counted == null) ? State.COUNTING : State.SIGNING;
    }

    boolean isOpen() {
        return handedOn == null && cancelReason == null;
    }

    List<Signer> signers() {
        return List.of(giver, receiver, supervisor);
    }

    boolean isSigned() {
        return signers().stream().anyMatch(s -> s.at != null);
    }

    /** Whether this signature is the last one. */
    boolean isLast(UUID signer) {
        return signers().stream().allMatch(s -> s.id.equals(signer) || s.at != null);
    }

    Money amount() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    static void requireThree(UUID giver, UUID receiver, UUID supervisor) {
        if (receiver.equals(giver)) throw RuleBroken.at("receiver", "R-CUS-3", "rule.stores.handover.same-person");
        if (supervisor.equals(giver) || supervisor.equals(receiver)) throw RuleBroken.at("supervisor", "R-CUS-3", "rule.stores.handover.third-person");
    }

    void requireOpen() {
        if (!isOpen()) throw new RuleBroken("R-CUS-3", "rule.stores.handover.over");
    }

    /** The receiver counts with his own eyes; a signature freezes what he wrote. */
    void requireCount(Actor actor, List<Count> counts) {
        requireOpen();
        if (!actor.employeeId().equals(receiver.id)) throw new RuleBroken("R-CUS-3", "rule.stores.handover.receiver-counts", receiver.name);
        if (isSigned()) throw new RuleBroken("R-CUS-3", "rule.stores.handover.signed");
        for (var count : counts) {
            var line = lines.stream().filter(l -> l.itemId.equals(count.itemId)).findFirst().orElseThrow(() -> new RuleBroken("R-CUS-3", "rule.stores.handover.not-listed"));
            if (count.counted.compareTo(line.onShelf()) == 0 || count.words != null && !count.words.isBlank()) continue;
            throw new RuleBroken("R-CUS-3", "rule.stores.handover.why-different", line.name, count.counted, line.onShelf());
        }
    }

    void requireSign(Actor actor) {
        requireOpen();
        var mine = signers().stream().filter(s -> s.id.equals(actor.employeeId())).findFirst().orElseThrow(() -> new RuleBroken("R-CUS-3", "rule.stores.handover.not-a-signer"));
        if (mine.at != null) throw new RuleBroken("R-CUS-3", "rule.stores.handover.signed-already");
        var open = lines.stream().filter(l -> l.counted == null).count();
        if (open > 0) throw new RuleBroken("R-CUS-3", "rule.stores.handover.count-first", open);
    }

    /** Whoever has a part in it, or appointed it, may stop it or have it frozen anew. */
    void requireMine(Actor actor) {
        if (actor.holds(Duty.GA_DIRECTOR) || signers().stream().anyMatch(s -> s.id.equals(actor.employeeId()))) return;
        throw new RuleBroken("R-CUS-3", "rule.stores.handover.not-a-signer");
    }
}
