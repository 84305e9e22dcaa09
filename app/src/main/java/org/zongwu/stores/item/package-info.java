/** What the stores keep: items with their units, and how to find them. */
@NullMarked
package org.zongwu.stores.item;

import org.jspecify.annotations.NullMarked;
