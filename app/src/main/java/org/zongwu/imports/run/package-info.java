/** Tries a file and takes it in: recognises the template, judges the rows, keeps what came of it. */
@NullMarked
package org.zongwu.imports.run;

import org.jspecify.annotations.NullMarked;
