package org.zongwu.school.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.People;
import org.zongwu.web.NotFound;

/** The duties of a new school, until it has a security administrator who grants them. */
@Component
public class FirstDuties {
    private final DutyService service;
    private final DutyRepository duties;
    private final People people;
    private final Clock clock;

    FirstDuties(DutyService service, DutyRepository duties, People people, Clock clock) {
        this.service = service;
        this.duties = duties;
        this.people = people;
        this.clock = clock;
    }

    /** Charges a person from today on. */
    public void charge(Actor by, UUID employeeId, Duty duty) {
        var today = LocalDate.now(clock);
        if (duties.heldByAnybody(Duty.SEC_ADMIN, today)) throw new RuleBroken("R-ORG-3", "rule.school.set-up-over");
        service.charge(by, people.employee(employeeId).orElseThrow(NotFound::new), duty, today);
    }
}
