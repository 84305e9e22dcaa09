package org.zongwu.access.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.WorkRef;

/**
 * An employee's way in.
 *
 * @param login        folded, see {@link LoginName}; it never changes
 * @param passwordHash null until the person has set a password
 */
public record Account(UUID id, UUID employeeId, String login, @Nullable String passwordHash, @Nullable Instant disabledAt) {
    public boolean mayLogIn() {
        return passwordHash != null && disabledAt == null;
    }

    public WorkRef ref() {
        return new WorkRef("access.account", id, login);
    }

    /** Not its hash, which would end in a log. */
    @Override
    public String toString() {
        return "Account " + id + " " + login;
    }
}
