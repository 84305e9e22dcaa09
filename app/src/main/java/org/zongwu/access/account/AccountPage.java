package org.zongwu.access.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.web.FormView;

/**
 * One account, for the system administrator.
 *
 * @param state word of the state, {@code access.account.state.STATE}
 * @param mark  its shape
 * @param link the one-time link that was just made, to be handed over; null otherwise
 * @param form carries what was refused
 */
public record AccountPage(UUID id, String login, String name, String staffNo, String department, String state, String mark, String lastLogIn,
        @Nullable String link, List<Act> acts, List<Accounts.Step> steps, FormView form) {

    /** A button: noun of the address, message key, look. */
    public record Act(String path, String key, String css, String icon) {}
}
