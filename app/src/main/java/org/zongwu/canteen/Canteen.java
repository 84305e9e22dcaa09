package org.zongwu.canteen;

import org.zongwu.kernel.Duty;

/** What the logs of the canteen share. */
public final class Canteen {
    /** A meal of the day. */
    public enum Meal { BREAKFAST, LUNCH, DINNER, SNACK }

    private Canteen() {}

    /** Who reads the canteen's logs (domain.md §8.2); they are written by its manager. */
    public static Duty[] readers() {
        return new Duty[] {Duty.PRINCIPAL, Duty.VP_LOGISTICS, Duty.GA_DIRECTOR, Duty.ACCOUNTANT, Duty.ACC_SUPERVISOR, Duty.HEAD_TEACHER, Duty.AUDIT_MEMBER,
            Duty.DISCIPLINE, Duty.UNION};
    }
}
