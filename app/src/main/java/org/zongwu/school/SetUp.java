package org.zongwu.school;

import java.util.UUID;
import org.zongwu.kernel.Duty;

/** The first steps of a new school, before anybody is there who could take them. Within a transaction of that school. */
public interface SetUp {
    /**
     * Registers the school's first employee, with the department, a main campus and the policy rows that hold until the
     * school sets its own. A second call adds another person and leaves what is there.
     */
    UUID firstEmployee(String staffNo, String name, String department);

    /**
     * Charges a person with a duty while the school has no security administrator yet.
     *
     * @throws org.zongwu.kernel.RuleBroken {@code R-ORG-3} once there is one: then he grants duties
     */
    void firstDuty(UUID employeeId, Duty duty);
}
