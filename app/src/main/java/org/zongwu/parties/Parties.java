package org.zongwu.parties;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks up 往来单位; sees the school of the transaction only. */
public interface Parties {
    Optional<Party> party(UUID id);

    /** By code, exact name or an alias. */
    Optional<Party> named(String text);

    List<Party> search(String words, int limit);

    record Party(UUID id, String code, String name, boolean active) {}
}
