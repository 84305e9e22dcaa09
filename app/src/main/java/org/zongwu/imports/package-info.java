/** Takes the spreadsheets of an office as they are: header, rows, dry run, commit. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school", "parties", "files", "ledger"})
package org.zongwu.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
