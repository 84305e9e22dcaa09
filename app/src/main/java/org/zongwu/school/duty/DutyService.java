package org.zongwu.school.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.school.Terms;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

@Service
class DutyService implements Duties {
    private static final int NAMES = 3;

    private final DutyRepository duties;
    private final People people;
    private final Terms terms;
    private final Trail trail;
    private final Tenancy tenancy;

    DutyService(DutyRepository duties, People people, Terms terms, Trail trail, Tenancy tenancy) {
        this.duties = duties;
        this.people = people;
        this.terms = terms;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    @Override
    public Set<Duty> heldBy(UUID employeeId, LocalDate on) {
        var held = EnumSet.noneOf(Duty.class);
        duties.heldBy(employeeId, on, on).forEach(h -> held.add(h.duty()));
        return held;
    }

    @Override
    public List<Employee> holders(Duty duty, LocalDate on) {
        return duties.holders(duty, on).stream().map(id -> people.employee(id).orElseThrow()).toList();
    }

    @Override
    public void grant(Actor by, UUID employeeId, Duty duty, LocalDate from, @Nullable String compensatingControl) {
        grant(by, null, employeeId, duty, from, compensatingControl);
    }

    /** @param askedBy who asked for it: nobody gives himself a duty, not even by another's hand */
    void grant(Actor by, @Nullable UUID askedBy, UUID employeeId, Duty duty, LocalDate from, @Nullable String compensatingControl) {
        tenancy.write(by.schoolId(), () -> {
            requireMayGrant(by, duty, from);
            if (by.employeeId().equals(employeeId)) throw RuleBroken.at("employee", "R-ORG-3", "rule.school.grants-himself");
            if (by.employeeId().equals(askedBy)) throw RuleBroken.at("asked_by", "R-ORG-3", "rule.school.asks-himself");
            var person = people.employee(employeeId).orElseThrow(NotFound::new);
            duties.lockPerson(employeeId);
            judge(person, duty, from, compensatingControl);
            insert(by, askedBy, person, duty, from, compensatingControl);
        });
    }

    /** Without the question who grants: for the first duties of a new school. */
    void charge(Actor by, Employee person, Duty duty, LocalDate from) {
        judge(person, duty, from, null);
        var id = Ids.next();
        duties.insert(new DutyRepository.Held(id, person.id(), duty, from, null), null, null, null);
        trail.write(by, "granted", ref(id, person, duty), null, duties.images(id));
    }

    @Override
    public void end(Actor by, UUID employeeId, Duty duty, LocalDate lastDay) {
        tenancy.write(by.schoolId(), () -> {
            var person = people.employee(employeeId).orElseThrow(NotFound::new);
            duties.lockPerson(employeeId);
            var held = duties.heldBy(employeeId, lastDay, null).stream().filter(h -> h.duty() == duty).findFirst()
                    .orElseThrow(() -> new RuleBroken("R-ORG-6", "rule.school.duty-not-held", person.name(), duty));
            // A duty that begins later is taken back on its first day
            duties.end(held.id(), lastDay.isBefore(held.from()) ? held.from() : lastDay);
            trail.write(by, "ended", ref(held.id(), person, duty), null, duties.images(held.id()));
        });
    }

    /** A security administrator grants; the system administrator only makes the first of them, so that a new school can begin. */
    private void requireMayGrant(Actor by, Duty duty, LocalDate from) {
        if (by.holds(Duty.SEC_ADMIN)) return;
        if (by.holds(Duty.SYS_ADMIN) && duty == Duty.SEC_ADMIN && !duties.heldByAnybody(Duty.SEC_ADMIN, from)) return;
        throw new RuleBroken("R-ORG-3", "rule.school.may-not-grant");
    }

    private void judge(Employee person, Duty duty, LocalDate from, @Nullable String compensatingControl) {
        if (!duties.serves(person.id(), from)) throw RuleBroken.at("employee", "R-ORG-6", "rule.school.not-in-service", person.name());
        var termStart = terms.on(from).map(t -> t.startsOn()).orElse(from);
        for (var held : duties.heldBy(person.id(), termStart, null)) {
            var now = held.to() == null || !held.to().isBefore(from);
            if (now && held.duty() == duty) throw RuleBroken.at("duty", "R-ORG-6", "rule.school.duty-held", person.name(), duty, held.from());
            Incompatible.between(duty, held.duty()).filter(pair -> now || pair.coversTheTerm())
                    .ifPresent(pair -> refuseOrWatch(pair, person, from, compensatingControl));
        }
    }

    private void refuseOrWatch(Incompatible pair, Employee person, LocalDate from, @Nullable String compensatingControl) {
        if (!pair.forbidden()) {
            if (compensatingControl != null && !compensatingControl.isBlank()) return;
            throw RuleBroken.at("control", pair.ruleId(), "rule.school.needs-control", person.name(), pair.other(), pair.one(), pair.ruleId());
        }
        var others = duties.others(person.id(), Incompatible.forbiddenWith(pair.one()), from, NAMES);
        var args = new ArrayList<Object>(List.of(person.name(), pair.other(), pair.one(), pair.ruleId()));
        if (others.isEmpty()) throw RuleBroken.at("employee", pair.ruleId(), "rule.school.incompatible-nobody", args.toArray());
        args.add(String.join("、", others));
        throw RuleBroken.at("employee", pair.ruleId(), "rule.school.incompatible", args.toArray());
    }

    private void insert(Actor by, @Nullable UUID askedBy, Employee person, Duty duty, LocalDate from, @Nullable String compensatingControl) {
        var id = Ids.next();
        var control = compensatingControl == null || compensatingControl.isBlank() ? null : compensatingControl.strip();
        duties.insert(new DutyRepository.Held(id, person.id(), duty, from, null), by.employeeId(), askedBy, control);
        trail.write(by, "granted", ref(id, person, duty), control, duties.images(id));
    }

    private static WorkRef ref(UUID id, Employee person, Duty duty) {
        return new WorkRef("school.duty_held", id, person.name() + " " + duty.name());
    }
}
