/** 工程: projects from proposal to settlement, and what is paid for them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "logbook"})
package org.zongwu.works;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
