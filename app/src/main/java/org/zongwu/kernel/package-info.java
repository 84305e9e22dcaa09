/** The office's values, and the interfaces by which modules contribute what they know. No beans, no SQL. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.zongwu.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
