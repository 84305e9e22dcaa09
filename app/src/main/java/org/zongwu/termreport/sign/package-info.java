/** A version of a report on its way through its stamps, and published when it has them (R-SUM-9). */
@NullMarked
package org.zongwu.termreport.sign;

import org.jspecify.annotations.NullMarked;
