/** 事务与督办: who does what by when, and who confirms it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "logbook"})
package org.zongwu.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
