/** What is on the shelf and what it cost: the only writer of balances and moves. */
@NullMarked
package org.zongwu.stores.stock;

import org.jspecify.annotations.NullMarked;
