package org.zongwu.access.password;

import org.zongwu.kernel.RuleBroken;

/** Too many passwords are being compared at this moment; nothing was decided (503). */
final class Busy extends RuleBroken {
    static final String RULE = "R-ACC-BUSY";

    Busy() {
        super(RULE, "rule.access.busy");
    }
}
