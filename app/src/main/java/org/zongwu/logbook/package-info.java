/** 台账: registers of records that are declared, not programmed; kept, judged, shown, printed, imported and counted here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school", "parties", "files"})
package org.zongwu.logbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
