/** 物资: items, warehouses, receipts, issues, the card. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school", "parties", "files", "ledger", "logbook"})
package org.zongwu.stores;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
