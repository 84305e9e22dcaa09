package org.zongwu.parties;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;

/** Looks up 往来单位; sees the school of the transaction only. */
public interface Parties {
    Optional<Party> party(UUID id);

    /** By code, exact name or an alias. */
    Optional<Party> named(String text);

    List<Party> search(String words, int limit);

    /** Others that may be the same one: a name that holds the other's name, or the same telephone. For a hint, never for a merge. */
    List<Party> like(String name, @Nullable String phone);

    /**
     * Registers a party under the next free code.
     *
     * @throws org.zongwu.kernel.RuleBroken {@code R-PTY-1} when the name or an alias is already another's
     */
    Party register(Actor by, UUID id, String name, @Nullable String contact, @Nullable String phone, @Nullable String business);

    /** From now on the party is also found by this name. */
    void addAlias(Actor by, UUID id, String alias);

    record Party(UUID id, String code, String name, boolean active) {}
}
