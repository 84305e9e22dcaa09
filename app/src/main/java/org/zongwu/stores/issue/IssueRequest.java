package org.zongwu.stores.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.issue.IssueContent.Asked;
import org.zongwu.stores.issue.IssueContent.Line;
import org.zongwu.stores.item.Item;

/**
 * A 领物单 until it is posted, with every rule about who may do what to it.
 *
 * @param version raised by every change: who signs, signs what he saw
 */
record IssueRequest(UUID id, IssueContent content, Origin origin, Progress progress, int version) {

    static IssueRequest draft(Actor actor, UUID id, IssueContent content, @Nullable UUID corrects, Instant at) {
        var origin = new Origin(actor.employeeId(), at, corrects, null, null, null);
        return draft(actor, id, content, origin);
    }

    static IssueRequest draft(Actor actor, UUID id, IssueContent content, Origin origin) {
        requireMayWrite(actor, content.receiverId());
        requireWork(content, origin);
        return new IssueRequest(id, content, origin, Progress.NONE, 1);
    }

    IssueState state() {
        return progress.state();
    }

    @Nullable Instant receiverAt() {
        return progress.receiverAt();
    }

    /** What the receiver signs is what was written, so nothing changes after the signature. */
    IssueRequest change(Actor actor, IssueContent changed) {
        requireMine(actor);
        requireMayWrite(actor, changed.receiverId());
        state().requireOpenLines();
        requireWork(changed, origin);
        return next(changed, progress.changed());
    }

    IssueRequest submit(Actor actor, Instant at, Map<UUID, Item> items) {
        requireMine(actor);
        state().submit();
        requireLines(items);
        return next(content, progress.submitted(at));
    }

    /**
     * The keeper says what he has laid ready, line by line. Who has signed for something else signs again (R-ISS-7).
     *
     * @param taken by index of the line; a line that is not named stays as it is
     */
    IssueRequest pick(Actor keeper, Map<Integer, Quantity> taken, Instant at) {
        requireKeeper(keeper);
        state().pick();
        var lines = new ArrayList<>(content.lines());
        taken.forEach((index, quantity) -> {
            var line = line(index);
            if (quantity.value().signum() < 0 || quantity.exceeds(line.quantity())) {
                throw RuleBroken.at("picked-" + index, "R-ISS-10", "rule.stores.issue.picked-too-much", index + 1, line.quantity(), line.unit());
            }
            lines.set(index, line.picked(quantity));
        });
        return given(content.withLines(lines), progress.picked(new Sign(keeper.employeeId(), at)));
    }

    /** Another item in the place of the one that was asked for; both stand on the slip, and any stamp or signature so far falls away. */
    IssueRequest substitute(Actor keeper, int index, UUID itemId, String unit, Quantity quantity, Instant at) {
        requireKeeper(keeper);
        state().pick();
        var line = line(index);
        var asked = line.instead() == null ? new Asked(line.itemId(), line.unit(), line.quantity()) : line.instead();
        if (itemId.equals(asked.itemId())) throw RuleBroken.at("item", "R-ISS-11", "rule.stores.issue.same-item");
        if (!quantity.isPositive()) throw RuleBroken.at("quantity", "R-ISS-8", "rule.stores.issue.gives-nothing");
        var given = content.withLine(index, new Line(itemId, unit, quantity, quantity, asked));
        return next(given, progress.changed().picked(new Sign(keeper.employeeId(), at)));
    }

    IssueRequest sign(Actor actor, Instant at) {
        state().sign();
        if (!actor.employeeId().equals(content.receiverId())) throw new RuleBroken("R-ISS-7", "rule.stores.issue.receiver-signs");
        return next(content, progress.signed(at, null));
    }

    /** The receiver has signed on paper, and the paper is there to be seen; the keeper writes that down. */
    IssueRequest signOnPaper(Actor keeper, UUID paper, Instant at) {
        requireKeeper(keeper);
        state().sign();
        if (keeper.employeeId().equals(content.receiverId())) throw new RuleBroken("R-ISS-6", "rule.stores.issue.not-to-himself");
        return next(content, progress.signed(at, paper));
    }

    /** R-ISS-3: the director of general affairs lets more be given than the quota; for himself it is the vice-principal. */
    IssueRequest stamp(Actor actor, Instant at) {
        if (!actor.holdsAny(Duty.GA_DIRECTOR, Duty.VP_LOGISTICS)) throw new RuleBroken("R-ISS-3", "rule.stores.issue.director-stamps");
        if (actor.employeeId().equals(content.receiverId())) throw new RuleBroken("R-ISS-3", "rule.stores.issue.not-for-himself");
        state().pick();
        return next(content, progress.stamped(new Sign(actor.employeeId(), at)));
    }

    IssueRequest withdraw(Actor actor) {
        requireMine(actor);
        state().withdraw();
        return next(content.withLines(content.lines().stream().map(l -> new Line(l.itemId(), l.unit(), l.quantity(), null, l.instead())).toList()), Progress.NONE);
    }

