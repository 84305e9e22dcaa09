/** Originals, kept by content and never changed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school", "parties"})
package org.zongwu.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
