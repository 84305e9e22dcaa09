/** 合同承包: contracts, and what is to be received and paid under them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "logbook", "school"})
package org.zongwu.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
