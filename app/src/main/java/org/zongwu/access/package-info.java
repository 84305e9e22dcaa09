/** Log-in, sessions and accounts; makes the Actor. Nobody imports it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school", "parties", "files", "ledger"})
package org.zongwu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
