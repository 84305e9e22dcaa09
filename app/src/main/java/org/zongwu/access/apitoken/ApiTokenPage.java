package org.zongwu.access.apitoken;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.access.account.Accounts;
import org.zongwu.web.FormView;

/**
 * One token.
 *
 * @param state  its word's name, {@code access.api_token.state.STATE}
 * @param secret what the program shows, when it was just made; null otherwise and for ever after
 * @param base   where the interface stands, for the example beside the secret
 * @param revocable whether it can still be ended
 * @param form   carries what was refused
 */
public record ApiTokenPage(UUID id, String name, String state, String mark, String madeBy, String madeAt, String validUntil, String lastUsed, @Nullable String secret, String base,
        boolean revocable, List<Accounts.Step> steps, FormView form) {}
