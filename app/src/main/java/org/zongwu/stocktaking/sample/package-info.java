/** Two stocktakes of the example school. */
@NullMarked
package org.zongwu.stocktaking.sample;

import org.jspecify.annotations.NullMarked;
