package org.zongwu.school.setup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.school.SetUp;
import org.zongwu.school.duty.FirstDuties;
import org.zongwu.school.people.FirstPeople;
import org.zongwu.school.place.PlaceService;
import org.zongwu.school.policy.FirstPolicies;

@Component
class SchoolSetUp implements SetUp {
    private static final String MAIN_CAMPUS = "本部";

    private final FirstPeople people;
    private final FirstDuties duties;
    private final FirstPolicies policies;
    private final PlaceService places;
    private final Tenancy tenancy;
    private final Clock clock;

    SchoolSetUp(FirstPeople people, FirstDuties duties, FirstPolicies policies, PlaceService places, Tenancy tenancy, Clock clock) {
        this.people = people;
        this.duties = duties;
        this.policies = policies;
        this.places = places;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public UUID firstEmployee(String staffNo, String name, String department) {
        var id = Ids.next();
        var by = new Actor(tenancy.current(), id, name, Set.of());
        places.mainCampus(by, MAIN_CAMPUS);
        people.register(by, id, staffNo, name, department, LocalDate.now(clock));
        policies.setInitial(by);
        return id;
    }

    @Override
    public void firstDuty(UUID employeeId, Duty duty) {
        duties.charge(new Actor(tenancy.current(), employeeId, people.name(employeeId), Set.of()), employeeId, duty);
    }
}
