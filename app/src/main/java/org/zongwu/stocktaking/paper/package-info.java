/** Takes over a list that was counted on paper before the product was there. */
@NullMarked
package org.zongwu.stocktaking.paper;

import org.jspecify.annotations.NullMarked;
