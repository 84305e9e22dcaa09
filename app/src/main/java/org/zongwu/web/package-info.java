/** The page frame: navigation, forms, registers, documents, printing, errors. Knows no module. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "kernel"})
package org.zongwu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
