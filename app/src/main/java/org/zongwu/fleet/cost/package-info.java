/** 油费维修: what cars cost, and what each cost by itself. */
@NullMarked
package org.zongwu.fleet.cost;

import org.jspecify.annotations.NullMarked;
