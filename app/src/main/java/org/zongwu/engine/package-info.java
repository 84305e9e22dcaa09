/** The machine room: the embedded server, pools, the tenant of a transaction, idempotency, gapless series, jobs. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.zongwu.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
