package org.zongwu.trail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a thing that the trail or the ledger speaks of is opened. */
public interface Pages {
    /** The path of the thing's own page; null when it has none. Parameters as in {@link org.zongwu.kernel.WorkRef}. */
    @Nullable String path(String type, UUID id, @Nullable String no);
}
