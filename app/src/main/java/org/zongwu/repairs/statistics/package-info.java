/** What was mended where, how often and at what cost. */
@NullMarked
package org.zongwu.repairs.statistics;

import org.jspecify.annotations.NullMarked;
