package org.zongwu.stores.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.People;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** A warehouse passes to its next keeper: the list is frozen, counted by the receiver, signed by three; then custody changes. */
@Service
public class HandoverService {
    static final String SERIES = "YJ";
    static final String TYPE = "stores.handover";

    private final HandoverRepository handovers;
    private final WarehouseService warehouses;
    private final People people;
    private final Series series;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    HandoverService(HandoverRepository handovers, WarehouseService warehouses, People people, Series series, Trail trail, Tenancy tenancy, Clock clock) {
        this.handovers = handovers;
        this.warehouses = warehouses;
        this.people = people;
        this.series = series;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** The director appoints the next keeper and who watches; the list is frozen as the warehouse is now. */
    public void begin(Actor director, UUID id, UUID warehouseId, UUID receiver, UUID supervisor, @Nullable String remark) {
        if (!director.holds(Duty.GA_DIRECTOR)) throw new RuleBroken("R-CUS-5", "rule.stores.director-appoints");
        tenancy.write(director.schoolId(), () -> freeze(director, id, warehouseId, receiver, supervisor, remark));
    }

    private void freeze(Actor actor, UUID id, UUID warehouseId, UUID receiver, UUID supervisor, @Nullable String remark) {
        var warehouse = warehouses.warehouse(warehouseId);
        var giver = warehouse.keeperId();
        if (giver == null) throw new RuleBroken("R-CUS-1", "rule.stores.handover.nobody-keeps", warehouse.name());
        Handover.requireThree(giver, receiver, supervisor);
        for (var person : List.of(receiver, supervisor)) {
            if (people.employee(person).filter(e -> e.inService()).isEmpty()) throw RuleBroken.at("receiver", "R-CUS-1", "rule.stores.keeper-in-service");
        }
        if (!handovers.begin(id, warehouseId, giver, receiver, supervisor, LocalDate.now(clock), remark, actor.employeeId(), clock.instant())) {
            throw new RuleBroken("R-CUS-3", "rule.stores.handover.one-at-a-time", warehouse.name());
        }
        trail.write(actor, "handover-begun", ref(id, ""), null, handovers.images(id));
    }

    /** @param counts of any of the lines; a later count takes the place of an earlier one */
    public void count(Actor receiver, UUID id, List<Handover.Count> counts) {
        tenancy.write(receiver.schoolId(), () -> {
            locked(id).requireCount(receiver, counts);
            handovers.count(id, counts);
            trail.write(receiver, "handover-counted", ref(id, ""), null, handovers.images(id));
        });
    }

    /**
     * One of the three signs, with his own log-in. With the third signature the warehouse is the receiver's from today on.
     *
     * @throws RuleBroken {@code R-CUS-3} when something is not counted, or does not lie there any more as it was frozen
     */
    public void sign(Actor actor, UUID id, int version) {
        tenancy.write(actor.schoolId(), () -> {
            var handover = locked(id);
            handover.requireSign(actor);
            if (handover.version() != version) throw new RuleBroken("R-EDIT", "rule.stores.changed-meanwhile");
            var moved = handovers.moved(handover);
            if (!moved.isEmpty()) throw new RuleBroken("R-CUS-3", "rule.stores.handover.moved-since", String.join("、", moved.subList(0, Math.min(3, moved.size()))), moved.size());
            handovers.sign(handover, actor.employeeId(), clock.instant());
            if (!handover.isLast(actor.employeeId())) {
                trail.write(actor, "handover-signed", ref(id, ""), null, handovers.images(id));
                return;
            }
            var today = LocalDate.now(clock);
            if (!handover.giver().id().equals(warehouses.warehouse(handover.warehouseId()).keeperId())) throw new RuleBroken("R-CUS-3", "rule.stores.handover.over");
            var no = series.next(SERIES, today.getYear());
            warehouses.handOver(actor, ref(id, no), handover.warehouseId(), handover.receiver().id(), today);
            handovers.finish(id, no, today);
            trail.write(actor, "handover-done", ref(id, no), null, handovers.images(id));
        });
    }

    public void cancel(Actor actor, UUID id, String reason) {
        tenancy.write(actor.schoolId(), () -> stop(actor, locked(id), reason));
    }

    /** The list once more as the warehouse is now; what was counted and has not moved since stays counted. */
    public void refreeze(Actor actor, UUID id, UUID newId, String reason) {
        tenancy.write(actor.schoolId(), () -> {
            var old = locked(id);
            stop(actor, old, reason);
            freeze(actor, newId, old.warehouseId(), old.receiver().id(), old.supervisor().id(), old.remark());
            var lines = handovers.find(newId).orElseThrow().lines();
            var same = old.lines().stream().filter(o -> o.counted() != null && lines.stream().anyMatch(n -> n.itemId().equals(o.itemId()) && n.card() == o.card() && n.lent().compareTo(o.lent()) == 0))
                    .map(o -> new Handover.Count(o.itemId(), o.counted(), o.words())).toList();
            if (same.isEmpty()) return;
            handovers.count(newId, same);
            trail.write(actor, "handover-counted", ref(newId, ""), null, handovers.images(newId));
        });
    }

    public Optional<Handover> find(UUID id) {
        return handovers.find(id);
    }

    private void stop(Actor actor, Handover handover, String reason) {
        handover.requireOpen();
        handover.requireMine(actor);
        if (reason.strip().length() < 2) throw RuleBroken.at("reason", "R-CUS-3", "rule.stores.handover.why");
        handovers.cancel(handover.id(), reason.strip(), clock.instant());
        trail.write(actor, "handover-cancelled", ref(handover.id(), ""), reason.strip(), handovers.images(handover.id()));
    }

    private Handover locked(UUID id) {
        return handovers.lock(id).orElseThrow(NotFound::new);
    }

    static WorkRef ref(UUID id, String no) {
        return new WorkRef(TYPE, id, no);
    }
}