    IssueRequest close(Actor actor, String why, Instant at) {
        requireMine(actor);
        state().close();
        if (why.strip().length() < 2) throw RuleBroken.at("why", "R-ISS-12", "rule.stores.issue.say-why-closed");
        return next(content, progress.closed(new Progress.Closing(actor.employeeId(), at, why.strip())));
    }

    void requireDeletable(Actor actor) {
        requireMine(actor);
        if (state() != IssueState.DRAFT) throw new RuleBroken("R-ISS-0", "rule.stores.issue.withdraw-first");
    }

    void requirePostable(Actor keeper) {
        state().post();
        if (keeper.employeeId().equals(content.receiverId())) throw new RuleBroken("R-ISS-6", "rule.stores.issue.not-to-himself");
        if (content.lines().stream().noneMatch(l -> l.given().isPositive())) throw new RuleBroken("R-ISS-8", "rule.stores.issue.gives-nothing");
    }

    /** Base units by item that change hands: lines that name the same item are one. */
    Map<UUID, Quantity> wanted(Map<UUID, Item> items) {
        var wanted = new LinkedHashMap<UUID, Quantity>();
        for (var line : content.lines()) {
            if (!line.given().isPositive()) continue;
            wanted.merge(line.itemId(), items.get(line.itemId()).inBaseUnits(line.unit(), line.given()), Quantity::plus);
        }
        return wanted;
    }

    /** What was not there when the rest was posted: a request of its own that says what it continues; none when nothing is owed. */
    @Nullable IssueRequest backOrder(UUID newId, Instant at) {
        var owed = content.lines().stream().filter(l -> l.instead() == null && l.owed().isPositive()).map(l -> new Line(l.itemId(), l.unit(), l.owed())).toList();
        return owed.isEmpty() ? null : new IssueRequest(newId, content.withLines(owed), origin.continuing(id), progress.backOrder(at), 1);
    }

    void requireLines(Map<UUID, Item> items) {
        if (content.lines().isEmpty()) throw RuleBroken.at("lines", "R-ISS-8", "rule.stores.issue.no-lines");
        var n = 0;
        for (var line : content.lines()) {
            var item = items.get(line.itemId());
            var field = "quantity-" + n++;
            if (!line.quantity().isPositive()) throw RuleBroken.at(field, "R-ISS-8", "rule.stores.line-not-positive", n, item.label());
            if (!item.active()) throw RuleBroken.at(field, "R-ISS-8", "rule.stores.item-inactive", n, item.label());
            if (!item.inBaseUnits(line.unit(), line.quantity()).isPositive()) throw RuleBroken.at(field, "R-ISS-8", "rule.stores.line-not-positive", n, item.label());
        }
    }

    /** Every item that it names, given or asked for. */
    List<UUID> itemIds() {
        var all = new ArrayList<UUID>();
        for (var line : content.lines()) {
            all.add(line.itemId());
            if (line.instead() != null) all.add(line.instead().itemId());
        }
        return all;
    }

    private IssueRequest given(IssueContent laidReady, Progress so) {
        return next(laidReady, laidReady.givesTheSame(content) ? so : so.unsigned());
    }

    private IssueRequest next(IssueContent changed, Progress so) {
        return new IssueRequest(id, changed, origin, so, version + 1);
    }

    private Line line(int index) {
        if (index < 0 || index >= content.lines().size()) throw new RuleBroken("R-EDIT", "rule.stores.changed-meanwhile");
        return content.lines().get(index);
    }

    private void requireMine(Actor actor) {
        if (actor.holds(Duty.STOREKEEPER) || actor.employeeId().equals(origin.madeBy()) || actor.employeeId().equals(content.receiverId())) return;
        throw new RuleBroken("R-ISS-9", "rule.stores.issue.not-yours");
    }

    private static void requireKeeper(Actor actor) {
        if (!actor.holds(Duty.STOREKEEPER)) throw new RuleBroken("R-CUS-4", "rule.stores.keeper-only");
    }

    private static void requireWork(IssueContent content, Origin origin) {
        if (content.purpose() == Purpose.REPAIR && origin.work() == null) throw RuleBroken.at("purpose", "R-ISS-5", "rule.stores.issue.repair-needs-work");
    }

    private static void requireMayWrite(Actor actor, UUID receiverId) {
        if (actor.holds(Duty.STOREKEEPER)) return;
        if (!actor.holdsAny(Duty.TEACHER, Duty.HEAD_TEACHER, Duty.WORKER, Duty.CANTEEN_MANAGER)) throw new RuleBroken("R-ISS-9", "rule.stores.issue.may-not-write");
        if (!actor.employeeId().equals(receiverId)) throw RuleBroken.at("receiver", "R-ISS-9", "rule.stores.issue.only-for-oneself");
    }
}
