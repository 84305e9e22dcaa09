/** Reads a spreadsheet file into plain text cells: what a person sees, not what the file format says. */
@NullMarked
package org.zongwu.imports.sheet;

import org.jspecify.annotations.NullMarked;
