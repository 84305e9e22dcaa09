/** A campaign: which places, who counts them, and its way from the plan to the closing. */
@NullMarked
package org.zongwu.stocktaking.campaign;

import org.jspecify.annotations.NullMarked;
