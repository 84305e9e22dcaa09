package org.zongwu.kernel;

import java.util.Set;
import java.util.UUID;

/**
 * The person at work: which school, which employee, with which duties today. Made by {@code access} at log-in, never
 * from anything a request says.
 */
public record Actor(long schoolId, UUID employeeId, String name, Set<Duty> duties) {
    public boolean holds(Duty duty) {
        return duties.contains(duty);
    }

    public boolean holdsAny(Duty... wanted) {
        for (var duty : wanted) if (duties.contains(duty)) return true;
        return false;
    }
}
