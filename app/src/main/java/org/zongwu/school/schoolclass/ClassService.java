package org.zongwu.school.schoolclass;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.LeavingCheck;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.People;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Opens and ends classes and says who leads them. A class keeps its name for life: only its grade changes. */
@Service
class ClassService implements LeavingCheck {
    private final ClassRepository classes;
    private final People people;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    ClassService(ClassRepository classes, People people, Trail trail, Tenancy tenancy, Clock clock) {
        this.classes = classes;
        this.people = people;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    void open(Actor by, UUID id, int entryYear, int number, LocalDate opensOn, @Nullable UUID headTeacherId) {
        tenancy.write(by.schoolId(), () -> {
            var opened = new Cohort(id, entryYear, number, headTeacherId, opensOn, null);
            classes.find(entryYear, number).ifPresent(there -> {
                throw RuleBroken.at("number", "R-ORG-5", "rule.school.class-exists", there.title());
            });
            if (headTeacherId != null) requireInService(headTeacherId);
            classes.insert(opened, Grade.WORKED);
            trail.write(by, "opened", ref(opened), null, classes.images(id));
        });
    }

    void lead(Actor by, UUID id, @Nullable UUID headTeacherId, @Nullable String reason) {
        tenancy.write(by.schoolId(), () -> {
            classes.lock(id);
            var led = cohort(id);
            if (Objects.equals(led.headTeacherId(), headTeacherId)) return;
            if (headTeacherId != null) requireInService(headTeacherId);
            classes.setHead(id, headTeacherId);
            trail.write(by, "head-teacher-set", ref(led), reason, classes.images(id));
        });
    }

    /** The class ends after that day, once nobody is in it any more. */
    void end(Actor by, UUID id, LocalDate lastDay, @Nullable String reason) {
        tenancy.write(by.schoolId(), () -> {
            classes.lock(id);
            var ended = cohort(id);
            if (lastDay.isBefore(ended.opensOn())) throw RuleBroken.at("lastDay", "R-ORG-2", "rule.school.ends-before-opening", ended.title(), ended.opensOn());
            var left = classes.studentsAfter(id, lastDay);
            if (left > 0) throw RuleBroken.at("lastDay", "R-ORG-2", "rule.school.class-not-empty", ended.title(), left);
            classes.end(id, lastDay);
            trail.write(by, "ended", ref(ended), reason, classes.images(id));
        });
    }

    @Override
    public List<Held> held(UUID employeeId) {
        return classes.ledBy(employeeId, LocalDate.now(clock)).stream()
                .map(c -> new Held("held.school.class", List.of(c.title()), "/school/classes/" + c.id())).toList();
    }

    private Cohort cohort(UUID id) {
        return classes.find(id).orElseThrow(NotFound::new);
    }

    private void requireInService(UUID employeeId) {
        var person = people.employee(employeeId).orElseThrow(NotFound::new);
        if (!person.inService()) throw RuleBroken.at("head", "R-ORG-6", "rule.school.not-in-service", person.name());
    }

    private static WorkRef ref(Cohort c) {
        return new WorkRef("school.school_class", c.id(), c.title());
    }
}
