package org.zongwu.school.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.LeavingCheck;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Joining, moving and leaving. A person is never deleted. */
@Service
class EmployeeService {
    private final EmployeeRepository employees;
    private final DepartmentRepository departments;
    private final Duties duties;
    private final List<LeavingCheck> checks;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    EmployeeService(EmployeeRepository employees, DepartmentRepository departments, Duties duties, List<LeavingCheck> checks,
            Trail trail, Tenancy tenancy, Clock clock) {
        this.employees = employees;
        this.departments = departments;
        this.duties = duties;
        this.checks = checks;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Registers a person under an id that the caller has made. */
    void register(Actor by, UUID id, NewEmployee person, UUID departmentId) {
        tenancy.write(by.schoolId(), () -> {
            requireFreeStaffNo(person.staffNo());
            var today = LocalDate.now(clock);
            var department = departments.requireOn(departmentId, person.joinedOn() == null || person.joinedOn().isBefore(today) ? today : person.joinedOn());
            // An unknown day is before the records begin, as far back as the department goes
            var from = person.joinedOn() == null || person.joinedOn().isBefore(department.from()) ? department.from() : person.joinedOn();
            employees.insert(id, person, departmentId, Grade.WORKED);
            employees.post(id, departmentId, from);
            trail.write(by, "registered", ref(id, person.staffNo()), null, employees.images(id));
        });
    }

    /** Mends what was written down; the department must be the one he is in, because it changes by a day only. */
    void change(Actor by, UUID id, NewEmployee person, UUID departmentId) {
        tenancy.write(by.schoolId(), () -> {
            employees.lock(id);
            var before = employee(id);
            if (!before.departmentId().equals(departmentId)) throw RuleBroken.at("department", "R-ORG-1", "rule.school.department-by-day", before.department());
            if (!before.staffNo().equals(person.staffNo())) requireFreeStaffNo(person.staffNo());
            employees.change(id, person);
            trail.write(by, "changed", ref(id, person.staffNo()), null, employees.images(id));
        });
    }

    /** The person works in another department from that day on; the days before stay as they were (R-ORG-1). */
    void transfer(Actor by, UUID id, UUID departmentId, LocalDate from, @Nullable String reason) {
        tenancy.write(by.schoolId(), () -> {
            var person = employee(id);
            employees.lock(id);
            if (from.isAfter(LocalDate.now(clock))) throw RuleBroken.at("from", "R-ORG-1", "rule.school.future");
            if (!person.inService()) throw new RuleBroken("R-ORG-1", "rule.school.not-in-service", person.name());
            if (person.departmentId().equals(departmentId)) throw RuleBroken.at("department", "R-ORG-1", "rule.school.same-department", person.name());
            departments.requireOn(departmentId, from);
            employees.postedSince(id).filter(since -> !since.isBefore(from)).ifPresent(since -> {
                throw RuleBroken.at("from", "R-ORG-1", "rule.school.before-posting", since);
            });
            employees.post(id, departmentId, from);
            trail.write(by, "transferred", ref(id, person.staffNo()), reason, employees.images(id));
        });
    }

    /**
     * The person is no longer in service from that day on; his duties end the day before.
     *
     * @throws RuleBroken {@code R-CUS-2} while something is still to be handed over; names the first three things
     */
    void leave(Actor by, UUID id, LocalDate leftOn, @Nullable String reason) {
        tenancy.write(by.schoolId(), () -> {
            var person = employee(id);
            employees.lock(id);
            if (leftOn.isAfter(LocalDate.now(clock))) throw RuleBroken.at("left_on", "R-ORG-1", "rule.school.future");
            if (!person.inService()) throw new RuleBroken("R-ORG-1", "rule.school.not-in-service", person.name());
            var held = checks.stream().flatMap(c -> c.held(id).stream()).toList();
            if (!held.isEmpty()) throw stillHolds(person, held);
            for (var duty : duties.heldBy(id, leftOn)) duties.end(by, id, duty, leftOn.minusDays(1));
            employees.leave(id, leftOn);
            trail.write(by, "left", ref(id, person.staffNo()), reason, employees.images(id));
        });
    }

    private static RuleBroken stillHolds(Employee person, List<LeavingCheck.Held> held) {
        var things = held.stream().limit(3).map(h -> new DefaultMessageSourceResolvable(new String[] {h.textKey()}, h.args().toArray())).toList();
        return new RuleBroken("R-CUS-2", "rule.school.still-holds-" + things.size(), concat(person.name(), held.size(), things));
    }

    private static Object[] concat(String name, int count, List<?> things) {
        var args = new ArrayList<Object>(List.of(name, count));
        args.addAll(things);
        return args.toArray();
    }

    private void requireFreeStaffNo(String staffNo) {
        employees.byStaffNo(staffNo).ifPresent(other -> {
            throw RuleBroken.at("staff_no", "R-ORG-5", "rule.school.staff-no-taken", staffNo, other.name());
        });
    }

    private Employee employee(UUID id) {
        return employees.find(id).orElseThrow(NotFound::new);
    }

    private static WorkRef ref(UUID id, String staffNo) {
        return new WorkRef("school.employee", id, staffNo);
    }
}
