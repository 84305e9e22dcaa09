package org.zongwu.approvals.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Gives and takes back the right to stamp in somebody's stead. */
@Service
public class DelegationService {
    private final DelegationRepository delegations;
    private final People people;
    private final Duties duties;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    DelegationService(DelegationRepository delegations, People people, Duties duties, Trail trail, Tenancy tenancy, Clock clock) {
        this.delegations = delegations;
        this.people = people;
        this.duties = duties;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @throws RuleBroken {@code R-1P-3} for what is not his to give, has no end, or goes to somebody who may not have it */
    public void give(Actor actor, Delegation delegation) {
        tenancy.write(actor.schoolId(), () -> {
            delegation.judge(actor, LocalDate.now(clock));
            var standIn = people.employee(delegation.standInId()).orElseThrow(NotFound::new);
            if (!standIn.inService()) throw RuleBroken.at("stand_in", "R-1P-3", "rule.approvals.stand-in-left", standIn.name());
            delegations.incompatible(delegation.duty(), duties.heldBy(standIn.id(), delegation.from())).ifPresent(held -> {
                throw RuleBroken.at("stand_in", "R-1P-3", "rule.approvals.stand-in-incompatible", standIn.name(), held, delegation.duty());
            });
            delegations.insert(delegation);
            trail.write(actor, "stand-in-given", delegation.ref(standIn.name()), delegation.reason(), delegations.images(delegation.id()));
        });
    }

    public void withdraw(Actor actor, UUID id) {
        tenancy.write(actor.schoolId(), () -> {
            var delegation = delegation(id);
            delegation.requireMayWithdraw(actor);
            if (!delegations.withdraw(id, clock.instant())) throw new RuleBroken("R-1P-3", "rule.approvals.withdrawn-already");
            trail.write(actor, "stand-in-withdrawn", delegation.ref(name(delegation.standInId())), null, delegations.images(id));
        });
    }

    /** What the person may do for others on that day: only as long as they hold the duty themselves, and he holds none that excludes it. */
    public List<Delegation> of(UUID standInId, LocalDate day) {
        return delegations.of(standInId, day).stream().filter(d -> duties.heldBy(d.holderId(), day).contains(d.duty()))
                .filter(d -> delegations.incompatible(d.duty(), duties.heldBy(standInId, day)).isEmpty()).toList();
    }

    Delegation delegation(UUID id) {
        return delegations.find(id).orElseThrow(NotFound::new);
    }

    String name(UUID personId) {
        return people.employee(personId).map(Employee::name).orElse("—");
    }
}
