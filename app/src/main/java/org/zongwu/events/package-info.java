/** 活动保障: what an event needs, and whether it was ready in time. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "logbook", "school"})
package org.zongwu.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
