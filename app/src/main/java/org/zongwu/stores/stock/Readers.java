package org.zongwu.stores.stock;

import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;

/** Who reads what the stores write down. */
public final class Readers {
    private Readers() {}

    /** Those who answer for the stores read every document; others only those with their own name on it. */
    public static boolean all(Actor reader) {
        return reader.holdsAny(Duty.STOREKEEPER, Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.VP_LOGISTICS, Duty.ACCOUNTANT, Duty.ACC_SUPERVISOR, Duty.ASSET_ADMIN, Duty.AUDIT_MEMBER);
    }
}
