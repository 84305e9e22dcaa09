/** 校产校具: who keeps what the school owns; first its rooms. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "logbook", "school"})
package org.zongwu.assets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
