/** The counting itself: what a phone or a sheet of paper brings in, and how a line then stands. */
@NullMarked
package org.zongwu.stocktaking.count;

import org.jspecify.annotations.NullMarked;
