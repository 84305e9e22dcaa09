/** Warehouses, and the one person who keeps each of them. */
@NullMarked
package org.zongwu.stores.warehouse;

import org.jspecify.annotations.NullMarked;
