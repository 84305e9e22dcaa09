package org.zongwu.access.password;

import org.zongwu.kernel.RuleBroken;

/** Too many passwords are being compared at this moment; nothing was decided (503). */
public final class Busy extends RuleBroken {
    Busy() {
        super("R-ACC-BUSY", "rule.access.busy");
    }
}
