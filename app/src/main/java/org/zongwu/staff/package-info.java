/** 队伍: study, overtime, honours, union activities. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "logbook", "school"})
package org.zongwu.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
