package org.zongwu.stores.slip;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.stock.Goods;

/**
 * An issue or a receipt that another document refers to.
 *
 * @param personId   who received
 * @param supplierId who supplied
 * @param with       the name of either, for a list to choose from
 * @param reversed   whether it is taken back, or takes another back
 * @param work       what an issue was used up for
 * @param goods      what lay in its lines, by item
 */
public record Source(UUID id, String no, UUID warehouseId, LocalDate day, @Nullable UUID personId, @Nullable UUID supplierId, @Nullable String with, @Nullable String funding,
        @Nullable String purpose, @Nullable WorkRef work, boolean reversed, Map<UUID, Goods> goods) {}
