/** The report as a paper: what stands on it, whatever it is printed by. */
@NullMarked
package org.zongwu.termreport.paper;

import org.jspecify.annotations.NullMarked;
