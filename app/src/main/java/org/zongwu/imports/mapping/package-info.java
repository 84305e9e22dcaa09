/** Finds in a sheet what a template asks for: the header, which column is which, and the rows that are records. */
@NullMarked
package org.zongwu.imports.mapping;

import org.jspecify.annotations.NullMarked;
