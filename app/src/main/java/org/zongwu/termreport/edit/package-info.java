/** The page on which the text of a report is written, beside the figures that it may cite. */
@NullMarked
package org.zongwu.termreport.edit;

import org.jspecify.annotations.NullMarked;
