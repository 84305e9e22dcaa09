/** 维修: what is broken is reported from the door, mended by the promised time, and confirmed by whoever reported it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school", "files", "logbook", "stores"})
package org.zongwu.repairs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
