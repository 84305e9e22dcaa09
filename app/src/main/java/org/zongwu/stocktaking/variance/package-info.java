/** Differences: explained, decided, and put into documents that somebody else approves. */
@NullMarked
package org.zongwu.stocktaking.variance;

import org.jspecify.annotations.NullMarked;
