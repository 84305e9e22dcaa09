package org.zongwu.stores.warehouse;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where goods lie.
 *
 * @param keeperId who keeps it today; null only before its first keeper begins
 */
public record Warehouse(UUID id, String code, String name, @Nullable UUID roomId, @Nullable UUID keeperId, @Nullable String keeper) {}
