/** 食堂: goods inspected by two, samples kept, meals shared, staff checked, dishes disinfected, waste carried away. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "school", "parties", "logbook"})
package org.zongwu.canteen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
