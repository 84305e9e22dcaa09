package org.zongwu.school.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Departments change by an end and a beginning, never in place: old reports keep the old structure (R-ORG-1). */
@Service
class DepartmentService {
    private final DepartmentRepository departments;
    private final EmployeeRepository employees;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    DepartmentService(DepartmentRepository departments, EmployeeRepository employees, Trail trail, Tenancy tenancy, Clock clock) {
        this.departments = departments;
        this.employees = employees;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    void open(Actor by, UUID id, String name, boolean teaching, LocalDate from) {
        tenancy.write(by.schoolId(), () -> {
            requireFree(name, from);
            departments.insert(id, name, teaching, from);
            trail.write(by, "opened", ref(id, name), null, departments.images(id));
        });
    }

    /** The department is called otherwise from that day on: the old one ends, {@code newId} begins and takes over its people. */
    void rename(Actor by, UUID id, UUID newId, String newName, LocalDate from, @Nullable String reason) {
        tenancy.write(by.schoolId(), () -> {
            var old = ending(id, from);
            if (old.name().equals(newName)) throw RuleBroken.at("name", "R-ORG-1", "rule.school.same-name", newName);
            requireFree(newName, from);
            departments.insert(newId, newName, old.teaching(), from);
            var moved = handOver(old, newId, from);
            trail.write(by, "renamed", ref(newId, newName), reason, departments.images(id, newId).and(moved));
        });
    }

    /** The department ends and its people go to another one. */
    void merge(Actor by, UUID id, UUID into, LocalDate from, @Nullable String reason) {
        tenancy.write(by.schoolId(), () -> {
            var old = ending(id, from);
            if (id.equals(into)) throw RuleBroken.at("into", "R-ORG-1", "rule.school.same-name", old.name());
            var heir = departments.requireOn(into, from);
            var moved = handOver(old, into, from);
            trail.write(by, "merged", ref(id, old.name() + "→" + heir.name()), reason, departments.images(id).and(moved));
        });
    }

    private DepartmentRepository.Department ending(UUID id, LocalDate from) {
        departments.lock(id);
        var old = departments.find(id).orElseThrow(NotFound::new);
        if (from.isAfter(LocalDate.now(clock))) throw RuleBroken.at("from", "R-ORG-1", "rule.school.future");
        if (!from.isAfter(old.from()) || old.to() != null) throw RuleBroken.at("from", "R-ORG-1", "rule.school.department-ended", old.name(), from);
        return old;
    }

    private Images handOver(DepartmentRepository.Department old, UUID heir, LocalDate from) {
        var images = Images.none();
        for (var person : departments.members(old.id())) {
            employees.lock(person);
            employees.postedSince(person).filter(since -> !since.isBefore(from)).ifPresent(since -> {
                throw RuleBroken.at("from", "R-ORG-1", "rule.school.before-posting", since);
            });
            employees.post(person, heir, from);
            images = images.and(employees.images(person));
        }
        departments.end(old.id(), from.minusDays(1), heir);
        return images;
    }

    private void requireFree(String name, LocalDate from) {
        if (departments.named(name, from).isPresent()) throw RuleBroken.at("name", "R-ORG-1", "rule.school.department-exists", name);
    }

    private static WorkRef ref(UUID id, String name) {
        return new WorkRef("school.department", id, name);
    }
}
