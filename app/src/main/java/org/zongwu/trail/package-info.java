/** The append-only log of every change, its seals, the anchor outside the database, and the print log. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web"})
package org.zongwu.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
