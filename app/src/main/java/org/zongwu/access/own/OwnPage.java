package org.zongwu.access.own;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zongwu.access.account.Accounts;
import org.zongwu.kernel.RuleBroken;

/** One's own account: where one is logged in, the password, the look. */
public record OwnPage(String name, String login, String duties, List<Place> places, List<Accounts.Step> steps, @Nullable RuleBroken refusal) {
    /** @param here the browser that asks */
    public record Place(String device, String address, String since, String lastSeen, boolean here) {}
}
