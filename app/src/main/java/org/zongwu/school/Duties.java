package org.zongwu.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;

/** Who holds which duty, from when to when (domain.md §8). */
public interface Duties {
    Set<Duty> heldBy(UUID employeeId, LocalDate on);

    List<Employee> holders(Duty duty, LocalDate on);

    /**
     * Charges a person with a duty.
     *
     * @param compensatingControl how a pair that may be combined in a small office is watched (§8.3 level W); null when none is needed
     * @throws org.zongwu.kernel.RuleBroken {@code SOD-n} for a pair that one person may never hold (level H, says who could hold it
     *         instead), or for a W pair without a compensating control
     */
    void grant(Actor by, UUID employeeId, Duty duty, LocalDate from, @Nullable String compensatingControl);

    /** Takes the duty away after that day. */
    void end(Actor by, UUID employeeId, Duty duty, LocalDate lastDay);
}
