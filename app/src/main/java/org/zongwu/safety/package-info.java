/** 安全: inspections and the hazards that they find. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "logbook"})
package org.zongwu.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
