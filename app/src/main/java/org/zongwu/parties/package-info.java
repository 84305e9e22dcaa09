/** 往来单位: suppliers and others that the school deals with, each once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school"})
package org.zongwu.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
