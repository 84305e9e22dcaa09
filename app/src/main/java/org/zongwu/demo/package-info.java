/** The example school of {@code ./zongwu demo}. Stands outside the floors and uses faces only. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "school", "ledger", "termreport", "launch"})
package org.zongwu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
