/** The report as a PDF. */
@NullMarked
package org.zongwu.termreport.pdf;

import org.jspecify.annotations.NullMarked;
