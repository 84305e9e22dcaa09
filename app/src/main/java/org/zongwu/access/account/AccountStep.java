package org.zongwu.access.account;

import org.zongwu.trail.Trail;
import org.zongwu.web.Shown;

/** One line of an account's story. */
public record AccountStep(String action, String by, String at) {
    public static AccountStep of(Trail.Step step) {
        return new AccountStep(step.action(), step.actorName() == null ? "" : step.actorName(), Shown.fullTime(step.at()));
    }
}
