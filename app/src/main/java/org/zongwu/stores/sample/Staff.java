package org.zongwu.stores.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.SampleData.SampleSchool;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.school.SchoolClass;

/**
 * Who takes part.
 *
 * @param receivers everybody who may be handed goods: not the keeper
 * @param acceptors everybody who may accept them: not the buyer either
 */
record Staff(List<Actor> receivers, List<Actor> acceptors, Actor buyer, List<SchoolClass> classes) {
    /** @param opening the day on which the classes are those of the term */
    static Staff of(SampleSchool school, People people, Duties duties, LocalDate opening, LocalDate today) {
        var keeper = school.actor(Duty.STOREKEEPER).employeeId();
        var buyer = school.actor(Duty.BUYER);
        var all = new ArrayList<Actor>();
        for (Employee e : people.inService(today)) {
            if (!e.id().equals(keeper)) all.add(new Actor(school.schoolId(), e.id(), e.name(), duties.heldBy(e.id(), today)));
        }
        var acceptors = all.stream().filter(a -> !a.employeeId().equals(buyer.employeeId()) && !administers(a.duties())).limit(12).toList();
        return new Staff(all.stream().filter(a -> !administers(a.duties())).toList(), acceptors, buyer, people.classes(opening));
    }

    private static boolean administers(Set<Duty> duties) {
        return duties.stream().anyMatch(Duty::administers);
    }
}
