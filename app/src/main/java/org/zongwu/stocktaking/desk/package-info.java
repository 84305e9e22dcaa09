/** What stocktakes ask of people, which figures they give, and what must always hold of them. */
@NullMarked
package org.zongwu.stocktaking.desk;

import org.jspecify.annotations.NullMarked;
