package org.zongwu.stores.quota;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;

/**
 * What a slip would take of the quotas. What is for a class counts for the class alone, else for the person and his department.
 *
 * @param slipId which does not count twice while it is open
 * @param wanted base units by item
 */
public record Claim(UUID slipId, UUID receiverId, UUID departmentId, @Nullable UUID classId, LocalDate day, Map<UUID, Quantity> wanted) {}
