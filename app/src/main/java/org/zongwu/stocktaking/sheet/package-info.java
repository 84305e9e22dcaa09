/** The lists on paper: blank to count on, and the differences summed up. */
@NullMarked
package org.zongwu.stocktaking.sheet;

import org.jspecify.annotations.NullMarked;
