/** Immutable balanced entries by dated booking rule. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school", "parties", "files"})
package org.zongwu.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
