/** 价格: what each purchase of an item cost, from whom, and what the suppliers ask beside each other. */
@NullMarked
package org.zongwu.stores.price;

import org.jspecify.annotations.NullMarked;
