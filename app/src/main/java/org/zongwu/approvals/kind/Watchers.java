package org.zongwu.approvals.kind;

import java.util.EnumSet;
import java.util.Set;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;

/** Who sees every course, stand-in and rule: those who lead, keep books or audit. Everybody else sees what is his own. */
public final class Watchers {
    private static final Set<Duty> DUTIES = EnumSet.of(Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.PARTY_SECRETARY, Duty.VP_LOGISTICS, Duty.ACCOUNTANT, Duty.ACC_SUPERVISOR, Duty.AUDIT_MEMBER);

    private Watchers() {}

    public static Duty[] duties() {
        return DUTIES.toArray(Duty[]::new);
    }

    public static boolean include(Actor actor) {
        return actor.holdsAny(duties());
    }
}
