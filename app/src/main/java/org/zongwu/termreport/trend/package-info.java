/** How figures went, month by month. */
@NullMarked
package org.zongwu.termreport.trend;

import org.jspecify.annotations.NullMarked;
