/** 公车与接待: cars, their trips and costs, official guests. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "school", "parties", "logbook"})
package org.zongwu.fleet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
