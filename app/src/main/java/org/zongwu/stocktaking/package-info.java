/** 盘点: frozen lists of what the modules' books expect, blind counts by two people, and differences that end as documents. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school"})
package org.zongwu.stocktaking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
