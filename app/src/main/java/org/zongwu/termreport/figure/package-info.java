/** Figures of all modules over one span, read in one snapshot of the records. */
@NullMarked
package org.zongwu.termreport.figure;

import org.jspecify.annotations.NullMarked;
