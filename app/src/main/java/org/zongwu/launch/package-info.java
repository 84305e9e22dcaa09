/** The command line, outside of the floors: starts the product, asks every module through its face, is asked by none. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.zongwu.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
